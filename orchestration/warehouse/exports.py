"""Public marts as Parquet, one file a mart, and how two such copies differ."""

import hashlib
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from orchestration.dictionary import PUBLIC_SCHEMAS
from orchestration.warehouse.engine import OFFLINE, literal


def export(database: Path, folder: Path) -> dict[str, str]:
    """Copy every public table to Parquet, ordered, on one thread; returns SHA-256 of the contents by `schema.table`."""
    folder.mkdir(parents=True, exist_ok=True)
    digests: dict[str, str] = {}
    with duckdb.connect(str(database), read_only=True, config={**OFFLINE, "threads": "1"}) as connection:
        for schema, table in tables(connection):
            file = folder / f"{table}.parquet"
            connection.execute(f"copy (from {schema}.{table} order by all) to {literal(str(file))} (format parquet)")
            digests[f"{schema}.{table}"] = hashlib.sha256(file.read_bytes()).hexdigest()
    return digests


def tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Schema and name of every public table, sorted."""
    return connection.execute(
        "select schema_name, table_name from duckdb_tables() where list_contains(?, schema_name) order by all",
        [list(PUBLIC_SCHEMAS)],
    ).fetchall()


def rows_apart(there: Path, here: Path) -> tuple[int, int]:
    """Of two exported copies of one mart, the rows that only the first has and that only the second has.

    Compared are the columns that both have, since a column that came or went is a difference of its own. A file that is
    not there has no rows.
    """
    shared = [name for name in columns(there) if name in columns(here)]
    if not shared:
        return _rows_in(there), _rows_in(here)
    with duckdb.connect(config=OFFLINE) as connection:
        chosen = ", ".join(f'"{name}"' for name in shared)
        first, second = (f"select {chosen} from {literal(str(file))}" for file in (there, here))  # noqa: S608
        only_there, only_here = (
            connection.execute(f"select count(*) from ({one} except all {other})").fetchone()  # noqa: S608
            for one, other in ((first, second), (second, first))
        )
    return (only_there or (0,))[0], (only_here or (0,))[0]


def columns(file: Path) -> list[str]:
    """The columns of an exported mart; none where there is no such file."""
    return list(pq.read_schema(file).names) if file.exists() else []


def _rows_in(file: Path) -> int:
    return pq.read_metadata(file).num_rows if file.exists() else 0
