"""How orchestration opens a warehouse: without the network, read-only; rows as dictionaries, texts as literals.

The folder `warehouse` holds the only SQL of orchestration: a file for each thing that is asked.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

# DuckDB would fetch extensions from the web: a warehouse that works offline tonight must not need one tomorrow.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def reading(database: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the build or to a publication."""
    return duckdb.connect(str(database), read_only=True, config=OFFLINE)


def rows(database: Path, query: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
    """The rows of one query, as dictionaries in the order of its columns."""
    with reading(database) as connection:
        return records(connection, query, parameters)


def records(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object] = ()
) -> list[dict[str, Any]]:
    """The same on a connection that stands."""
    cursor = connection.execute(query, list(parameters))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def literal(value: str) -> str:
    """A SQL string literal: statements that take no parameters (attach, comment, copy) still get their text quoted."""
    return "'" + value.replace("'", "''") + "'"
