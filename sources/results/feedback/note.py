"""Says what to mend as a short text: for a mail, for a screen."""

from collections.abc import Iterator

from sources.results.feedback.parts import LEVELS, NOTHING, Feedback, Line
from sources.results.feedback.sheet import TITLE, heading


def write_note(feedback: Feedback) -> str:
    """The whole text, ending with a line end."""
    parts = [TITLE, "", *(f"{label}: {content}" for label, content in heading(feedback)), ""]
    for number, line in enumerate(feedback.lines, start=1):
        parts.extend([*_said(number, line), ""])
    if not feedback.lines:
        parts.extend([NOTHING.capitalize() + ".", ""])
    return "\n".join(parts)


def one_line(line: Line) -> str:
    """Where, what and what to do, for a list on a screen."""
    return f"{where(line)}: {LEVELS[line.level]}. {line.what} Cần làm: {line.action}"


def where(line: Line) -> str:
    """Sheet, cell and value of a line in words."""
    named = "" if line.cell.startswith("dòng ") else "ô "
    cell = f", {named}{line.cell}" if line.cell else ""
    place = f"Trang {line.sheet}{cell}" if line.sheet else line.cell[:1].upper() + line.cell[1:]
    return f"{place}, giá trị “{line.value}”" if line.value else place


def _said(number: int, line: Line) -> Iterator[str]:
    yield f"{number}. {where(line)}"
    yield f"   {LEVELS[line.level]}: {line.what}"
    yield f"   Cần làm: {line.action}"
