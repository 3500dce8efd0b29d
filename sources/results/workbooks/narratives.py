"""Reads Biểu 5: the words that go with a report, one section a line or several lines under one merged name."""

from typing import Final

from sources.results.headings import SECTIONS
from sources.results.rows import NarrativeRow, Section
from sources.results.workbooks.amounts import HeldBackError, check_cell
from sources.results.workbooks.lines import REPEATED_LINE, Entries, Sheet
from sources.spreadsheet import Typed
from sources.vietnamese.normal import fold_spaces, match_key

ENTRIES: Final = ("content",)
_SECTION_WORDS: Final[dict[str, Section]] = {match_key(words): section for section, words in SECTIONS.items()}
_CHOICE: Final = "; ".join(SECTIONS.values())


def read_narratives(sheet: Sheet) -> None:
    """Add the rows of Biểu 5 to the sheet, and its counts and findings to the account."""
    parts: dict[Section, list[Typed]] = {}
    anchors: dict[Section, tuple[int, int]] = {}
    for row in sheet.grid.lines():
        entries = sheet.entries(row, ENTRIES)
        words = sheet.label(row, "section")
        if not entries:
            continue
        section = _SECTION_WORDS.get(match_key(words))
        problem = _problem(entries["content"], words, section)
        anchor = sheet.grid.page.anchor(row, sheet.grid.columns["section"])
        if section is None or problem:
            sheet.hold_back(entries, [(entries["content"], problem)] if problem else [])
        elif anchors.setdefault(section, anchor) == anchor:
            parts.setdefault(section, []).append(entries["content"])
        else:
            _hold_back_second(sheet, entries, words, [cell.text for cell in parts[section]])
    for section, cells in parts.items():
        sheet.load(
            NarrativeRow(
                **sheet.keys,
                section=section,
                content="\n".join(_paragraphs(cell) for cell in cells),
                **sheet.account.origin(cells[0].place),
            ),
            cells,
        )


def _problem(cell: Typed, words: str, section: Section | None) -> HeldBackError | None:
    try:
        check_cell(cell)
    except HeldBackError as error:
        return error
    if section is None:
        return HeldBackError("unknown_section" if words else "missing_section", value=words, words=_CHOICE)
    return None


def _hold_back_second(sheet: Sheet, entries: Entries, words: str, first: list[str]) -> None:
    """A section that stands on two lines: the same words once, other words are not added up."""
    if first == [entries["content"].text]:
        sheet.account.ignore(1, REPEATED_LINE)
    else:
        sheet.hold_back(entries, [(entries["content"], HeldBackError("duplicate_section", value=words))])


def _paragraphs(cell: Typed) -> str:
    """The words as typed, line breaks kept; blanks at the ends of lines and empty lines are none of them."""
    lines = str(cell.value).splitlines() if isinstance(cell.value, str) else [cell.text]
    return "\n".join(line for line in map(fold_spaces, lines) if line)
