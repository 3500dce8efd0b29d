"""The board of units and the pages of units say what their marts hold, and the same of each unit."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboards.blocks.layout import Attached, Chart, Fold, Sheet, Text, walk
from dashboards.blocks.table import Cell, Line, Table
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.units import board as units
from dashboards.pages.units import page as unit
from dashboards.pages.units.standing import TO_MEND, UnitStanding, unit_standings
from dashboards.theme.states import REPORT_LACKING, TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY, UNIT = "so-y-te-an-hoa", "so-y-te-an-hoa/benh-vien"
_LIMIT = 90_000


@pytest.fixture(scope="module")
def standing(book: Book) -> UnitStanding:
    return unit_standings(book)[UNIT]


@pytest.fixture(scope="module")
def board(book: Book) -> Table:
    page = next(page for page in units.pages(book) if page.agency_key == AGENCY)
    return next(table for table in page.tables if table.table_id == "don-vi-bang")


@pytest.fixture(scope="module")
def page(book: Book) -> Page:
    return page_of(book, UNIT)


def page_of(book: Book, unit_key: str) -> Page:
    return next(page for page in unit.pages(book) if page.path == book.unit_pages[unit_key])


def charts(page: Page) -> list[Chart]:
    return [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart)]


def line_of(board: Table, name: str) -> Line:
    return next(line for line in board.lines if line.cells[0].text == name)


def test_every_unit_stands_once_on_the_board_and_has_a_page(book: Book, board: Table) -> None:
    owned = [row for row in book.units if row["agency_key"] == AGENCY]
    assert sorted(line.cells[0].text for line in board.lines) == sorted(row["unit_name"] for row in owned)
    assert {line.cells[0].href for line in board.lines} == {book.unit_pages[row["unit_key"]] for row in owned}


def test_groups_of_units_stand_apart_and_last(book: Book, board: Table) -> None:
    collective = {row["unit_name"] for row in book.units if row["is_collective"]}
    assert {line.cells[0].text for line in board.groups[-1].lines} == collective


def test_who_owes_a_report_or_is_late_with_a_task_is_urged_and_nobody_else(book: Book, board: Table) -> None:
    urged = {line.cells[0].text for line in board.groups[0].lines}
    expected = set()
    for row in (row for row in book.units if row["agency_key"] == AGENCY and not row["is_collective"]):
        reports = [r for r in book.marts.rows("report_board") if r["unit_key"] == row["unit_key"]]
        tasks = [t for t in book.marts.rows("unit_tasks") if t["unit_key"] == row["unit_key"] and t["is_own_part"]]
        if any(r["status"] in REPORT_LACKING for r in reports) or any(t["status"] in TASK_LATE for t in tasks):
            expected.add(row["unit_name"])
    assert urged == expected


def counted(cell: Cell) -> dict[str, int]:
    """States of a cell of the board, as marks and in its quiet line, by their word in small letters."""
    quiet = [part.split(" ", 1) for part in cell.lines[0].split(", ")] if len(cell.lines) > 1 else []
    marks = {mark.text.lower(): count for mark, count in cell.tally}
    return marks | {word.lower(): int(count) for count, word in quiet}


def test_counts_on_the_board_are_those_of_the_marts(book: Book, board: Table, standing: UnitStanding) -> None:
    line = line_of(board, standing.unit["unit_name"])
    reports = [row for row in book.marts.rows("report_board") if row["unit_key"] == UNIT]
    lacking = [row for row in reports if row["status"] in REPORT_LACKING]
    assert line.cells[2].value == len(lacking)
    assert all(any(row["period_name"] in said for said in line.cells[2].lines) for row in lacking[:3])
    targets = Counter(
        row["status"] for row in book.marts.rows("unit_targets") if row["unit_key"] == UNIT and row["is_current"]
    )
    assert counted(line.cells[4]) == {
        words().target_status[code].lower(): count for code, count in targets.items() if code
    }
    tasks = Counter(
        row["status"] for row in book.marts.rows("unit_tasks") if row["unit_key"] == UNIT and row["is_own_part"]
    )
    assert counted(line.cells[3]) == {words().task_status[code].lower(): count for code, count in tasks.items() if code}


def test_a_page_of_a_unit_begins_with_what_it_owes_now(page: Page, standing: UnitStanding) -> None:
    said = next(block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text))
    assert said.startswith("Cần làm ngay: ")
    assert words().unit_page.owes.late.format(n=len(standing.late)) in said
    assert words().unit_page.owes.behind.format(n=len(standing.behind)) in said
    assert all(row["period_name"] in said for row in standing.missing)


def test_a_task_that_nobody_asks_for_any_more_is_listed_apart_and_not_owed(book: Book, standing: UnitStanding) -> None:
    past = {(row["plan_key"], row["task_no"]) for row in standing.late}
    assert past
    tasks = [
        row | {"is_asked": False} if (row["plan_key"], row["task_no"]) in past else row
        for row in map(dict, book.marts.rows("unit_tasks"))
    ]
    page = page_of(with_rows(book, unit_tasks=tasks), UNIT)
    said = next(block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text))
    assert words().unit_page.owes.late.partition("} ")[2] not in said
    assert sorted(line.cells[0].text for line in table(page, "da-qua").lines) == sorted(
        row["description"] for row in standing.late
    )
    section = next(section for section in page.sections if section.anchor == "nhiem-vu")
    folds = [block for block in section.blocks if isinstance(block, Fold) and "da-qua" in str(block)]
    assert [fold.title.split(" (")[0] for fold in folds] == [words().unit_page.tasks_past]
    assert len(table(page, "chu-tri").lines) == len(standing.tasks) - len(past)


def test_a_unit_whose_file_nobody_could_read_is_asked_to_send_it_again_and_not_told_that_it_sent_nothing(
    book: Book,
) -> None:
    known = unit_standings(book)
    rows = [
        row for row in book.marts.rows("report_board") if row["status"] == "unreadable" and row["unit_key"] in known
    ]
    assert rows
    for row in rows:
        own = page_of(book, row["unit_key"])
        said = next(block.text for block in walk(own.sections[0].blocks) if isinstance(block, Text))
        assert words().unit_page.owes.report_again.format(period=row["period_name"]) in said
        line = next(line for line in table(own, "bao-cao-bang").lines if line.cells[0].text == row["period_name"])
        assert line.cells[2].mark
        assert line.cells[2].mark.text == words().report_status.unreadable


def test_what_is_to_be_done_stands_before_what_is_to_be_known(page: Page) -> None:
    anchors = [section.anchor for section in page.sections]
    assert anchors == ["dau-trang", "bao-cao", "can-sua", "nhiem-vu", "viec-tu-dat", "chi-tieu", "ket-qua"]


def test_what_is_only_worth_knowing_is_folded_and_nothing_found_is_left_out(book: Book) -> None:
    folded = 0
    for key, standing in unit_standings(book).items():
        (section,) = (part for part in page_of(book, key).sections if part.anchor == "can-sua")
        folds = [block for block in section.blocks if isinstance(block, Fold)]
        noted = [row for row in standing.findings if row["severity"] not in TO_MEND]
        inside = [block.table for fold in folds for block in walk(fold.blocks) if isinstance(block, Sheet | Attached)]
        open_ = [block.table for block in section.blocks if isinstance(block, Sheet | Attached)]
        for tables, rows in ((inside, noted), (open_, standing.to_mend)):
            assert max((len(table.lines) for table in tables), default=0) == len(rows)
        folded += len(noted)
    assert folded


def test_a_unit_led_through_a_group_says_so(book: Book) -> None:
    through = next(row for row in book.marts.rows("unit_tasks") if row["group_name"] and row["is_own_part"])
    own = table(page_of(book, through["unit_key"]), "chu-tri")
    line = next(line for line in own.lines if line.cells[0].text == through["description"])
    assert words().unit_page.through.format(group=through["group_name"]) in line.cells[0].lines


def test_a_target_of_a_plan_that_was_closed_is_not_counted_and_stands_apart(book: Book, page: Page) -> None:
    rows = [row for row in book.marts.rows("unit_targets") if row["unit_key"] == UNIT]
    assert len(table(page, "chi-tieu-bang").lines) == sum(row["is_current"] for row in rows)
    assert len(table(page, "da-ket-thuc").lines) == sum(not row["is_current"] for row in rows)


def test_a_figure_of_a_target_is_that_of_the_mart_and_a_missing_one_a_dash(book: Book, page: Page) -> None:
    rows = [row for row in book.marts.rows("unit_targets") if row["unit_key"] == UNIT and row["is_current"]]
    shown = Counter(line.cells[2].value for line in table(page, "chi-tieu-bang").lines)
    assert shown == Counter(row["actual"] for row in rows)
    blank = [line.cells[2].text for line in table(page, "chi-tieu-bang").lines if line.cells[2].value is None]
    assert set(blank) == {"—"}


def test_the_chart_of_a_target_speaks_of_the_level_asked_of_the_unit(book: Book) -> None:
    row = next(row for row in book.marts.rows("target_units") if row["unit_key"] == UNIT)
    asked = [
        ("2026-q1", date(2026, 3, 14), Decimal(80)),
        ("2026-h1", date(2026, 6, 14), Decimal(82)),
        ("2026-q3", date(2026, 9, 14), Decimal(85)),
    ]
    periods = [
        row | {"period_key": key, "window_to": day, "target_value": level, "gap": row["actual"] - level}
        for key, day, level in asked
    ]
    figures = [chart.figure for chart in charts(page_of(with_rows(book, target_units=periods), UNIT))]
    target = next(target for target in book.marts.rows("plan_targets") if target["target_no"] == row["target_no"])
    levels = [level for _, _, level in asked]
    assert target["value"] not in levels
    said = book.phrases.target(target | {"value": levels[-1]})
    assert [step for trace in figures[0].data if trace["mode"] == "lines" for step in trace["y"][::2]] == levels
    assert figures[0].layout["annotations"][0]["text"] == said
    assert said in figures[0].caption
    assert book.phrases.target(target) not in figures[0].caption


def test_the_files_beside_the_page_hold_every_result_of_every_period(book: Book, page: Page) -> None:
    rows = [row for row in book.marts.rows("unit_results") if row["unit_key"] == UNIT]
    assert Counter(line.cells[2].value for line in table(page, "moi-ket-qua").lines) == Counter(
        row["value"] for row in rows
    )


def test_a_unit_with_nothing_open_is_told_so_and_no_page_is_on_time_beside_overdue(book: Book, site: Path) -> None:
    for key, standing in unit_standings(book).items():
        said = words().unit_page.owes_nothing.format(date="30/09/2026")
        content = (site / book.unit_pages[key]).read_text(encoding="utf-8")
        assert (said in content) is not any((standing.missing, standing.late, standing.behind, standing.to_mend))
        seen = re.sub(r"<[^>]*>", " ", content)
        assert not (standing.late and re.search(r"đúng hạn \(?100", seen))


def test_the_page_of_a_unit_is_light(book: Book, site: Path) -> None:
    assert all((site / path).stat().st_size <= _LIMIT for path in book.unit_pages.values())


def test_an_ongoing_task_is_told_by_period_and_a_period_without_it_is_no_state(book: Book, site: Path) -> None:
    rows = book.rows_of("task_periods", "agency_key")[AGENCY]
    content = (site / AGENCY / "nhiem-vu.html").read_text(encoding="utf-8")
    matrix = content[content.index('id="thuong-xuyen-bang"') :].partition("</table>")[0]
    for row in rows:
        assert f'data-label="{row["period_name"]}"' in matrix
    places = {row["period_key"] for row in rows}, {row["task_no"] for row in rows}
    assert matrix.count(words().tasks.ongoing_none) == len(places[0]) * len(places[1]) - len(rows) > 0
    assert words().tasks.ongoing_share.format(done=2, asked=3) in matrix


def result_texts(book: Book, rows: list[dict[str, object]]) -> list[str]:
    """What the results of a unit say beside their table."""
    page = page_of(with_rows(book, unit_results=rows), UNIT)
    return [block.text for block in page.sections[-1].blocks if isinstance(block, Text)]


def test_earlier_results_are_said_to_stand_in_the_files_only_where_there_are_some(book: Book) -> None:
    row = next(dict(row) for row in book.marts.rows("unit_results") if row["unit_key"] == UNIT)
    told = [
        row | {"period_key": f"{year}-annual", "window_to": date(year, 12, 14), "state": "reported"}
        for year in (2023, 2024, 2025)
    ]
    ahead = row | {"period_key": "2026-annual", "window_to": date(2026, 12, 14), "state": "not_due", "value": None}
    assert result_texts(book, told) == [words().unit_page.results_older]
    assert result_texts(book, [*told[:1], ahead]) == []
    assert result_texts(book, [ahead]) == [words().unit_page.results_ahead]
    # The files beside the page hold what is ahead, too.
    page = page_of(with_rows(book, unit_results=[ahead]), UNIT)
    assert len(table(page, "moi-ket-qua").lines) == 1


def test_a_target_that_two_places_print_differently_is_marked_as_on_the_list_of_its_agency(book: Book) -> None:
    parts = [{**row, "is_current": True} for row in book.marts.rows("unit_targets")]
    doubtful = parts[0]["target_no"]
    targets = [{**row, "has_conflict": row["target_no"] == doubtful} for row in book.marts.rows("plan_targets")]
    shown = table(page_of(with_rows(book, plan_targets=targets, unit_targets=parts), UNIT), "chi-tieu-bang")
    marked = [line.cells[0].lines[0] for line in shown.lines if words().common.conflict in line.cells[0].flags]
    assert [code.partition(" ")[0] for code in marked] == [doubtful]


def test_a_report_that_has_something_to_mend_leads_to_the_file_that_says_what_cell_by_cell(book: Book) -> None:
    row = {**book.rows_of("report_board", "agency_key")[AGENCY][0], "unit_key": UNIT, "has_unreadable_file": False}
    counts = {"values_quarantined": 0, "findings_error": 0, "findings_warning": 0, "versions": 1}
    file = f"feedback/{row['agency_key']}/{row['period_key']}/{UNIT.rpartition('/')[2]}.xlsx"
    for asking, where in (({"findings_error": 1}, f"../{file}"), ({}, None)):
        given = with_rows(book, report_board=[{**row, "is_withdrawn": False, **counts, **asking}])
        cell = table(page_of(given, UNIT), "bao-cao-bang").lines[0].cells[-1]
        assert cell.href == where
        assert any(file in line for line in cell.lines) == (where is not None)
