"""The pages as assets: one for every dbt exposure, built together from the reporting marts."""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg

from dashboards import site
from dashboards.pages.book import Checks
from orchestration.night import Night


def page_specs(manifest: Mapping[str, Any]) -> list[dg.AssetSpec]:
    """An asset for every page among the exposures of the dbt project: which marts it draws is said there alone."""
    return [
        dg.AssetSpec(
            ["pages", exposure["name"]],
            deps=[
                dg.AssetKey([manifest["nodes"][node]["schema"], manifest["nodes"][node]["name"]])
                for node in exposure["depends_on"]["nodes"]
            ],
            description=exposure["description"],
            group_name="pages",
            kinds={"plotly"},
        )
        for exposure in sorted(manifest["exposures"].values(), key=lambda exposure: str(exposure["name"]))
        if exposure["type"] == "dashboard"
    ]


def page_assets(manifest: Mapping[str, Any]) -> dg.AssetsDefinition:
    """All pages, from one reading of the warehouse."""
    specs = page_specs(manifest)

    @dg.multi_asset(name="build_pages", specs=specs)
    def build_pages(night: dg.ResourceParam[Night]) -> Iterator[dg.MaterializeResult[None]]:
        workspace = night.workspace
        with night.progress.step("Dựng trang") as step:
            tests = night.dbt().test_results()
            checks = Checks(sum(tests.values()), tests["warn"])
            report = site.build(workspace.build_warehouse, workspace.build_site, checks)
            pages = [file for file in report.files if file.path.endswith(".html")]
            step.summary = f"{len(pages)} trang"
        for spec in specs:
            yield dg.MaterializeResult(asset_key=spec.key, metadata={"pages": len(pages)})

    return build_pages
