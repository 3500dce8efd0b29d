"""What Biểu 2, 3 and 4 have in common: words of states, days, and what is doubtful about them. No lines, no rows."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from sources.results.headings import TASK_STATES
from sources.results.rows import TaskState
from sources.results.workbooks.amounts import HeldBackError, check_cell, read_day
from sources.results.workbooks.lines import Entries, Problems, Sheet
from sources.spreadsheet import Typed
from sources.vietnamese.dates import HOME
from sources.vietnamese.normal import match_key

_STATE_WORDS: Final = {match_key(words): state for state, words in TASK_STATES.items()}
_CHOICE: Final = "; ".join(TASK_STATES.values())


def read_days(entries: Entries, names: Collection[str]) -> tuple[dict[str, date], Problems]:
    """The days of a line, and all cells of the line that cannot be read."""
    days: dict[str, date] = {}
    problems: Problems = []
    for name, cell in entries.items():
        try:
            check_cell(cell)
            if name in names:
                days[name] = read_day(cell)
        except HeldBackError as error:
            problems.append((cell, error))
    return days, problems


def read_state(entries: Entries, problems: Problems) -> TaskState | None:
    """The state of a task; None after a problem was added, unless its cell has one already."""
    cell = entries.get("state")
    if cell is None:
        problems.append((next(iter(entries.values())), HeldBackError("missing_task_state", words=_CHOICE)))
        return None
    state = _STATE_WORDS.get(match_key(cell.text))
    if state is None and cell.error is None:
        problems.append((cell, HeldBackError("unknown_task_state", value=cell.text, words=_CHOICE)))
    return state


def warn_of_progress(sheet: Sheet, task: str, state: TaskState, entries: Entries, days: Mapping[str, date]) -> None:
    """A state and a day of completion that do not go together, and days that had not come when the file came."""
    if state == "done" and "done_date" not in days:
        sheet.warn(entries["state"], "done_without_date", task=task)
    elif state != "done" and "done_date" in days:
        sheet.warn(entries["done_date"], "date_without_done", task=task)
    warn_of_future(sheet, entries, days, ("done_date", "document_date"))


def warn_of_future(sheet: Sheet, entries: Entries, days: Mapping[str, date], names: Collection[str]) -> None:
    """What has been done has a day that has been."""
    received = sheet.account.file.received_at.astimezone(HOME).date()
    for name in names:
        if name in days and days[name] > received:
            sheet.warn(entries[name], "date_after_receipt")


def first_of(entries: Entries) -> Typed:
    """The cell that a line is named after: its first one with content."""
    return next(iter(entries.values()))
