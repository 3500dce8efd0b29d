"""Invented units with tasks, results and reports in every state."""

from datetime import date
from decimal import Decimal

from dashboards.theme import states
from tests.dashboards.invented.common import HOSTILE, PLACE, Rows


def units() -> Rows:
    names = {
        "benh-vien": (HOSTILE, "hospital"),
        "van-phong": ("Văn phòng Sở", "office"),
        "cac-don-vi": ("Các đơn vị trực thuộc", "collective"),
        "ban-la": ("Ban lạ", "named_in_plan"),
        "to-moi": ("Tổ mới", "unheard_of"),
    }
    for rank, (key, (name, kind)) in enumerate(names.items(), start=1):
        yield (
            "rpt_unit",
            {
                "unit_key": f"so-y-te-an-hoa/{key}",
                "agency_key": "so-y-te-an-hoa",
                "agency_name": "Sở Y tế tỉnh An Hòa",
                "unit_name": name,
                "unit_kind": kind,
                "is_collective": kind == "collective",
                "is_simulated": False,
                "tasks_led": 4 if rank == 1 else 0,
                "tasks_coordinated": 2 if rank == 1 else 0,
                "tasks_done": 1 if rank == 1 else 0,
                "tasks_past_due_open": 1 if rank == 1 else 0,
                "reports_due": 3 if rank < 3 else 0,
                "reports_on_time": 1 if rank < 3 else 0,
                "reports_late": 1 if rank < 3 else 0,
                "reports_missing": 1 if rank < 3 else 0,
                "results": 3 if rank == 1 else 0,
                "worst_rank": rank,
            },
        )
    unit = {"unit_key": "so-y-te-an-hoa/benh-vien"}
    for number, status in enumerate(states.TASK, start=1):
        yield (
            "rpt_unit_task",
            unit
            | PLACE
            | {
                "role": "lead" if number % 2 else "coordinating",
                "plan_key": "an_hoa_2026",
                "task_no": f"A{number:03d}",
                "description": f"Tổ chức rà soát nội dung {number}",
                "product": "Báo cáo",
                "deadline_text": "Quý II",
                "due_to": date(2026, 6, 30),
                "last_day_given": date(2026, 10, 20) if status == "in_progress" else date(2026, 6, 30),
                "status": status,
                "is_own_part": bool(number % 2),
                "is_upcoming": status == "in_progress",
                "is_asked": True,
                "is_counted": True,
                "days_late": 92 if status == "overdue" else None,
                "is_simulated": False,
            },
        )
    yield (
        "rpt_unit_task",
        PLACE
        | {
            "unit_key": "so-y-te-an-hoa/ban-la",
            "role": "lead",
            "plan_key": "an_hoa_2021_2030",
            "task_no": "A001",
            "description": "Tổ chức rà soát nội dung chung",
            "status": "not_reported",
            "is_own_part": True,
            "is_asked": True,
            "is_counted": True,
            "is_simulated": False,
        },
    )
    for number, state in enumerate((*states.FIGURE, "reported")):
        is_reported = state == "reported"
        yield (
            "rpt_unit_result",
            unit
            | {
                "indicator_code": "dossiers_on_time_rate",
                "indicator_name": "Tỷ lệ hồ sơ giải quyết đúng hạn",
                "unit": "percent",
                "period_key": f"2026-{number}",
                "period_name": f"Kỳ {number + 1} năm 2026",
                "window_to": date(2026, number + 1, 14),
                "state": state,
                "numerator": Decimal(24) if is_reported else None,
                "denominator": Decimal(26) if is_reported else None,
                "value": Decimal("92.3077") if is_reported else None,
                "is_simulated": is_reported,
                "source_path": "results/bv.xlsx",
                "source_place": f"Biểu 1!D{number + 5}",
            },
        )
    for number, status in enumerate(states.REPORT, start=1):
        yield (
            "rpt_unit_report",
            unit
            | {
                "period_key": f"2026-{number}",
                "period_name": f"Kỳ {number} năm 2026",
                "due_date": date(2026, number, 23),
                "due_date_printed": date(2026, number, 21),
                "sent_date": date(2026, number, 25) if status == "late" else None,
                "received_at": f"2026-{number:02d}-25 03:04:00" if status == "late" else None,
                "status": status,
                "days_late": 2 if status == "late" else None,
                "source_path": "results/bv.xlsx" if status == "late" else None,
                "is_simulated": False,
            },
        )
