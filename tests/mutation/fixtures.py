"""The dbt unit tests of the project, made ready to be run many times.

dbt builds empty relations in a private warehouse and runs every unit test once; what it compiled becomes tables of
a database in memory.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Timer
from typing import Any

import duckdb
import pytest
from dbt.cli.main import dbtRunner

from orchestration.raw import write_tables
from orchestration.warehouse import building
from sources.tables import RAW_TABLES
from tests.places import PROJECT

DBT_PROJECT = PROJECT / "dbt_project"
_FIXTURE = re.compile(r"\s*(__dbt__cte__\w+) as \((.*)\)\s*", re.DOTALL)
# A mutant may count for ever; a unit test takes hundredths of a second.
SECONDS = 20
Rows = list[tuple[Any, ...]]


class NotReadyError(RuntimeError):
    """A unit test fails before anything is changed, or is read otherwise here than by dbt."""


@dataclass(frozen=True, slots=True)
class UnitTest:
    """A unit test: its name, the model (file name without ending), the schema that holds its fixtures, the columns it
    looks at, the rows it expects, and what it lets macros say (name -> value)."""

    name: str
    model: str
    schema: str
    columns: str
    expected: Rows
    said: Mapping[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, test: UnitTest, sql: str) -> Rows:
    """What a model's SQL gives on the fixtures of a test, in an order of its own: tests compare without one."""
    connection.execute(f"use memory.{test.schema}")
    limit = Timer(SECONDS, connection.interrupt)
    limit.start()
    try:
        return _sorted(connection.execute(f"select {test.columns} from ({sql}\n)").fetchall())
    finally:
        limit.cancel()


def prepare(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[UnitTest]:
    """Run all unit tests with dbt in `folder`, keep their fixtures in the connection; NotReadyError where one fails."""
    connection.execute("set threads = 1; set timezone = 'UTC'; set memory_limit = '1GB'; set temp_directory = ''")
    prepared = []
    results = _run_by_dbt(folder)
    failed = [f"{result.node.name}: {result.message}" for result in results if str(result.status) != "pass"]
    if failed:
        raise NotReadyError("\n".join(failed))
    for number, result in enumerate(results):
        node = result.node
        schema = f"test_{number}"
        connection.execute(f"create schema memory.{schema}; use memory.{schema}")
        for fixture in node.extra_ctes:
            parsed = _FIXTURE.fullmatch(fixture.sql)
            if parsed is None:
                raise NotReadyError(f"{node.name}: {fixture.sql[:80]}")
            connection.execute(f"create table {parsed.group(1)} as {parsed.group(2)}")
        expected_rows = node.config.expected_rows
        columns = ", ".join(f'"{name}"' for name in expected_rows[0]) if expected_rows else "*"
        expected = connection.execute(f"select {columns} from ({node.compiled_code}\n)").fetchall()
        model = node.tested_node_unique_id.rpartition(".")[2]
        said = dict(node.overrides.macros) if node.overrides else {}
        prepared.append(UnitTest(node.name, model, schema, columns, _sorted(expected), said))
    return sorted(prepared, key=lambda test: (test.model, test.name))


def _run_by_dbt(folder: Path) -> list[Any]:
    """The results of dbt's own run of every unit test."""
    database = folder / "warehouse.duckdb"
    write_tables({name: [] for name in RAW_TABLES}, folder / "raw")
    building.load(database, folder / "raw", building.RunContext(date(2026, 1, 1), "mutation", is_sample=True))
    with _environment(folder, database):
        dbt = dbtRunner()
        built = dbt.invoke(
            ["build", "--empty", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]
        )
        if not built.success:
            raise NotReadyError(str(built.exception or "dbt could not build the models without rows"))
        tested = dbt.invoke(["test", "--select", "test_type:unit"])
        return list(getattr(tested.result, "results", []))


@contextmanager
def _environment(folder: Path, database: Path) -> Iterator[None]:
    """dbt's answers to where everything is, while it runs; nothing of it stays in the project."""
    settings: dict[str, str | Path] = {
        "DBT_PROJECT_DIR": DBT_PROJECT,
        "DBT_PROFILES_DIR": DBT_PROJECT,
        "DBT_TARGET_PATH": folder / "target",
        "DBT_LOG_PATH": folder / "logs",
        "DBT_LOG_LEVEL": "none",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "THUOCDO_WAREHOUSE": database,
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(name, os.fspath(value))
        yield


def _sorted(found: Rows) -> Rows:
    return sorted(found, key=str)
