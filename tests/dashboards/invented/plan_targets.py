"""Invented targets of plans, in every state and with every comparator."""

from datetime import date
from decimal import Decimal
from typing import Any

from dashboards.theme import states
from tests.dashboards.invented.common import AREAS, HOSTILE, PLACE, Rows

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
            "is_current": True,
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
                valid_to={"not_applicable": date(2026, 6, 30), "on_track": date(2026, 12, 30)}.get(status),
                is_current=status != "not_applicable",
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
