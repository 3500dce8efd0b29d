"""Biểu 2 to Biểu 5 as they are issued: what is printed, what is offered, what is left to type."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sources.results import headings
from sources.results.headings import EVENT_SHEET, NARRATIVE_SHEET, OWN_TASK_SHEET, SECTIONS, TASK_SHEET
from sources.results.template.form import EventLine, OwnTaskLine
from tests.sources.results.template.issued import HALF_YEAR, SPELLINGS, cell, opened, sheet_of

FILLED = replace(
    HALF_YEAR,
    own_tasks=(
        OwnTaskLine("Mở lớp tập huấn", "Danh sách", date(2026, 5, 1), "12/KH-CCDS", date(2026, 1, 5), "in_progress"),
    ),
    events=(EventLine("inspection", "Kiểm tra công vụ", date(2026, 4, 2), "Phòng A", Decimal(3), "7/BB"),),
    narratives={"causes": "Thiếu người.\n- Thiếu máy."},
)


def test_a_task_is_printed_with_what_was_said_of_it_last_and_asked_for_anew(tmp_path: Path) -> None:
    book = opened(tmp_path)
    assert cell(book, TASK_SHEET, "A001", "task_key").value == "xa_la_2026/A001"
    assert str(cell(book, TASK_SHEET, "A001", "description").value).endswith("\n(Quý I/2026: Đang thực hiện)")
    assert cell(book, TASK_SHEET, "A002", "description").value == "Báo cáo chuyên đề"
    assert cell(book, TASK_SHEET, "A001", "state").value is None
    assert cell(book, TASK_SHEET, "A001", "deadline_text").value == "Quý III năm 2026"


def test_only_what_the_unit_says_of_a_task_can_be_typed(tmp_path: Path) -> None:
    book = opened(tmp_path)
    locked = [field for field in headings.TASK_COLUMNS if cell(book, TASK_SHEET, "A001", field).protection.locked]
    assert locked == ["row_no", "task_key", "description", "product", "deadline_text"]


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (TASK_SHEET, '"Chưa triển khai,Đang thực hiện,Hoàn thành,Dừng"'),
        (OWN_TASK_SHEET, '"Chưa triển khai,Đang thực hiện,Hoàn thành,Dừng"'),
    ],
)
def test_states_of_tasks_are_offered_in_a_drop_down(tmp_path: Path, sheet: str, words: str) -> None:
    rules = sheet_of(opened(tmp_path), sheet).data_validations.dataValidation
    assert [rule.formula1 for rule in rules if rule.type == "list"] == [words]


def test_no_kind_of_event_breaks_its_drop_down(tmp_path: Path) -> None:
    book = opened(tmp_path)
    rules = sheet_of(book, EVENT_SHEET).data_validations.dataValidation
    listed = next(str(rule.formula1) for rule in rules if rule.type == "list")
    # One of them has a comma: a list of the rule itself would cut it.
    cells = sheet_of(book, headings.GUIDE_SHEET)[listed.partition("!")[2].replace("$", "")]
    assert [row[0].value for row in cells] == list(headings.EVENT_KINDS.values())


def test_days_are_checked_and_numbers_of_documents_stay_text(tmp_path: Path) -> None:
    book = opened(tmp_path)
    for sheet, line, field in (
        (TASK_SHEET, "A001", "done_date"),
        (OWN_TASK_SHEET, 1, "due_date"),
        (EVENT_SHEET, 15, "event_date"),
    ):
        found = cell(book, sheet, line, field)
        rules = [
            rule for rule in sheet_of(book, sheet).data_validations.dataValidation if found.coordinate in rule.sqref
        ]
        assert [rule.type for rule in rules] == ["date"]
        assert found.number_format == "dd/mm/yyyy"
    # A document called 12/5 would become a day of May.
    assert cell(book, TASK_SHEET, "A001", "document_number").number_format == "@"


@pytest.mark.parametrize(("sheet", "lines"), [(OWN_TASK_SHEET, 12), (EVENT_SHEET, 15)])
def test_empty_lines_wait_to_be_typed_into_and_more_can_be_put_in(tmp_path: Path, sheet: str, lines: int) -> None:
    book = opened(tmp_path)
    found = sheet_of(book, sheet)
    numbers = [row[0].value for row in found.iter_rows() if isinstance(row[0].value, int)]
    assert numbers == list(range(1, lines + 1))
    for field in list(SPELLINGS[sheet])[1:]:
        assert not cell(book, sheet, lines, field).protection.locked
    assert not found.protection.insertRows


def test_what_is_known_already_stands_in_the_first_lines(tmp_path: Path) -> None:
    book = opened(tmp_path, FILLED)
    assert cell(book, OWN_TASK_SHEET, 1, "state").value == "Đang thực hiện"
    assert cell(book, OWN_TASK_SHEET, 1, "plan_number").value == "12/KH-CCDS"
    assert cell(book, EVENT_SHEET, 1, "event_kind").value == "Kiểm tra"
    assert cell(book, EVENT_SHEET, 1, "quantity").value == 3
    assert cell(book, NARRATIVE_SHEET, 3, "content").value == "Thiếu người.\n- Thiếu máy."


def test_no_line_is_lost_where_more_is_known_than_lines_wait(tmp_path: Path) -> None:
    events = tuple(EventLine("training", f"Lớp {number}") for number in range(1, 31))
    book = opened(tmp_path, replace(HALF_YEAR, events=events))
    assert cell(book, EVENT_SHEET, 30, "description").value == "Lớp 30"


def test_the_words_of_a_report_have_five_wide_cells(tmp_path: Path) -> None:
    book = opened(tmp_path)
    for number, title in enumerate(SECTIONS.values(), start=1):
        assert cell(book, NARRATIVE_SHEET, number, "section").value == title
        content = cell(book, NARRATIVE_SHEET, number, "content")
        assert content.alignment.wrap_text
        assert not content.protection.locked
