"""Finds the head of a flat table, up to three rows high, and which column holds which field."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sources.results.printed_marks import MAX_HEAD_ROW, are_column_numbers, is_preparer, is_signer
from sources.results.tables.cells import Cells
from sources.results.tables.column_names import dossier_field, figure_field
from sources.results.tables.headings import LABELS

# The one-stop system prints "Tiếp nhận", under it "Trong kỳ", under it "Trực tuyến".
_HIGHEST: Final = 3
_LEAST_GROUPS: Final = 3
# Labels that say what a line is about: where one of them is filled in, the line is a line.
_SUBJECTS: Final = ("indicator_code", "indicator_name", "field", "procedure", "unit_name", "unit_key")


@dataclass(frozen=True, slots=True)
class Head:
    """columns: field -> column; headings: column -> heading as printed, groups first; doubled: headings of fields that
    two columns claim; first_row, last_row: of the head; foot_row: the first row below the table."""

    columns: Mapping[str, int]
    headings: Mapping[int, str]
    doubled: tuple[str, ...]
    first_row: int
    last_row: int
    foot_row: int = 0


def find_figure_head(cells: Cells) -> Head | None:
    """The head of a figure table: an indicator, and a figure or rate."""
    return _find(cells, figure_field, _is_figure_head)


def find_dossier_head(cells: Cells) -> Head | None:
    """The head of a dossier table: what was resolved in time or late, and two more counts."""
    return _find(cells, dossier_field, _is_dossier_head)


def lines(cells: Cells, head: Head) -> Iterator[int]:
    """Rows of the table, without a line of column numbers, up to the foot."""
    first = head.last_row + 1
    texts = [cell.text for cell in cells.row(first)]
    if are_column_numbers(texts, len(head.columns)):
        first += 1
    yield from range(first, head.foot_row)


def _foot_row(cells: Cells, head: Head) -> int:
    """The row with the words of the foot, else the row after the last one."""
    for row in range(head.last_row + 1, cells.last_row + 1):
        if _is_foot(cells, head, row):
            return row
    return cells.last_row + 1


def _is_foot(cells: Cells, head: Head, row: int) -> bool:
    """Preparer and signer side by side; or one of them in a row that is no line: remarks name them too."""
    texts = {column: text for column in cells.columns(row) if (text := cells.text(row, column))}
    preparers = {column for column, text in texts.items() if is_preparer(text)}
    signers = {column for column, text in texts.items() if is_signer(text)}
    if not preparers and not signers:
        return False
    others = texts.keys() - preparers - signers
    values = {column for name, column in head.columns.items() if name not in LABELS}
    subjects = {head.columns[name] for name in _SUBJECTS if name in head.columns}
    has_figure = any(column in values and any(map(str.isdigit, texts[column])) for column in others)
    return bool(preparers and signers) or not (has_figure or others & subjects)


def _find(cells: Cells, field_of: Callable[[str], str | None], is_head: Callable[[set[str]], bool]) -> Head | None:
    """The first head, as high as names most fields: a head of one row may be the upper row of a higher one."""
    for first in range(1, min(cells.last_row, MAX_HEAD_ROW) + 1):
        # A title above the table is one text or two; as the upper row of a head it would name every column.
        highest = _HIGHEST if len({cell.text for cell in cells.row(first)}) >= _LEAST_GROUPS else 1
        heads = [_head(cells, first, first + more, field_of) for more in range(highest)]
        fitting = [head for head in heads if is_head(set(head.columns))]
        if fitting:
            best = max(fitting, key=lambda head: (len(head.columns), -head.last_row))
            return replace(best, foot_row=_foot_row(cells, best))
    return None


def _head(cells: Cells, first: int, last: int, field_of: Callable[[str], str | None]) -> Head:
    columns: dict[str, int] = {}
    doubled: list[str] = []
    headings = _headings(cells, first, last)
    for column, heading in headings.items():
        field = field_of(heading)
        if field is None:
            continue
        if field in columns:
            doubled.append(heading)
        columns.setdefault(field, column)
    return Head(columns, headings, tuple(doubled), first, last)


def _headings(cells: Cells, first: int, last: int) -> dict[int, str]:
    """Column -> its headings from top to bottom, each once. A group stands over the columns to its right that have a
    heading of their own below."""
    parts: dict[int, list[str]] = {column: [] for column in range(1, cells.last_column + 1)}
    for row in range(first, last + 1):
        group = ""
        for column, heading in parts.items():
            text = cells.spoken_text(row, column)
            is_under = row < last and any(cells.text(below, column) for below in range(row + 1, last + 1))
            group = text or (group if is_under else "")
            if group and group not in heading:
                heading.append(group)
    return {column: " - ".join(heading) for column, heading in parts.items() if heading}


def _is_figure_head(fields: set[str]) -> bool:
    return bool(fields & {"indicator_code", "indicator_name"}) and bool(fields & {"numerator", "value"})


def _is_dossier_head(fields: set[str]) -> bool:
    counts = {field for field in fields if field.startswith(("resolved", "open", "received"))}
    return bool(counts & {"resolved_on_time", "resolved_in_time", "resolved_late"}) and len(counts) >= 3
