"""Dossier tables that could be read in two ways: parts of parts, group lines, headings that say more than a column."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Rows
from sources.results.tables.column_names import dossier_field
from tests.sources.received import accounts, assert_balanced, kinds
from tests.sources.results.tables.workshop import RATE, column_of, figures, fill, read_sheet, read_text

_PATH = "results/2026/q1/van-phong-so.csv"
_ENDS = "Đã giải quyết trước hạn,Đã giải quyết đúng hạn,Đã giải quyết quá hạn"
_OPEN = "Đang giải quyết trong hạn,Đang giải quyết quá hạn"
_BY_FIELD = f"STT,Lĩnh vực,Tiếp nhận,{_ENDS},{_OPEN}\n"


def _shares(rows: Rows) -> list[tuple[int, int]]:
    return [(int(row.numerator), int(row.denominator)) for row in figures(rows).values()]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Đã giải quyết trong hạn", "resolved_in_time"),
        ("Đã giải quyết - Đúng hạn, trước hạn", "resolved_in_time"),
        ("Đã giải quyết - Đúng hạn", "resolved_on_time"),
        ("Số lượng hồ sơ đã giải quyết - Tổng số (3=4+5)", "resolved_total"),
        ("Đã giải quyết", "resolved_total"),
        ("Đã giải quyết - Trực tuyến", None),
        ("Đã giải quyết quá hạn nhưng chưa xin lỗi", None),
        ("Tiếp nhận", "received_total"),
        ("Tiếp nhận - Lũy kế từ đầu năm", None),
        ("Số lượng hồ sơ tiếp nhận - Trong kỳ - Trực tiếp, dịch vụ bưu chính", "received_direct"),
        ("Hồ sơ mới tiếp nhận trong kỳ", "received"),
        ("Hồ sơ tiếp nhận năm 2025", None),
        ("Đang giải quyết - Chưa đến hạn", "open_in_time"),
        ("Tỷ lệ đã giải quyết đúng hạn", None),
        ("Kỳ so sánh", None),
        ("Kỳ báo cáo", "period"),
        ("Lĩnh vực giải quyết", "field"),
    ],
)
def test_a_heading_is_a_column_only_with_all_its_words(heading: str, field: str | None) -> None:
    assert dossier_field(heading) == field


def test_in_time_is_no_total_of_resolved(tmp_path: Path) -> None:
    head = f"Tiếp nhận,Đã giải quyết trong hạn,Đã giải quyết quá hạn,{_OPEN}\n"
    assert _shares(read_text(tmp_path, f"{head}105,90,10,4,1\n", _PATH)) == [(90, 100), (11, 105)]


@pytest.mark.parametrize(
    ("columns", "cells", "shares"),
    [
        ("Đã giải quyết đúng và trước hạn,Đã giải quyết trước hạn", "90,40", [(90, 100), (11, 105)]),
        ("Đã giải quyết đúng và trước hạn,Đã giải quyết đúng hạn", "90,50", [(90, 100), (11, 105)]),
        ("Đã giải quyết đúng và trước hạn,Đã giải quyết trước hạn", "90,", [(90, 100), (11, 105)]),
        (f"Đã giải quyết đúng và trước hạn,{_ENDS.rpartition(',')[0]}", "90,40,50", [(90, 100), (11, 105)]),
        (f"Đã giải quyết đúng và trước hạn,{_ENDS.rpartition(',')[0]}", "90,40,60", []),
        ("Đã giải quyết đúng và trước hạn,Đã giải quyết trước hạn", "90,95", []),
    ],
)
def test_what_was_before_time_is_not_added_to_what_holds_it(
    tmp_path: Path, columns: str, cells: str, shares: list[tuple[int, int]]
) -> None:
    rows = read_text(tmp_path, f"Tiếp nhận,{columns},Đã giải quyết quá hạn,{_OPEN}\n105,{cells},10,4,1\n", _PATH)
    assert _shares(rows) == shares
    assert kinds(rows, "results") == ([] if shares else ["dossier_parts_differ"])


def test_a_first_line_of_small_counts_is_no_line_of_column_numbers(tmp_path: Path) -> None:
    head = f"Tiếp nhận,{_ENDS},{_OPEN}\n"
    assert len(read_text(tmp_path, f"{head}45,10,30,2,3,0\n", _PATH)["results_dossiers"]) == 1
    numbered = read_text(tmp_path, f"{head}(1),(2),(3),(4),(5),6=1-2\n45,10,30,2,3,0\n", _PATH)
    assert accounts(numbered, "results")[_PATH] == ("read", 6, 6, 0, 0)


def test_a_line_numbered_over_others_is_their_sum_and_not_one_more_of_them(tmp_path: Path) -> None:
    parts = "1,Khám,60,30,20,5,4,1\n2,Dược,40,10,20,5,4,1\n"
    rows = read_text(tmp_path, f"{_BY_FIELD}I,Y tế,100,40,40,10,8,2\n{parts}", _PATH)
    assert column_of(rows, "results_dossiers", "field_name") == ["Khám", "Dược"]
    assert _shares(rows) == [(80, 90), (12, 100)]
    assert accounts(rows, "results")[_PATH] == ("read", 18, 12, 0, 6)
    assert kinds(rows, "results") == []
    wrong = read_text(tmp_path, f"{_BY_FIELD}I,Y tế,100,40,40,10,9,1\n{parts}", _PATH)
    assert kinds(wrong, "results") == ["total_differs"] * 2


def test_group_lines_may_stand_over_group_lines(tmp_path: Path) -> None:
    parts = "1,Khám,60,30,20,5,4,1\nII,Thuốc,40,10,20,5,4,1\n1,Dược,40,10,20,5,4,1\n"
    rows = read_text(tmp_path, f"{_BY_FIELD}A,Sở,100,40,40,10,8,2\nI,Y tế,60,30,20,5,4,1\n{parts}", _PATH)
    assert kinds(rows, "results") == []
    assert column_of(rows, "results_dossiers", "field_name") == ["Khám", "Dược"]


def test_roman_numbers_without_parts_are_lines_like_others(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{_BY_FIELD}I,Khám,60,30,20,5,4,1\nII,Dược,40,10,20,5,4,1\n", _PATH)
    assert _shares(rows) == [(80, 90), (12, 100)]


@pytest.mark.parametrize("words", ["Tổng cộng (I+II)", "Tổng cộng = 1 + 2", "Cộng 1+2", "TỔNG CỘNG:", "Tổng cộng sở"])
def test_a_total_may_say_of_what(tmp_path: Path, words: str) -> None:
    lines = "1,Khám,60,30,20,5,4,1\n2,Dược,40,10,20,5,4,1\n"
    rows = read_text(tmp_path, f"{_BY_FIELD}{lines},{words},100,40,40,10,8,2\n", _PATH)
    assert _shares(rows) == [(80, 90), (12, 100)]


def test_a_name_that_begins_like_a_total_is_none(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{_BY_FIELD}1,Công chứng,60,30,20,5,4,1\n2,Tổng công ty,40,10,20,5,4,1\n", _PATH)
    assert len(rows["results_dossiers"]) == 2


def test_fields_and_procedures_are_lines_of_procedures(tmp_path: Path) -> None:
    head = f"Lĩnh vực,Thủ tục,Tiếp nhận,{_ENDS},{_OPEN}\n"
    lines = "Y tế,,100,40,40,10,8,2\nY tế,Khám,60,30,20,5,4,1\nY tế,Dược,40,10,20,5,4,1\n"
    rows = read_text(tmp_path, f"{head}{lines}", _PATH)
    assert kinds(rows, "results") == []
    assert column_of(rows, "results_dossiers", "field_name") == ["Y tế - Khám", "Y tế - Dược"]
    assert _shares(rows) == [(80, 90), (12, 100)]


def test_a_typed_rate_that_dossiers_contradict_is_told(tmp_path: Path) -> None:
    head = "Đơn vị,Kỳ báo cáo,Chỉ tiêu,Tử số,Mẫu số"

    def write(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        fill(sheet, tuple(head.split(",")), ("Văn phòng Sở", "2026-q1", RATE, 5, 6))
        other = sheet.parent.create_sheet("Hồ sơ")
        words = f"Đơn vị,Kỳ báo cáo,Tiếp nhận,{_ENDS},{_OPEN}".split(",")
        fill(other, tuple(words), ("Văn phòng Sở", "2026-q1", 100, 40, 40, 10, 8, 2))

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["figure_differs_from_dossiers"]
    assert figures(rows)["van-phong-so", "2026-q1", RATE].numerator == 5
    assert_balanced(rows, "results")
    assert RATE not in rows["results_findings"][0].model_dump()["message"]
