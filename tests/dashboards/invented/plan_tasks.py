"""Invented tasks of plans in every state, and their texts: goals, measures, duties, amendments."""

from datetime import date

from dashboards.theme import states
from tests.dashboards.invented.common import AREAS, HOSTILE, PLACE, Rows
from tests.dashboards.invented.reviews import ADDED, LOOKED_AT

ASKED = {"is_in_force": True, "is_asked": True, "is_counted": True}


def tasks() -> Rows:
    for number, status in enumerate(states.TASK, start=1):
        dated = status not in {"no_due_date", "condition_not_arisen", "ongoing_with_result", "ongoing_without_result"}
        due_to = date(2026, 1 + number % 12, 28) if dated else None
        yield (
            "rpt_plan_task",
            PLACE
            | ASKED
            | {
                "plan_key": "an_hoa_2026",
                "task_no": f"A{number:03d}",
                "sort_order": number,
                "agency_key": "so-y-te-an-hoa",
                "area_code": f"I.{number}",
                "group_title": AREAS[number % 2],
                "reform_area_name": AREAS[number % 2],
                "area_order": number % 2,
                "description": f"Tổ chức rà soát nội dung {number}",
                "product": None if number == 3 else "Báo cáo",
                "lead_units": HOSTILE if number == 2 else "Văn phòng Sở",
                "coordinating_units": "Các phòng; các đơn vị",
                "deadline_text": "Quý II" if dated else None,
                "deadline_kind": "in_quarter",
                "due_from": date(2026, 4, 1) if dated else None,
                "due_to": due_to,
                "is_strict": number == 1,
                "last_day_given": date(2026, 2, 27) if number == 1 else due_to,
                "status": status,
                "days_late": 92 if status.startswith("overdue") else None,
                "done_date": date(2026, 6, 1) if status.startswith("done") else None,
                "document_number": "55/BC-SYT" if number == 9 else None,
                "explanation": HOSTILE if number == 1 else None,
                "is_simulated": number % 2 == 0,
            },
        )
    yield (
        "rpt_plan_task",
        PLACE
        | ASKED
        | {
            "plan_key": "an_hoa_2021_2030",
            "task_no": "A001",
            "sort_order": 1,
            "agency_key": "so-y-te-an-hoa",
            "description": "Tổ chức rà soát nội dung chung",
            "status": "not_reported",
            "is_strict": False,
            "is_simulated": False,
        },
    )


def texts() -> Rows:
    base = PLACE | {"plan_key": "an_hoa_2026", "section": "II.1"}
    for plan_key, other_key, is_amended in (
        ("an_hoa_2026", "an_hoa_2021_2030", False),
        ("an_hoa_2021_2030", "an_hoa_2026", True),
    ):
        yield (
            "rpt_plan_amendment",
            {
                "plan_key": plan_key,
                "other_plan_key": other_key,
                "is_amended": is_amended,
                "relation": "amends",
                "effective_date": date(2026, 1, 5),
                "other_number": "12/KH-SYT" if is_amended else None,
                "other_title": HOSTILE,
            },
        )
    for number in (1, 2):
        yield (
            "rpt_plan_goal",
            base
            | {
                "goal_no": f"Q{number:03d}",
                "sort_order": number,
                "source": "body",
                "reform_area_name": AREAS[0] if number == 1 else None,
                "statement": f"Nâng cao chất lượng phục vụ, nội dung {number}",
            }
            | (LOOKED_AT if number == 1 else ADDED),
        )
        yield (
            "rpt_plan_measure",
            base
            | {
                "measure_no": f"B{number:03d}",
                "sort_order": number,
                "section_title": AREAS[0],
                "reform_area_name": AREAS[0],
                "parent_no": "B001" if number == 2 else None,
                "description": f"Giải pháp {number}",
            },
        )
        yield (
            "rpt_plan_duty",
            base
            | {
                "duty_no": f"P{number:03d}",
                "sort_order": number,
                "unit": "Văn phòng Sở",
                "duty": f"Trách nhiệm {number}",
                "deadline_text": "Trước ngày 15" if number == 1 else None,
                "deadline_kind": "before_date" if number == 1 else "per_schedule",
                "due_date": date(2026, 9, 15) if number == 1 else None,
                "is_unconfirmed": number == 2,
            },
        )
