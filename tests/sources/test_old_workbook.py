"""Old workbooks (.xls): what openpyxl would say of the same sheets, and refusals of what cannot be opened."""

import struct
from datetime import datetime
from pathlib import Path
from random import Random
from shutil import which
from time import monotonic

import pytest
from openpyxl import Workbook

from sources.old_records import MAX_CELLS
from sources.spreadsheet import Book, UnreadableWorkbookError
from tests.sources.old_workbooks.making import FOLDER, WORKBOOKS, convert

TYPES = FOLDER / "types.xls"
BOUNDS, NUMBER, LABEL, MERGED, PASSWORD = 0x0085, 0x0203, 0x0204, 0x00E5, 0x002F


def _seen(book: Book) -> list[object]:
    return [
        (cell.place, cell.value, cell.text, cell.is_percent, cell.error)
        for sheet in book.visible
        for row in book.row_numbers(sheet)
        for column in range(1, 9)
        if (cell := book.typed(sheet, row, column)) is not None
    ]


def test_every_kind_of_cell_comes_over() -> None:
    book = Book(TYPES)
    (sheet,) = book.visible
    cells = {place.partition("!")[2]: rest for place, *rest in _seen(book)}  # type: ignore[misc]
    assert cells["B1"] == [0.96, "0,96", True, None]
    assert cells["B2"] == [0.96, "0,96", False, None]
    assert cells["C1"] == [datetime(2026, 3, 14), "14/03/2026", False, None]  # noqa: DTZ001 -- cells know no zone
    assert cells["D1"] == [None, "#DIV/0!", False, "cell_error"]
    assert cells["D2"] == [1.92, "1,92", False, None]
    assert cells["E1"] == [True, "True", False, None]
    assert cells["E2"] == [1234, "1234", False, None]
    assert cells["A4"] == ["=chữ", "=chữ", False, None]
    assert [area.coord for area in sheet.merged_cells.ranges] == ["F1:G2"]
    assert [row for row, dimension in sheet.row_dimensions.items() if dimension.hidden] == [3]
    assert [hidden.title for hidden in book.hidden] == ["Trang ẩn"]


def test_formulas_are_known_as_formulas() -> None:
    (sheet,) = Book(TYPES).visible
    assert [sheet[place].data_type for place in ("D1", "D2", "E2")] == ["f", "f", "n"]


def test_letters_of_a_legacy_font_are_converted() -> None:
    book = Book(TYPES)
    assert "Đơn vị" in book.texts(book.visible[0], 5)
    assert book.legacy_fonts == {".VnTime"}


def test_days_follow_the_calendar_of_the_book() -> None:
    book = Book(FOLDER / "days_of_1904.xls")
    cell = book.typed(book.visible[0], 1, 1)
    assert cell is not None
    assert cell.text == "14/03/2026"


@pytest.mark.parametrize("name", ["bao-cao.xlsx", "bao-cao.csv", "bao-cao"])
def test_the_ending_of_the_name_says_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TYPES.read_bytes())
    assert _seen(Book(tmp_path / name)) == _seen(Book(TYPES))


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_the_kept_files_are_what_libreoffice_writes(tmp_path: Path) -> None:
    book = Workbook()
    WORKBOOKS["types"](book)
    book.save(tmp_path / "types.xlsx")
    assert _seen(Book(convert(tmp_path / "types.xlsx", tmp_path))) == _seen(Book(TYPES))


def _record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def _excel_95(*cells: bytes, globals_: bytes = b"") -> bytes:
    """A workbook of Excel 5 or 95 (BIFF5) without a container: one font, one format, one sheet."""
    head = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0)) + globals_ + _record(0x0042, b"\xe4\x04")
    font = _record(0x0031, struct.pack("<5H4B", 200, 0, 8, 400, 0, 0, 0, 0, 0) + b"\x05Arial")
    style = _record(0x00E0, struct.pack("<4H", 0, 9, 1, 0x20) + bytes(8))
    name = b"\x05Bang1"
    length = len(head + font * 5 + style * 16) + 4 + 6 + len(name) + 4
    bounds = _record(BOUNDS, struct.pack("<IBB", length, 0, 0) + name)
    sheet = _record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0, 0)) + b"".join(cells) + _record(0x000A)
    return head + font * 5 + style * 16 + bounds + _record(0x000A) + sheet


def _number(row: int, column: int, value: float) -> bytes:
    return _record(NUMBER, struct.pack("<HHHd", row, column, 0, value))


def test_a_workbook_of_excel_95_is_read(tmp_path: Path) -> None:
    label = _record(LABEL, struct.pack("<HHHH", 0, 0, 0, 5) + b"Thang")
    path = tmp_path / "a.xls"
    path.write_bytes(_excel_95(label, _number(0, 1, 0.96), _number(1, 1, 12)))
    book = Book(path)
    assert [(cell[1], cell[3]) for cell in _seen(book)] == [("Thang", True), (0.96, True), (12, True)]  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_excel_95(globals_=_record(PASSWORD, bytes(6))), "mật khẩu"),
        (_excel_95(_record(MERGED, struct.pack("<H4H", 1, 0, 65_535, 0, 255))), "ô gộp"),
        (_excel_95(_number(0, 0, 1) * (MAX_CELLS + 1)), "nhiều hơn 600000 ô"),
        (TYPES.read_bytes()[:3_000], "hỏng"),
        (
            TYPES.read_bytes().replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le")),
            "không phải bảng tính",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "hỏng"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "trang web"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "XML"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
    ],
    ids=["password", "merged", "cells", "cut off", "a Word file", "head alone", "web page", "xml", "pdf", "ods"],
)
def test_what_cannot_be_opened_is_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    with pytest.raises(UnreadableWorkbookError, match=reason):
        Book(path)


@pytest.mark.parametrize("seed", range(120))
def test_no_damage_hangs_or_breaks_the_reader(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- the same damage every time
    spoiled = bytearray(TYPES.read_bytes())
    for _ in range(random.choice((1, 2, 5, 30))):
        spoiled[random.randrange(len(spoiled))] = random.choice((0, 255, random.randrange(256)))
    path = tmp_path / "a.xls"
    path.write_bytes(spoiled)
    started = monotonic()
    try:
        book = Book(path)
        texts = [book.texts(sheet, row) for sheet in book.visible for row in book.row_numbers(sheet)]
    except UnreadableWorkbookError as error:
        assert str(error)  # noqa: PT017 -- either outcome is right
    else:
        assert texts is not None
    assert monotonic() - started < 20


def test_a_chain_that_runs_in_a_circle_is_refused(tmp_path: Path) -> None:
    content = bytearray(TYPES.read_bytes())
    (table,) = struct.unpack_from("<I", content, 76)
    for entry in range(8):
        struct.pack_into("<I", content, 512 + table * 512 + entry * 4, entry)
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    with pytest.raises(UnreadableWorkbookError, match="hỏng"):
        Book(path)
