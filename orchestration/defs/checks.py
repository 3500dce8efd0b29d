"""Checks between the pages and the switch. Each one that fails leaves the last night standing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import dagster as dg

from orchestration.night import Night
from orchestration.warehouse import status


def page_checks(pages: Sequence[dg.AssetKey]) -> dg.AssetChecksDefinition:
    """Checks on what was built, after every page and before publishing."""
    overview = dg.AssetKey(["pages", "overview"])

    @dg.multi_asset_check(
        name="check_night",
        specs=[
            dg.AssetCheckSpec(
                "every_file_balances",
                asset=overview,
                blocking=True,
                additional_deps=[key for key in pages if key != overview],
                description="Với mọi tệp: số giá trị đọc được = đã nạp + chờ xác minh + bỏ qua có lý do.",
            ),
            dg.AssetCheckSpec(
                "every_plan_and_unit_has_its_page",
                asset=overview,
                blocking=True,
                additional_deps=[key for key in pages if key != overview],
                description="Mỗi kế hoạch và mỗi đơn vị trong kho có đúng một trang, và trang nào cũng có nội dung.",
            ),
        ],
    )
    def check_night(night: dg.ResourceParam[Night]) -> Iterator[dg.AssetCheckResult]:
        workspace = night.workspace
        with night.progress.step("Kiểm tra trước khi công bố") as step:
            unbalanced = status.unbalanced_files(workspace.build_warehouse)
            yield dg.AssetCheckResult(
                asset_key=overview,
                check_name="every_file_balances",
                passed=not unbalanced,
                metadata={"files": unbalanced},
            )
            counts = status.site_counts(workspace.build_warehouse)
            expected = {"plans": counts["plans"], "units": counts["units"]}
            built = {
                "plans": _pages_with_content(workspace.build_site, "ke-hoach-*.html"),
                "units": _pages_with_content(workspace.build_site, "don-vi-*.html"),
            }
            yield dg.AssetCheckResult(
                asset_key=overview,
                check_name="every_plan_and_unit_has_its_page",
                passed=built == expected,
                metadata={"expected": expected, "built": built},
            )
            step.summary = "đạt" if not unbalanced and built == expected else "KHÔNG ĐẠT"

    return check_night


def _pages_with_content(site: Path, pattern: str) -> int:
    return sum(1 for page in site.glob(f"*/{pattern}") if page.stat().st_size > 0)
