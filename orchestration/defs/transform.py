"""The dbt assets: raw Parquet into DuckDB, then every model, seed and data test of the project."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtCliInvocation, dbt_assets
from packaging.version import Version

from orchestration.dbt_session import DBT_PROJECT
from orchestration.night import Night
from orchestration.progress import vietnamese_count
from orchestration.warehouse import building

RUN_CONTEXT = dg.AssetSpec(
    ["raw", "run_context"],
    deps=[["collected", "files"]],
    description="What a night is told from outside: as-of date, name of the collection, sample or not. One row.",
    group_name="receipts",
)


class Translator(DagsterDbtTranslator):
    """dbt sources are the raw assets; models and seeds are grouped and keyed by their schema."""

    def __init__(self) -> None:
        super().__init__(DagsterDbtTranslatorSettings(enable_source_tests_as_checks=True))

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """["raw", table] for a source, [schema, name] for a model or seed."""
        if dbt_resource_props["resource_type"] == "source":
            return dg.AssetKey(["raw", dbt_resource_props["name"]])
        return dg.AssetKey([dbt_resource_props["schema"], dbt_resource_props["name"]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The schema: staging, intermediate, core, reporting, reference."""
        return str(dbt_resource_props["schema"])


def transform_assets(manifest: Path) -> dg.AssetsDefinition:
    """The assets of the project that `manifest` describes."""
    translator = Translator()

    @dbt_assets(manifest=manifest, dagster_dbt_translator=translator, name="build_warehouse")
    def build_warehouse(context: dg.AssetExecutionContext, night: dg.ResourceParam[Night]) -> Iterator[Any]:
        workspace = night.workspace
        with night.progress.step("Nạp vào kho DuckDB") as step:
            counts = building.load(workspace.build_warehouse, workspace.build_raw, night.context)
            step.summary = f"{len(counts)} bảng · {vietnamese_count(sum(counts.values()))} dòng"
        with night.progress.step("Tính và kiểm tra (dbt)") as step:
            session = night.dbt()
            invocation = DbtCliInvocation(
                process=session.start_build(),
                manifest=session.read_manifest(),
                dagster_dbt_translator=translator,
                project_dir=DBT_PROJECT,
                target_path=session.target,
                raise_on_error=True,
                cli_version=Version(version("dbt-core")),
                context=context,
            )
            yield from invocation.stream()
            tests = session.test_results()
            step.summary = f"{tests['pass']} phép kiểm tra đạt · {tests['warn']} cảnh báo"

    return build_warehouse
