"""Invented targets of one unit in every state, one of them closed, and ongoing tasks by period."""

from datetime import date
from decimal import Decimal

from dashboards.theme import states
from tests.dashboards.invented.common import Rows
from tests.dashboards.invented.reports import UNKNOWN_PERIOD

_UNIT = "so-y-te-an-hoa/benh-vien"


def unit_targets() -> Rows:
    for number, status in enumerate((*states.TARGET, None), start=1):
        has_figure = status in ("missed", "off_track", "at_risk", "met", "exceeded", "on_track", "in_progress", None)
        yield (
            "rpt_unit_target",
            {
                "unit_key": _UNIT,
                "plan_key": "an_hoa_2026",
                "target_no": f"T{number:03d}",
                "period_key": "2026-q3",
                "period_name": "9 tháng năm 2026",
                "window_to": date(2026, 9, 14),
                "indicator_code": "dossiers_on_time_rate",
                "comparator_read": "ge",
                "target_value": Decimal(96),
                "actual": Decimal("92.3077") if has_figure else None,
                "numerator": Decimal(24) if has_figure else None,
                "denominator": Decimal(26) if has_figure else None,
                "gap": Decimal("-3.6923") if has_figure else None,
                "state": "reported" if has_figure else "not_reported",
                "status": status,
                "status_reason": None if status else "agency_count",
                "is_current": number != 4,
                "is_carried": number == 2,
                "is_simulated": number == 3,
                "row_id": f"fct_target_progress/an_hoa_2026/T{number:03d}/2026-q3/unit/{_UNIT}" if has_figure else None,
            },
        )
    for period, name, month in (
        ("2026-q1", "Quý I năm 2026", 3),
        ("2026-h1", "6 tháng đầu năm 2026", 6),
        (UNKNOWN_PERIOD, UNKNOWN_PERIOD, None),
    ):
        for number in (4, 9):
            if number == 9 and month != 6:
                continue
            yield (
                "rpt_task_period",
                {
                    "plan_key": "an_hoa_2026",
                    "task_no": f"A{number:03d}",
                    "period_key": period,
                    "agency_key": "so-y-te-an-hoa",
                    "period_name": name,
                    "window_to": date(2026, month, 14) if month else None,
                    "deadline_kind": "ongoing",
                    "status": "ongoing_with_result" if month == 6 else "ongoing_without_result",
                    "leads_asked": 3 if month == 6 else 1,
                    "leads_done": 2 if month == 6 else 0,
                    "is_simulated": False,
                },
            )
