"""The neutral form of a document: blocks in reading order, each with its place. Knows nothing of what is written."""

import re
from dataclasses import dataclass
from typing import Literal

from sources.vietnamese.normal import fold_spaces

BlockKind = Literal["heading", "paragraph", "bullet", "table_row"]
_EMPHASIS = re.compile(r"\*{1,3}")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|ul|ol|p|span|div|font|sup|sub|center|h[1-6]|a|small|big|hr)\b[^<>]*>|<br\s*/?>|<li\b[^<>]*>|</li>",
    re.IGNORECASE,
)
_BREAKING = re.compile(r"<br\s*/?>|</li>|</p>|</div>", re.IGNORECASE)
# Signs that begin an item, the private codes of symbol fonts (U+F0xx) that converters leave among them.
_OUTER = "-–—−‐•●▪■◆♦❖➢➤►▶‣⁃→⇒✓✔*§Øü\uf02d\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_SIGNS = re.escape(_OUTER) + "+·o○◦□▫"
_BULLET = re.compile(
    rf"^(?:[{_SIGNS}]\s+)*(?P<last>[{_SIGNS}])\s+(?=\S)|^(?P<tight>[-–−•●▪■+➢➤►\uf02d\uf0b7])(?=[^\W\d_])"
)
# Letters and signs that look alike: Icelandic eth for Đ, digits of full width, blanks and hyphens of other widths.
_ALIKE: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE |= {ord(alike): meant for alike, meant in {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "−": "-", "‐": "-"}.items()}
_ALIKE |= {ord(char): "-" for char in "\u2011\u2043"} | {ord(char): " " for char in "\u2028\u2029\u3000"}
_ALIKE |= {ord(char): "" for char in "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\u00ad"}
_RAISED = re.compile(r"<sup\b[^<>]*>\s*\(?([\d,* ]{1,8})\)?\s*</sup>", re.IGNORECASE)
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A whole paragraph in a heading's style is a paragraph: titles of plans and their parts stay below this.
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, bullet or table row.

    text: white space folded, markup and bullet sign removed. place: "dòng 47", "đoạn 12", "bảng 1, hàng 5".
    level: depth of a heading as marked up (0 where it is not), 1 or 2 for bullets and sub-bullets. is_bold: all of it
    is bold. cells: of a table row, merged cells blank after the first; table: number of the table in the document.
    merged: positions of cells that are merged into the one above. page: counted from 1 where the form has pages, else
    0. is_unconfirmed: read from a picture, not from text.
    """

    kind: BlockKind
    text: str
    place: str
    level: int = 0
    is_bold: bool = False
    cells: tuple[str, ...] = ()
    table: int = 0
    merged: tuple[int, ...] = ()
    page: int = 0
    is_unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know of how the document was read. kind: a kind of finding."""

    kind: str
    place: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order. unread_pages: pages that are pictures and could not be read here."""

    blocks: tuple[Block, ...]
    unread_pages: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()


class DocumentError(ValueError):
    """A file that cannot be read at all. The message says why, in Vietnamese; kind is a code of the rule."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.remedy = remedy


def plain(text: str) -> str:
    """Text without the remains of Markdown and HTML. List items and forced breaks become line breaks."""
    text = _RAISED.sub(lambda match: match[1].translate(_RAISED_DIGITS), text)
    text = _BREAKING.sub("\n", text.translate(_ALIKE))
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
    depth, rest = unbulleted(folded)
    if level and not depth and len(folded) <= _LONGEST_HEADING:
        return Block("heading", folded, place, level=level, is_bold=True)
    if depth:
        return Block("bullet", rest, place, level=depth, is_bold=is_bold)
    return Block("paragraph", folded, place, is_bold=is_bold)
