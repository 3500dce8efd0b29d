"""A Markdown text cut into what CommonMark knows and what it does not: tables of pandoc, tables in HTML.

Marks of pandoc that are no text (attributes, notes, raised digits, comments, front matter) are taken out; every line
stays on its number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sources.documents.letters import raised
from sources.documents.text_rows import TextTable
from sources.documents.text_tables import find_table

_FRONT: Final = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY: Final = re.compile(r"\A---[ \t]*\n\s*[\w-]+\s*:")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTE: Final = re.compile(r"^\[\^[\w-]+\]:.*$", re.MULTILINE)
_NOTE_MARK: Final = re.compile(r"\[\^[\w-]{1,40}\]")
_SPAN: Final = re.compile(r"\[([^\[\]\n]{0,2000})\]\{[^{}\n]{0,200}\}")
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{[#.:-][^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)
_DIV: Final = re.compile(r"^:{3,}.*$", re.MULTILINE)
_RAISED: Final = re.compile(r"\^(\d{1,3})\^")
_LINE_BLOCK: Final = re.compile(r"^\|[ \t]+([^|\n]*[^|\s])[ \t]*$", re.MULTILINE)
_TABLE_START: Final = re.compile(r"^\s{0,3}<table\b", re.IGNORECASE)
_TABLE_TAGS: Final = re.compile(r"<(/?)table\b", re.IGNORECASE)
# A task table in HTML runs over hundreds of lines; one that is never closed is no table.
_LONGEST_TABLE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """first: number of its first line, from 0. content: Markdown or, where is_web, HTML; or a table."""

    first: int
    content: str | TextTable
    is_web: bool = False


def read_parts(text: str) -> Iterator[Part]:
    """Parts in reading order."""
    lines = _without_marks(text).split("\n")
    held = at = 0
    while at < len(lines):
        end, part = at + 1, None
        if _TABLE_START.match(lines[at]):
            end = _table_end(lines, at)
            part = Part(at, "\n".join(lines[at:end]), is_web=True) if end > at else None
            end = max(end, at + 1)
        elif lines[at].strip() and not lines[at].lstrip().startswith("|"):  # tables with bars are CommonMark's
            table = find_table(lines, at, spaced=False)
            if table is not None and table.rows is not None:
                end, part = table.end, Part(at, table)
        if part is not None:
            yield Part(held, "\n".join(lines[held:at]))
            yield part
            held = end
        at = end
    yield Part(held, "\n".join(lines[held:]))


def _without_marks(text: str) -> str:
    if _KEY.match(text):
        text = _FRONT.sub(_blank, text)
    text = _NOTE_MARK.sub("", _NOTE.sub("", _COMMENT.sub(_blank, text)))
    text = _RAISED.sub(lambda match: raised(match[1]), _DIV.sub("", text))
    # Two trailing blanks break a line on purpose.
    return _LINE_BLOCK.sub(r"\1  ", _ATTRIBUTES.sub("", _SPAN.sub(r"\1", text)))


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _table_end(lines: list[str], at: int) -> int:
    """Number of the line after the table that begins at `at`; `at` where it is never closed."""
    depth = 0
    for number in range(at, min(len(lines), at + _LONGEST_TABLE)):
        depth += sum(-1 if closing else 1 for closing in _TABLE_TAGS.findall(lines[number]))
        if depth <= 0:
            return number + 1
    return at
