"""What units set themselves stands on their pages, worst first; pages that leave it out of their counts say so."""

import pytest

from dashboards.blocks.layout import Text, walk
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.tasks import page as tasks
from dashboards.pages.units import board, page
from dashboards.row import Row
from dashboards.theme.states import TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY, UNIT = "so-y-te-an-hoa", "so-y-te-an-hoa/benh-vien"


def page_of(book: Book, unit_key: str) -> Page:
    return next(found for found in page.pages(book) if found.path == book.unit_pages[unit_key])


def said_on(found: Page) -> str:
    notes = [one.note or "" for one in found.tables]
    blocks = [block for section in found.sections for block in walk(section.blocks)]
    return " ".join([*(block.text for block in blocks if isinstance(block, Text)), *notes])


def rows_of(book: Book, unit_key: str) -> list[Row]:
    return book.rows_of("own_tasks", "unit_key")[unit_key]


def test_each_stands_on_the_page_of_its_unit_with_its_day_its_state_and_where_it_was_read(book: Book) -> None:
    rows = {row["description"]: row for row in rows_of(book, UNIT)}
    lines = table(page_of(book, UNIT), "tu-dat").lines
    assert {line.cells[0].text for line in lines} == set(rows)
    for line in lines:
        name, due, state = line.cells
        row = rows[name.text]
        assert due.value == row["due_date"]
        assert bool(due.text)
        assert state.mark
        assert state.mark.text == words().task_status[row["status"]]
        row_id = f"fct_own_task/{UNIT}/{row['period_key']}/{row['line_no']}"
        assert (state.origin.row_id if state.origin else None) == (
            row_id if row_id in book.rows_of("origins", "row_id") else None
        )
    assert any(line.cells[2].origin for line in lines)


def test_what_is_late_stands_first_and_is_counted_in_words(book: Book) -> None:
    found, rows = page_of(book, UNIT), rows_of(book, UNIT)
    first: Cell = table(found, "tu-dat").lines[0].cells[2]
    assert first.mark
    assert first.mark.text in {words().task_status[code] for code in TASK_LATE}
    late = sum(row["status"] in TASK_LATE for row in rows)
    assert f"{len(rows)} việc, trong đó {late} việc quá hạn" in said_on(found)


def test_no_count_of_the_tasks_of_plans_moves_by_them(book: Book) -> None:
    without = with_rows(book, own_tasks=[])
    leads = [page_of(known, UNIT).sections[0] for known in (book, without)]
    assert leads[0] == leads[1]
    assert "tu-dat" not in {one.table_id for one in page_of(without, UNIT).tables}


@pytest.mark.parametrize("made", [tasks.pages, board.pages])
def test_pages_of_tasks_and_of_units_say_how_many_of_them_they_leave_out(book: Book, made: object) -> None:
    assert callable(made)
    units = {row["unit_key"] for row in book.units if row["agency_key"] == AGENCY}
    count = sum(row["unit_key"] in units for row in book.marts.rows("own_tasks"))
    start = words().own_tasks.left_out.partition("{late}")[0].format(n=count)
    for known, is_said in ((book, True), (with_rows(book, own_tasks=[]), False)):
        found = next(one for one in made(known) if one.agency_key == AGENCY)
        assert (start in said_on(found)) is is_said
