"""A table kept as text (csv) as a workbook of one sheet, so that readers of sheets read it unchanged.

Every cell is text, except that an error value that a spreadsheet wrote out stays an error. Row numbers are the numbers
of the lines in the file.
"""

import re
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ERROR_CODES, ILLEGAL_CHARACTERS_RE

from sources.csv_rows import csv_rows
from sources.table_encoding import UnreadableTextError, decode_table

TITLE: Final = "csv"
# Fifty units with sixty indicators for eight periods are 24,000 lines of at most a hundred letters each.
MAX_BYTES: Final = 8 * 1024 * 1024
MAX_LINES: Final = 30_000
# What a cell of a spreadsheet can hold at most, and columns that no table of figures reaches.
_MAX_LETTERS: Final = 32_767
_MAX_CELLS: Final = 256
_LETTER: Final = re.compile(r"\w")


def load_text(path: Path) -> tuple[Workbook, str]:
    """The workbook, and the legacy coding it was converted from ("" for Unicode). UnreadableTextError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableTextError(
                f"tệp văn bản lớn hơn {MAX_BYTES // (1024 * 1024)} MB, quá lớn so với một báo cáo"
            )
        text, coding = decode_table(path.read_bytes())
    except OSError as error:
        raise UnreadableTextError("không mở được tệp để đọc") from error
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = TITLE
    for number, row in csv_rows(text):
        if not any(row):
            continue
        if number > MAX_LINES or len(row) > _MAX_CELLS or max(map(len, row)) > _MAX_LETTERS:
            raise UnreadableTextError(f"dòng {number}: bảng quá dài, quá nhiều cột hoặc có ô quá dài")
        for column, content in enumerate(row, start=1):
            if content:
                cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub(" ", content))
                # A text that begins like a formula is a text: nothing in a csv was ever calculated.
                cell.data_type = "e" if content in ERROR_CODES else "s"
    if not _LETTER.search(text):
        raise UnreadableTextError("tệp rỗng")
    # Words without a delimiter are no table, whatever the file is called: a letter, or what is left of a broken file.
    if sheet.max_column == 1:
        raise UnreadableTextError("tệp hỏng hoặc không phải bảng: không có dấu ngăn cột nào")
    return workbook, coding
