"""Golden files about the shape of a workbook: rows, columns, sheets, merged and hidden ones, what was pasted over."""

import unicodedata
from copy import copy

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font

from sources.results.headings import (
    FIGURE_SHEET,
    GUIDE_SHEET,
    INFO_SHEET,
    NARRATIVE_SHEET,
    TASK_SHEET,
)
from tests.sources.results.golden.makers.cells import COUNT, RATE
from tests.sources.results.golden.makers.desk import filled, reopen
from tests.sources.results.golden.makers.legacy import tcvn3
from tests.sources.results.golden.makers.office import resave
from tests.sources.results.golden.makers.registry import golden


@golden()
def clean() -> bytes:
    return filled().saved()


@golden()
def rows_inserted() -> bytes:
    """A title over the first lines and a blank row in the middle; the formulas are left behind."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.unmerge(FIGURE_SHEET)
    sheet, head = desk.sheet(FIGURE_SHEET), desk.head_row(FIGURE_SHEET)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head + 1)]
    lines = [*rows[:1], [None, None, "I. Lĩnh vực thủ tục hành chính"], *rows[1:2], [], *rows[2:]]
    for number, line in enumerate(lines, start=head + 1):
        for column in range(1, sheet.max_column + 1):
            # The formulas still point to the rows where they stood: what they say now is no matter.
            sheet.cell(number, column).value = line[column - 1] if column <= len(line) else None
    return desk.saved()


@golden()
def sheets_renamed_and_reordered() -> bytes:
    desk = filled()
    desk.book.move_sheet(TASK_SHEET, -3)
    desk.book.move_sheet(INFO_SHEET, 4)
    del desk.book[GUIDE_SHEET]
    for title, new in ((INFO_SHEET, "TT chung"), (FIGURE_SHEET, "Sheet1"), (TASK_SHEET, "PL2 - nhiem vu")):
        desk.book[title].title = new
    return desk.saved()


@golden()
def headings_reworded() -> bytes:
    """Capitals, two blanks, a line break, the other place of the tone: the same headings to a reader."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    sheet, head = desk.sheet(FIGURE_SHEET), desk.head_row(FIGURE_SHEET)
    for field, words in (
        ("indicator_code", "MÃ  CHỈ TIÊU"),
        ("denominator", "Mẫu\nsố"),
        ("year_to_date", "LUỸ KẾ từ đầu năm"),
    ):
        sheet.cell(head, desk.column(FIGURE_SHEET, field)).value = words
    return desk.saved()


@golden()
def letters_taken_apart() -> bytes:
    """Saved on a Mac: every word of the workbook in letters and loose marks (NFD), the sheets' names too."""
    desk = filled()
    for sheet in desk.book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "s":
                    cell.value = unicodedata.normalize("NFD", str(cell.value))
        sheet.title = unicodedata.normalize("NFD", sheet.title)
    return desk.saved()


@golden()
def label_cells_merged() -> bytes:
    """The unit of measure stands once over three lines, the code of an indicator once over two."""
    desk = filled()
    desk.figure("dossier_on_time_rate", "@", year_to_date="1.234", denominator="1.250")
    desk.figure("online_dossier_rate", "@", year_to_date="1.100", denominator="1.250")
    first = desk.row(FIGURE_SHEET, "dossier_on_time_rate")
    letter = desk.cell(FIGURE_SHEET, first, "unit_name").column_letter
    desk.sheet(FIGURE_SHEET).merge_cells(f"{letter}{first}:{letter}{first + 2}")
    return desk.saved()


@golden()
def code_cell_merged() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.figure("online_dossier_rate", year_to_date=300, denominator=420)
    first = desk.row(FIGURE_SHEET, "dossier_on_time_rate")
    letter = desk.cell(FIGURE_SHEET, first, "indicator_code").column_letter
    desk.sheet(FIGURE_SHEET).merge_cells(f"{letter}{first}:{letter}{first + 1}")
    return desk.saved()


@golden()
def entry_cells_merged() -> bytes:
    """One denominator typed for two lines: to whom it belongs would have to be guessed for the second."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.figure("online_dossier_rate", year_to_date=300)
    first = desk.row(FIGURE_SHEET, "dossier_on_time_rate")
    letter = desk.cell(FIGURE_SHEET, first, "denominator").column_letter
    desk.sheet(FIGURE_SHEET).merge_cells(f"{letter}{first}:{letter}{first + 1}")
    return desk.saved()


@golden()
def hidden_sheet() -> bytes:
    """Last quarter's table kept as a hidden copy."""
    desk = filled()
    copied = desk.book.copy_worksheet(desk.sheet(FIGURE_SHEET))
    copied.title = "Quý trước"
    copied.sheet_state = "hidden"
    return desk.saved()


@golden()
def hidden_rows() -> bytes:
    desk = filled()
    desk.figure(COUNT, year_to_date=7)
    desk.sheet(FIGURE_SHEET).row_dimensions[desk.row(FIGURE_SHEET, COUNT)].hidden = True
    return desk.saved()


@golden()
def stray_cell_under_table() -> bytes:
    """A sum for oneself, far below the signatures."""
    desk = filled()
    sheet = desk.sheet(FIGURE_SHEET)
    sheet.cell(sheet.max_row + 6, desk.column(FIGURE_SHEET, "year_to_date")).value = 12345
    return desk.saved()


@golden()
def foot_missing() -> bytes:
    """The rows of the signatures deleted, and a note put under the last line."""
    desk = filled()
    for title in (FIGURE_SHEET, TASK_SHEET):
        desk.unmerge(title)
        sheet = desk.sheet(title)
        foot = next(
            row
            for row in range(1, sheet.max_row + 1)
            if any(sheet.cell(row, column).value == "NGƯỜI LẬP BIỂU" for column in range(1, sheet.max_column + 1))
        )
        sheet.delete_rows(foot, sheet.max_row)
    return desk.saved()


@golden()
def two_copies_of_a_sheet() -> bytes:
    desk = filled()
    copied = desk.book.copy_worksheet(desk.sheet(FIGURE_SHEET))
    copied.title = "Biểu 1 (2)"
    return desk.saved()


@golden()
def column_missing() -> bytes:
    """The narrow column of codes was in the way and was deleted."""
    desk = filled()
    desk.unmerge(FIGURE_SHEET)
    desk.sheet(FIGURE_SHEET).delete_cols(desk.column(FIGURE_SHEET, "indicator_code"))
    return desk.saved()


@golden()
def columns_in_another_order() -> bytes:
    """The rate moved before the counts; its formula was typed over."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.unmerge(FIGURE_SHEET)
    sheet = desk.sheet(FIGURE_SHEET)
    for title in ("year_to_date", "denominator"):
        column, target = desk.column(FIGURE_SHEET, title), desk.column(FIGURE_SHEET, "evidence")
        for row in range(desk.head_row(FIGURE_SHEET), sheet.max_row + 1):
            left, right = sheet.cell(row, column), sheet.cell(row, target)
            left.value, right.value = right.value, left.value
            left.number_format, right.number_format = right.number_format, left.number_format
    return desk.saved()


@golden()
def values_pasted_over() -> bytes:
    """Copied into a fresh book as values: no formula is left, what they gave stands as numbers."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.figure(COUNT, year_to_date=7)
    calculated = resave(desk.saved(), "xlsx")
    pasted, results = reopen(calculated), reopen(calculated, results=True)
    for sheet in pasted.book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    result = results.sheet(sheet.title)[cell.coordinate].value
                    cell.value = None if result == "" else result
    return pasted.saved()


@golden()
def legacy_font_words() -> bytes:
    """Words pasted from an old document: TCVN3 letters in .VnTime, which Excel shows as Vietnamese."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420, explanation=tcvn3("Đã xử lý đúng hạn"))
    cell = desk.cell(FIGURE_SHEET, desk.row(FIGURE_SHEET, "dossier_on_time_rate"), "explanation")
    font = copy(cell.font)
    cell.font = Font(name=".VnTime", size=font.size)
    desk.narrative("Kết quả nổi bật", tcvn3("Đã ban hành kế hoạch cải cách hành chính năm 2026"))
    words = desk.cell(NARRATIVE_SHEET, desk.row(NARRATIVE_SHEET, "Kết quả nổi bật"), "content")
    words.font = Font(name=".VnTime", size=font.size)
    return desk.saved()


@golden()
def sheet_of_own_notes() -> bytes:
    """The clerk added a sheet of her own with a small table: it is no Biểu, and is not read."""
    desk = filled()
    desk.figure(RATE, value=96.5)
    notes = desk.book.create_sheet("Ghi chép")
    for row in (("Ngày", "Việc", "Số lượt"), ("02/03", "Tiếp dân", 4), ("09/03", "Tiếp dân", 6)):
        notes.append(row)
    return desk.saved()
