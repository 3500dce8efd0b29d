"""Workbooks behind the guard: ranges that would swell, and how formulas are shown."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from sources.spreadsheet import Book, UnreadableWorkbookError


def _workbook(path: Path, sheet_end: str = "") -> Path:
    """A workbook with one cell; `sheet_end` is put behind the cells of its sheet."""
    book = Workbook()
    book.worksheets[0]["A1"] = "một"
    book.save(path.with_suffix(".plain"))
    with ZipFile(path.with_suffix(".plain")) as plain, ZipFile(path, "w", ZIP_DEFLATED) as changed:
        for name in plain.namelist():
            content = plain.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", b"</sheetData>" + sheet_end.encode())
            changed.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "sheet_end",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>',
        "<mergeCells>" + "".join(f'<mergeCell ref="A{row}:XFD{row}"/>' for row in range(1, 20)) + "</mergeCells>",
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        '<hyperlinks><hyperlink ref="?"/></hyperlinks><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ],
)
def test_ranges_over_a_whole_sheet_are_refused_before_they_swell(tmp_path: Path, sheet_end: str) -> None:
    with pytest.raises(UnreadableWorkbookError, match="ô gộp"):
        Book(_workbook(tmp_path / "a.xlsx", sheet_end))


def test_merged_titles_are_read(tmp_path: Path) -> None:
    book = Book(_workbook(tmp_path / "a.xlsx", '<mergeCells><mergeCell ref="A1:Z40"/></mergeCells>'))
    assert book.texts(book.visible[0], 1)[0] == "một"


def test_a_formula_without_a_result_is_shown_as_it_is_typed(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = ArrayFormula("A1:A2", "=SUM(B1:B2*C1:C2)")
    sheet["B1"] = DataTableFormula("B1:B2", r1="D1", r2="D2")
    sheet["C1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    opened = Book(tmp_path / "a.xlsx")
    cells = [opened.typed(opened.visible[0], 1, column) for column in (1, 2, 3)]
    assert [cell and (cell.error, cell.text) for cell in cells] == [
        ("formula_without_value", "=SUM(B1:B2*C1:C2)"),
        ("formula_without_value", "=TABLE(D1;D2)"),
        ("formula_without_value", "=1+1"),
    ]
