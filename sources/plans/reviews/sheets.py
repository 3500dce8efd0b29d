"""The sheets of the review workbook: the plan's own fields, and one table for each kind of row."""

from collections.abc import Sequence
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.plans.reviews import headings
from sources.plans.reviews.entries import FIRST_ADDED, Entry
from sources.plans.reviews.fields import Kind
from sources.plans.reviews.kinds import PLAN
from sources.plans.reviews.machine import Machine, dump
from sources.plans.reviews.sheet_parts import Ranges, dress, finish, put_title
from sources.plans.reviews.statements import Said
from sources.plans.reviews.values import cell_content, shown
from sources.plans.reviews.words import word_of, words

# Lines left at the foot of a table for rows that the parser missed, each with a number of its own already.
BLANK_ROWS: Final = 10
_PLAN_WIDTHS: Final = (26, 46, 46, 10, 34, 8)


def put_plan(sheet: Worksheet, entries: Sequence[Entry], ranges: Ranges) -> None:
    """The plan's own fields, one a row: as read, and what is right."""
    columns = (headings.FIELD, headings.AS_READ, headings.VALUE, headings.ACTION, headings.REASON, headings.MACHINE)
    row = put_title(sheet, PLAN, len(columns) - 1)
    worksheet.put_table_head(sheet, row, columns, _PLAN_WIDTHS)
    for line, (entry, field) in enumerate(((entry, field) for entry in entries for field in PLAN.fields), row + 1):
        change = entry.changes.get(field.name)
        machine = Machine(
            field.name,
            {field.name: entry.read[field.name]},
            entry.place,
            {field.name: (change[0], change[1].said)} if change else {},
        )
        value = cell_content(field, machine.shown[field.name])
        action = word_of("action", "correct") if change else None
        reason = change[1].said.reason if change else None
        contents = (field.heading, shown(field, entry.read[field.name]), value, action, reason, dump(machine))
        worksheet.put_row(sheet, line, contents, frozenset({3, 4, 5}))
        worksheet.fit_height(sheet, line, contents[:-1], _PLAN_WIDTHS)
        dress(sheet, line, {3: field}, len(columns))
        if field.words:
            worksheet.offer(sheet, f"C{line}", tuple(words(field.words).values()), ranges[field.words])
    finish(sheet, row, 4, len(columns), ranges)


def put_rows(sheet: Worksheet, kind: Kind, entries: Sequence[Entry], ranges: Ranges) -> None:
    """The rows of one kind, and blank lines to add on."""
    fields = kind.fields
    columns = [headings.ROW, headings.CODE, headings.PLACE, *(field.heading for field in fields)]
    columns += [headings.ACTION, headings.REASON, headings.MACHINE]
    row = put_title(sheet, kind, len(columns) - 1)
    widths = (5, 6, 14, *(field.width for field in fields), 8, 16, 8)
    worksheet.put_table_head(sheet, row, columns, widths)
    entered = frozenset(range(4, len(columns)))
    by_column = dict(enumerate(fields, start=4))
    lines = [*((entry, _machine(entry)) for entry in entries), *((None, blank) for blank in _blanks(kind, entries))]
    for line, (entry, machine) in enumerate(lines, start=row + 1):
        values = [cell_content(field, machine.shown.get(field.name)) for field in fields]
        action, said = _standing(entry)
        contents = (
            line - row,
            machine.number,
            machine.stood,
            *values,
            word_of("action", action) if action else None,
            said.reason if said else None,
            dump(machine),
        )
        worksheet.put_row(sheet, line, contents, entered)
        worksheet.fit_height(sheet, line, contents[:-1], widths)
        dress(sheet, line, by_column, len(columns))
    last = row + max(len(lines), 1)
    for column, field in by_column.items():
        # Only plans for PAPI have dimensions; elsewhere the column would take the room of the others.
        is_idle = field.name == "papi_dimension" and not any(entry.values[field.name] for entry in entries)
        sheet.column_dimensions[get_column_letter(column)].hidden = is_idle
        if field.words:
            letter = get_column_letter(column)
            worksheet.offer(
                sheet, f"{letter}{row + 1}:{letter}{last}", tuple(words(field.words).values()), ranges[field.words]
            )
    finish(sheet, row, len(columns) - 2, len(columns), ranges)


def _machine(entry: Entry) -> Machine:
    return Machine(
        entry.number,
        entry.read,
        entry.place,
        {name: (value, statement.said) for name, (value, statement) in entry.corrected.items()},
        entry.added.said if entry.added else None,
        entry.struck.said if entry.struck else None,
    )


def _blanks(kind: Kind, entries: Sequence[Entry]) -> list[Machine]:
    """Lines to add on, with the first numbers that nobody has."""
    taken = {entry.number for entry in entries}
    free = (number_of(kind, value) for value in range(FIRST_ADDED, FIRST_ADDED + BLANK_ROWS + len(entries)))
    return [Machine(number) for number in free if number not in taken][:BLANK_ROWS]


def number_of(kind: Kind, value: int) -> str:
    """The number of a row: T901; of a citation the figure alone."""
    return f"{kind.letter}{value:03d}"


def _standing(entry: Entry | None) -> tuple[str | None, Said | None]:
    """What an earlier review made of the row: its action and who said so."""
    if entry is None:
        return None, None
    if entry.struck:
        return "strike", entry.struck.said
    if entry.added:
        return "add", entry.last_said
    if entry.corrected:
        return "correct", entry.last_said
    return ("keep", entry.kept.said) if entry.kept and not entry.kept.is_sweeping else (None, None)
