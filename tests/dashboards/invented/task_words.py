"""An invented task that a group leads: the part of each member, and what they said last, with a hostile word."""

from datetime import date

from tests.dashboards.invented.common import HOSTILE, PLACE, Rows

_GROUP = "Các đơn vị trực thuộc"
_MEMBERS = {"cac-don-vi": "overdue", "van-phong": "overdue", "ban-la": "done_on_time", "to-moi": "overdue_unconfirmed"}
_WORDS: list[tuple[str, str | None, str]] = [
    ("clause", None, "Tổ chức rà soát nội dung 1"),
    ("task_word", "Văn phòng Sở", f"Đang thực hiện: {HOSTILE}"),
    ("task_word", "Ban lạ", "Hoàn thành, ngày 01/06/2026, văn bản 5/BC"),
    ("missing", "Tổ mới", "Tổ mới: chưa có báo cáo đọc được về nhiệm vụ này"),
]


def task_words() -> Rows:
    for unit, status in _MEMBERS.items():
        yield (
            "rpt_unit_task",
            PLACE
            | {
                "unit_key": f"so-y-te-an-hoa/{unit}",
                "role": "lead",
                "expanded_from": None if unit == "cac-don-vi" else "so-y-te-an-hoa/cac-don-vi",
                "group_name": None if unit == "cac-don-vi" else _GROUP,
                "plan_key": "an_hoa_2026",
                "task_no": "A001",
                "description": "Tổ chức rà soát nội dung 1",
                "deadline_text": "Quý II",
                "due_to": date(2026, 6, 30),
                "status": status,
                "is_own_part": True,
                "is_asked": True,
                "is_counted": True,
                "days_late": None if status.startswith("done") else 92,
                "unread_period_key": "2026-annual" if unit == "to-moi" else None,
                "unread_period_name": "Năm 2026" if unit == "to-moi" else None,
                "unread_place": f"Biểu 2 Nhiệm vụ!F11 {HOSTILE}" if unit == "to-moi" else None,
                "is_sheet_unread": False if unit == "to-moi" else None,
                "is_simulated": False,
            },
        )
    for number, (role, unit, said) in enumerate(_WORDS, start=1):
        yield (
            "rpt_origin",
            PLACE
            | {
                "row_id": "fct_task_status/an_hoa_2026/A001",
                "table_name": "fct_task_status",
                "origin_no": number,
                "role": role,
                "role_name": f"Vai trò {number}",
                "said": said,
                "unit_name": unit,
                "period_name": "6 tháng đầu năm 2026" if unit == "Văn phòng Sở" else None,
                "is_simulated": False,
            },
        )
