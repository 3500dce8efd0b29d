"""Invented things that fall due soon: within a month, within a quarter, of every kind."""

from datetime import date, timedelta

from tests.dashboards.invented.common import HOSTILE, PLACE, Rows

AS_OF = date(2026, 9, 30)
_TABLES = {"task": "fct_task_status", "duty": "fct_duty", "report": "fct_report_submission"}


def upcoming() -> Rows:
    lines = [
        ("task", "A007", "in_progress", 20, None),
        ("task", "A008", "extended", 76, date(2026, 12, 15)),
        ("task", "A006", "not_reported", 31, None),
        ("duty", "P1", None, 30, None),
        ("report", None, "not_due", 5, None),
    ]
    for kind, number, status, days, extended in lines:
        yield (
            "rpt_upcoming",
            PLACE
            | {
                "row_id": f"{_TABLES[kind]}/an_hoa_2026/{number}",
                "agency_key": "so-y-te-an-hoa",
                "kind": kind,
                "plan_key": "an_hoa_2026" if number else None,
                "item_no": number,
                "period_key": None if number else "2026-annual",
                "unit_key": "so-y-te-an-hoa/benh-vien",
                "owner_name": HOSTILE,
                "title": HOSTILE if kind == "report" else f"Việc {number}",
                "due_date": AS_OF + timedelta(days=days),
                "days_left": days,
                "extended_until": extended,
                "status": status,
                "is_simulated": False,
            },
        )
