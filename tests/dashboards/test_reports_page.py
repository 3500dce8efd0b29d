"""The board of reports says what its marts hold: counts, names, states, and who is called first."""

from collections import Counter

import pytest

from dashboards.blocks.layout import Fold, Text, walk
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.reports import listing
from dashboards.pages.reports import page as reports
from dashboards.pages.reports.matrix import PERIODS_SHOWN, matrix
from dashboards.theme import formats
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY = "so-y-te-an-hoa"


@pytest.fixture(scope="module")
def page(book: Book) -> Page:
    return next(page for page in reports.pages(book) if page.agency_key == AGENCY)


@pytest.mark.parametrize("status", ["not_reported", "unreadable"])
def test_the_first_sentence_names_who_has_not_sent_and_apart_from_them_whose_file_nobody_could_read(
    book: Book, page: Page, status: str
) -> None:
    periods = book.rows_of("report_periods", "agency_key")[AGENCY]
    latest = next(row for row in periods if row["received"] or row["missing"])
    said = next(block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text))
    assert said.startswith(latest["period_name"])
    board = book.rows_of("report_board", "agency_key")[AGENCY]
    names = [row["unit_name"] for row in board if row["status"] == status
             and row["period_key"] == latest["period_key"]]  # fmt: skip
    assert names
    title = words().common.group_count.format(name=words().report_status[status], n=len(names))
    called = said.partition(f"{title}: ")[2].partition(" (")[0]
    assert all(name in called for name in names)


def test_a_period_counts_a_file_that_nobody_could_read_neither_as_silence_nor_as_a_report(
    book: Book, page: Page
) -> None:
    rows = {row["period_name"]: row for row in book.rows_of("report_periods", "agency_key")[AGENCY]}
    titles = [column.title for column in table(page, "ky-bao-cao").columns]
    place = titles.index(words().report_status.not_reported)
    told = [(rows[line.cells[0].text], line.cells[place]) for line in table(page, "ky-bao-cao").lines]
    assert any(row["unreadable"] for row, _ in told)
    for row, cell in told:
        assert cell.value == row["missing"] - row["unreadable"]
        said = words().reports.and_unreadable.format(n=row["unreadable"])
        assert list(cell.lines) == ([said] if row["unreadable"] else [])


def test_a_file_that_nobody_could_read_is_said_with_its_day_wherever_its_report_stands(book: Book, page: Page) -> None:
    board = [row for row in book.rows_of("report_board", "agency_key")[AGENCY] if row["has_unreadable_file"]]
    assert {row["status"] for row in board} == {"unreadable", "not_due"}
    attached = table(page, "moi-ky")
    for row in board:
        line = next(line for line in attached.lines if (line.cells[0].text, line.cells[2].text)
                    == (row["period_name"], row["unit_name"]))  # fmt: skip
        pattern = words().reports.unreadable_received if row["status"] == "unreadable" else words().reports.unreadable
        said = pattern.format(date=formats.day(row["unreadable_received_date"]))
        assert said in line.cells[3].lines


def test_each_cell_of_the_matrix_is_the_state_of_one_report(book: Book, page: Page) -> None:
    board = book.rows_of("report_board", "agency_key")[AGENCY]
    names = [column.title for column in table(page, "theo-don-vi-bang").columns[1:]]
    assert len(names) <= PERIODS_SHOWN
    shown = Counter(
        (line.cells[0].text, name, cell.mark.text)
        for line in table(page, "theo-don-vi-bang").lines
        for name, cell in zip(names, line.cells[1:], strict=True)
        if cell.mark
    )
    expected = Counter(
        (row["unit_name"], row["period_name"], words().report_status[row["status"]])
        for row in board
        if row["period_name"] in names
    )
    assert shown == expected


def test_who_misses_the_latest_report_stands_first_and_nobody_who_misses_one_is_called_on_time(page: Page) -> None:
    groups = [group for group in table(page, "theo-don-vi-bang").groups if group.lines]
    mark = groups[0].lines[0].cells[1].mark
    assert mark
    assert mark.text == words().report_status.not_reported
    for group in groups[1:]:
        texts = [cell.mark.text for line in group.lines for cell in line.cells if cell.mark]
        assert words().report_status.not_reported not in texts


def test_the_files_beside_the_page_hold_every_report_of_every_period(book: Book, page: Page) -> None:
    board = book.rows_of("report_board", "agency_key")[AGENCY]
    attached = table(page, "moi-ky")
    assert len(attached.lines) == len(board)
    assert [line.cells[1].value for line in attached.lines] == [row["days_late"] for row in board]
    assert {line.cells[0].text for line in attached.lines} == {row["period_name"] for row in board}


def nothing_owed(book: Book) -> list[str]:
    """Agencies that were given no report, and sent some all the same."""
    periods = book.rows_of("report_periods", "agency_key")
    return [
        key
        for key, rows in periods.items()
        if not any(row["expected"] for row in rows) and any(row["not_owed"] for row in rows)
    ]


def test_an_agency_that_owes_nothing_is_told_so_with_what_it_sent_and_never_as_not_yet_due(book: Book) -> None:
    assert nothing_owed(book)
    for key in nothing_owed(book):
        page = next(page for page in reports.pages(book) if page.agency_key == key)
        extra = sum(row["not_owed"] for row in book.rows_of("report_periods", "agency_key")[key])
        said = next(block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text))
        assert said == f"{words().reports.nothing_owed}{words().reports.came_extra.format(n=extra)}."
        for line in table(page, "ky-bao-cao").lines:
            assert line.cells[2].text == words().reports.none_owed
            assert all(cell.value is None for cell in line.cells[2:])


def test_units_without_a_report_to_send_stand_apart_from_those_whose_day_is_to_come(book: Book, page: Page) -> None:
    board = book.rows_of("report_board", "agency_key")[AGENCY]
    groups = {
        line.cells[0].text: group.title for group in table(page, "theo-don-vi-bang").groups for line in group.lines
    }
    for unit in {row["unit_name"] for row in board}:
        states = {row["status"] for row in board if row["unit_name"] == unit}
        if states <= {"not_due", "not_owed"}:
            code = "not_due" if "not_due" in states else "not_owed"
            assert groups[unit].startswith(words().reports.groups[code].partition(" (")[0])


def test_of_a_report_that_was_taken_back_nothing_stands_that_could_be_a_draft_or_be_mended(book: Book) -> None:
    row = next(row for row in book.marts.rows("report_board") if row["status"] == "not_reported")
    taken = {**row, "versions": 1, "files": 0, "report_state": None, "is_withdrawn": True, "has_unreadable_file": False}
    told = listing.report(book, taken, None)
    assert [told.version.text, told.to_mend.text] == [formats.DASH, formats.DASH]
    standing = listing.report(book, {**taken, "files": 1, "is_withdrawn": False}, None)
    assert formats.DASH not in (standing.version.text, standing.to_mend.text)


@pytest.mark.parametrize("taken_back", [0, 1])
def test_how_much_of_what_was_sent_again_was_taken_back_is_said(book: Book, taken_back: int) -> None:
    row = next(row for row in book.marts.rows("report_board") if row["status"] == "late")
    said = listing.version(book, {**row, "versions": 3, "files": 3 - taken_back, "is_withdrawn": False}).lines
    again, withdrawn = words().reports.sent_again.format(n=3), words().reports.sent_withdrawn.format(n=1)
    assert said == ([again, withdrawn] if taken_back else [again])


@pytest.mark.parametrize("begun", [0, 1, 2])
def test_the_heading_of_the_list_of_reports_counts_the_periods_that_have_begun(book: Book, begun: int) -> None:
    """Of none there is no heading with nothing below it."""
    periods = [row for row in book.rows_of("report_periods", "agency_key")[AGENCY] if row["received"] or row["missing"]]
    ahead = [row for row in book.rows_of("report_periods", "agency_key")[AGENCY] if row not in periods]
    assert len(periods) > 1
    changed = with_rows(book, report_periods=[*ahead, *periods[:begun]])
    page = next(page for page in reports.pages(changed) if page.agency_key == AGENCY)
    section = next(section for section in page.sections if section.anchor == "tung-bao-cao")
    latest = words().reports.one_by_one_latest
    assert section.title == {0: "", 1: latest, 2: words().reports.one_by_one.format(n=2)}[begun]
    assert sum(isinstance(block, Fold) for block in section.blocks) == begun


@pytest.mark.parametrize("status", ["late", "not_reported"])
def test_a_unit_grouped_by_a_period_that_is_not_shown_names_it(book: Book, status: str) -> None:
    row = next(row for row in book.rows_of("report_board", "agency_key")[AGENCY] if row["status"] == "on_time")
    rows = [
        {**row, "unit_key": "u", "unit_name": "Tổ cũ", "period_key": str(n), "period_name": f"Kỳ {n}", "status": state}
        for n, state in enumerate(["on_time"] * PERIODS_SHOWN + [status])
    ]
    shown = matrix(book, [*rows], rows, book.origins())
    groups = [group for group in shown.groups if group.lines]
    assert [group.title for group in groups] == [words().reports.groups[status].format(n=1)]
    pattern = {"late": words().reports.older_late, "not_reported": words().reports.older_missing}[status]
    assert list(groups[0].lines[0].cells[0].lines) == [pattern.format(periods=f"Kỳ {PERIODS_SHOWN}")]
