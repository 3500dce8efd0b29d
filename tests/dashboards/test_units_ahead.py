"""What the page of a unit says comes next, and where the page of a group leads."""

from datetime import date, timedelta

from dashboards.blocks.layout import Text, walk
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.units import page as unit
from dashboards.pages.units.sentences import coming
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

UNIT, GROUP, MEMBER = "so-y-te-an-hoa/benh-vien", "so-y-te-an-hoa/cac-don-vi", "so-y-te-an-hoa/van-phong"


def page_of(book: Book, unit_key: str) -> Page:
    return next(page for page in unit.pages(book) if page.path == book.unit_pages[unit_key])


def lead(page: Page) -> list[str]:
    return [block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text)]


def parts_of(book: Book) -> list[Row]:
    """Who has a part of the task that the group leads."""
    return [row for row in book.marts.rows("unit_tasks") if row["expanded_from"] == GROUP]


def with_a_day_for_the_group(book: Book, day: date) -> Book:
    """The task of the group falls due: the list of what is coming names the group alone."""
    tasks = [
        {**row, "is_upcoming": True, "last_day_given": day, "status": "in_progress"}
        if GROUP in (row["unit_key"], row["expanded_from"])
        else row
        for row in book.marts.rows("unit_tasks")
    ]
    listed = next(row for row in book.marts.rows("upcoming") if row["kind"] == "task")
    own = [row for row in book.marts.rows("upcoming") if row["kind"] != "task"]
    report: Row = {**listed, "kind": "report", "unit_key": MEMBER, "title": "Năm 2026", "due_date": date(2026, 12, 15)}
    return with_rows(book, unit_tasks=tasks, upcoming=[{**listed, "unit_key": GROUP, "due_date": day}, report, *own])


def test_what_a_group_has_to_do_comes_next_for_each_of_its_units_and_for_the_group(book: Book) -> None:
    changed = with_a_day_for_the_group(book, date(2026, 10, 25))
    title = parts_of(book)[0]["description"]
    task = words().unit_page.coming_part.format(kind=words().upcoming_kind.task, title=title, date="25/10/2026")
    report = words().unit_page.coming_part.format(
        kind=words().upcoming_kind.report, title="Năm 2026", date="15/12/2026"
    )
    assert words().unit_page.coming.format(parts=f"{task}; {report}") in lead(page_of(changed, MEMBER))
    for row in parts_of(book):
        assert task in coming(changed, row["unit_key"])
    assert words().unit_page.coming.format(parts=task) in lead(page_of(changed, GROUP))


def test_a_task_that_a_unit_leads_itself_is_told_once_and_what_it_helps_with_is_not_its_own(book: Book) -> None:
    own = [row for row in book.marts.rows("unit_tasks") if row["unit_key"] == UNIT and row["is_upcoming"]]
    listed = [row for row in book.marts.rows("upcoming") if row["unit_key"] == UNIT]
    assert {row["task_no"] for row in own} < {row["item_no"] for row in listed if row["kind"] == "task"}
    said = coming(book, UNIT)
    assert [said.count(row["description"]) for row in own] == [1]
    assert not any(row["title"] in said for row in listed if row["kind"] == "task")


def test_what_comes_next_stands_in_the_order_of_its_days_and_what_is_too_much_is_counted(book: Book) -> None:
    listed = next(row for row in book.marts.rows("upcoming") if row["kind"] == "report")
    first = date(2026, 12, 1)
    rows: list[Row] = [
        {**listed, "unit_key": MEMBER, "title": f"Việc số {number}", "due_date": first + timedelta(days=number)}
        for number in range(6)
    ]
    four = coming(with_rows(book, upcoming=rows[3::-1]), MEMBER)
    assert [four.index(f"số {number}") for number in range(4)] == sorted(four.index(f"số {n}") for n in range(4))
    five = coming(with_rows(book, upcoming=rows[:5]), MEMBER)
    assert five.endswith(words().unit_page.coming_more.format(n=2, date="05/12/2026") + ".")
    six = coming(with_rows(book, upcoming=rows), MEMBER)
    assert ("số 2" in six, "số 3" in six) == (True, False)
    assert words().unit_page.coming_more.format(n=3, date="06/12/2026") in six


def test_the_page_of_a_group_leads_to_each_of_its_units_and_says_whose_part_is_late(book: Book) -> None:
    page, parts = page_of(book, GROUP), parts_of(book)
    late = {row["unit_key"]: row["status"] in TASK_LATE for row in parts}
    assert set(late.values()) == {True, False}
    shown = table(page, "trong-nhom")
    assert {line.cells[0].href for line in shown.lines} == {book.unit_pages[key] for key in late}
    by_page = {line.cells[0].href: line.cells[2].value for line in shown.lines}
    assert {key: by_page[book.unit_pages[key]] for key in late} == {
        key: 1 if is_late else None for key, is_late in late.items()
    }
    ordered = [line.cells[2].value or 0 for line in shown.lines]
    assert ordered == sorted(ordered, reverse=True)
    count = {"part": formats.number(sum(late.values())), "whole": formats.number(len(late))}
    (section,) = (section for section in page.sections if section.anchor == "don-vi")
    assert isinstance(section.blocks[0], Text)
    assert section.blocks[0].text == words().unit_page.members_late.format(**count)
    line = next(line for line in table(page, "chu-tri").lines if line.cells[0].text == parts[0]["description"])
    assert words().tasks.late_part.format(**count) in line.cells[2].lines


def test_a_group_that_only_helps_lists_its_units_without_parts_and_one_of_unknown_units_says_so(book: Book) -> None:
    helping: list[Row] = [
        {**row, "role": "coordinating", "is_own_part": False}
        if GROUP in (row["unit_key"], row["expanded_from"])
        else row
        for row in book.marts.rows("unit_tasks")
    ]
    shown = table(page_of(with_rows(book, unit_tasks=helping), GROUP), "trong-nhom")
    assert [[cell.value for cell in line.cells[1:]] for line in shown.lines] == [[1]] * len(parts_of(book))
    unknown: list[Row] = [{**row, "expanded_from": None} for row in book.marts.rows("unit_tasks")]
    page = page_of(with_rows(book, unit_tasks=unknown), GROUP)
    (section,) = (section for section in page.sections if section.anchor == "don-vi")
    assert section.blocks == [Text(words().unit_page.members_unknown, "empty")]
    idle: list[Row] = [{**row, "is_asked": False} for row in book.marts.rows("unit_tasks")]
    page = page_of(with_rows(book, unit_tasks=idle), GROUP)
    assert [section.blocks for section in page.sections if section.anchor == "don-vi"] == [[]]
