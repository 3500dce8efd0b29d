"""What invented plans ask of whom and hold in which area, where each clause stands, and a figure printed twice."""

from datetime import date
from decimal import Decimal

from tests.dashboards.invented.common import AREAS, HOSTILE, PLACE, Rows
from tests.dashboards.invented.plan_targets import targets
from tests.dashboards.invented.plan_tasks import tasks, texts
from tests.dashboards.invented.quality import quality
from tests.dashboards.invented.reviews import reviews

# Table of the row -> its fact, and the column that numbers it within its plan.
_FACTS = {
    "rpt_plan_target": ("fct_target", "target_no", "statement"),
    "rpt_plan_task": ("fct_task", "task_no", "description"),
    "rpt_plan_goal": ("fct_goal", "goal_no", "statement"),
    "rpt_plan_measure": ("fct_measure", "measure_no", "description"),
    "rpt_plan_duty": ("fct_duty", "duty_no", "duty"),
    "rpt_plan_correction": ("fct_plan_correction", "correction_no", "clause"),
}


def clauses() -> Rows:
    yield (
        "rpt_plan_target",
        PLACE
        | {"plan_key": "an_hoa_2026", "target_no": "T097", "sort_order": 97, "agency_key": "so-y-te-an-hoa"}
        | {"section": "annex I.1", "source": "annex", "kind": "goal", "statement": "Hồ sơ đúng hạn, nhắc lại"}
        | {"comparator": "ge", "value": Decimal(96), "unit": "percent", "is_floor_assumed": False, "status": "missed"}
        | {
            "actual": Decimal("71.5"),
            "has_conflict": False,
            "is_repeat": True,
            "is_current": True,
            "is_simulated": False,
        },
    )
    first, last = date(2026, 3, 31), date(2026, 9, 30)
    for number, (unit, name, led, duties) in enumerate(
        [("van-phong", "Văn phòng Sở", 3, 1), ("benh-vien", HOSTILE, 0, 2), (None, None, 0, 1)], start=1
    ):
        yield (
            "rpt_plan_unit",
            {"plan_key": "an_hoa_2026", "unit_no": number, "agency_key": "so-y-te-an-hoa", "unit_name": name}
            | {"unit_key": unit and f"so-y-te-an-hoa/{unit}", "is_collective": number == 2, "tasks_led": led}
            | {"tasks_coordinated": 0, "duties": duties, "tasks_dated": 2 if led else 0, "duties_dated": 0}
            | {
                "first_due_date": first if led else None,
                "last_due_date": last if led else None,
            },
        )
    for number, area in enumerate([*AREAS, None], start=1):
        counts = {"targets": number, "goals": 0, "tasks": 2 * number, "measures": 1}
        yield "rpt_plan_area", {"plan_key": "an_hoa_2026", "group_no": number, "reform_area_name": area} | counts
    for number, (dimension, area) in enumerate([("Công khai", AREAS[0]), ("Công khai", AREAS[1]), (None, AREAS[0])]):
        counts = {"targets": 0, "goals": 0, "tasks": 0, "measures": number + 1}
        named = {"papi_dimension_name": dimension, "reform_area_name": area}
        yield "rpt_plan_area", {"plan_key": "dong_lam_papi", "group_no": number + 1} | named | counts
    yield from _origins()


def _origins() -> Rows:
    """One line for each clause, correction and finding."""
    for table, row in [*targets(), *tasks(), *texts(), *reviews()]:
        if table in _FACTS:
            fact, number, said = _FACTS[table]
            yield _origin(f"{fact}/{row['plan_key']}/{row[number]}", row[said])
    for table, row in quality():
        if table == "rpt_quality_finding":
            yield _origin(f"fct_finding/{row['finding_key']}", row["message"])


def _origin(row_id: str, said: str) -> tuple[str, dict[str, object]]:
    named = {"row_id": row_id, "table_name": row_id.partition("/")[0], "origin_no": 1, "role": "clause"}
    return "rpt_origin", PLACE | named | {"role_name": "Nội dung trong kế hoạch", "said": said, "is_simulated": False}
