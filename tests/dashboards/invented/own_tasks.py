"""Invented tasks that units set themselves: late, open, done, without a day; one with a hostile name."""

from datetime import date

from tests.dashboards.invented.common import HOSTILE, PLACE, Rows

_STATES = ("in_progress", "done_late", "overdue_unconfirmed", "no_due_date")


def own_tasks() -> Rows:
    for unit in ("benh-vien", "van-phong"):
        place = {"unit_key": f"so-y-te-an-hoa/{unit}", "period_key": "2026-h1"}
        for number, status in enumerate(_STATES, start=1):
            is_late, is_done = status.startswith("overdue"), status.startswith("done")
            yield (
                "rpt_unit_own_task",
                place
                | PLACE
                | {
                    "period_name": "6 tháng đầu năm 2026",
                    "line_no": number,
                    "description": f"Việc riêng {number} {HOSTILE if number == 1 else ''}".rstrip(),
                    "product": "Sổ tay" if number == 2 else None,
                    "due_date": None if status == "no_due_date" else date(2026, 6, number),
                    "plan_number": "13/KH-BV" if unit == "benh-vien" else None,
                    "status": status,
                    "days_late": 107 if is_late else None,
                    "done_date": date(2026, 6, 9) if is_done else None,
                    "document_number": "7/BC-BV" if is_done else None,
                    "explanation": HOSTILE if is_late else None,
                    "is_simulated": number == 2,
                },
            )
    yield (
        "rpt_origin",
        PLACE
        | {
            "row_id": "fct_own_task/so-y-te-an-hoa/benh-vien/2026-h1/3",
            "table_name": "fct_own_task",
            "origin_no": 1,
            "role": "own_task",
            "role_name": "Nhiệm vụ đơn vị tự đặt",
            "said": "Việc riêng 3",
            "unit_name": "Bệnh viện",
            "is_simulated": False,
        },
    )
