"""Whether anything was ever reported of a task is known by its reports alone: one word makes it, whatever it says."""

from dataclasses import replace

import pytest

from dashboards.pages.book import Book
from dashboards.pages.indices import work_sentences
from dashboards.pages.indices.subject import Subject
from dashboards.pages.overview.sentences import conclusion
from dashboards.pages.overview.tiles import of_agency
from dashboards.pages.standing import are_tasks_told, standings
from dashboards.pages.tasks import page as tasks
from dashboards.pages.tasks import sentences as task_sentences
from dashboards.pages.tasks.leads import Leads
from dashboards.row import Row
from dashboards.theme.states import TASK
from dashboards.theme.words import words
from tests.dashboards.books import with_rows

AGENCY = "so-y-te-an-hoa"


def with_words(book: Book, status: str, *, is_told: bool) -> Book:
    """All tasks in one state; of one of them a report speaks, or of none."""
    marts: dict[str, list[Row]] = {
        name: [{**row, "status": status} for row in book.marts.rows(name)]
        for name in ("plan_tasks", "unit_tasks", "task_periods")
    }
    lines = [row for row in book.marts.rows("origins") if is_told or row["role"] != "task_word"]
    return with_rows(book, origins=lines, **marts)


@pytest.mark.parametrize("status", TASK)
def test_a_report_makes_the_tasks_told_and_no_state_does(book: Book, status: str) -> None:
    assert are_tasks_told(with_words(book, status, is_told=True), AGENCY)
    assert not are_tasks_told(with_words(book, status, is_told=False), AGENCY)


def test_a_report_of_a_task_that_does_not_count_makes_nothing_told(book: Book) -> None:
    known = with_words(book, "overdue", is_told=True)
    told = [row for row in known.marts.rows("plan_tasks") if known.is_task_told(row["plan_key"], row["task_no"])]
    rows: list[Row] = [{**row, "is_counted": row not in told} for row in known.marts.rows("plan_tasks")]
    assert not are_tasks_told(with_rows(known, plan_tasks=rows), AGENCY)


def test_where_all_said_that_they_have_not_begun_no_page_says_that_nobody_reported(
    book: Book, of_an_hoa: Subject
) -> None:
    untold = words().overview.untold
    for is_told in (True, False):
        known = with_words(book, "overdue_unconfirmed", is_told=is_told)
        found = next(one for one in standings(known) if one.agency["agency_key"] == AGENCY)
        assert (untold not in conclusion(known, found)) is is_told
        assert (untold not in of_agency(known, found).tiles[2].line) is is_told
        rows = known.rows_of("plan_tasks", "agency_key")[AGENCY]
        said = str(task_sentences.lead(known, found.agency, rows, [], Leads(known)))
        assert (words().tasks.unheard not in said) is is_told
        page = next(page for page in tasks.pages(known) if page.agency_key == AGENCY)
        assert any(table.table_id == "theo-chu-tri" for table in page.tables) is is_told
        counts = {**(work_sentences.cell_of(of_an_hoa, "D1") or {}), "tasks_done": 0, "tasks_overdue": 0}
        told = work_sentences.counted(replace(of_an_hoa, book=known), counts)
        assert ("chưa có báo cáo về nhiệm vụ" not in told) is is_told


def test_the_year_of_the_work_beside_an_index_is_the_last_of_which_a_report_speaks(
    book: Book, of_an_hoa: Subject
) -> None:
    task = next(row for row in of_an_hoa.items if row["item_no"] == "A001" and row["item"] == "task")
    goal = {**task, "item": "goal", "item_no": "G001", "status": None}
    year = task["year"]
    items = [{**task, "year": year - 1, "status": "overdue_unconfirmed"}, goal]
    told, silent = (with_words(book, "overdue_unconfirmed", is_told=is_told) for is_told in (True, False))
    assert replace(of_an_hoa, items=items, book=told).work_year == year - 1
    assert replace(of_an_hoa, items=items, book=silent).work_year == year
