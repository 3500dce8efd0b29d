"""The last step: exports, the record of the night, and the switch of the one link that readers open."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from orchestration import differences, publish
from orchestration.defs.analysts import analysts_files
from orchestration.defs.record import night_record
from orchestration.night import Night
from orchestration.warehouse import building, exports, status


def publishing_assets(pages: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """`published/current`: warehouse, pages, exports and run.json of one night, together or not at all."""

    @dg.asset(
        key=["published", "current"],
        deps=list(pages),
        group_name="published",
        description="Bản công bố của một đêm: kho, trang, bảng xuất và run.json, đổi cùng lúc bằng một liên kết.",
    )
    def switch(night: dg.ResourceParam[Night]) -> dg.MaterializeResult[None]:
        workspace = night.workspace
        with night.progress.step("Công bố") as step:
            building.close(workspace.build_warehouse)
            contents = exports.export(workspace.build_warehouse, workspace.build_exports)
            record = night_record(night, contents, analysts_files(night, contents))
            parts = {
                "warehouse.duckdb": workspace.build_warehouse,
                "dashboards": workspace.build_site,
                "exports": workspace.build_exports,
                "feedback": workspace.build_feedback,
                "raw": workspace.build_raw,
                "run.json": _written(workspace.build / "run.json", record),
            }
            if night.scope.rebuilds:
                # Before the switch, which forgets the oldest version.
                found = differences.compare(workspace.version(night.scope.rebuilds), record, workspace.build)
                if found:
                    file = workspace.build / differences.FILE_NAME
                    parts[differences.FILE_NAME] = _written(file, found.model_dump())
            version = publish.publish(workspace.published, night.run_id, parts)
            night.counts = {
                name: value
                for name, value in status.site_counts(version / "warehouse.duckdb").items()
                if isinstance(value, int) and not isinstance(value, bool)
            }
            step.summary = f"bản {version.name}"
        return dg.MaterializeResult(metadata={"version": version.name})

    return switch


def _written(file: Path, record: Mapping[str, Any]) -> Path:
    file.write_text(json.dumps(record, ensure_ascii=False, indent=2, default=str) + "\n", encoding="utf-8")
    return file
