"""What changed since the night before, of an agency and of all."""

from typing import Any

from dashboards.blocks.layout import Text
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.changes import page as changes
from dashboards.theme.formats import DASH
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY = "so-y-te-an-hoa"


def test_all_changes_of_an_agency_stand_on_its_page_under_their_kinds(book: Book) -> None:
    page = next(page for page in changes.pages(book) if page.agency_key == AGENCY)
    shown = table(page, "thay-doi")
    rows = book.rows_of("changes", "agency_key")[AGENCY]
    assert len(shown.lines) == len(rows)
    assert [group.title.partition(" (")[0] for group in shown.groups] == [
        words().change_kind[kind] for kind in changes.KINDS if any(row["change_kind"] == kind for row in rows)
    ]


def test_the_page_of_all_counts_the_changes_of_each_agency(book: Book) -> None:
    page = next(page for page in changes.pages(book) if page.agency_key is None)
    for line in table(page, "thay-doi-co-quan").lines:
        key = next(key for key, name in book.agency_names.items() if name == line.cells[0].text)
        assert sum(int(str(cell.value)) for cell in line.cells[1:]) == len(book.rows_of("changes", "agency_key")[key])


def change(book: Book, kind: str, detail: str | None, **values: Any) -> list[Cell]:
    row = next(row for row in book.marts.rows("changes") if row["agency_key"] == AGENCY)
    named = ("indicator_code", "indicator_name", "plan_key", "task_no", "old_value_text", "new_value_text")
    blank = dict.fromkeys(named)
    shown = changes.table(
        book, "t", "", [{**row, **blank, "change_kind": kind, "detail": detail} | values], book.origins(), 9
    )
    return list(shown.lines[0].cells)


def test_a_change_says_what_its_kind_does_not_and_has_no_figure_before_what_was_never_there(book: Book) -> None:
    assert [cell.text for cell in change(book, "new", "bảng một cửa, 11 số liệu")[2:]] == [
        "Bảng một cửa, 11 số liệu",
        "",
        "",
    ]
    named = change(book, "corrected", None, indicator_code="x", indicator_name="Tỷ lệ", new_value_text="2")
    assert [cell.text for cell in named[2:]] == ["Tỷ lệ", DASH, "2"]
    assert change(book, "withdrawn", None)[2].text == DASH


def test_a_kind_of_change_that_no_page_knows_is_counted_and_listed_too(book: Book) -> None:
    rows = book.marts.rows("changes")
    other = with_rows(book, changes=[*rows, {**rows[0], "agency_key": AGENCY, "change_kind": "moved"}])
    of_all, own = (next(page for page in changes.pages(other) if page.agency_key == key) for key in (None, AGENCY))
    counts = table(of_all, "thay-doi-co-quan")
    assert counts.columns[-1].title == "moved"
    assert [line.cells[-1].value for line in counts.lines if line.cells[0].text == other.agency_names[AGENCY]] == [1]
    assert [len(group.lines) for group in table(own, "thay-doi").groups if group.title.startswith("moved")] == [1]


def test_a_report_taken_back_says_that_another_version_stands(book: Book) -> None:
    sent = next(
        row
        for row in book.rows_of("report_board", "agency_key")[AGENCY]
        if row["standing_received_date"] and not row["is_withdrawn"]
    )
    place = {"unit_key": sent["unit_key"], "period_key": sent["period_key"]}
    said = change(book, "withdrawn", "gửi nhầm", **place)[2]
    assert said.text == "Gửi nhầm"
    assert said.lines[0] == words().changes.still_stands.format(day=book.phrases.standing_day(sent))
    other = change(book, "withdrawn", "gửi nhầm", **(place | {"period_key": "1999"}))[2]
    assert said.lines[0] not in other.lines


def test_a_value_held_back_names_its_file_and_place_where_its_change_is_listed(book: Book) -> None:
    said = change(
        book, "held_back", "số âm", new_value_text="-3", source_path="results/a.xlsx", source_place="Biểu 1!G3"
    )
    assert list(said[2].lines)[-1] == "Biểu 1!G3, tệp results/a.xlsx"


def test_a_task_that_became_overdue_names_whose_it_is_until_when_it_was_and_how_it_stands(book: Book) -> None:
    page = next(page for page in changes.pages(book) if page.agency_key == AGENCY)
    title = words().change_kind.overdue
    lines = next(group.lines for group in table(page, "thay-doi").groups if group.title.startswith(title))
    rows = [row for row in book.rows_of("changes", "agency_key")[AGENCY] if row["change_kind"] == "overdue"]
    assert rows
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        task = next(
            task
            for task in book.marts.rows("plan_tasks")
            if (task["plan_key"], task["task_no"]) == (row["plan_key"], row["task_no"])
        )
        unit, _, what, before, now = line.cells
        assert unit.text == row["unit_name"]
        assert what.text == task["description"]
        assert what.href == book.task_page(task["plan_key"], task["task_no"])
        assert any(task["deadline_text"] in said and f"{task['due_to']:%d/%m/%Y}" in said for said in what.lines)
        assert not before.text
        assert now.mark
        assert now.mark.text == words().task_status[task["status"]]


def test_every_page_of_changes_says_what_it_counts_and_what_it_leaves_out(book: Book) -> None:
    for known in (book, with_rows(book, changes=[])):
        for page in changes.pages(known):
            said = [block.text for block in page.sections[0].blocks if isinstance(block, Text)]
            assert words().changes.scope in said
