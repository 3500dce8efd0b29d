"""The labels of sheet Thông tin and the cells beside them. What they mean is read elsewhere."""

from collections.abc import Mapping, Sequence
from typing import Final

from sources.results.headings import INFO_LABELS
from sources.results.workbooks.page import Page
from sources.spreadsheet import Typed
from sources.vietnamese.normal import match_key

# Keys stand in the upper part of the sheet, in its first columns.
_ROWS: Final = 60
_COLUMNS: Final = 8
# A title may hold one of the labels by chance; two are the sheet.
_LEAST_LABELS: Final = 2
_LABELS: Final = {match_key(spelling): field for field, spellings in INFO_LABELS.items() for spelling in spellings}

Cells = Mapping[str, Typed]


def info_cells(pages: Sequence[Page]) -> dict[str, Typed]:
    """Field -> cell right of its label, from the first page that has some of the labels."""
    for page in pages:
        met, cells = _labelled_cells(page)
        # The head of a flat table holds several labels in one row.
        if len(set(met.values())) >= _LEAST_LABELS:
            return cells
    return {}


def is_label(page: Page, row: int, column: int) -> bool:
    """The cell holds one of the labels."""
    return page.key(row, column) in _LABELS


def text_of(cells: Cells, field: str) -> str | None:
    """Text beside a label; None where it is blank or an error."""
    cell = cells.get(field)
    return cell.text if cell is not None and cell.error is None and cell.text else None


def _labelled_cells(page: Page) -> tuple[dict[str, int], dict[str, Typed]]:
    """The labels met, each with its row, and the cells that stand beside them."""
    met: dict[str, int] = {}
    cells: dict[str, Typed] = {}
    for row in range(1, min(page.last_row, _ROWS) + 1):
        columns = [column for column in page.columns(row) if column <= _COLUMNS]
        fields = [_LABELS.get(page.key(row, column)) for column in columns]
        for number, field in enumerate(fields):
            if field is None or field in met:
                continue
            met[field] = row
            beside = columns[number + 1 : number + 2]
            # What stands beside may itself be a label, where the value was left blank.
            cell = page.typed(row, beside[0]) if beside and fields[number + 1] is None else None
            if cell is not None:
                cells[field] = cell
    return met, cells
