"""What the night says of the simulated agency, held against its story (sources/simulation/story)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from orchestration.resources import Workspace


@pytest.fixture(scope="module")
def warehouse(sample_night: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def test_an_overdue_task_names_the_lead_that_is_late_not_the_first_one(warehouse: duckdb.DuckDBPyConnection) -> None:
    accused = _rows(warehouse, "select unit_name from reporting.rpt_attention where item_no = 'A020'")
    assert accused == [("Chi cục An toàn vệ sinh thực phẩm",)]


def test_a_task_is_shown_with_the_document_of_the_lead_that_finished_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    shown = _rows(
        warehouse,
        "select document_number from reporting.rpt_plan_task where plan_key = 'minh_hoa_2026' and task_no = 'A004'",
    )
    assert shown == [("612/QĐ-UBND",)]


def test_a_task_that_nobody_spoke_of_is_not_called_under_way(warehouse: duckdb.DuckDBPyConnection) -> None:
    status = _rows(
        warehouse,
        "select status from reporting.rpt_plan_task where plan_key = 'minh_hoa_2026' and task_no = 'A022'",
    )
    assert status == [("not_reported",)]


def test_a_cell_that_was_held_back_is_not_called_missing(warehouse: duckdb.DuckDBPyConnection) -> None:
    held_back = _rows(
        warehouse,
        "select count(*) from reporting.rpt_unit_result as result"
        " inner join reporting.rpt_quality_quarantine as cell"
        # Of an indicator typed twice the first line stands, and only the second waits.
        " using (unit_key, period_key, indicator_code) where result.state <> 'quarantined'"
        " and cell.rule <> 'duplicate_indicator'",
    )
    waiting = _rows(warehouse, "select count(*) from reporting.rpt_unit_result where state = 'quarantined'")
    assert held_back == [(0,)]
    assert waiting[0][0] > 0


def test_who_was_silent_in_the_half_year_stays_one_of_those_concerned(warehouse: duckdb.DuckDBPyConnection) -> None:
    concerned = _rows(
        warehouse,
        "select period_key, units_concerned from core.fct_target_progress"
        " where scope = 'agency' and plan_key = 'minh_hoa_2026' and target_no = 'T020'"
        " and period_key in ('2026-h1', '2026-q3') order by 1",
    )
    assert concerned == [("2026-h1", 40), ("2026-q3", 40)]


def test_a_quarter_that_comes_out_negative_is_a_finding(warehouse: duckdb.DuckDBPyConnection) -> None:
    negative = "select unit_key, period_key from core.fct_indicator_result where quarter_numerator < 0"
    found = "select unit_key, period_key from core.fct_finding where kind = 'cumulative_falls'"
    assert _rows(warehouse, negative) != []
    assert _rows(warehouse, f"{negative} except {found}") == []


def test_nine_months_count_units_that_report_half_yearly(warehouse: duckdb.DuckDBPyConnection) -> None:
    initiatives = _rows(
        warehouse,
        "select period_name, actual from reporting.rpt_plan_target"
        " where plan_key = 'minh_hoa_2026' and target_no = 'T020'",
    )
    assert initiatives == [("9 tháng đầu năm 2026", Decimal(11))]


def test_what_a_person_corrected_added_and_struck_out_is_in_the_warehouse_with_who_and_when(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    said = "review_state, reviewed_by, reviewed_on::varchar"
    mine = "where plan_key = 'minh_hoa_2026' and is_corrected"
    targets = _rows(warehouse, f"select target_no, subject, {said} from core.fct_target {mine}")
    goals = _rows(warehouse, f"select goal_no, {said} from core.fct_goal {mine}")
    subject = "Tỷ lệ văn bản quy phạm pháp luật do Sở tham mưu đã được rà soát"
    assert targets == [("T001", subject, "corrected", "Trần Thị Thí Dụ", "2026-01-20")]
    assert goals == [("Q901", "added", "Trần Thị Thí Dụ", "2026-01-20")]
    struck = _rows(warehouse, "select distinct clause from core.fct_plan_correction where action = 'struck_out'")
    left = _rows(warehouse, "select duty from core.fct_duty where plan_key = 'minh_hoa_2026'")
    assert struck == [("Thủ trưởng đơn vị chịu trách nhiệm về số liệu đã ký",)]
    assert not set(struck) & set(left)
    assert _rows(warehouse, "select count(*) from core.fct_plan_correction where state <> 'applied'") == [(0,)]
