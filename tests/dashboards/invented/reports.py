"""An invented board of reports in every state, and changes of every kind since the night before."""

from datetime import date

from dashboards.pages.changes.page import KINDS
from dashboards.theme import states
from tests.dashboards.invented.common import HOSTILE, Rows

_AGENCY = {"agency_key": "so-y-te-an-hoa", "period_year": 2026, "is_simulated": False}
UNKNOWN_PERIOD = "2026-h3"
_PERIODS = {"2026-h1": ("6 tháng đầu năm 2026", 6), "2026-q1": ("Quý I năm 2026", 3), "2026-annual": ("Năm 2026", 12)}


def reports() -> Rows:
    for period, (name, month) in _PERIODS.items():
        known = {"period_key": period, "period_name": name, "window_to": date(2026, month, 14)} | _AGENCY
        is_due = month < 12
        yield (
            "rpt_report_period",
            known
            | {"due_date_first": date(2026, month, 15), "due_date_last": date(2026, month, 20)}
            | {"expected": 6, "received": 3 if is_due else 0, "on_time": 1 if is_due else 0}
            | {"late": 1 if is_due else 0, "late_days_max": 2 if is_due else None, "missing": 2 if is_due else 0}
            | {
                "unreadable": 1 if is_due else 0,
                "not_owed": 1 if is_due else 0,
                "not_due": 1 if is_due else 6,
                "unknown": 1 if is_due else 0,
                "drafts": 1 if is_due else 0,
            },
        )
        for number, status in enumerate(states.REPORT):
            came = status in ("late", "on_time", "unknown") and is_due
            yield (
                "rpt_report_board",
                known
                | {
                    "unit_key": "so-y-te-an-hoa/benh-vien" if number == 0 else f"so-y-te-an-hoa/don-vi-{number}",
                    "unit_name": HOSTILE if number == 0 else f"Trung tâm số {number}",
                    "level": "unit",
                    "due_date": date(2026, month, 16),
                    "due_date_printed": date(2026, month, 15),
                    "sent_date": date(2026, month, 18) if status == "late" and is_due else None,
                    "received_date": date(2026, month, 18) if came else None,
                    "status": status if is_due else "not_due",
                    "days_late": {"late": 2, "not_reported": 30, "unreadable": 30}.get(status) if is_due else None,
                    "versions": number if came else 0,
                    # Of what was sent several times, one was taken back.
                    "files": max(number - 1, min(number, 1)) if came else 0,
                    "report_state": {"late": "draft", "on_time": "signed"}.get(status) if came else None,
                    "is_withdrawn": status == "not_reported" and is_due,
                    "has_unreadable_file": status in ("unreadable", "not_due") and is_due,
                    "unreadable_received_date": date(2026, month, 11)
                    if status in ("unreadable", "not_due") and is_due
                    else None,
                    "standing_sent_date": date(2026, month, 19) if status == "late" and is_due else None,
                    "standing_received_date": date(2026, month, 20) if came else None,
                    "findings_error": 1 if status == "late" else 0,
                    "findings_warning": 2 if status == "late" else 0,
                    "values_quarantined": 4 if status == "late" else 0,
                    "source_path": "results/bv.xlsx" if came else None,
                },
            )
    yield "rpt_report_board", _sent("van-phong", "Văn phòng Sở", "2026-h1", "on_time") | _AGENCY
    unread = {
        "days_late": 30,
        "versions": 0,
        "files": 0,
        "has_unreadable_file": True,
        "source_path": "results/hong.xlsx",
    }
    unread |= {"unreadable_received_date": date(2026, 3, 11), "due_date": date(2026, 3, 16), "report_state": None}
    unread |= dict.fromkeys(("sent_date", "received_date", "standing_sent_date", "standing_received_date"))
    yield "rpt_report_board", _sent("van-phong", "Văn phòng Sở", "2026-q1", "unreadable") | _AGENCY | unread
    yield from _unknown_period()
    yield from _owed_nothing()
    for kind in KINDS:
        for number in range(1, 9 if kind == "new" else 2):
            is_corrected = kind == "corrected"
            yield (
                "rpt_change",
                {
                    "change_kind": kind,
                    "agency_key": "so-y-te-an-hoa",
                    "agency_name": "Sở Y tế tỉnh An Hòa",
                    "unit_key": "so-y-te-an-hoa/benh-vien",
                    "unit_name": HOSTILE,
                    "period_key": "2026-h1",
                    "period_name": "6 tháng đầu năm 2026",
                    "indicator_code": "dossiers_on_time_rate" if is_corrected else None,
                    "indicator_name": "Tỷ lệ hồ sơ giải quyết đúng hạn" if is_corrected else None,
                    "plan_key": "an_hoa_2026" if kind == "overdue" else None,
                    "task_no": "A001" if kind == "overdue" else None,
                    "old_value_text": "735/842" if is_corrected else None,
                    "new_value_text": "753/842" if is_corrected else None,
                    "detail": None if is_corrected else f"{number} số liệu",
                    "source_path": f"results/bv-{number}.xlsx",
                    "source_place": "Biểu 1 Số liệu!G12" if is_corrected else None,
                    "is_simulated": is_corrected,
                },
            )


def _sent(unit: str, name: str, period: str, status: str) -> dict[str, object]:
    """A report that came in time."""
    period_name, month = _PERIODS[period]
    return {
        "unit_key": f"so-y-te-an-hoa/{unit}",
        "unit_name": name,
        "period_key": period,
        "period_name": period_name,
        "window_to": date(2026, month, 14),
        "level": "unit",
        "sent_date": date(2026, month, 10),
        "received_date": date(2026, month, 10),
        "standing_sent_date": date(2026, month, 11),
        "standing_received_date": date(2026, month, 11),
        "status": status,
        "versions": 2,
        "files": 2,
        "report_state": "signed",
        "is_withdrawn": False,
        "has_unreadable_file": False,
        "findings_error": 0,
        "findings_warning": 0,
        "values_quarantined": 0,
        "source_path": "results/vp.xlsx",
    }


def _unknown_period() -> Rows:
    """A report of a period that no register knows: it has a key and a due date, and neither name nor end."""
    counts = ("received", "on_time", "late", "unreadable", "not_owed", "not_due", "unknown", "drafts")
    known = {"period_key": UNKNOWN_PERIOD, "period_name": UNKNOWN_PERIOD, "window_to": None} | _AGENCY
    due = date(2026, 8, 3)
    days = {"due_date_first": due, "due_date_last": due}
    yield "rpt_report_period", known | days | dict.fromkeys(counts, 0) | {"expected": 1, "missing": 1}
    nothing = dict.fromkeys(("sent_date", "received_date", "standing_sent_date", "report_state", "source_path"))
    silent = nothing | {"status": "not_reported", "due_date": due, "days_late": 58, "versions": 0, "files": 0}
    yield "rpt_report_board", _sent("van-phong", "Văn phòng Sở", "2026-h1", "on_time") | known | silent


def _owed_nothing() -> Rows:
    """An agency that was given no report and sent one all the same."""
    agency = {"agency_key": "minh-hoa", "period_year": 2026, "is_simulated": True}
    counts = ("expected", "received", "on_time", "late", "missing", "unreadable", "not_due", "unknown", "drafts")
    known = {"period_key": "2026-h1", "period_name": "6 tháng đầu năm 2026", "window_to": date(2026, 6, 14)}
    yield "rpt_report_period", agency | known | dict.fromkeys(counts, 0) | {"not_owed": 2}
    for number in (1, 2):
        own = {"unit_key": f"minh-hoa/don-vi-{number}", "unit_name": f"Đơn vị mẫu {number}", "due_date": None}
        yield "rpt_report_board", _sent("", "", "2026-h1", "not_owed") | agency | own
