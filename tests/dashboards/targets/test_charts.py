"""The charts of targets: levels as steps, results apart, and nothing drawn that may not be compared."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from dashboards.blocks.layout import Chart, figures, walk
from dashboards.figures.levels import level
from dashboards.figures.spec import Figure
from dashboards.figures.target_line import over_periods
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.targets import board as targets
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import page as target
from dashboards.pages.targets.order import worst_first
from dashboards.row import Row
from dashboards.theme.states import TARGET_BEHIND
from dashboards.theme.words import words
from tests.dashboards.reading import table, target_periods

PLAN, NUMBER, AGENCY = "an_hoa_2026", "T001", "so-y-te-an-hoa"


def figure(found: Page) -> Figure:
    return figures(found.sections)[0]


def trace(shown: Figure, name: str) -> list[dict[str, Any]]:
    return [dict(trace) for trace in shown.data if trace.get("name") == name]


def drawn(book: Book, rows: Sequence[Row]) -> Figure:
    return over_periods("x", "x", "x", rows, book.phrases, [None] * len(rows))


def joined(book: Book, plan: str, number: str) -> list[Row]:
    found = next(row for row in book.rows_of("plan_targets", "plan_key")[plan] if row["target_no"] == number)
    return [{**found, **row, "value": row["target_value"]} for row in target_periods(book, plan, number)]


def test_the_chart_of_all_targets_holds_shares_with_a_result_and_the_worst_stands_first(
    book: Book, overview: Page
) -> None:
    shown = figure(overview)
    results, levels = trace(shown, words().plan.chart_actual)[0], trace(shown, words().plan.chart_target)[0]
    assert results["customdata"][0][1] is not None
    rows = [
        row
        for row in book.rows_of("plan_targets", "agency_key")[AGENCY]
        if row["plan_key"] != "an_hoa_2024" and not row["is_repeat"] and row["unit"] == "percent" and row["actual"]
    ]
    behind = [row for row in rows if row["status"] in TARGET_BEHIND]
    assert behind != rows
    worst = sorted(behind, key=worst_first)[:10]
    assert list(results["x"]) == [row["actual"] for row in worst]
    assert list(levels["x"]) == [level(row) for row in worst]
    assert worst[0]["status"] == "missed"


def test_results_are_never_joined_and_the_step_stops_at_a_new_year(book: Book, page: Page) -> None:
    for rows in (joined(book, PLAN, NUMBER), joined(book, "an_hoa_2021_2030", "T002")):
        shown = drawn(book, rows)
        assert all(
            "lines" not in trace["mode"] for trace in shown.data if trace.get("name") != words().plan.chart_target
        )
        for step in trace(shown, words().plan.chart_target):
            at = {round(float(x)) for x in step["x"]}
            assert len({rows[position]["window_to"].year for position in at}) == 1
    years = trace(drawn(book, joined(book, "an_hoa_2021_2030", "T002")), words().plan.chart_target)
    assert [list(step["y"]) for step in years] == [[60, 60], [70, 70], [80, 80]]


def test_a_level_that_changes_within_a_year_is_a_step(book: Book) -> None:
    first, *rest = joined(book, PLAN, NUMBER)
    rows = [{**first, "target_value": Decimal(90)}, *rest]
    step = trace(drawn(book, rows), words().plan.chart_target)
    assert len(step) == 1
    assert list(step[0]["y"]) == [90, 90, 96, 96, 96, 96, 96, 96]


def test_the_year_before_is_drawn_only_where_it_may_be_compared(book: Book, page: Page) -> None:
    rows = target_periods(book, PLAN, NUMBER)
    hollow = trace(figure(page), words().targets.chart_before)[0]
    comparable = [at for at, row in enumerate(rows) if row["previous_year_is_comparable"]]
    assert list(hollow["x"]) == comparable == [0]
    assert list(hollow["y"]) == [rows[0]["previous_year_actual"]]
    assert hollow["marker"]["symbol"] == "circle-open"
    told = [line.cells[4] for line in table(page, "cac-ky-bao-cao").lines]
    reason = words().year_before_reason.other_units
    assert [any(reason in line for line in cell.lines) for cell in told] == [False, False, True, False]
    assert not trace(
        drawn(book, [{**row, "previous_year_is_comparable": False} for row in joined(book, PLAN, NUMBER)]),
        words().targets.chart_before,
    )


def test_a_year_that_has_a_mark_of_its_own_is_not_drawn_twice(book: Book) -> None:
    rows = joined(book, "an_hoa_2021_2030", "T002")
    assert any(row["previous_year_is_comparable"] for row in rows)
    assert not trace(drawn(book, rows), words().targets.chart_before)


def test_a_period_without_a_figure_says_why_at_its_place(book: Book, page: Page) -> None:
    rows = target_periods(book, PLAN, NUMBER)
    silent = {at: row["status"] for at, row in enumerate(rows) if row["actual"] is None}
    notes = {
        note["x"]: note["text"].replace("<br>", " ")
        for note in figure(page).layout["annotations"]
        if note["yref"] == "paper"
    }
    assert set(notes) == set(silent) == {1, 3}
    for at, status in silent.items():
        assert words().target_status[status] in notes[at]
    result = trace(figure(page), words().plan.chart_actual)[0]
    assert list(result["x"]) == [0, 2]
    assert list(result["y"]) == [row["actual"] for row in rows if row["actual"] is not None]


def test_a_reduction_is_not_drawn_as_a_level() -> None:
    base = {"comparator": "decrease_ge", "target_value": Decimal(10), "actual": None, "gap": None}
    assert level(base) is None
    assert level(base | {"actual": Decimal(55), "gap": Decimal(5)}) is None
    assert level(base | {"actual": Decimal(12), "gap": Decimal(2)}) == 10
    assert level(base | {"comparator": "le"}) == 10


def test_every_figure_of_these_pages_is_one_that_plotly_accepts(book: Book) -> None:
    shown = [
        figure for section in (target, targets) for page in section.pages(book) for figure in figures(page.sections)
    ]
    assert len(shown) >= 4
    for item in shown:
        body = json.loads(item.json())
        go.Figure(data=body["data"], layout={**body["layout"], **(body["narrow"] or {})})
        assert item.caption
        assert not re.search("<img|</script", json.dumps(body, ensure_ascii=False))


def test_a_chart_stands_beside_the_table_that_holds_its_numbers(book: Book) -> None:
    for section in (target, targets):
        for page in section.pages(book):
            charts = [block for part in page.sections for block in walk(part.blocks) if isinstance(block, Chart)]
            assert {chart.table_id for chart in charts} <= {table.table_id for table in page.tables}


def test_a_range_is_drawn_at_both_its_ends(book: Book) -> None:
    known = next(row for row in book.rows_of("plan_targets", "plan_key")[PLAN] if row["target_no"] == NUMBER)
    row = {**known, "comparator": "between", "unit": "percent"}
    periods = book.rows_of("plan_target_periods", "plan_key")[PLAN]
    rows = [
        target_cells.judged({**row, "value_max": Decimal(99)}, {**period, "target_value": Decimal(91)})
        for period in periods
        if period["target_no"] == row["target_no"]
    ]
    drawn = over_periods("a", "b", "c", rows, book.phrases, [None] * len(rows))
    lines = [line for line in drawn.data if line["name"] == words().plan.chart_target]
    assert {at for line in lines for at in line["y"]} == {Decimal(91), Decimal(99)}


def test_a_figure_and_a_point_lead_to_the_row_they_come_from(page: Page) -> None:
    rows = {entry.origin.origin_id: entry.origin.row_id for entry in page.entries}
    point = trace(figure(page), words().plan.chart_actual)[0]["customdata"][1]
    assert rows[point[1]] == f"fct_target_progress/{PLAN}/{NUMBER}/2026-q3/agency/{AGENCY}"
    cell = table(page, "cac-ky-bao-cao").lines[2].cells[1]
    assert cell.origin is not None
    assert cell.origin.origin_id == point[1]
    entry = next(entry for entry in page.entries if entry.origin == cell.origin)
    assert entry.more
    assert entry.href == f"{page.path}#don-vi-2026-q3"
    unit = table(page, "don-vi-2026-q3").lines[0].cells[2]
    assert unit.origin is not None
    # Not the cell of one period: what came to the figure from the beginning of the year.
    assert unit.origin.row_id.startswith(f"fct_target_progress/{PLAN}/{NUMBER}/2026-q3/unit/")
