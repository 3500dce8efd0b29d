"""No percentage exists without its counts.

A data test works each out again in every night; here it is held to name every column there is.
"""

import re
from collections.abc import Iterator
from typing import Final

import duckdb
import pytest

from orchestration.resources import Workspace
from tests.places import PROJECT

_CHECK: Final = PROJECT / "dbt_project" / "tests" / "assert_a_figure_shown_can_be_computed_from_its_counts.sql"
_SHARE: Final = re.compile(r"(_percent|percent_of_max|_rate)$|^actual|^(value|shown_value)$")
# What looks like a figure reached and is none, or stands elsewhere with its counts: why.
_OTHERS: Final = {
    "fct_finding.value": "text, as found",
    "rpt_quality_finding.value": "text, as found",
    "rpt_quality_quarantine.value": "text, as held back",
    "fct_target.value": "what the plan asks for, as printed",
    "rpt_plan_target.value": "what the plan asks for, as printed",
    "fct_index_score.value": "as published, never computed",
    "rpt_index_score.value": "as published, never computed",
    "rpt_index_statistic.value": "as published, or over provinces, with its basis",
    "fct_target_progress.attainment_percent": "of the figure and the target of the row: below",
    "fct_target_status.attainment_percent": "that of fct_target_progress in the period judged",
    "rpt_plan_target.attainment_percent": "that of fct_target_progress in the period judged",
    "rpt_plan_target_period.attainment_percent": "that of fct_target_progress under the same key",
    "rpt_corrected_status.actual_now": "fct_target_progress has its counts under the same key",
    "rpt_corrected_status.actual_then": "fct_indicator_result_history has the counts of its version",
}


@pytest.fixture(scope="module")
def warehouse(sample_night: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _columns(warehouse: duckdb.DuckDBPyConnection) -> set[str]:
    rows = warehouse.execute(
        "select table_name, column_name from information_schema.columns where table_schema in ('core', 'reporting')"
    ).fetchall()
    return {f"{table}.{column}" for table, column in rows if _SHARE.search(column)}


def test_every_percentage_and_every_figure_reached_is_worked_out_again(warehouse: duckdb.DuckDBPyConnection) -> None:
    check = _CHECK.read_text(encoding="utf-8")
    unnamed = {name for name in _columns(warehouse) if not all(f"'{part}'" in check for part in name.split("."))}
    assert unnamed - set(_OTHERS) == set()


def test_every_reason_speaks_of_a_column_there_is(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert set(_OTHERS) - _columns(warehouse) == set()


def test_attainment_is_the_figure_of_the_row_by_its_target(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Both are shown with four decimals; of "about 90" and of a range another end decides."""
    counted = warehouse.execute(
        """
        select
            count(*),
            count(*) filter (where abs(case
                when progress.comparator_read in ('ge', 'gt')
                    then attainment_percent * target_value - 100 * actual
                else attainment_percent * actual - 100 * target_value
            end) > 0.006 + 0.0001 * greatest(target_value, actual, attainment_percent))
        from core.fct_target_progress as progress
        inner join core.fct_target as targets using (plan_key, target_no)
        where attainment_percent is not null and targets.comparator not in ('approx', 'between')
        """
    ).fetchone()
    assert counted is not None
    assert counted[0] > 500
    assert counted[1] == 0


def test_every_share_of_indicators_is_typed_or_has_its_counts(warehouse: duckdb.DuckDBPyConnection) -> None:
    shown = warehouse.execute(
        """
        select figure_basis, bool_and(denominator > 0 and numerator is not null), count(*)
        from reporting.rpt_unit_result where value is not null group by 1 order by 1
        """
    ).fetchall()
    by_basis = {basis: counted for basis, counted, _ in shown}
    assert set(by_basis) == {"as_typed", "ratio", "total"}
    assert by_basis["ratio"]
