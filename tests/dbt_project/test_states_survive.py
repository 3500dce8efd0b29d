"""The states of a figure survive from raw to reporting: none is lost and none turns into another, save by a rule.

What each rule leaves is worked out here again from what was received, without the models.
"""

from collections.abc import Iterator
from typing import Any, Final

import duckdb
import pytest

from orchestration.resources import Workspace

# Of one unit, window and layout the version received last stands, save what was withdrawn.
_STANDING: Final = """
    with receipts as (
        select source_sha256, max(withdrawn_at) as withdrawn_at, min(received_at) as received_at
        from raw.receipts_files group by all
    ),
    standing as (
        select submissions.source_sha256, submissions.unit_key, submissions.period_key, submissions.layout
        from raw.results_submissions as submissions left join receipts using (source_sha256)
        where receipts.withdrawn_at is null
        qualify row_number() over (
            partition by unit_key, period_key, layout
            order by coalesce(receipts.received_at, submissions.received_at) desc, sent_date desc nulls last,
                source_sha256 desc
        ) = 1
    )
"""
# 0 of 0 says that nothing arose, whatever word was ticked.
_FIGURE_STATE: Final = """
    case when state = 'reported' and numerator = 0 and denominator = 0 then 'nothing_arose' else state end
"""
_KNOWN: Final = """
    semi join core.dim_indicator using (indicator_code)
    semi join core.dim_agency_period using (agency_key, period_key)
"""
# A figure that a plan prints again is one thing to reach.
_COUNTED_ONCE: Final = "semi join (from core.fct_target where not is_repeat) using (plan_key, target_no)"

# What is walked: the fact, and what it must hold by state, from raw and from what was received alone.
_WALKS: Final = {
    "every version of a figure": (
        f"""
        select {_FIGURE_STATE} as state, count(distinct (source_sha256, unit_key, indicator_code, period_key))
        from raw.results_figures {_KNOWN} group by 1
        """,
        """
        select state, count(distinct (source_sha256, unit_key, indicator_code, period_key))
        from core.fct_indicator_result_history group by 1
        """,
    ),
    "the figures that stand, a report before a table": (
        f"""
        {_STANDING},
        said as (
            select figures.*
            from raw.results_figures as figures
            inner join standing using (source_sha256, unit_key, period_key)
            {_KNOWN}
            qualify row_number() over (
                partition by unit_key, indicator_code, period_key
                order by case layout when 'form' then 1 when 'figure_table' then 2 else 3 end
            ) = 1
        )
        select {_FIGURE_STATE} as state, count(*) from said group by 1
        """,
        "select state, count(*) from core.fct_indicator_result group by 1",
    ),
    "figures on the page of their unit": (
        "select state, count(*) from core.fct_indicator_result group by 1",
        """
        select state, count(*) from reporting.rpt_unit_result
        where state not in ('not_reported', 'not_due', 'quarantined') group by 1
        """,
    ),
    "words on tasks": (
        f"""
        {_STANDING}
        select words.state, count(*)
        from raw.results_tasks as words
        inner join standing using (source_sha256, unit_key, period_key)
        semi join raw.plans_tasks as tasks on words.plan_key = tasks.plan_key and words.task_no = tasks.task_no
        semi join core.dim_agency_period using (agency_key, period_key)
        group by 1
        """,
        "select state, count(*) from core.fct_task_word group by 1",
    ),
    "words of leads inside their reports": (
        """
        select words.state, count(*)
        from core.fct_task_word as words semi join core.fct_task_progress as leads
        using (plan_key, task_no, unit_key)
        group by 1
        """,
        """
        select leads.state, count(*)
        from core.fct_task_progress as leads semi join core.fct_task_word as words
        using (plan_key, task_no, unit_key, period_key)
        group by 1
        """,
    ),
    "tasks that units set themselves": (
        f"""
        {_STANDING}
        select state, count(*) from raw.results_own_tasks
        inner join standing using (source_sha256, unit_key, period_key) group by 1
        """,
        "select state, count(*) from core.fct_own_task group by 1",
    ),
    "cells of indices": (
        """
        with figures as (
            select index_code, territory, year, component_code, bool_or(statistic = 'score') as has_score
            from raw.indices_scores where statistic in ('score', 'rank') and territory <> 'Toàn quốc' group by all
        ),
        cells as (
            select
                figures.has_score,
                gaps.index_code is not null as is_gap
            from figures full outer join raw.indices_gaps as gaps
            using (index_code, territory, year, component_code)
        )
        select case when has_score or not is_gap then 'reported' else 'not_published' end as state, count(*)
        from cells group by 1
        """,
        "select state, count(*) from core.fct_index_score group by 1",
    ),
    "cells of indices on their page": (
        "select state, count(*) from core.fct_index_score group by 1",
        "select state, count(*) from reporting.rpt_index_score group by 1",
    ),
    "targets of agencies, window by window": (
        """
        select state, count(*) from core.fct_target_progress
        where scope = 'agency' and (units_concerned > 0 or state = 'not_applicable') group by 1
        """,
        "select state, count(*) from reporting.rpt_plan_target_period group by 1",
    ),
    "targets of units, window by window": (
        f"""
        select state, count(*) from core.fct_target_progress {_COUNTED_ONCE}
        where scope = 'unit' and indicator_code is not null group by 1
        """,
        "select state, count(*) from reporting.rpt_target_unit group by 1",
    ),
    "the window that speaks for a target of a unit": (
        f"""
        with windows as (
            select
                progress.*,
                coalesce(status, state) <> 'not_due' and (window_to <= as_of_date or units_reported > 0) as is_said,
                coalesce(status_reason, '') = 'no_result_expected' as is_asked_of_nobody
            from core.fct_target_progress as progress cross join raw.run_context {_COUNTED_ONCE}
            where scope = 'unit' and indicator_code is not null
        ),
        spoken as (
            select state from windows
            qualify row_number() over (
                partition by plan_key, target_no, scope_key
                order by
                    is_said desc, is_said and is_asked_of_nobody, case when is_said then window_to end desc,
                    window_to, period_key
            ) = 1
        )
        select state, count(*) from spoken group by 1
        """,
        "select state, count(*) from reporting.rpt_unit_target group by 1",
    ),
    "corrections of plans": (
        "select state, count(*) from raw.plans_corrections group by 1",
        "select state, count(*) from core.fct_plan_correction group by 1",
    ),
    "corrections of plans on their page": (
        "select state, count(*) from core.fct_plan_correction group by 1",
        "select state, count(*) from reporting.rpt_plan_correction group by 1",
    ),
    "lines of one-stop tables": (
        f"""
        {_STANDING}
        select
            case
                when coalesce(resolved_early, 0) + resolved_on_time + resolved_late + open_in_time + open_overdue = 0
                    then 'nothing_arose'
                else 'reported'
            end as state,
            count(*)
        from raw.results_dossiers inner join standing using (source_sha256, unit_key, period_key) group by 1
        """,
        "select state, count(*) from core.fct_dossier group by 1",
    ),
    "lines of one-stop tables on pages": (
        "select state, count(*) from core.fct_dossier group by 1",
        "select state, count(*) from reporting.rpt_dossier_line group by 1",
    ),
    "units whose dossiers were told": (
        f"""
        {_STANDING},
        lost as (
            select distinct unit_key, period_key from raw.results_quarantine
            inner join standing using (source_sha256, unit_key, period_key)
            where layout = 'dossier_table' and rule <> 'duplicate_dossier_line'
        )
        select lost.unit_key is null as has_figures, count(distinct (unit_key, period_key))
        from (select unit_key, period_key from core.fct_dossier union from lost)
        left join lost using (unit_key, period_key) group by 1
        """,
        """
        select state <> 'quarantined' as has_figures, count(*) from reporting.rpt_dossier
        where scope = 'unit' and state <> 'not_reported' group by 1
        """,
    ),
    "versions of reports": (
        "select 'version', count(*) from raw.results_submissions where layout <> 'dossier_table'",
        "select 'version', sum(versions)::bigint from core.fct_report_submission",
    ),
    "reports on the board": (
        "select status, count(*) from core.fct_report_submission group by 1",
        "select status, count(*) from reporting.rpt_report_board group by 1",
    ),
}


@pytest.fixture(scope="module")
def warehouse(sample_night: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _rows(warehouse: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return warehouse.execute(query).fetchall()


@pytest.mark.parametrize("walk", _WALKS)
def test_a_state_is_neither_lost_nor_turned_into_another(warehouse: duckdb.DuckDBPyConnection, walk: str) -> None:
    before, after = (dict(_rows(warehouse, query)) for query in _WALKS[walk])
    assert before
    assert after == before


def test_every_table_with_a_state_is_walked(warehouse: duckdb.DuckDBPyConnection) -> None:
    tables = _rows(
        warehouse,
        "select distinct table_name from information_schema.columns"
        " where table_schema in ('core', 'reporting') and column_name = 'state'",
    )
    walked = "".join(query for pair in _WALKS.values() for query in pair)
    assert {name for (name,) in tables if name not in walked} == set()


def test_a_figure_that_no_longer_stands_says_what_closed_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    closed = _rows(
        warehouse,
        "select count(*), count(*) filter (where closed_by is null) from core.fct_indicator_result_history"
        " where known_to is not null",
    )
    assert closed[0][0] > 0
    assert closed[0][1] == 0


def test_what_a_page_calls_held_back_or_missing_is_nowhere_among_the_figures(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    absent = _rows(
        warehouse,
        _STANDING
        + """,
        said as (
            select unit_key, indicator_code, period_key, true as is_said
            from raw.results_figures inner join standing using (source_sha256, unit_key, period_key) group by all
        ),
        held as (
            select unit_key, indicator_code, period_key, true as is_held
            from raw.results_quarantine inner join standing using (source_sha256, unit_key, period_key)
            where indicator_code is not null group by all
        )
        select
            state, bool_or(is_said), bool_and(is_held is not null), bool_or(is_held is not null),
            bool_and(window_to < (select as_of_date from raw.run_context))
        from reporting.rpt_unit_result
        left join said using (unit_key, indicator_code, period_key)
        left join held using (unit_key, indicator_code, period_key)
        where state in ('quarantined', 'not_reported', 'not_due')
        group by 1 order by 1
        """,
    )
    assert absent == [
        ("not_due", None, False, False, False),
        ("not_reported", None, False, False, True),
        ("quarantined", None, True, True, True),
    ]


def test_every_obligation_is_a_report_owed_or_came_before_any_plan(warehouse: duckdb.DuckDBPyConnection) -> None:
    lost = _rows(
        warehouse,
        """
        select obligations.unit_key, obligations.period_key
        from raw.registers_obligations as obligations
        anti join core.fct_report_submission as reports
            on reports.is_owed
            and obligations.unit_key = reports.unit_key and obligations.period_key = reports.period_key
        anti join core.fct_finding as findings
            on findings.kind = 'obligation_before_plan' and obligations.unit_key = findings.unit_key
            and obligations.period_key = findings.period_key
        """,
    )
    assert lost == []
