"""Whatever a table holds, its reader gives rows, findings and an account that comes out even; never an exception."""

import csv
from io import StringIO
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import gather
from sources.results.accounts import ResultAccount
from sources.results.rows import ROW_TYPES
from sources.results.tables.reader import read_table
from sources.spreadsheet import Book, UnreadableWorkbookError
from tests.sources.received import accounts, kinds, receive
from tests.sources.results.tables.workshop import (
    COUNT,
    FIGURES_HEAD,
    HOSPITAL,
    KNOWN,
    OFFICE,
    RATE,
    fill,
    read_sheet,
    read_text,
)

_FIGURES = ("", "", "3", "12", "15", "96%", "0,96", "1.234", "-1", "=1+1", "#REF!", "x", "Không phát sinh", "٣", "1e9")
_WORDS = ("Văn phòng Sở", OFFICE, HOSPITAL, RATE, COUNT, "2026-q1", "Quý I năm 2026", "NGƯỜI LẬP BIỂU", "Tổng cộng")
_CELLS = st.sampled_from((*_FIGURES, *_WORDS, "14/03/2026"))
_FIGURE_HEADS = (
    "Đơn vị",
    "Chỉ tiêu",
    "Mã chỉ tiêu",
    "Kỳ",
    "Tử số",
    "Mẫu số",
    "Giá trị",
    "Ghi chú",
    "Lạ",
    "",
    "Ngày gửi",
)
_DOSSIER_HEADS = ("Lĩnh vực", "Tiếp nhận", "Đã giải quyết đúng hạn", "Đã giải quyết quá hạn", "Đang giải quyết quá hạn")
_HEADS = st.sampled_from((*_FIGURE_HEADS, "Kỳ trước", *_DOSSIER_HEADS))
_TABLES = st.tuples(
    st.lists(_HEADS, min_size=2, max_size=9),
    st.lists(st.lists(_CELLS, max_size=9), max_size=8),
    st.sampled_from(["", "Kỳ báo cáo: Quý I năm 2026\n", "Đơn vị: Văn phòng Sở\nQuý I năm 2026\n"]),
)


def _is_even(path: Path) -> None:
    """The account is even, every row is told by its key, and nothing is loaded that was not counted."""
    account = ResultAccount(receive(path, f"results/2026/q1/{path.name}"))
    rows = read_table(Book(path), account, KNOWN, {})
    assert account.is_even
    for table, found in gather(ROW_TYPES, rows or []).items():
        keys = [tuple(getattr(row, column) for column in row.key) for row in found]
        assert len(keys) == len(set(keys)), table


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(_TABLES)
def test_the_account_of_any_table_comes_out_even(tmp_path: Path, table: tuple[list[str], list[list[str]], str]) -> None:
    head, lines, title = table
    text = StringIO()
    csv.writer(text).writerows([head, *lines])
    path = tmp_path / "bang.csv"
    path.write_text(title + text.getvalue(), encoding="utf-8")
    try:
        _is_even(path)
    except UnreadableWorkbookError as error:
        assert str(error)  # noqa: PT017 -- a table of blanks alone is refused


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(_TABLES, st.lists(st.tuples(*[st.integers(1, 8)] * 4), max_size=3))
def test_the_account_of_any_sheet_comes_out_even(
    tmp_path: Path, table: tuple[list[str], list[list[str]], str], merged: list[tuple[int, int, int, int]]
) -> None:
    head, lines, title = table
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ([title], head, *lines):
        sheet.append([int(cell) if cell.isascii() and cell.isdigit() else cell for cell in row])
    for top, left, height, width in merged:
        sheet.merge_cells(start_row=top, start_column=left, end_row=top + height, end_column=left + width)
    path = tmp_path / "bang.xlsx"
    book.save(path)
    _is_even(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bang.csv"
    path.write_bytes(FIGURES_HEAD.encode() + b"\n" + content)
    try:
        _is_even(path)
    except UnreadableWorkbookError as error:
        assert str(error)  # noqa: PT017 -- either outcome is right


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "rỗng"),
        (b"\n;;;\n", "rỗng"),
        (f'{FIGURES_HEAD}\n"VP Sở,{RATE}\n'.encode(), "dòng 2.*ngoặc kép"),
        (f"{FIGURES_HEAD}\n{'x' * 1_000_000}\n".encode(), "dòng"),
        (f"{FIGURES_HEAD}\n{'x' * 40_000}\n".encode(), "dòng 2"),
        (f"{FIGURES_HEAD}\n{',' * 5_000}1\n".encode(), "dòng 2"),
        (f"{FIGURES_HEAD}\n1\0 2\n".encode(), "không phải văn bản"),
        (b"a,b\n" * 3_000_000, "lớn hơn"),
        (b"mot ban in hong", "không phải bảng"),
        (b"a,b\n" * 40_000, "dòng"),
        (bytes(range(1, 256)), "bảng mã"),
    ],
    ids=[
        "empty",
        "blank",
        "open quote",
        "million letters",
        "long cell",
        "many cells",
        "nul",
        "12 MB",
        "words",
        "40,000 lines",
        "bytes",
    ],
)
def test_what_is_no_table_of_a_unit_is_refused_quickly(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "bang.csv"
    path.write_bytes(content)
    started = monotonic()
    with pytest.raises(UnreadableWorkbookError, match=reason):
        Book(path)
    assert monotonic() - started < 20


def test_a_table_of_thousands_of_lines_is_read(tmp_path: Path) -> None:
    lines = "".join(f"VP Sở,{COUNT},2026-q1,3,,\n" for _ in range(20_000))
    started = monotonic()
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\n{lines}")
    assert monotonic() - started < 60
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 20_000, 1, 0, 19_999)


def test_control_signs_and_formulas_are_text(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{FIGURES_HEAD},Ghi chú\nVP Sở,{COUNT},2026-q1,3,,,=HYPERLINK(\x07x)\n")
    assert kinds(rows, "results") == []
    assert rows["results_figures"][0].model_dump()["explanation"] == "=HYPERLINK( x)"


def test_a_cell_at_the_end_of_the_sheet_costs_no_time(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        fill(sheet, ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số"), ("VP Sở", COUNT, "2026-q1", 3))
        sheet.cell(1_048_576, 16_384, 1)

    started = monotonic()
    rows = read_sheet(tmp_path, write)
    assert monotonic() - started < 10
    assert kinds(rows, "results") == ["sheet_cut_off"]
    assert accounts(rows, "results")["results/bang.xlsx"] == ("read", 1, 1, 0, 0)
