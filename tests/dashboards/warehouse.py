"""A small invented warehouse: every state, hostile names, blanks, a gap in an index and a break between frameworks.

Rows are written for the pages alone; nothing here says what the figures of a plan mean.
"""

from pathlib import Path
from typing import Any

import duckdb

from tests.dashboards.contracts import statements
from tests.dashboards.invented.agencies import agencies, site
from tests.dashboards.invented.clauses import clauses
from tests.dashboards.invented.common import Rows
from tests.dashboards.invented.glossary import glossary
from tests.dashboards.invented.indices import index
from tests.dashboards.invented.overview import overview
from tests.dashboards.invented.own_tasks import own_tasks
from tests.dashboards.invented.plan_targets import targets
from tests.dashboards.invented.plan_tasks import tasks, texts
from tests.dashboards.invented.plans import plans
from tests.dashboards.invented.quality import quality
from tests.dashboards.invented.reports import reports
from tests.dashboards.invented.reviews import reviews
from tests.dashboards.invented.target_results import target_results
from tests.dashboards.invented.task_words import task_words
from tests.dashboards.invented.unit_targets import unit_targets
from tests.dashboards.invented.units import units
from tests.dashboards.invented.upcoming import upcoming
from tests.dashboards.invented.yardsticks import yardsticks


def build_warehouse(path: Path, *, is_empty: bool = False) -> Path:
    """Write the invented warehouse to a new DuckDB file; an empty one has only its site row."""
    with duckdb.connect(str(path)) as connection:
        for statement in statements():
            connection.execute(statement)
        _insert(connection, "rpt_site", **site(is_empty))
        for table, row in () if is_empty else _rows():
            _insert(connection, table, **row)
    return path


def _rows() -> Rows:
    """All invented rows but that of the site."""
    parts = (agencies, plans, targets, target_results, tasks, task_words, texts, units, unit_targets, upcoming)
    for part in (*parts, index, yardsticks, glossary, quality, reviews, reports, clauses, overview, own_tasks):
        yield from part()


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    """One row; columns that are not named stay NULL."""
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"insert into reporting.{table} ({names}) values ({marks})", list(row.values()))
