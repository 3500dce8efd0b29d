"""Reads Biểu 4: one entry of the lists a line: inspections, dialogues, receptions, training, initiatives, feedback."""

from decimal import Decimal
from typing import Final

from sources.results.headings import EVENT_KINDS
from sources.results.rows import EventKind, EventRow
from sources.results.workbooks.amounts import HeldBackError, read_count
from sources.results.workbooks.lines import Entries, Problems, Sheet, any_text
from sources.results.workbooks.progress import first_of, read_days, warn_of_future
from sources.vietnamese.normal import match_key

ENTRIES: Final = (
    "event_kind",
    "event_date",
    "description",
    "subject",
    "quantity",
    "document_number",
    "document_date",
    "outcome",
    "due_date",
    "done_date",
)
_DAYS: Final = ("event_date", "document_date", "due_date", "done_date")
_KIND_WORDS: Final[dict[str, EventKind]] = {match_key(words): kind for kind, words in EVENT_KINDS.items()}
_CHOICE: Final = "; ".join(EVENT_KINDS.values())
_KIND_ALONE: Final = "có loại việc nhưng không có nội dung"


def read_events(sheet: Sheet) -> None:
    """Add the rows of Biểu 4 to the sheet, and its counts and findings to the account."""
    number = 0
    for row in sheet.grid.lines():
        entries = sheet.entries(row, ENTRIES)
        if entries.keys() == {"event_kind"}:
            # A kind that was chosen, or a heading over a group, without anything that took place.
            sheet.account.ignore(1, _KIND_ALONE)
        elif entries:
            number += 1
            # A kind may be merged over several entries.
            _read_line(sheet, number, sheet.label(row, "event_kind"), entries)


def _read_line(sheet: Sheet, number: int, kind_words: str, entries: Entries) -> None:
    first = first_of(entries)
    days, problems = read_days(entries, _DAYS)
    kind = _kind(kind_words, entries, problems)
    quantity = _quantity(entries, problems)
    if "description" not in entries:
        problems.append((first, HeldBackError("missing_event_description", value=first.text)))
    if kind is None or problems:
        sheet.hold_back(entries, problems)
        return
    content = " | ".join((kind, *(f"{name}={cell.text}" for name, cell in entries.items())))
    if sheet.is_repeated(content, entries, "duplicate_task"):
        return
    warn_of_future(sheet, entries, days, ("event_date", "document_date", "done_date"))
    sheet.load(
        EventRow(
            **sheet.keys,
            line_no=number,
            event_kind=kind,
            event_date=days.get("event_date"),
            description=entries["description"].text,
            subject=any_text(entries, "subject"),
            quantity=quantity,
            document_number=any_text(entries, "document_number"),
            document_date=days.get("document_date"),
            outcome=any_text(entries, "outcome"),
            due_date=days.get("due_date"),
            done_date=days.get("done_date"),
            **sheet.account.origin(first.place),
        ),
        entries,
    )


def _kind(words: str, entries: Entries, problems: Problems) -> EventKind | None:
    kind = _KIND_WORDS.get(match_key(words))
    cell = entries.get("event_kind")
    if kind is None and (cell is None or cell.error is None):
        rule = "unknown_event_kind" if words else "missing_event_kind"
        problems.append((cell or first_of(entries), HeldBackError(rule, value=words, words=_CHOICE)))
    return kind


def _quantity(entries: Entries, problems: Problems) -> Decimal | None:
    cell = entries.get("quantity")
    if cell is None or cell.error is not None:
        return None
    try:
        return read_count(cell, "never")
    except HeldBackError as error:
        problems.append((cell, error))
        return None
