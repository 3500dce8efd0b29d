"""What goes wrong with workbooks on their way: cells that people type over, files that arrive in part."""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from sources.office_times import with_fixed_times
from sources.results.form import Form
from sources.results.headings import FIGURE_COLUMNS, FIGURE_SHEET


def spoil(path: Path, form: Form, ways: dict[str, Any]) -> None:
    """Spoil the workbook at `path`. ways: cut_after_bytes, or cells: indicator -> column -> what was typed."""
    if "cut_after_bytes" in ways:
        path.write_bytes(path.read_bytes()[: ways["cut_after_bytes"]])
    for code, typed in ways.get("cells", {}).items():
        for column, content in typed.items():
            _type_over(path, form, code, column, content)


def _type_over(path: Path, form: Form, code: str, column: str, content: str) -> None:
    book = load_workbook(path)
    sheet = book[FIGURE_SHEET]
    places = list(FIGURE_COLUMNS)
    code_column, column_number = places.index("indicator_code") + 1, places.index(column) + 1
    row = next(cells[0].row for cells in sheet.iter_rows(min_col=code_column) if cells[0].value == code)
    cell = sheet.cell(row, column_number)
    # The library stores what looks like an error value as one, and all else as text.
    cell.value = content
    saved = BytesIO()
    book.save(saved)
    path.write_bytes(with_fixed_times(saved.getvalue(), datetime.combine(form.window_from, time())))
