"""The warehouse file: made from Parquet, closed for publishing, copied out again. The only SQL of orchestration."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from sources.tables import RAW_TABLES

# The storage format that clients of DuckDB 1.4 (the long-term release) still open; 2.0 writes a newer one by default.
STORAGE_VERSION = "v1.4.0"
# DuckDB would fetch extensions from the web: a warehouse that works offline tonight must not need one tomorrow.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
PUBLIC_SCHEMAS = ("core", "reporting")

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


@dataclass(frozen=True, slots=True)
class Feedback:
    """Rows for the clerks. reports: those that stand, with the account of their file; unread: accounts of files that
    stand and hold no report; findings: of readers and rules about files of results; held: cells held back; unanswered:
    indicators that the form of a unit and period asks for and no report of theirs speaks of."""

    reports: Sequence[Mapping[str, Any]]
    unread: Sequence[Mapping[str, Any]]
    findings: Sequence[Mapping[str, Any]]
    held: Sequence[Mapping[str, Any]]
    unanswered: Sequence[Mapping[str, Any]] = ()


_FEEDBACK = (
    """
    with receipts as (
        select source_sha256, min(received_at) as received_at, max(withdrawn_at) as withdrawn_at
        from core.dim_source_file
        group by source_sha256
    ),

    -- Of one layout the report received last stands; a table adds to a workbook and does not take its place.
    standing as (
        select submissions.*
        from raw.results_submissions as submissions
        left join receipts using (source_sha256)
        where receipts.withdrawn_at is null
        qualify row_number() over (
            partition by submissions.unit_key, submissions.period_key, submissions.layout
            order by
                coalesce(receipts.received_at, submissions.received_at) desc, submissions.sent_date desc nulls last,
                submissions.source_path desc, submissions.source_sha256 desc
        ) = 1
    )

    select
        standing.agency_key, standing.unit_key, standing.period_key, standing.layout, standing.unit_name,
        coalesce(own.period_name, periods.period_name, standing.period_key) as period_name,
        files.source_path, files.source_sha256, files.status, files.received_at,
        files.values_loaded, files.values_quarantined, files.values_ignored
    from standing
    inner join raw.results_files as files
        on standing.source_sha256 = files.source_sha256 and standing.source_path = files.source_path
    left join core.dim_agency_period as own
        on standing.agency_key = own.agency_key and standing.period_key = own.period_key
    left join core.dim_reporting_period as periods on standing.period_key = periods.period_key
    order by all
    """,
    """
    select
        files.source_path, files.source_sha256, files.status, files.received_at,
        files.values_loaded, files.values_quarantined, files.values_ignored
    from raw.results_files as files
    inner join core.dim_source_file as standing using (source_path, source_sha256)
    anti join raw.results_submissions as submissions on files.source_sha256 = submissions.source_sha256
    where files.status <> 'ignored' and standing.superseded_at is null and standing.withdrawn_at is null
    order by all
    """,
    """
    select
        findings.source_path, findings.source_sha256, findings.agency_key, findings.unit_key, findings.period_key,
        units.unit_name, coalesce(own.period_name, periods.period_name, findings.period_key) as period_name,
        findings.kind, findings.severity, findings.source_place, findings.value, findings.message, findings.remedy
    from core.fct_finding as findings
    semi join raw.results_files as files
        on findings.source_path = files.source_path and findings.source_sha256 = files.source_sha256
    left join core.dim_unit as units on findings.unit_key = units.unit_key
    left join core.dim_agency_period as own
        on findings.agency_key = own.agency_key and findings.period_key = own.period_key
    left join core.dim_reporting_period as periods on findings.period_key = periods.period_key
    where findings.source in ('results', 'rules')
    order by all
    """,
    """
    select source_path, source_sha256, agency_key, unit_key, period_key, source_place, column_name, value, rule
    from raw.results_quarantine
    order by all
    """,
    """
    select asked.unit_key, asked.period_key, asked.indicator_name
    from reporting.rpt_form_figure as asked
    semi join raw.results_submissions as submissions
        on asked.unit_key = submissions.unit_key and asked.period_key = submissions.period_key
    anti join raw.results_figures as figures
        on asked.unit_key = figures.unit_key and asked.period_key = figures.period_key
            and asked.indicator_code = figures.indicator_code
    anti join raw.results_quarantine as held
        on asked.unit_key = held.unit_key and asked.period_key = held.period_key
            and asked.indicator_code = held.indicator_code
    order by asked.unit_key, asked.period_key, asked.sort_order
    """,
)


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
        connection.execute(f"comment on table raw.run_context is {_text(RUN_CONTEXT_TABLE)}")
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
        first, second = (f"select {chosen} from {_text(str(file))}" for file in (there, here))  # noqa: S608
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


def feedback(database: Path) -> Feedback:
    """What the clerks of standing and of unreadable reports are to be told, from the build or a publication."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        # Times of receipt are days at home for who reads them; the caller knows where home is.
        connection.execute("set timezone = 'UTC'")
        return Feedback(*(_records(connection, query) for query in _FEEDBACK))


def _records(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def unbalanced_files(database: Path) -> list[str]:
    """Files whose values read are not all loaded, held back or left out with a reason."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        rows = connection.execute(
            "select source_path from reporting.rpt_quality_file where not is_balanced order by all"
        ).fetchall()
    return [row[0] for row in rows]


def forms(database: Path, agency: str, period: str) -> list[dict[str, Any]]:
    """The forms of an agency for a period, one a unit, by name. CatalogException where the file knows no forms."""
    return _rows(
        database,
        "from reporting.rpt_form where agency_key = ? and period_key = ? order by unit_name, unit_key",
        [agency, period],
    )


def form_figures(database: Path, period: str, units: Sequence[str]) -> list[dict[str, Any]]:
    """What the forms of these units ask for, in the order of the form."""
    return _rows(
        database,
        "from reporting.rpt_form_figure where period_key = ? and list_contains(?, unit_key)"
        " order by unit_key, sort_order",
        [period, list(units)],
    )


def form_tasks(database: Path, period: str, units: Sequence[str]) -> list[dict[str, Any]]:
    """The tasks that the forms of these units ask about, in the order of their plans."""
    return _rows(
        database,
        "from reporting.rpt_form_task where period_key = ? and list_contains(?, unit_key)"
        " order by unit_key, plan_key, sort_order",
        [period, list(units)],
    )


def asked_of(database: Path, unit: str, period: str) -> list[dict[str, Any]]:
    """Codes and names of the indicators that the form of a unit and period asks for, in the order of the form."""
    return _rows(
        database,
        "select indicator_code, indicator_name from reporting.rpt_form_figure"
        " where unit_key = ? and period_key = ? order by sort_order",
        [unit, period],
    )


def form_names(database: Path, agency: str) -> dict[str, dict[str, str]]:
    """What can be named, key -> name: agencies, and the periods that this one has forms for."""
    agencies = _rows(database, "select agency_key, agency_name from core.dim_agency order by all", [])
    periods = _rows(
        database,
        "select period_key, min(period_name) as period_name from reporting.rpt_form where agency_key = ?"
        " group by period_key order by period_key",
        [agency],
    )
    return {
        "agencies": {row["agency_key"]: row["agency_name"] for row in agencies},
        "periods": {row["period_key"]: row["period_name"] for row in periods},
    }


def _rows(database: Path, query: str, parameters: Sequence[object]) -> list[dict[str, Any]]:
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        cursor = connection.execute(query, list(parameters))
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _count(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> int:
    row = connection.execute(f"select count(*) from {schema}.{table}").fetchone()  # noqa: S608 - names of the contract
    return int(row[0]) if row else 0


def _text(value: str) -> str:
    """A SQL string literal: statements that take no parameters (attach, comment, copy) still get their text quoted."""
    return "'" + value.replace("'", "''") + "'"
