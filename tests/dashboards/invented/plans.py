"""Invented plans: headers, targets in every state and with every comparator, tasks in every state, texts."""

from datetime import date
from decimal import Decimal
from typing import Any

from dashboards.theme import states
from tests.dashboards.invented.common import AREAS, HOSTILE, PLACE, Rows
from tests.dashboards.invented.reviews import ADDED, LOOKED_AT

COMPARATORS = [
    "eq",
    "ge",
    "gt",
    "le",
    "lt",
    "approx",
    "between",
    "increase_ge",
    "increase_eq",
    "decrease_ge",
    "decrease_eq",
]


def plans() -> Rows:
    common = {
        "signer": "Nguyễn Văn A",
        "signer_title": "Giám đốc",
        "is_digest": False,
        "is_simulated": False,
        "is_open_ended": False,
        "measures": 0,
        "duties": 0,
        "findings": 0,
        "goals": 0,
        "tasks": 0,
        "targets": 0,
        "source_sha256": "ab" * 32,
        "received_at": "2026-01-05 02:00:00",
        "source_path": "plans/ke_hoach_mau.docx",
    }
    an_hoa = {"agency_key": "so-y-te-an-hoa", "agency_name": "Sở Y tế tỉnh An Hòa", "province_name": "An Hòa"}
    yield (
        "rpt_plan",
        common
        | an_hoa
        | {
            "plan_key": "an_hoa_2026",
            "number": "12/KH-SYT",
            "issued_date_text": "2026-01-05",
            "issued_date": date(2026, 1, 5),
            "issued_place": "An Hòa",
            "title": "Kế hoạch cải cách hành chính năm 2026",
            "plan_kind": "annual",
            "period_start": 2026,
            "period_end": 2026,
            "targets": 25,
            "goals": 2,
            "tasks": 13,
            "measures": 2,
            "duties": 2,
            "findings": 2,
        },
    )
    yield (
        "rpt_plan",
        common
        | an_hoa
        | {
            "plan_key": "an_hoa_2021_2030",
            "number": None,
            "issued_date_text": "2021-03",
            "title": "Kế hoạch giai đoạn 2021 - 2030",
            "plan_kind": "multi_year",
            "period_start": 2021,
            "period_end": 2030,
            "is_digest": True,
            "signer": None,
            "targets": 1,
        },
    )
    yield (
        "rpt_plan",
        common
        | an_hoa
        | {
            "plan_key": "an_hoa_2024",
            "number": "09/KH-SYT",
            "issued_date_text": "2024-01-08",
            "title": "Kế hoạch cải cách hành chính năm 2024",
            "plan_kind": "annual",
            "period_start": 2024,
            "period_end": 2024,
            "targets": 3,
        },
    )
    yield (
        "rpt_plan",
        common
        | {
            "plan_key": "dong_lam_papi",
            "agency_key": "so-y-te-dong-lam",
            "agency_name": "Sở Y tế tỉnh Đông Lâm",
            "number": "07/KH-SYT",
            "issued_date_text": None,
            "title": HOSTILE,
            "plan_kind": "papi_improvement",
            "period_start": 2025,
            "period_end": None,
            "is_open_ended": True,
            "signed_for": "KT. GIÁM ĐỐC",
        },
    )
    yield (
        "rpt_plan",
        common
        | {
            "plan_key": "minh_hoa_2026",
            "agency_key": "minh-hoa",
            "agency_name": "Sở Y tế tỉnh Minh Họa",
            "number": "01/KH-SYT",
            "issued_date_text": "2026",
            "title": "Kế hoạch năm 2026 của tỉnh Minh Họa",
            "plan_kind": "annual",
            "period_start": 2026,
            "period_end": 2026,
            "is_simulated": True,
            "targets": 1,
        },
    )
    yield (
        "rpt_plan_parent",
        {
            "plan_key": "an_hoa_2026",
            "parent_no": 1,
            "number": "345/QĐ-UBND",
            "document_date": "2025-12-20",
            "issuer": "UBND tỉnh",
        },
    )
    yield (
        "rpt_plan_parent",
        {"plan_key": "an_hoa_2026", "parent_no": 2, "number": "08/CT-BYT", "document_date": None, "issuer": None},
    )


def _target(number: int, status: str, **more: Any) -> dict[str, Any]:
    """A target of the annual plan in one state."""
    area = AREAS[number % 3]
    return (
        PLACE
        | {
            "plan_key": "an_hoa_2026",
            "target_no": f"T{number:03d}",
            "sort_order": number,
            "agency_key": "so-y-te-an-hoa",
            "reform_area": f"area_{number % 3}",
            "reform_area_name": area,
            "area_order": number % 3,
            "section": "II.2.1",
            "source": "body",
            "kind": "goal",
            "statement": f"Tỷ lệ hồ sơ số {number} được giải quyết đúng hạn",
            "comparator": "ge",
            "value": Decimal(96),
            "unit": "percent",
            "is_floor_assumed": False,
            "indicator_code": "dossiers_on_time_rate",
            "indicator_name": "Tỷ lệ hồ sơ giải quyết đúng hạn",
            "period_start": 2026,
            "period_end": 2026,
            "status": status,
            "has_conflict": False,
            "is_repeat": False,
            "is_simulated": False,
            "commitment_key": f"an_hoa_2026/T{number:03d}",
            "is_final": False,
            "attainment_percent": Decimal("96.1538") if "actual" in more else None,
            "remaining": Decimal(1) if "actual" in more else None,
            "owner_unit_key": "so-y-te-an-hoa/van-phong" if number == 1 else None,
            "owner_name": "Văn phòng Sở" if number == 1 else None,
            "owners": 2 if number == 1 else 0,
            "due_date": date(2026, 12, 15) if number == 1 else None,
        }
        | more
    )


def targets() -> Rows:
    numbers = iter(range(1, 100))
    result = {
        "actual": Decimal("92.3077"),
        "numerator": Decimal(24),
        "denominator": Decimal(26),
        "gap": Decimal("-3.6923"),
        "units_reported": 3,
        "units_concerned": 5,
        "period_key": "2026-q3",
        "period_name": "Quý III năm 2026",
        "window_to": date(2026, 9, 14),
    }
    for status in states.TARGET:
        has_result = status in {"met", "exceeded", "missed", "on_track", "at_risk", "off_track"}
        yield (
            "rpt_plan_target",
            _target(
                next(numbers),
                status,
                **(result if has_result else {}),
                is_simulated=has_result,
                valid_to=date(2026, 6, 30) if status == "not_applicable" else None,
            ),
        )
    for comparator in COMPARATORS:
        yield (
            "rpt_plan_target",
            _target(
                next(numbers),
                "not_due",
                comparator=comparator,
                value_max=Decimal("98.5"),
                is_floor_assumed=comparator == "eq",
            ),
        )
    yield (
        "rpt_plan_target",
        _target(
            next(numbers),
            "not_assessable",
            status_reason="distinct_count",
            has_conflict=True,
            statement=HOSTILE,
            indicator_name=HOSTILE,
            **result,
        ),
    )
    yield (
        "rpt_plan_target",
        _target(
            next(numbers),
            "met",
            unit="count",
            value=Decimal(1234),
            actual=Decimal("1235"),
            gap=Decimal(1),
            reform_area_name=None,
            area_order=None,
        ),
    )
    yield "rpt_plan_target", _target(1, "in_progress", plan_key="an_hoa_2021_2030", period_end=2030)
    yield (
        "rpt_plan_target",
        _target(1, "met", plan_key="minh_hoa_2026", agency_key="minh-hoa", is_simulated=True, **result),
    )
    yield from _again_and_over(result)


def _again_and_over(result: dict[str, Any]) -> Rows:
    """A figure that its plan prints again, a target with a rising level, the targets of a plan that is over."""
    again = {"commitment_key": "an_hoa_2026/T001", "is_repeat": True, "statement": "Hồ sơ đúng hạn (phụ lục)"}
    yield "rpt_plan_target", _target(90, "missed", **(result | again))
    years = {"plan_key": "an_hoa_2021_2030", "period_end": 2030, "commitment_key": "an_hoa_2021_2030/T002"}
    yield "rpt_plan_target", _target(2, "in_progress", **(result | years | {"period_key": "2026-annual"}))
    for number, status in enumerate(("met", "missed", "not_reported"), start=1):
        known = result if status != "not_reported" else {"period_key": "2024-annual"}
        over = {"plan_key": "an_hoa_2024", "period_start": 2024, "period_end": 2024}
        yield "rpt_plan_target", _target(number, status, **(known | over | {"commitment_key": f"an_hoa_2024/{number}"}))


def tasks() -> Rows:
    for number, status in enumerate(states.TASK, start=1):
        dated = status not in {"no_due_date", "condition_not_arisen", "ongoing_with_result", "ongoing_without_result"}
        yield (
            "rpt_plan_task",
            PLACE
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
                "due_to": date(2026, 1 + number % 12, 28) if dated else None,
                "is_strict": number == 1,
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
                "deadline_kind": "per_schedule",
                "due_date": None,
                "is_unconfirmed": number == 2,
            },
        )
