"""How any kind of source becomes assets: one asset a raw table, all written by one reader in one go."""

from collections.abc import Callable, Iterator, Sequence

import dagster as dg

from orchestration import raw, receipts
from orchestration.night import Night
from orchestration.progress import vietnamese_count
from sources.contract import RawRow, Rows, SourceFile

RECEIPTS = dg.AssetKey(["raw", "receipts_files"])


def raw_specs(row_types: Sequence[type[RawRow]], group: str, upstream: dg.AssetKey) -> list[dg.AssetSpec]:
    """An asset for every raw table of a source, described by its row type."""
    return [
        dg.AssetSpec(
            ["raw", row_type.table],
            deps=[upstream],
            description=row_type.__doc__,
            group_name=group,
            kinds={"parquet", "python"},
        )
        for row_type in row_types
    ]


def alone(read: Callable[[Sequence[SourceFile]], Rows]) -> Callable[[Sequence[SourceFile], Night], Rows]:
    """A reader that needs nothing but its files."""
    return lambda files, _: read(files)


def reading(
    kind: str, label: str, row_types: Sequence[type[RawRow]], read: Callable[[Sequence[SourceFile], Night], Rows]
) -> dg.AssetsDefinition:
    """The assets of one kind of source: the files that the night knows of, through its reader into Parquet.

    `label` names the step to the operator; `read` is given the files and the night, returns every table of `row_types`
    and never raises for a bad file.
    """

    @dg.multi_asset(name=f"read_{kind}", specs=raw_specs(row_types, kind, RECEIPTS))
    def read_source(night: dg.ResourceParam[Night]) -> Iterator[dg.MaterializeResult[None]]:
        with night.progress.step(label) as step:
            files = receipts.current_files(night.workspace, kind, night.scope.until)
            counts = raw.write_tables(read(files, night), night.workspace.build_raw)
            findings = counts[f"{kind}_findings"]
            rows = sum(counts.values()) - findings - counts[f"{kind}_files"]
            step.summary = f"{len(files)} tệp · {vietnamese_count(rows)} dòng · {findings} nội dung cần kiểm tra"
        for table, count in counts.items():
            yield dg.MaterializeResult(asset_key=["raw", table], metadata={"rows": count})

    return read_source
