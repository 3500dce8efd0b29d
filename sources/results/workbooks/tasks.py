"""Reads Biểu 2: one task of a plan a line, how far it is, what document shows it, what more time is asked for."""

import re
from typing import Final

from sources.keys import KEY
from sources.results.rows import TaskProgressRow
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.lines import BLANK_LINES, Entries, Sheet, any_text
from sources.results.workbooks.progress import first_of, read_days, read_state, warn_of_progress

ENTRIES: Final = (
    "state",
    "done_date",
    "document_number",
    "document_date",
    "explanation",
    "extension_until",
    "extension_document",
)
_DAYS: Final = ("done_date", "document_date", "extension_until")
_TASK_KEY = re.compile(rf"({KEY.pattern})/(a[0-9]{{3,}})")


def read_tasks(sheet: Sheet) -> None:
    """Add the rows of Biểu 2 to the sheet, and its counts and findings to the account."""
    for row in sheet.grid.lines():
        entries = sheet.entries(row, ENTRIES)
        task = sheet.label(row, "task_key").replace(" ", "").casefold()
        if entries:
            _read_line(sheet, task, entries)
        elif task:
            sheet.account.note(BLANK_LINES, 1)


def _read_line(sheet: Sheet, task: str, entries: Entries) -> None:
    first = first_of(entries)
    key = _TASK_KEY.fullmatch(task)
    if key is None:
        kind = "unknown_task_key" if task else "missing_task_key"
        sheet.hold_back(entries, [(first, HeldBackError(kind, value=task))])
        return
    if sheet.is_repeated(task, entries, "duplicate_task"):
        return
    days, problems = read_days(entries, _DAYS)
    state = read_state(entries, problems)
    if state is None or problems:
        sheet.hold_back(entries, problems)
        return
    warn_of_progress(sheet, task, state, entries, days)
    if "extension_document" in entries and "extension_until" not in entries:
        sheet.warn(entries["extension_document"], "extension_without_date", task=task)
    sheet.load(
        TaskProgressRow(
            **sheet.keys,
            plan_key=key[1],
            task_no=key[2].upper(),
            state=state,
            done_date=days.get("done_date"),
            document_number=any_text(entries, "document_number"),
            document_date=days.get("document_date"),
            explanation=any_text(entries, "explanation"),
            extension_until=days.get("extension_until"),
            extension_document=any_text(entries, "extension_document"),
            **sheet.account.origin(first.place),
        ),
        entries,
    )
