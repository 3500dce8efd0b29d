"""The warehouse file: made from Parquet, closed for publishing, copied out again. The only SQL of orchestration."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from sources.tables import RAW_TABLES

# The storage format that clients of DuckDB 1.4 (the long-term release) still open; 2.0 writes a newer one by default.
STORAGE_VERSION = "v1.4.0"
# DuckDB would fetch extensions from the web: a warehouse that works offline tonight must not need one tomorrow.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
PUBLIC_SCHEMAS = ("core", "reporting")

RUN_CONTEXT = {
    "as_of_date": "day at which the night judges",
    "collection_name": "name of the collection, as collection.yml says",
    "is_sample": "the collection is for demonstration",
}


@dataclass(frozen=True)
class RunContext:
    """What a night is told from outside and dbt reads from `raw.run_context`: the only as-of date in the warehouse."""

    as_of: date
    collection_name: str
    is_sample: bool


def load(database: Path, parquet: Path, context: RunContext) -> dict[str, int]:
    """Make a new database file with schema `raw` from one Parquet file a table; returns rows by table.

    The file is made anew: whatever stood there, a write-ahead log included, is removed first.
    """
    for stale in (database, database.with_name(database.name + ".wal")):
        stale.unlink(missing_ok=True)
    counts: dict[str, int] = {}
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"attach {_text(str(database))} as warehouse (storage_version '{STORAGE_VERSION}')")
        connection.execute("use warehouse; create schema raw; set timezone = 'UTC'")
        for table, row_type in RAW_TABLES.items():
            file = parquet / f"{table}.parquet"
            connection.execute(f"create table raw.{table} as from read_parquet({_text(str(file))})")
            connection.execute(f"comment on table raw.{table} is {_text((row_type.__doc__ or '').strip())}")
            for column, field in row_type.model_fields.items():
                connection.execute(f"comment on column raw.{table}.{column} is {_text(field.description or '')}")
            counts[table] = _count(connection, "raw", table)
        connection.execute(
            "create table raw.run_context as"
            " select ?::date as as_of_date, ?::varchar as collection_name, ?::boolean as is_sample",
            [context.as_of, context.collection_name, context.is_sample],
        )
        for column, meaning in RUN_CONTEXT.items():
            connection.execute(f"comment on column raw.run_context.{column} is {_text(meaning)}")
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


def export(database: Path, folder: Path) -> dict[str, str]:
    """Copy every public mart to Parquet, ordered, on one thread; returns SHA-256 of the contents by `schema.table`."""
    folder.mkdir(parents=True, exist_ok=True)
    digests: dict[str, str] = {}
    with duckdb.connect(str(database), read_only=True, config={**OFFLINE, "threads": "1"}) as connection:
        for schema, table in tables(connection):
            file = folder / f"{table}.parquet"
            connection.execute(f"copy (from {schema}.{table} order by all) to {_text(str(file))} (format parquet)")
            digests[f"{schema}.{table}"] = hashlib.sha256(file.read_bytes()).hexdigest()
    return digests


def tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Schema and name of every public mart, sorted."""
    return connection.execute(
        "select schema_name, table_name from duckdb_tables() where list_contains(?, schema_name) order by all",
        [list(PUBLIC_SCHEMAS)],
    ).fetchall()


def site_counts(database: Path) -> dict[str, object]:
    """The one row of `reporting.rpt_site`: what came in, what was found, what was held back."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        cursor = connection.execute("from reporting.rpt_site")
        names = [column[0] for column in cursor.description or []]
        row = cursor.fetchone()
    return dict(zip(names, row or (), strict=True))


def findings(database: Path, severity: str) -> list[tuple[str, str, str, str]]:
    """Path, place, message and remedy of the findings of one severity, in reading order."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        return connection.execute(
            "select coalesce(source_path, ''), coalesce(source_place, ''), message, remedy"
            " from reporting.rpt_quality_finding where severity = ? order by all",
            [severity],
        ).fetchall()


def unbalanced_files(database: Path) -> list[str]:
    """Files whose values read are not all loaded, held back or left out with a reason."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        rows = connection.execute(
            "select source_path from reporting.rpt_quality_file where not is_balanced order by all"
        ).fetchall()
    return [row[0] for row in rows]


def _count(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> int:
    row = connection.execute(f"select count(*) from {schema}.{table}").fetchone()  # noqa: S608 - names of the contract
    return int(row[0]) if row else 0


def _text(value: str) -> str:
    """A SQL string literal: statements that take no parameters (attach, comment, copy) still get their text quoted."""
    return "'" + value.replace("'", "''") + "'"
