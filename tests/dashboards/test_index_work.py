"""Beside each component of an index exactly what the agency's own plans hold of the year."""

from dataclasses import replace
from typing import Any

import pytest

from dashboards.blocks import layout
from dashboards.blocks.layout import Attached, Block, Fold, Pair, walk
from dashboards.pages.book import Book
from dashboards.pages.indices import work, work_sentences
from dashboards.pages.indices.subject import Subject
from dashboards.pages.page import Page
from dashboards.theme.words import words
from tests.dashboards.invented.yardsticks import WORK_YEAR

AN_HOA = "so-y-te-an-hoa"


def blocks_of(page: Page, component: str) -> list[Block]:
    """What stands beside a component's chart, or under its name where it has none."""
    for block in walk(page.sections[2].blocks):
        if isinstance(block, Pair) and block.chart.figure.figure_id == f"diem-{component.lower()}":
            return list(walk(block.blocks))
        if isinstance(block, Fold) and block.anchor == f"phan-{component.lower()}":
            return list(walk(block.blocks))
    return []


@pytest.mark.parametrize("component", ["D1", "D9"])
def test_beside_a_component_stands_exactly_what_the_mart_holds_of_the_year(
    book: Book, papi: Page, component: str
) -> None:
    items = [
        row
        for row in book.marts.rows("yardstick_items")
        if row["agency_key"] == AN_HOA and row["component_code"] == component and row["year"] == WORK_YEAR
    ]
    shown = [block.table for block in blocks_of(papi, component) if isinstance(block, layout.Sheet)]
    listed = [line.cells[0].text for item in shown for line in item.lines]
    assert sorted(listed) == sorted(row["statement"] for row in items if row["item"] in ("target", "task", "result"))
    asked = {row["statement"]: book.phrases.target(row) for row in items if row["item"] == "target"}
    assert set(asked.values()) == {"tối thiểu 96\u00a0%"}
    levels = {line.cells[0].text: line.cells[2].text for item in shown for line in item.lines if line.cells[2].text}
    assert levels == asked
    whole = next(block.table for block in walk(papi.sections[2].blocks) if _is_whole(block))
    named = [line.cells[4].text for line in whole.lines if line.cells[0].text == f"Thành phần {component}"]
    assert sorted(named) == sorted(row["statement"] for row in items)


def _is_whole(block: Block) -> bool:
    return isinstance(block, Attached) and block.table.table_id == "viec-cua-co-quan"


def test_the_counts_beside_a_component_are_those_of_the_mart(book: Book, papi: Page) -> None:
    row = next(
        row
        for row in book.marts.rows("yardsticks")
        if row["agency_key"] == AN_HOA and row["component_code"] == "D1" and row["year"] == WORK_YEAR
    )
    line = blocks_of(papi, "D1")[0]
    assert isinstance(line, layout.Text)
    judged = sum(row[f"targets_{name}"] for name in ("met", "missed", "on_track", "at_risk", "off_track"))
    assert f"{row['targets_met']}/{judged} chỉ tiêu đã đánh giá đạt hoặc vượt" in line.text
    assert f"{row['tasks_overdue']} nhiệm vụ quá hạn" in line.text
    # Seven places speak of six targets.
    assert words().index.work_once in line.text


def test_targets_of_which_nothing_can_be_said_yet_are_no_part_of_a_share(of_an_hoa: Subject) -> None:
    row: dict[str, Any] = {
        name: 0 for name in work_sentences.cell_of(of_an_hoa, "D1") or {} if name.startswith(("targets", "tasks"))
    }
    row |= {"component_code": "D1", "goals": 0, "measures": 0, "indicators_reported": 0}
    ahead = row | {"targets": 3, "targets_not_due": 2, "targets_in_progress": 1}
    assert work_sentences.counted(of_an_hoa, ahead) == "1 chỉ tiêu đang thực hiện; 2 chỉ tiêu chưa đến kỳ đánh giá."
    mixed = row | {"targets": 4, "targets_met": 1, "targets_missed": 1, "targets_not_due": 1}
    said = work_sentences.counted(of_an_hoa, mixed | {"targets_not_assessable": 1})
    assert said.startswith("1/2 chỉ tiêu đã đánh giá đạt hoặc vượt; 1 chỉ tiêu chưa đến kỳ đánh giá; ")


def test_tasks_nobody_ever_spoke_of_are_not_said_to_be_undone(of_an_hoa: Subject) -> None:
    row: dict[str, Any] = {
        name: 0 for name in work_sentences.cell_of(of_an_hoa, "D1") or {} if name.startswith(("targets", "tasks"))
    }
    row |= {"component_code": "D1", "goals": 0, "measures": 0, "indicators_reported": 0, "tasks": 2}
    items = [row for row in of_an_hoa.items if row["item"] != "task"]
    silent = replace(of_an_hoa, items=items)
    assert work_sentences.counted(silent, row) == "2 nhiệm vụ, chưa có báo cáo về nhiệm vụ."
    assert work_sentences.counted(of_an_hoa, row | {"tasks_done": 1}) == "1/2 nhiệm vụ hoàn thành."


def test_work_is_told_of_the_last_year_of_which_anything_is_said(of_an_hoa: Subject) -> None:
    row = next(row for row in of_an_hoa.items if row["item"] == "target" and row["year"] == WORK_YEAR)
    result = {**row, "item": "result", "status": None}
    states = {
        WORK_YEAR - 3: "missed",
        WORK_YEAR - 2: "not_assessable",
        WORK_YEAR - 1: "in_progress",
        WORK_YEAR: "not_due",
    }
    years = [{**row, "year": year, "status": status} for year, status in states.items()]
    assert replace(of_an_hoa, items=years).work_year == WORK_YEAR - 3
    assert replace(of_an_hoa, items=years).is_work_past
    assert replace(of_an_hoa, items=[*years, {**result, "year": WORK_YEAR - 1}]).work_year == WORK_YEAR - 1
    # What lies ahead is not told, and where nothing is said at all the latest year stands.
    ahead = {**row, "year": WORK_YEAR + 1, "status": "met"}
    silent = replace(of_an_hoa, items=[*years[1:], ahead])
    assert (silent.work_year, silent.is_work_past) == (WORK_YEAR, False)


def test_it_is_said_that_neither_side_measures_the_other(papi: Page) -> None:
    said = [block.text for block in walk(papi.sections[2].blocks) if isinstance(block, layout.Text)]
    assert any("không đo lẫn nhau" in text for text in said)


def beside(subject: Subject, component: str) -> str:
    """The line beside a component."""
    line = work.blocks(subject, component)[0]
    assert isinstance(line, layout.Text)
    return line.text


def test_a_component_of_which_plans_speak_in_another_year_is_not_said_to_stand_in_none(of_an_hoa: Subject) -> None:
    row = next(row for row in of_an_hoa.items if row["component_code"] == "D1" and row["year"] == WORK_YEAR)
    before = {**row, "component_code": "D2", "year": WORK_YEAR - 1}
    assert beside(replace(of_an_hoa, items=[row]), "D2") == words().index.work_none
    assert beside(replace(of_an_hoa, items=[row, before]), "D2") == words().index.work_none_year.format(year=WORK_YEAR)


def test_targets_of_which_nothing_arose_are_counted_in_words(of_an_hoa: Subject) -> None:
    row: Any = of_an_hoa.items and work_sentences.cell_of(of_an_hoa, "D1")
    none = row | {name: 0 for name, value in row.items() if isinstance(value, int) and name.startswith("t")}
    none |= {"goals": 0, "measures": 0, "indicators_reported": 0, "targets": 2, "targets_other": 2}
    assert work_sentences.counted(of_an_hoa, none) == "2 chỉ tiêu không phát sinh hoặc không áp dụng."


def test_what_was_amended_is_neither_counted_nor_a_target_printed_twice(of_an_hoa: Subject) -> None:
    """D9 has one target."""
    target = next(row for row in of_an_hoa.items if row["component_code"] == "D9" and row["year"] == WORK_YEAR)
    amended = {**target, "item_no": "T099", "is_current": False}
    assert words().index.work_once not in beside(replace(of_an_hoa, items=[target, amended]), "D9")
    assert words().index.work_once in beside(replace(of_an_hoa, items=[target, {**amended, "is_current": True}]), "D9")
    nothing = f"{words().index.work_year.format(year=WORK_YEAR)} {words().index.work_amended_alone}"
    assert beside(replace(of_an_hoa, items=[amended]), "D9") == nothing


def test_a_province_is_called_as_its_latest_figures_call_it(of_an_hoa: Subject) -> None:
    """Rows stand by component: the last of them is not the latest."""
    older = {**of_an_hoa.rows[-1], "component_code": "Z", "year": 1999, "territory": "Tên cũ", "full_name": "Tỉnh Cũ"}
    changed = replace(of_an_hoa, rows=[*of_an_hoa.rows, older])
    assert (changed.territory, changed.province) == (of_an_hoa.territory, of_an_hoa.province)
