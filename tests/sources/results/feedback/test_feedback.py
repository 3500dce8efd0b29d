"""What to mend, as lines, as a workbook and as a short text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from sources.results.feedback.lines import lines_of
from sources.results.feedback.note import write_note
from sources.results.feedback.parts import Feedback, HeldCell, Noted, needs_mending
from sources.results.feedback.sheet import COLUMNS, SHEET, write

NAME = "results/bao-cao.xlsx"
PLACE = "Biểu 1 Số liệu!F10"
ERROR = Noted(
    "not_a_number", "error", PLACE, "abc", f"Tệp {NAME}, ô {PLACE}: không phải số; cả dòng được giữ lại.", "Ghi lại số."
)
NEWER = Noted(
    "unknown_template_version",
    "warning",
    "Thông tin!B12",
    "2025.1",
    f"Tệp {NAME}, ô Thông tin!B12: biểu mẫu cũ.",
    "Dùng biểu mẫu mới.",
)
WHOLE = Noted("missing_table", "warning", "—", None, f"Tệp {NAME}: không có bảng Biểu 2.", "Bổ sung bảng.")
BESIDE = HeldCell("Biểu 1 Số liệu!G10", "Mẫu số", "100", "not_a_number")
LINES = lines_of([ERROR, NEWER, WHOLE], [HeldCell(PLACE, "Trong kỳ", "abc", "not_a_number"), BESIDE], NAME)
FEEDBACK = Feedback(NAME, "Bệnh viện đa khoa tỉnh", "Quý I/2026", date(2026, 3, 16), True, 24, 2, 1, LINES)


def _cells(path: Path) -> list[list[object]]:
    rows = load_workbook(path)[SHEET].iter_rows(values_only=True)
    return [list(row) for row in rows]


def test_an_old_form_and_errors_come_first_then_the_file_and_each_cell_once() -> None:
    assert [(line.sheet, line.cell, line.level) for line in LINES] == [
        ("Thông tin", "B12", "warning"),
        ("Biểu 1 Số liệu", "F10", "error"),
        ("", "cả tệp", "warning"),
    ]


def test_one_mistake_in_many_cells_is_one_line() -> None:
    found = [
        replace(ERROR, place=f"Biểu 1 Số liệu!F{row}", value=str(row), message=f"“{row}” ở sai cột.")
        for row in range(10, 20)
    ]
    (line,) = lines_of(found, [], NAME)
    assert (line.cell, line.value) == ("F10, F11, F12 và 7 ô khác", "10; 11; 12; …")
    assert line.what == "10 ô cùng một nội dung. Ô đầu tiên, F10: “10” ở sai cột."
    assert len(lines_of(found[:2], [], NAME)) == 2


def test_a_value_that_no_cell_holds_is_left_to_the_sentence() -> None:
    found = replace(ERROR, place="Biểu 1 Số liệu, dòng 10", value="39/41", message="Số đạt và mẫu số là “39/41”.")
    (line,) = lines_of([found], [], NAME)
    assert (line.sheet, line.cell, line.value) == ("Biểu 1 Số liệu", "dòng 10", "")


def test_what_stands_in_columns_of_its_own_is_not_said_again() -> None:
    assert LINES[1].what.startswith("Không phải số; cả dòng được giữ lại.")
    assert LINES[2].what == "Không có bảng Biểu 2."


def test_cells_held_back_for_their_line_stand_together_behind_it() -> None:
    beside = [HeldCell(f"dòng 4, cột {name}", name, value, "x") for name, value in (("Mới", "88"), ("Cũ", "26"))]
    found = [replace(ERROR, place=f"dòng {row}, cột Kỳ", message="Không rõ kỳ.") for row in (10, 4)]
    lines = lines_of(found, beside, NAME)
    assert [(line.cell, line.value) for line in lines] == [
        ("dòng 4, cột Kỳ", "abc"),
        ("dòng 10, cột Kỳ", "abc"),
        ("dòng 4", "88; 26"),
    ]
    assert lines[2].what.startswith("Cột “Mới”, “Cũ”: ")


def test_on_a_sheet_they_stand_behind_the_last_cell_of_the_line() -> None:
    beside = [HeldCell(f"Biểu 1 Số liệu!{cell}", "Cột", "1", "x") for cell in ("E10", "G10")]
    below = replace(ERROR, place="Biểu 1 Số liệu!A11")
    assert [line.cell for line in lines_of([ERROR, below], beside, NAME)] == ["F10", "A11", "E10, G10"]


def test_a_cell_held_back_for_its_line_is_told_with_what_is_wrong_there() -> None:
    assert LINES[1].what.endswith(" Giữ lại cùng dòng: G10.")


def test_a_cell_held_back_without_an_error_of_its_line_is_not_called_wrong() -> None:
    (line,) = lines_of([], [BESIDE], NAME)
    assert line.value == "100"
    assert line.what == "Cột “Mẫu số”: được giữ lại cùng cả dòng, vì dòng có nội dung phải sửa."


def test_the_workbook_has_whose_report_what_was_taken_and_one_row_a_line(tmp_path: Path) -> None:
    path = tmp_path / "can-sua.xlsx"
    write(FEEDBACK, path)
    rows = _cells(path)
    head = rows.index(list(COLUMNS))
    assert len(rows) == head + 1 + len(LINES)
    said = [row[2] for row in rows[:head] if row[2]]
    assert "Bệnh viện đa khoa tỉnh" in said
    assert "16/03/2026" in said
    assert any("24" in str(text) and "chờ xác minh 2" in str(text) for text in said)
    assert [row[0] for row in rows[head + 1 :]] == [1, 2, 3]
    assert "1 lỗi phải sửa; 2 cần kiểm tra." in said


def test_the_same_feedback_gives_the_same_bytes(tmp_path: Path) -> None:
    write(FEEDBACK, tmp_path / "one.xlsx")
    write(FEEDBACK, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_value_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    values = ["=1+1", "+1", "-1", "@SUM(A1)"]
    found = [
        replace(ERROR, kind=f"kind_{row}", place=f"Biểu 1 Số liệu!F{row}", value=value)
        for row, value in enumerate(values, start=2)
    ]
    path = tmp_path / "can-sua.xlsx"
    write(replace(FEEDBACK, lines=lines_of(found, [], NAME)), path)
    cells = [cell for row in load_workbook(path)[SHEET].iter_rows() for cell in row if cell.value in values]
    assert [cell.value for cell in cells] == values
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_a_number_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "can-sua.xlsx"
    write(replace(FEEDBACK, lines=lines_of([replace(ERROR, value="1.234")], [], NAME)), path)
    assert "1.234" in _cells(path)[-1]


def test_signs_that_steer_a_screen_are_taken_out() -> None:
    lines = lines_of([replace(ERROR, value="a\x1b[2Jb\u202ec\nd")], [], NAME)
    assert lines[0].value == "a [2Jb c d"


def test_a_page_of_text_in_one_cell_is_known_by_its_beginning() -> None:
    lines = lines_of([replace(ERROR, value="x" * 5000)], [], NAME)
    assert lines[0].value == "x" * 200 + "…"


def test_the_short_text_says_where_what_and_what_to_do() -> None:
    text = write_note(FEEDBACK)
    assert "2. Trang Biểu 1 Số liệu, ô F10, giá trị “abc”" in text
    assert "   Cần làm: Ghi lại số." in text
    assert text.index("Trang Thông tin") < text.index("Cả tệp")
    assert "Tổng cộng: 1 lỗi phải sửa; 2 cần kiểm tra." in text


def test_a_clean_report_is_told_so() -> None:
    clean = replace(FEEDBACK, lines=())
    assert "Không có nội dung cần sửa." in write_note(clean)


def test_what_is_only_good_to_know_asks_for_nothing() -> None:
    assert not needs_mending(lines_of([replace(ERROR, severity="info")], [], NAME))
    assert needs_mending(lines_of([], [BESIDE], NAME))


def test_an_unreadable_file_says_that_nothing_was_taken() -> None:
    unread = replace(FEEDBACK, unit_name=None, period_name=None, is_readable=False, loaded=0)
    text = write_note(unread)
    assert "Đơn vị: chưa xác định được" in text
    assert "Chưa nhận được số liệu nào" in text
