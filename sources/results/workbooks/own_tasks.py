"""Reads Biểu 3: one task that the unit set itself a line, under the number and date of the unit's own plan."""

from typing import Final

from sources.results.rows import OwnTaskRow
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.lines import Entries, Sheet, any_text
from sources.results.workbooks.progress import first_of, read_days, read_state, warn_of_progress

ENTRIES: Final = (
    "description",
    "product",
    "due_date",
    "plan_number",
    "plan_date",
    "state",
    "done_date",
    "document_number",
    "document_date",
    "explanation",
)
_DAYS: Final = ("due_date", "plan_date", "done_date", "document_date")


def read_own_tasks(sheet: Sheet) -> None:
    """Add the rows of Biểu 3 to the sheet, and its counts and findings to the account."""
    number = 0
    for row in sheet.grid.lines():
        entries = sheet.entries(row, ENTRIES)
        if entries:
            number += 1
            _read_line(sheet, number, entries)


def _read_line(sheet: Sheet, number: int, entries: Entries) -> None:
    first = first_of(entries)
    days, problems = read_days(entries, _DAYS)
    state = read_state(entries, problems)
    if "description" not in entries:
        problems.insert(0, (first, HeldBackError("missing_own_task", value=first.text)))
    if state is None or problems:
        sheet.hold_back(entries, problems)
        return
    content = " | ".join(f"{name}={cell.text}" for name, cell in entries.items())
    if sheet.is_repeated(content, entries, "duplicate_task"):
        return
    warn_of_progress(sheet, entries["description"].text, state, entries, days)
    sheet.load(
        OwnTaskRow(
            **sheet.keys,
            line_no=number,
            description=entries["description"].text,
            product=any_text(entries, "product"),
            due_date=days.get("due_date"),
            plan_number=any_text(entries, "plan_number"),
            plan_date=days.get("plan_date"),
            state=state,
            done_date=days.get("done_date"),
            document_number=any_text(entries, "document_number"),
            document_date=days.get("document_date"),
            explanation=any_text(entries, "explanation"),
            **sheet.account.origin(first.place),
        ),
        entries,
    )
