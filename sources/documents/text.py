"""Plain text, wrapped by hand or by a converter: lines to blocks, tab-separated lines to table rows.

Converters cut sentences at line ends and page ends. Lines are joined again where the one before is unfinished and the
next begins nothing of its own (no bullet, no number, no bold heading).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.documents.blocks import Block, Document, plain, unbulleted, written_block

_HASHES = re.compile(r"^(#{1,6})\s+")
_NUMBERED = re.compile(
    r"^(?:[IVXLC]{1,6}\s*[.)/]|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđ]\))\s*\S|^[A-ZĐ]\.\s+\S"
)
_FINISHED = re.compile(r"(?:[.;:!?…]|\./\.?|/)[”\"’)*\s]*$")
_CONTINUES = re.compile(r"^(?:[^\W\d_]|\d|[(“\"])")
_ACRONYM = re.compile(r"^[A-ZĐ]{2,}(?!\w)")
# A line shorter than this share of a full line was ended by its writer, not by the wrapping.
_FULL_LINE = 0.75
# A paragraph that a page end may have cut is longer than a heading or a name.
_LONG = 60


@dataclass(slots=True)
class _Line:
    number: int
    text: str
    level: int
    is_bold: bool
    after_blank: bool
    raw_length: int
    is_broken: bool  # ends in a forced line break of Markdown


def read_text(text: str) -> Document:
    """Blocks of a plain text; places are line numbers counted from 1."""
    lines, double_spaced, width = _lines(text)
    return Document(tuple(_blocks(lines, double_spaced, width)))


def _lines(text: str) -> tuple[list[_Line], bool, int]:
    lines: list[_Line] = []
    blank, in_bold = True, False
    followed_by_one_blank = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        if not raw.strip(" \f\u00a0*_#\t"):
            blank = True
            continue
        hashes = _HASHES.match(raw.strip())
        body = raw.strip("\n\f") if "\t" in raw else raw.strip()
        body = body[hashes.end() :] if hashes else body
        starts_bold = in_bold or body.startswith("**")
        in_bold = in_bold ^ (body.count("**") % 2 == 1)
        is_bold = starts_bold and (in_bold or body.rstrip().endswith("**"))
        followed_by_one_blank += blank
        is_broken = is_bold and raw.endswith("  ")
        lines.append(_Line(number, body, len(hashes[1]) if hashes else 0, is_bold, blank, len(raw.strip()), is_broken))
        blank = False
    lengths = sorted(line.raw_length for line in lines if "\t" not in line.text)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    # In a text laid out by a converter nearly every line stands alone and none is longer than a printed line.
    double_spaced = bool(lines) and followed_by_one_blank > 0.8 * len(lines) and 40 < width < 130
    return lines, double_spaced, width


def _blocks(lines: list[_Line], double_spaced: bool, width: int) -> Iterator[Block]:
    held: list[_Line] = []
    table = 0
    previous_was_row = False
    for line in lines:
        if "\t" in line.text:
            yield from _flush(held)
            held = []
            table += not previous_was_row
            cells = tuple(plain(cell) for cell in line.text.split("\t"))
            previous_was_row = True
            if any(cells):
                text = " ".join(cell for cell in cells if cell)
                yield Block("table_row", text, f"dòng {line.number}", cells=cells, table=table)
            continue
        previous_was_row = False
        if held and not _joins(held, line, double_spaced, width):
            yield from _flush(held)
            held = []
        held.append(line)
    yield from _flush(held)


def _joins(held: list[_Line], line: _Line, double_spaced: bool, width: int) -> bool:
    """Whether `line` goes on with the block that `held` has begun."""
    before, text = held[-1], plain(line.text)
    if line.level or unbulleted(text)[0] or (_NUMBERED.match(text) and not _mid_sentence(before.text)):
        return False
    if before.is_bold != line.is_bold or (before.level and line.after_blank) or not _CONTINUES.match(text):
        return False
    if line.is_bold:
        return not line.after_blank and not before.is_broken and before.text.count("**") == 1
    previous = plain(before.text)
    if previous.isupper() or _looks_upper(previous) or (_looks_upper(text) and len(text.split()) > 1):
        return False
    if double_spaced:
        return _joins_wrapped(held, previous, text, width)
    if not line.after_blank:
        return not (_FINISHED.search(previous) and text[0].isupper()) and (len(previous) >= _LONG or text[0].islower())
    return _cut_by_page(held, previous, text)


def _joins_wrapped(held: list[_Line], previous: str, text: str, width: int) -> bool:
    is_full = held[-1].raw_length >= _FULL_LINE * width
    if not _FINISHED.search(previous):
        return text[0].islower() or is_full
    # A full line may end with a full stop inside a bullet; a bullet that ends there is rarer.
    return is_full and (
        text[0].islower() or (unbulleted(plain(held[0].text))[0] > 0 and held[-1].raw_length >= 0.9 * width)
    )


def _cut_by_page(held: list[_Line], previous: str, text: str) -> bool:
    if _FINISHED.search(previous) or previous.endswith(","):
        return previous.endswith(",") and text[0].islower()
    first = plain(held[0].text)
    is_long_enough = unbulleted(first)[0] > 0 or len(previous) >= _LONG
    is_heading = bool(_NUMBERED.match(first)) and len(held) == 1
    if text[0].islower():
        return is_long_enough or (is_heading and len(previous) >= _LONG)
    return unbulleted(first)[0] > 0 and (bool(_ACRONYM.match(text)) or text[0].isdigit())


def _mid_sentence(text: str) -> bool:
    """A line that ends in "số" or a comma goes on with a number: "Kết luận số | 40-KL/TW"."""
    return bool(re.search(r"(?:\bsố|\bngày|\btháng|\bnăm|,|-)$", plain(text)))


def _looks_upper(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def _flush(held: list[_Line]) -> Iterator[Block]:
    if held:
        first = held[0]
        text = " ".join(line.text for line in held)
        block = written_block(
            text, f"dòng {first.number}", level=first.level, is_bold=all(line.is_bold for line in held)
        )
        if block is not None:
            yield block
