"""The review workbook of the simulated plan as a clerk sends it back: issued by the product, filled in by the story."""

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.office_times import with_fixed_times
from sources.plans.reviews import headings
from sources.plans.reviews.issuing import look_through
from sources.simulation.story import tell

# Where the heads of the tables stand, and the column of the row's clause is looked for below it.
_HEAD: Final = 4


def write_review(folder: Path) -> None:
    """Issue the workbook of the plan in `folder`, fill it in, and put it beside the plan.

    One that lies there stays: what a clerk once sent does not change because plans are read better since.
    """
    told = tell("review")
    key = told["plan"]
    path = folder / f"{key}.review.xlsx"
    if path.exists():
        return
    look_through(folder / f"{key}.docx").issue(path)
    book = load_workbook(path)
    _sign(book[headings.INFO_SHEET], told)
    for row in told["rows"]:
        _fill(book, row)
    saved_at = datetime.combine(told["reviewed_on"], time(), UTC)
    saved = BytesIO()
    book.save(saved)
    path.write_bytes(with_fixed_times(saved.getvalue(), saved_at))


def _sign(sheet: Worksheet, told: dict[str, Any]) -> None:
    given = {headings.REVIEWER: told["reviewer"], headings.REVIEWED_ON: told["reviewed_on"]}
    for row in range(1, sheet.max_row + 1):
        label = str(sheet.cell(row, 1).value)
        if label in given:
            sheet.cell(row, 2).value = given[label]


def _fill(book: Workbook, told: dict[str, Any]) -> None:
    """Type into the row of a clause; into the first blank line where the story names none."""
    sheet = book[told["sheet"]]
    columns = {str(cell.value): cell.column for cell in sheet[_HEAD] if cell.column}
    clause = told.get("clause")
    place = columns[headings.PLACE]
    row = next(
        row
        for row in range(_HEAD + 1, sheet.max_row + 1)
        if (clause in [cell.value for cell in sheet[row]] if clause else sheet.cell(row, place).value is None)
    )
    for heading, value in told["cells"].items():
        sheet.cell(row, columns[heading]).value = value
