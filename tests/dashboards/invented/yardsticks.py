"""Invented yardsticks: what agencies do that bears on a component, which scores are their province's, a merger."""

from decimal import Decimal
from typing import Any

from tests.dashboards.invented.common import HOSTILE, PLACE, Rows
from tests.dashboards.invented.indices import FORMER, MERGED, MERGER, index, score_key

AGENCY_OF = {"An Hòa": "so-y-te-an-hoa", "Đông Lâm": "so-y-te-dong-lam"}
_TARGETS = "met missed on_track at_risk off_track in_progress not_due not_reported not_assessable other"
_TASKS = "done done_on_time past_due_open overdue overdue_unconfirmed ongoing other"
_COUNTS = [
    *("targets", "goals", "measures", "tasks", "indicators_reported"),
    *(f"targets_{name}" for name in _TARGETS.split()),
    *(f"tasks_{name}" for name in _TASKS.split()),
]
# The year of the run: D1 has targets (one printed twice), a task, a figure, a goal and measures; D9 has a target
# alone and no score; D1 had other targets a year before.
WORK_YEAR = 2026


def yardsticks() -> Rows:
    for _, row in index():
        agency = AGENCY_OF.get(row.get("territory", ""))
        if agency:
            yield "rpt_yardstick", _cell(agency, row["index_code"], row["component_code"], row["year"], row)
    counts = {"targets": 6, "targets_met": 2, "tasks": 2, "tasks_done": 1, "tasks_overdue": 1, "indicators_reported": 1}
    counts |= {"targets_missed": 4, "goals": 1, "measures": 2}
    yield "rpt_yardstick", _cell("so-y-te-an-hoa", "PAPI", "D1", WORK_YEAR, None, **counts)
    yield "rpt_yardstick", _cell("so-y-te-an-hoa", "PAPI", "D9", WORK_YEAR, None, targets=1, targets_met=1)
    for number in range(3, 10):
        status = "met" if number > 7 else "missed"
        yield "rpt_yardstick_item", _item("D1", "target", f"T{number:03d}", status=status, period_key="2026-q3")
    yield "rpt_yardstick_item", _item("D1", "task", "A001", status="overdue")
    yield "rpt_yardstick_item", _item("D1", "task", "A002", status="done_on_time")
    yield "rpt_yardstick_item", _item("D1", "goal", "G001")
    for number in (1, 2):
        yield "rpt_yardstick_item", _item("D1", "measure", f"B{number:03d}")
    figure = {"indicator_code": "dossiers_on_time_rate", "actual": Decimal("97.5"), "plan_key": None}
    yield "rpt_yardstick_item", _item("D1", "result", "dossiers_on_time_rate", **figure)
    yield "rpt_yardstick_item", _item("D9", "target", "T004", status="met")
    yield "rpt_yardstick_item", _item("D1", "target", "T001", status="missed", year=WORK_YEAR - 1)
    for relation, key, other, name in (
        ("predecessor", f"{MERGED}/new", f"{FORMER}/old", FORMER),
        ("predecessor", f"{MERGED}/new", f"{MERGED}/old", MERGED),
    ):
        yield (
            "rpt_province_predecessor",
            {
                "agency_key": AGENCY_OF[MERGED],
                "province_key": key,
                "province_name": MERGED,
                "other_province_key": other,
                "other_province_name": name,
                "relation": relation,
                "succession_date": MERGER,
                "is_same_territory": False,
                "is_same_name": name == MERGED,
                "steps": 1,
                "source_url": "https://example.org/hop-nhat ; https://example.org/khac",
            },
        )
    for _, row in index():
        if row.get("territory") == MERGED and row["component_code"] == "TOTAL":
            yield "rpt_origin", _origin(row)


def _cell(agency: str, index_code: str, component: str, year: int, score: Any, **counts: int) -> dict[str, Any]:
    key = score_key(index_code, component, score["territory"], year) if score else None
    return {
        "agency_key": agency,
        "agency_name": agency,
        "index_code": index_code,
        "component_code": component,
        "component_name": f"Thành phần {component}",
        "component_order": 0 if component == "TOTAL" else int(component[1:]),
        "year": year,
        "province_score_state": score["state"] if score else "not_collected",
        "index_score_key": key,
        "is_simulated": False,
    } | {name: counts.get(name, 0) for name in _COUNTS}


def _item(component: str, item: str, item_no: str, **more: Any) -> dict[str, Any]:
    return (
        {
            "agency_key": "so-y-te-an-hoa",
            "index_code": "PAPI",
            "component_code": component,
            "year": WORK_YEAR,
            "item": item,
            "item_key": f"an_hoa_2026/{item_no}",
            "link": "indicator",
            "plan_key": "an_hoa_2026",
            "item_no": item_no,
            "statement": f"{item_no} {HOSTILE}",
            "comparator": "ge" if item == "target" else None,
            "target_value": Decimal(96) if item == "target" else None,
            "unit": "percent",
            "is_current": True,
            "is_simulated": item_no == "T003",
        }
        | PLACE
        | more
    )


def _origin(row: Any) -> dict[str, Any]:
    return {
        "row_id": f"fct_index_score/{row['index_score_key']}",
        "origin_no": 1,
        "table_name": "fct_index_score",
        "role": "index_cell",
        "role_name": "Số liệu chỉ số đã công bố",
        "said": f"{row['value']}; {row['source_title']}; {row['source_url']}",
        "source_path": row["source_path"],
        "source_place": row["source_place"],
    }
