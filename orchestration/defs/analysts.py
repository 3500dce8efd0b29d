"""What analysts get beside the exported tables: the data dictionary, and one workbook of it all."""

from collections.abc import Iterable
from pathlib import Path

from orchestration import dictionary
from orchestration.night import Night
from orchestration.resources import HOME_ZONE
from orchestration.warehouse import status
from orchestration.workbook import book, front


def analysts_files(night: Night, tables: Iterable[str]) -> list[Path]:
    """Write the dictionary and the workbook beside the tables just exported (schema.table); returns both files."""
    workspace = night.workspace
    manifest = night.dbt().read_manifest()
    counts = status.site_counts(workspace.build_warehouse)
    context = night.context
    about = front.About(
        run_id=night.run_id,
        as_of=context.as_of,
        known_until=context.known_until and context.known_until.astimezone(HOME_ZONE).date(),
        collection=context.collection_name,
        is_sample=context.is_sample,
        has_simulated=bool(counts["has_simulated"]),
        has_digest=bool(counts["has_digest"]),
    )
    folder = workspace.build_exports
    entries = dictionary.rows(manifest)
    said = {
        f"{table.schema}.{table.table}": _opening(table.grain_vi or table.grain_en)
        for table in dictionary.tables(manifest)
    }
    grains = {name: said.get(name, "") for name in tables}
    return [book.write_dictionary(folder, entries), book.write(folder, grains, about, entries)]


def _opening(grain: str) -> str:
    """The first sentence, which says what a row is; the rest is in the comments of the warehouse."""
    return grain.partition(". ")[0]
