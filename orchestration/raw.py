"""Rows into Parquet: one file a raw table, its declared schema, sorted by key; same rows, same bytes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sources.contract import RawRow, arrow_schema
from sources.tables import RAW_TABLES


def write_tables(tables: Mapping[str, Sequence[RawRow]], folder: Path) -> dict[str, int]:
    """Write every table given, empty ones included; returns rows by table. An undeclared table is a KeyError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in sorted(tables.items()):
        row_type = RAW_TABLES[name]
        ordered = sorted(rows, key=_sort_key)
        table = pa.Table.from_pylist([row.model_dump() for row in ordered], schema=arrow_schema(row_type))
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
    return {name: len(rows) for name, rows in sorted(tables.items())}


def _sort_key(row: RawRow) -> tuple[str, ...]:
    """Keys first; provenance breaks ties, so that the order of the files given never shows."""
    return tuple(str(getattr(row, column)) for column in (*row.key, "source_path", "source_sha256", "source_place"))
