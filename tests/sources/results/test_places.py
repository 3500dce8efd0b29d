"""Places sort as a person goes through a workbook."""

import pytest

from sources.results.places import place_order, split_place

IN_ORDER = [
    "—",
    "trang Thông tin",
    "Thông tin!B9",
    "trang Biểu 1 Số liệu",
    "Biểu 1 Số liệu!B2",
    "Biểu 1 Số liệu!F2",
    "Biểu 1 Số liệu!B10",
    "Biểu 1 Số liệu!Z10",
    "Biểu 1 Số liệu!AA10",
    "Biểu 2 Nhiệm vụ!A1",
    "dòng 9, cột Mẫu số",
    "dòng 10, cột Mẫu số",
    "Bảng khác!A1",
]


def test_the_file_first_then_sheets_lines_and_cells() -> None:
    backwards = IN_ORDER[::-1]
    assert sorted(backwards, key=place_order) == IN_ORDER


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("Biểu 1 Số liệu!E12", ("Biểu 1 Số liệu", "E12")),
        ("'Sheet!1'!A1", ("Sheet!1", "A1")),
        ("trang Thông tin", ("Thông tin", "")),
        ("dòng 12, cột Mẫu số", ("", "dòng 12, cột Mẫu số")),
    ],
)
def test_a_place_falls_into_sheet_and_cell(place: str, parts: tuple[str, str]) -> None:
    assert split_place(place) == parts
