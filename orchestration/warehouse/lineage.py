"""The way back: IDs of all rows that have it, what one of them says, and the origins it was read or computed from."""

from pathlib import Path
from typing import Any

from orchestration.warehouse.engine import literal, reading, records, rows


def row_ids(database: Path) -> list[str]:
    """The IDs of all rows that have origins. CatalogException where the file keeps no origins."""
    return [row["row_id"] for row in rows(database, "select distinct row_id from core.bridge_row_origin order by all")]


def traced_row(database: Path, row_id: str) -> tuple[dict[str, Any], dict[str, str | None]]:
    """A row, and the comment of each of its columns. The ID is one of `row_ids`."""
    table = row_id.partition("/")[0]
    schema = "reporting" if table.startswith("rpt_") else "core"
    with reading(database) as connection:
        keys = connection.execute(
            "select constraint_column_names from duckdb_constraints()"
            " where schema_name = ? and table_name = ? and constraint_type = 'PRIMARY KEY'",
            [schema, table],
        ).fetchall()[0][0]
        (row,) = records(
            connection,
            # Names of the catalogue, never of the question.
            f"from {schema}.{_name(table)} where concat_ws('/', {literal(table)}, {', '.join(map(_name, keys))}) = ?",
            [row_id],
        )
        comments = connection.execute(
            "select column_name, comment from duckdb_columns() where schema_name = ? and table_name = ?",
            [schema, table],
        ).fetchall()
    return row, dict(comments)


def origins(database: Path, row_id: str) -> list[dict[str, Any]]:
    """The origins of a row in reading order, each with what the ledger knows of its file."""
    return rows(
        database,
        "select origins.* exclude (row_id, table_name), units.unit_name,"
        " coalesce(own.period_name, periods.period_name) as period_name,"
        " files.receipt_basis, files.sent_at, files.sender, files.superseded_at, files.withdrawn_at"
        " from core.bridge_row_origin as origins"
        " left join core.dim_source_file as files using (source_file_key)"
        " left join core.dim_unit as units using (unit_key)"
        " left join core.dim_agency_period as own"
        " on units.agency_key = own.agency_key and origins.period_key = own.period_key"
        " left join core.dim_reporting_period as periods on origins.period_key = periods.period_key"
        " where origins.row_id = ? order by origins.origin_no",
        [row_id],
    )


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'
