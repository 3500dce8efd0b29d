"""Biểu 2 to 5: extensions, the unit's own tasks, lists of what took place, words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Rows
from sources.results.headings import (
    EVENT_COLUMNS,
    EVENT_SHEET,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    OWN_TASK_COLUMNS,
    OWN_TASK_SHEET,
)
from sources.results.template.form import EventLine, OwnTaskLine
from tests.sources.received import accounts, assert_balanced, kinds
from tests.sources.results.workshop import FORM, SPELLINGS, read_spoiled, set_task

_FORM = replace(
    FORM,
    own_tasks=(OwnTaskLine("Lập bảng theo dõi", "Bảng theo dõi", date(2026, 6, 30), state="in_progress"),),
    events=(
        EventLine("dialogue", "Đối thoại với người bệnh", date(2026, 1, 9), "Người bệnh", Decimal(35)),
        EventLine("inspection", "Kiểm tra kỷ luật", document_number="7/BB-BVĐK"),
    ),
    narratives={"highlights": "Rút ngắn thời gian chờ.\nMở thêm quầy.", "causes": "Thiếu nhân lực."},
)


def _at(book: Workbook, sheet_name: str, line: int, column: str) -> Any:
    """The cell of the `line`th line (from 1) under the heading of a field."""
    sheet = book[sheet_name]
    assert isinstance(sheet, Worksheet)
    heading = SPELLINGS[sheet_name][column][0]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == heading)
    first = next(row for row in range(head.row + 1, head.row + 4) if sheet.cell(row, 1).value == 1)
    return sheet.cell(first + line - 1, head.column)


def _read(folder: Path, *cells: tuple[str, int, str, object]) -> Rows:
    def change(book: Workbook) -> None:
        for sheet, line, column, value in cells:
            _at(book, sheet, line, column).value = value

    rows = read_spoiled(folder, change, form=_FORM)
    assert_balanced(rows, "results")
    return rows


def _said(rows: Rows, table: str) -> list[dict[str, Any]]:
    return [row.model_dump() for row in rows[f"results_{table}"]]


def test_more_time_is_asked_for_with_a_day_and_given_with_a_document(tmp_path: Path) -> None:
    rows = read_spoiled(
        tmp_path,
        set_task("A002", "extension_until", date(2026, 9, 30), "dd/mm/yyyy"),
        set_task("A002", "extension_document", "15/SYT-VP"),
    )
    assert kinds(rows, "results") == []
    task = _said(rows, "tasks")[1]
    assert (task["extension_until"], task["extension_document"]) == (date(2026, 9, 30), "15/SYT-VP")


def test_a_document_that_gives_no_day_is_told(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_task("A002", "extension_document", "15/SYT-VP"))
    assert kinds(rows, "results") == ["extension_without_date"]


def test_lists_are_read_as_typed(tmp_path: Path) -> None:
    rows = _read(tmp_path)
    assert kinds(rows, "results") == []
    (task,) = _said(rows, "own_tasks")
    assert (task["line_no"], task["description"], task["due_date"]) == (1, "Lập bảng theo dõi", date(2026, 6, 30))
    dialogue, inspection = _said(rows, "events")
    assert (dialogue["event_kind"], dialogue["quantity"]) == ("dialogue", 35)
    assert (inspection["line_no"], inspection["document_number"]) == (2, "7/BB-BVĐK")


def test_line_breaks_of_words_are_kept(tmp_path: Path) -> None:
    words = {row["section"]: row["content"] for row in _said(_read(tmp_path), "narratives")}
    assert words == {"highlights": "Rút ngắn thời gian chờ.\nMở thêm quầy.", "causes": "Thiếu nhân lực."}


@pytest.mark.parametrize(
    ("sheet", "line", "column", "value", "kind", "table"),
    [
        (OWN_TASK_SHEET, 1, "description", None, "missing_own_task", "own_tasks"),
        (OWN_TASK_SHEET, 1, "state", "Gần xong", "unknown_task_state", "own_tasks"),
        (OWN_TASK_SHEET, 1, "state", None, "missing_task_state", "own_tasks"),
        (OWN_TASK_SHEET, 1, "due_date", "cuối năm", "not_a_date", "own_tasks"),
        (EVENT_SHEET, 1, "event_kind", "Họp", "unknown_event_kind", "events"),
        (EVENT_SHEET, 1, "event_kind", None, "missing_event_kind", "events"),
        (EVENT_SHEET, 1, "description", None, "missing_event_description", "events"),
        (EVENT_SHEET, 1, "quantity", "khoảng 35", "not_a_number", "events"),
        (EVENT_SHEET, 1, "event_date", "13/13/2026", "not_a_date", "events"),
        (EVENT_SHEET, 1, "outcome", "#REF!", "cell_error", "events"),
    ],
)
def test_a_line_of_a_list_with_a_bad_cell_is_held_back_whole(
    tmp_path: Path, sheet: str, line: int, column: str, value: object, kind: str, table: str
) -> None:
    clean = len(_read(tmp_path)[f"results_{table}"])
    rows = _read(tmp_path, (sheet, line, column, value))
    assert kinds(rows, "results") == [kind]
    assert len(rows[f"results_{table}"]) == clean - 1
    assert kind in {row["rule"] for row in _said(rows, "quarantine")}


@pytest.mark.parametrize(
    ("section", "kind"),
    [("Chuyện khác", "unknown_section"), (None, "missing_section"), ("Nguyên nhân", "duplicate_section")],
)
def test_words_of_no_section_or_of_one_that_was_met_are_held_back(
    tmp_path: Path, section: str | None, kind: str
) -> None:
    # The second line of the form is one that was left blank.
    rows = _read(tmp_path, (NARRATIVE_SHEET, 4, "section", section), (NARRATIVE_SHEET, 4, "content", "Lời khác."))
    assert kinds(rows, "results") == [kind]
    assert len(_said(rows, "narratives")) == 2


def test_a_kind_alone_is_no_entry_of_a_list(tmp_path: Path) -> None:
    rows = _read(tmp_path, (EVENT_SHEET, 3, "event_kind", "Tập huấn"))
    assert kinds(rows, "results") == []
    _, read, loaded, _, ignored = accounts(rows, "results")["results/bao-cao.xlsx"]
    assert (read - loaded, ignored) == (1, 1)


def test_a_kind_merged_over_several_entries_is_the_kind_of_each(tmp_path: Path) -> None:
    def merge(book: Workbook) -> None:
        first = _at(book, EVENT_SHEET, 1, "event_kind")
        _at(book, EVENT_SHEET, 2, "event_kind").value = None
        book[EVENT_SHEET].merge_cells(
            start_row=first.row, end_row=first.row + 1, start_column=first.column, end_column=first.column
        )

    rows = read_spoiled(tmp_path, merge, form=_FORM)
    assert [row["event_kind"] for row in _said(rows, "events")] == ["dialogue", "dialogue"]
    assert_balanced(rows, "results")


def test_every_column_of_the_lists_is_one_that_people_fill_in_or_their_number() -> None:
    from sources.results.workbooks import events, narratives, own_tasks

    assert {*own_tasks.ENTRIES, "row_no"} == OWN_TASK_COLUMNS.keys()
    assert {*events.ENTRIES, "row_no"} == EVENT_COLUMNS.keys()
    assert {*narratives.ENTRIES, "section", "row_no"} == NARRATIVE_COLUMNS.keys()
