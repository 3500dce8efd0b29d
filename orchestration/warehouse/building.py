"""The warehouse file, made from Parquet before dbt runs and closed for publishing after it."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from orchestration.warehouse.engine import OFFLINE, literal
from sources.tables import RAW_TABLES

# The storage format that clients of DuckDB 1.4 (the long-term release) still open; 2.0 writes a newer one by default.
STORAGE_VERSION = "v1.4.0"

RUN_CONTEXT_TABLE = "One row: the day the night judges at, what it knew, and the collection it read."
RUN_CONTEXT = {
    "as_of_date": "day at which the night judges",
    "collection_name": "name of the collection, as collection.yml says",
    "is_sample": "the collection is for demonstration",
    "known_until": "only what had come by then is known; NULL: everything that ever came",
    "previous_night_at": "when the night published before this one began; NULL where there is none",
}


@dataclass(frozen=True)
class RunContext:
    """What a night is told from outside and dbt reads from `raw.run_context`: the only as-of date in the warehouse."""

    as_of: date
    collection_name: str
    is_sample: bool
    known_until: datetime | None = None
    previous_night_at: datetime | None = None


def load(database: Path, parquet: Path, context: RunContext) -> dict[str, int]:
    """Make a new database file with schema `raw` from one Parquet file a table; returns rows by table.

    The file is made anew: whatever stood there, a write-ahead log included, is removed first.
    """
    for stale in (database, database.with_name(database.name + ".wal")):
        stale.unlink(missing_ok=True)
    counts: dict[str, int] = {}
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"attach {literal(str(database))} as warehouse (storage_version '{STORAGE_VERSION}')")
        connection.execute("use warehouse; create schema raw; set timezone = 'UTC'")
        for table, row_type in RAW_TABLES.items():
            file = parquet / f"{table}.parquet"
            connection.execute(f"create table raw.{table} as from read_parquet({literal(str(file))})")
            connection.execute(f"comment on table raw.{table} is {literal((row_type.__doc__ or '').strip())}")
            for column, field in row_type.model_fields.items():
                connection.execute(f"comment on column raw.{table}.{column} is {literal(field.description or '')}")
            counts[table] = _count(connection, "raw", table)
        connection.execute(
            "create table raw.run_context as"
            " select ?::date as as_of_date, ?::varchar as collection_name, ?::boolean as is_sample,"
            " ?::timestamptz as known_until, ?::timestamptz as previous_night_at",
            [
                context.as_of,
                context.collection_name,
                context.is_sample,
                context.known_until,
                context.previous_night_at,
            ],
        )
        connection.execute(f"comment on table raw.run_context is {literal(RUN_CONTEXT_TABLE)}")
        for column, meaning in RUN_CONTEXT.items():
            connection.execute(f"comment on column raw.run_context.{column} is {literal(meaning)}")
        connection.execute("use memory; detach warehouse")
    return counts


def close(database: Path) -> None:
    """Make the file ready to be read by others: what stands on its own stays, the log is folded in."""
    with duckdb.connect(str(database), config=OFFLINE) as connection:
        # Staging views name the catalogue they were made in: attached under another name they would break.
        connection.execute("drop schema if exists staging cascade")
        # Steps between staging and marts are nobody's contract; the marts say what they mean.
        connection.execute("drop schema if exists intermediate cascade")
        connection.execute("checkpoint")


def _count(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> int:
    row = connection.execute(f"select count(*) from {schema}.{table}").fetchone()  # noqa: S608 - names of the contract
    return int(row[0]) if row else 0
