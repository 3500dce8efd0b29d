"""The reporting marts, read once: one frame per .sql file of this folder, columns and kinds checked.

Frames hold Python objects (dtype object): a figure stays a Decimal, a missing one stays None and never turns into NaN,
which would be a figure that looks missing. A period that its mart leaves without a name goes by its
key; nothing else is computed here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboards.queries.columns import COLUMNS
from dashboards.row import Row

# What DuckDB calls the kinds. DOUBLE and REAL stand in none of them: a figure that came through a float is refused.
_KINDS = {
    "text": ("VARCHAR",),
    "integer": ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UINTEGER", "UBIGINT", "DECIMAL(38,0)"),
    "decimal": ("DECIMAL",),
    "date": ("DATE",),
    "instant": ("TIMESTAMP",),
    "flag": ("BOOLEAN",),
}


class ColumnsChangedError(ValueError):
    """A query came back with other columns, or other kinds, than the pages were written for."""


class Marts:
    """All frames by the name of their query; rows of a frame as plain mappings."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self.frames = dict(frames)
        self._rows: dict[str, list[Row]] = {}

    def rows(self, name: str) -> list[Row]:
        """Rows in the order of the query."""
        if name not in self._rows:
            self._rows[name] = self.frames[name].to_dict("records")
        return self._rows[name]

    def by(self, name: str, *keys: str) -> Mapping[Any, list[Row]]:
        """Rows under their key (a tuple where several are named); a key without rows gives an empty list."""
        return grouped(self.rows(name), *keys)


def grouped(rows: Iterable[Row], *keys: str) -> Mapping[Any, list[Row]]:
    """Rows under their key, in the order in which keys first occur."""
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys)].append(row)
    return groups


def query(name: str) -> str:
    """Text of one query of this folder."""
    return (files("dashboards.queries") / f"{name}.sql").read_text(encoding="utf-8")


def read(database: Path) -> Marts:
    """Read every declared query of a DuckDB file opened read-only.

    Raises ColumnsChangedError where a query does not bring its declared columns, duckdb.Error where the file cannot be
    read or lacks a mart.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        return Marts({name: _frame(connection, name) for name in COLUMNS})


def _frame(connection: duckdb.DuckDBPyConnection, name: str) -> pd.DataFrame:
    """Run one query and hold it to its declaration."""
    cursor = connection.execute(query(name))
    found = {str(column[0]): str(column[1]) for column in cursor.description or ()}
    declared = COLUMNS[name]
    if set(found) != set(declared):
        raise ColumnsChangedError(f"{name}: columns {sorted(set(found) ^ set(declared))} are not as declared")
    for column, kind in declared.items():
        if not found[column].startswith(_KINDS[kind]):
            raise ColumnsChangedError(f"{name}.{column}: {found[column]} is not a {kind}")
    return pd.DataFrame(cursor.fetchall(), columns=list(found), dtype=object)
