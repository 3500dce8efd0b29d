"""The five real plans and the real indices, through the whole road. Expected figures were read by hand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from orchestration.resources import Workspace

pytestmark = [pytest.mark.shared, pytest.mark.slow]

PLANS = {
    "thanh_hoa_2020": ("3748/KH-SYT", "2019-12-31", "Sở Y tế Thanh Hóa", 2020, 2020, False),
    "dong_nai_2023": ("311/KH-SYT", "2023-01-19", "Sở Y tế tỉnh Đồng Nai", 2023, 2023, False),
    "bac_giang_papi_2019": ("81/KH-SYT", "2019-06-25", "Sở Y tế tỉnh Bắc Giang", 2019, None, True),
    "hoa_binh_2024": (None, "2024-01", "Sở Y tế", 2024, 2024, False),
    "da_nang_lung_2021_2030": (None, "2022", "Bệnh viện Phổi Đà Nẵng", 2021, 2030, False),
}
PROVINCES = ("Bắc Giang", "Hòa Bình", "Thanh Hóa", "Đà Nẵng", "Đồng Nai")


@pytest.fixture(scope="module")
def warehouse(shared_night: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(shared_night.current / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    return connection.execute(query, list(values)).fetchall()


@pytest.mark.parametrize("plan_key", PLANS)
def test_a_plan_keeps_what_is_printed_and_blank_stays_blank(
    warehouse: duckdb.DuckDBPyConnection, plan_key: str
) -> None:
    number, issued, agency, first, last, is_open = PLANS[plan_key]
    row = _rows(
        warehouse,
        "select number, issued_date_text, agency_name, period_start, period_end, is_open_ended"
        " from reporting.rpt_plan where plan_key = ?",
        plan_key,
    )[0]
    assert (row[0], row[1], *row[3:]) == (number, issued, first, last, is_open)
    assert row[2].startswith(agency)


@pytest.mark.parametrize(
    ("plan_key", "targets", "tasks"),
    [("thanh_hoa_2020", 12, 22), ("dong_nai_2023", 63, 54), ("bac_giang_papi_2019", 7, 0), ("hoa_binh_2024", 0, 0)],
)
def test_goals_with_figures_and_annex_tasks_are_counted_as_annotated(
    warehouse: duckdb.DuckDBPyConnection, plan_key: str, targets: int, tasks: int
) -> None:
    found = _rows(
        warehouse,
        "select (select count(*) from core.fct_target where plan_key = $1),"
        " (select count(*) from core.fct_task where plan_key = $1)",
        plan_key,
    )[0]
    assert found == (targets, tasks)


def test_a_plan_for_two_periods_gives_each_figure_its_own_years(warehouse: duckdb.DuckDBPyConnection) -> None:
    satisfaction = _rows(
        warehouse,
        "select period_start, period_end, value from core.fct_target"
        " where plan_key = 'da_nang_lung_2021_2030' and indicator_code = 'tthc_satisfaction_rate' order by 1",
    )
    assert satisfaction == [(2021, 2025, Decimal(90)), (2026, 2030, Decimal(95))]


def test_tasks_have_lead_unit_deadline_and_due_date(warehouse: duckdb.DuckDBPyConnection) -> None:
    due = _rows(
        warehouse,
        "select lead_units, deadline_text, due_from, due_to, is_strict from reporting.rpt_plan_task"
        " where plan_key = 'dong_nai_2023' and area_code in ('II.1.6', 'IV.1') order by sort_order",
    )
    assert due == [
        (
            "Văn phòng Sở; các phòng chuyên môn Sở; 02 Chi cục",
            "Trước ngày 15/02/2023",
            None,
            date(2023, 2, 15),
            True,
        ),
        ("Văn phòng Sở", "Trong quý II/2023", date(2023, 4, 1), date(2023, 6, 30), False),
    ]


def test_two_figures_for_one_commitment_are_both_kept_and_said(warehouse: duckdb.DuckDBPyConnection) -> None:
    both = _rows(
        warehouse,
        "select value, has_conflict from reporting.rpt_plan_target"
        " where plan_key = 'dong_nai_2023' and indicator_code = 'pakn_satisfaction_rate' order by value",
    )
    assert both == [(Decimal(92), True), (Decimal(93), True)]


def test_papi_is_there_for_every_year_and_province_or_says_why_not(warehouse: duckdb.DuckDBPyConnection) -> None:
    cells = {
        (territory, year): state
        for territory, year, state in _rows(
            warehouse,
            "select territory, year, state from reporting.rpt_index_score"
            " where index_code = 'PAPI' and component_code = 'TOTAL' and list_contains(?, territory)",
            list(PROVINCES),
        )
    }
    assert set(cells) == {(province, year) for province in PROVINCES for year in range(2011, 2025)}
    silent = {cell for cell, state in cells.items() if state == "not_published"}
    assert silent == {("Bắc Giang", 2014), ("Bắc Giang", 2021), ("Bắc Giang", 2022)}


@pytest.mark.parametrize("index_code", ["PAR_INDEX", "SIPAS", "PAPI"])
def test_every_published_figure_has_its_source(warehouse: duckdb.DuckDBPyConnection, index_code: str) -> None:
    counts = _rows(
        warehouse,
        "select count(*), count(*) filter (coalesce(source_url, '') = '') from reporting.rpt_index_score"
        " where index_code = ? and state = 'reported' and is_agency_province",
        index_code,
    )[0]
    assert counts[0] > 0
    assert counts[1] == 0


def test_no_change_is_computed_over_a_break(warehouse: duckdb.DuckDBPyConnection) -> None:
    over = _rows(
        warehouse,
        "select territory, component_code, year from reporting.rpt_index_score"
        " where change_from_previous is not null and index_code = 'PAPI' and year = 2018",
    )
    assert over == []


def test_the_total_of_a_year_is_the_sum_of_its_dimensions(warehouse: duckdb.DuckDBPyConnection) -> None:
    off = _rows(
        warehouse,
        "select territory, year from reporting.rpt_index_score"
        " where index_code = 'PAPI' and state = 'reported' and component_code similar to 'TOTAL|D[1-8]'"
        " group by all having count(*) > 6 and"
        " abs(sum(value) filter (component_code = 'TOTAL') - sum(value) filter (component_code != 'TOTAL')) > 0.02",
    )
    assert off == []


def test_every_received_file_balances(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert _rows(warehouse, "select source_path from reporting.rpt_quality_file where not is_balanced") == []


def test_pages_of_real_plans_claim_neither_digest_nor_simulation(shared_night: Workspace) -> None:
    for page in (shared_night.current / "dashboards").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "Bản tóm lược" not in text, page
        assert "mô phỏng" not in text, page
