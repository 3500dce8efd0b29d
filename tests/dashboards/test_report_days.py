"""The days of a report: the board, the page of its unit, the page of changes and the last words of leads say the same,
and none calls a day of receipt a day of sending."""

from collections.abc import Mapping
from datetime import date

import pytest

from dashboards.pages.book import Book
from dashboards.pages.changes import page as changes
from dashboards.pages.reports import page as reports
from dashboards.pages.tasks.leads import Leads
from dashboards.pages.units import page as units
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.formats import DASH
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY, SENT, RECEIVED, UNKNOWN = "so-y-te-an-hoa", date(2026, 7, 12), date(2026, 7, 13), None
SAID = {SENT: "gửi ngày 12/07/2026", UNKNOWN: "nhận ngày 13/07/2026"}


def told(book: Book, sent: date | None) -> tuple[Book, Row, Row, Row]:
    """The book with one report, sent twice, that a late unit of a task speaks in; the task, the word, the report."""
    board = grouped(book.marts.rows("report_board"), "agency_key", "unit_name", "period_name")
    for task in book.rows_of("plan_tasks", "agency_key")[AGENCY]:
        for word in book.rows_of("origins", "row_id").get(f"fct_task_status/{task['plan_key']}/{task['task_no']}", []):
            found = board.get((AGENCY, word["unit_name"], word["period_name"]), [])
            if word["role"] == "task_word" and any(word["said"] in said for said in Leads(book).last_words(task)):
                for report in found:
                    days = {"sent_date": sent and date(2026, 7, 1), "received_date": date(2026, 7, 2)}
                    standing = {"standing_sent_date": sent, "standing_received_date": RECEIVED}
                    twice = {"status": "on_time", "versions": 2, "files": 2, "is_withdrawn": False}
                    mine = report | days | standing | twice
                    rows = [mine if row is report else row for row in book.marts.rows("report_board")]
                    return with_rows(book, report_board=rows), task, word, mine
    raise AssertionError("no last word stands in a report of the board")


def line(book: Book, row: Row, *, is_board: bool) -> Mapping[str, list[str]]:
    """What a table of reports says of one, by the titles of its columns."""
    if is_board:
        page = next(page for page in reports.pages(book) if page.agency_key == AGENCY)
        found, name = table(page, f"bao-cao-{row['period_key']}"), row["unit_name"]
    else:
        page = next(page for page in units.pages(book) if page.path == book.unit_pages[row["unit_key"]])
        found, name = table(page, "bao-cao-bang"), row["period_name"]
    cells = next(part.cells for part in found.lines if part.cells[0].text == name)
    return {column.title: [cell.text, *cell.lines] for column, cell in zip(found.columns, cells, strict=True)}


@pytest.mark.parametrize("sent", [SENT, UNKNOWN])
def test_four_pages_say_the_same_days_of_one_report(book: Book, sent: date | None) -> None:
    changed, task, word, row = told(book, sent)
    column, standing = words().column.sent, words().reports.standing.format(day=SAID[sent])
    on_board, of_unit = line(changed, row, is_board=True), line(changed, row, is_board=False)
    for title in (column, words().reports.received_on):
        assert on_board[title] == of_unit[title]
    assert on_board[column] == (["01/07/2026", standing] if sent else [DASH])
    assert on_board[words().reports.received_on] == (["02/07/2026"] if sent else ["02/07/2026", standing])
    last = next(said for said in Leads(changed).last_words(task) if word["said"] in said)
    assert f"({SAID[sent]})" in last
    withdrawn = {"change_kind": "withdrawn", "unit_key": row["unit_key"], "period_key": row["period_key"]}
    rows = [book.marts.rows("changes")[0] | withdrawn | {"agency_key": AGENCY, "indicator_code": None}]
    page = next(page for page in changes.pages(with_rows(changed, changes=rows)) if page.agency_key == AGENCY)
    said = [text for part in table(page, "thay-doi").lines for cell in part.cells for text in cell.lines]
    assert words().changes.still_stands.format(day=SAID[sent]) in said
