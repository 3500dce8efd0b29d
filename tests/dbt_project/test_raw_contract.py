"""The two descriptions of raw, the row types in Python and the dbt sources, say the same."""

from functools import cache
from typing import Any

import pyarrow as pa
import pytest
import yaml

from sources.contract import RawRow, arrow_schema
from sources.tables import RAW_TABLES
from tests.places import PROJECT

STAGING = PROJECT / "dbt_project" / "models" / "staging"

DATA_TYPES: dict[pa.DataType, str] = {
    pa.string(): "varchar",
    pa.int64(): "bigint",
    pa.bool_(): "boolean",
    pa.date32(): "date",
    pa.timestamp("us", tz="UTC"): "timestamp with time zone",
    pa.decimal128(18, 4): "decimal(18,4)",
}


@cache
def _dbt_tables() -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for file in sorted(STAGING.glob("*/_*__sources.yml")):
        for source in yaml.safe_load(file.read_text(encoding="utf-8"))["sources"]:
            assert (source["name"], source["schema"]) == ("raw", "raw")
            tables |= {table["name"]: table for table in source["tables"]}
    return tables


def _is_required(column: dict[str, Any]) -> bool:
    return {"type": "not_null"} in column.get("constraints", [])


def test_dbt_knows_every_raw_table_and_the_context_of_the_run() -> None:
    assert set(_dbt_tables()) == {*RAW_TABLES, "run_context"}


@pytest.mark.parametrize("row_type", RAW_TABLES.values(), ids=list(RAW_TABLES))
def test_a_raw_table_has_the_columns_types_and_required_values_of_its_row_type(row_type: type[RawRow]) -> None:
    described = [
        (column["name"], column["data_type"], _is_required(column))
        for column in _dbt_tables()[row_type.table]["columns"]
    ]
    declared = [(field.name, DATA_TYPES[field.type], not field.nullable) for field in arrow_schema(row_type)]
    assert described == declared


@pytest.mark.parametrize("table", ["run_context", *RAW_TABLES])
def test_every_raw_column_is_described(table: str) -> None:
    assert [column["name"] for column in _dbt_tables()[table]["columns"] if not column.get("description")] == []


@pytest.mark.parametrize("table", RAW_TABLES)
def test_a_raw_table_has_one_staging_model(table: str) -> None:
    source, rows = table.split("_", 1)
    sql = (STAGING / source / f"stg_{source}__{rows}.sql").read_text(encoding="utf-8")
    assert f"source('raw', '{table}')" in sql
    assert " join " not in sql
