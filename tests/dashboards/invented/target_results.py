"""Invented results of targets: periods of one year and across a year's end, units in every state, where they stand."""

from datetime import date
from decimal import Decimal
from typing import Any

from dashboards.theme import states
from tests.dashboards.invented.common import HOSTILE, Rows

_PLAN = "an_hoa_2026"
_AGENCY = "so-y-te-an-hoa"
_YEARS = "an_hoa_2021_2030"


def target_results() -> Rows:
    for part in (_periods, _years, _units, _serving, _origins):
        yield from part()


def _periods() -> Rows:
    """One target over a year to date: held against last year, not comparable, without a figure, to come."""
    before = {"previous_year_period_key": "2025-q1", "previous_year_period_name": "Quý I năm 2025"}
    for period, name, day, actual, status, more in (
        ("2026-q1", "Quý I năm 2026", date(2026, 3, 14), "88.5", "off_track", before | _comparable("90.25")),
        ("2026-h1", "6 tháng năm 2026", date(2026, 6, 14), None, "not_reported", {}),
        ("2026-q3", "9 tháng năm 2026", date(2026, 9, 14), "92.3077", "missed", _other_units("91.75")),
        ("2026-annual", "Năm 2026", date(2026, 12, 14), None, "not_due", {"previous_year_actual": Decimal("93.75")}),
    ):
        yield "rpt_plan_target_period", _period("T001", period, name, day, actual, status) | more


def _comparable(actual: str) -> dict[str, Any]:
    return {
        "previous_year_actual": Decimal(actual),
        "previous_year_is_comparable": True,
        "previous_year_is_simulated": True,
    }


def _other_units(actual: str) -> dict[str, Any]:
    known = {"previous_year_period_key": "2025-q3", "previous_year_period_name": "9 tháng năm 2025"}
    return known | _comparable(actual) | {"previous_year_is_comparable": False, "previous_year_reason": "other_units"}


def _years() -> Rows:
    """A target of several years: the level rises, each year counts anew and is the year before of the next."""
    for year, actual, level in ((2024, "50", 60), (2025, "63.5", 70), (2026, "71", 80)):
        row = _period("T002", f"{year}-annual", f"Năm {year}", date(year, 12, 14), actual, "in_progress")
        more = {"plan_key": _YEARS, "target_value": Decimal(level), "gap": Decimal(actual) - level}
        known = {"previous_year_period_key": f"{year - 1}-annual"} | (_comparable("50") if year == 2025 else {})
        yield "rpt_plan_target_period", row | more | known


def _period(number: str, period: str, name: str, day: date, actual: str | None, status: str) -> dict[str, Any]:
    value = Decimal(actual) if actual else None
    return {
        "plan_key": _PLAN,
        "target_no": number,
        "period_key": period,
        "period_name": name,
        "window_to": day,
        "is_final": False,
        "actual": value,
        "numerator": value and Decimal(24),
        "denominator": value and Decimal(26),
        "target_value": Decimal(96),
        "gap": value and value - 96,
        "remaining": value and Decimal(1),
        "status": status,
        "state": "reported" if actual else "not_due" if status == "not_due" else "not_reported",
        "is_simulated": False,
        "units_reported": 0 if status == "not_due" else 3,
        "units_concerned": 5,
        "units_carried": 1,
        "units_held_back": 1,
        "figures_in_question": 0,
    }


def _units() -> Rows:
    """Every state of a unit, in the latest period and in an earlier one; nobody owes a word in the last."""
    for period, name, day in (
        ("2026-q1", "Quý I năm 2026", date(2026, 3, 14)),
        ("2026-q3", "9 tháng năm 2026", date(2026, 9, 14)),
    ):
        for number, status in enumerate([*states.TARGET, None], start=1):
            unit = f"{_AGENCY}/benh-vien" if number == 1 else f"{_AGENCY}/don-vi-{number}"
            is_known = status in {"missed", "off_track", "at_risk", "on_track", "met", "exceeded"}
            yield (
                "rpt_target_unit",
                {
                    "plan_key": _PLAN,
                    "target_no": "T001",
                    "period_key": period,
                    "period_name": name,
                    "window_to": day,
                    "unit_key": unit,
                    "unit_name": HOSTILE if number == 1 else f"Trung tâm số {number}",
                    "agency_key": _AGENCY,
                    "indicator_code": "dossiers_on_time_rate",
                    "state": _figure_state(status),
                    "numerator": Decimal(90 + number) if is_known else None,
                    "denominator": Decimal(110) if is_known else None,
                    "actual": Decimal(80 + number) if is_known else None,
                    "target_value": Decimal(96) if status else None,
                    "gap": Decimal(number - 16) if is_known else None,
                    "status": status,
                    "status_reason": {"not_assessable": "held_back", None: "agency_count"}.get(status),
                    "is_carried": number == 2,
                    "read_period_key": "2026-q1" if number == 2 else period,
                    "version_no": 2 if number == 3 else 1,
                    "is_corrected": number == 3,
                    "is_simulated": number == 4,
                    "received_at": None if status == "not_reported" else "2026-09-30 18:00:00",
                    "row_id": f"fct_target_progress/{_PLAN}/T001/{period}/unit/{unit}" if is_known else None,
                },
            )


def _figure_state(status: str | None) -> str:
    """One that is silent, one the report of which is held back; the others sent something."""
    return {"not_reported": "not_reported", "not_assessable": "quarantined"}.get(status or "", "reported")


def _serving() -> Rows:
    """Tasks that serve a target, and the components that it bears on."""
    for number in (4, 2):
        served = {"plan_key": _PLAN, "target_no": "T001", "task_no": f"A{number:03d}", "sort_order": number}
        yield "rpt_target_task", served | {"agency_key": _AGENCY, "basis": "annex_row"}
    component = {"indicator_code": "dossiers_on_time_rate", "basis": "assigned", "component_order": 3}
    for code, name in (("PAR_INDEX", "Cải cách thủ tục hành chính"), ("SIPAS", HOSTILE)):
        more = {"index_code": code, "index_name": code, "component_code": "F3", "component_name": name}
        yield "rpt_indicator_index", component | more


def _origins() -> Rows:
    """Where some of these rows stand in the files; a sum of many cells names more of them than a page shows, and in the
    order of the warehouse what its units owed stands before their cells."""
    place = {"source_path": "results/bv.xlsx", "source_place": "Biểu 1!G12", "received_at": "2026-09-14 03:00:00"}
    known = {"is_corrected": False, "is_simulated": False}
    names = {"clause": "Nội dung", "obligation": "Trách nhiệm", "figure": "Số liệu của kỳ"}
    for row_id, roles in (
        (
            f"fct_target_progress/{_PLAN}/T001/2026-q3/agency/{_AGENCY}",
            ["clause", *["obligation"] * 6, *["figure"] * 8],
        ),
        (f"fct_target_status/{_PLAN}/T001", ["clause", *["figure"] * 8]),
        (f"fct_target/{_PLAN}/T001", ["clause"]),
        (f"fct_target_progress/{_PLAN}/T001/2026-q3/unit/{_AGENCY}/benh-vien", ["clause"]),
    ):
        for number, role in enumerate(roles, start=1):
            said = {
                "role": role,
                "role_name": names[role],
                "said": f"{HOSTILE} {number}",
                "unit_name": None if number == 1 else f"Đơn vị số {number}",
            }
            yield "rpt_origin", known | place | said | {"row_id": row_id, "origin_no": number}
