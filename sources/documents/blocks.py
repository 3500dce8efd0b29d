"""The neutral form of a document: blocks in reading order, each with its place. Knows nothing of what is written."""

import re
from dataclasses import dataclass
from typing import Literal

from sources.vietnamese.normal import fold_spaces

BlockKind = Literal["heading", "paragraph", "bullet", "table_row"]
_EMPHASIS = re.compile(r"\*{1,3}")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|ul|ol|p|span|div|font|sup|sub)\b[^<>]*>|<br\s*/?>|<li\b[^<>]*>|</li>", re.IGNORECASE
)
_BREAKING = re.compile(r"<br\s*/?>|</li>|</p>|</div>", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—+•●▪*·oØ§]\s+)*(?P<last>[-–—+•●▪*·oØ§])\s+(?=\S)|^(?P<tight>[-–+•])(?=[^\W\d_])")
_OUTER = frozenset("-–—•●▪*§Ø")


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, bullet or table row.

    text: white space folded, markup and bullet sign removed. place: "dòng 47", "đoạn 12", "bảng 1, hàng 5".
    level: depth of a heading as marked up (0 where it is not), 1 or 2 for bullets and sub-bullets. is_bold: all of it
    is bold. cells: of a table row, merged cells blank after the first; table: number of the table in the document.
    """

    kind: BlockKind
    text: str
    place: str
    level: int = 0
    is_bold: bool = False
    cells: tuple[str, ...] = ()
    table: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


class DocumentError(ValueError):
    """A file that cannot be read at all. The message says why, in Vietnamese; kind is a code of the rule."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.remedy = remedy


def plain(text: str) -> str:
    """Text without the remains of Markdown and HTML. List items and forced breaks become line breaks."""
    text = _BREAKING.sub("\n", text)
    text = _EMPHASIS.sub("", _TAG.sub(" ", text))
    lines = (fold_spaces(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def unbulleted(text: str) -> tuple[int, str]:
    """Depth of the bullet sign that `text` begins with (0: none; 1: dash or dot; 2: plus) and the text after it."""
    match = _BULLET.match(text)
    if match is None:
        return 0, text
    sign = match["last"] or match["tight"]
    return (1 if sign in _OUTER else 2), text[match.end() :].strip()


def written_block(text: str, place: str, *, level: int = 0, is_bold: bool = False) -> Block | None:
    """The block of one line or paragraph: heading by its mark-up, bullet by its sign. None for a line without words."""
    folded = fold_spaces(plain(text).replace("\n", " "))
    if not re.search(r"\w", folded):
        return None
    if level:
        return Block("heading", folded, place, level=level, is_bold=True)
    depth, rest = unbulleted(folded)
    if depth:
        return Block("bullet", rest, place, level=depth, is_bold=is_bold)
    return Block("paragraph", folded, place, is_bold=is_bold)
