"""Printed lines to paragraphs and bullets: by where lines end, how they are indented, how far apart they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sources.documents.blocks import Block, written_block
from sources.documents.pdf_layout import Layout, Placed
from sources.documents.pdf_words import Line
from sources.documents.pdf_wraps import fits, is_dash, is_start, joined

# Points: an indentation is half a centimetre or more, a line that is not indented differs by less.
_INDENT = 6.0
# Letters of one paragraph have one size; headings are a point larger at least.
_SIZE = 0.07
_FINISHED = re.compile(r"[.;:!?…/][”\"’)*\s]*$")
# Lines that go on with a number or a dash: "Kết luận số | 40-KL/TW", "giai đoạn 2026 | - 2030".
_MID_SENTENCE = re.compile(r"(?:\b(?:số|ngày|tháng|năm|điều|khoản)|,|[-–])$", re.IGNORECASE)
_RANGE = re.compile(r"\d [-–] \d+\b[^\d]*$")


def read_paragraphs(lines: Sequence[Placed], layout: Layout) -> Iterator[Block]:
    """Blocks of lines that follow each other without a table between them."""
    held: list[Placed] = []
    for placed in lines:
        if held and not _joins(held, placed, layout):
            yield from _block(held, layout)
            held = []
        held.append(placed)
    yield from _block(held, layout)


def _joins(held: Sequence[Placed], placed: Placed, layout: Layout) -> bool:
    before, line, text = held[-1].line, placed.line, placed.line.text
    if before.beside_until != line.beside_until or abs(before.size - line.size) > _SIZE * before.size:
        return False
    if layout.is_apart(held[-1], placed) or (before.is_bold != line.is_bold and not text[0].islower()):
        return False
    right = layout.right(held[-1])
    indented = None if line.beside_until is not None else _indentation(held, line)
    if indented and is_dash(before, line, right):
        return True
    is_number = _MID_SENTENCE.search(before.text) or _RANGE.search(f"{before.text} {text}")
    if fits(before, line, right) or (is_start(text) and not is_number):
        return False
    if line.beside_until is not None:
        return not text[0].isupper()  # names and posts stand below each other, each on its own line
    return indented if indented is not None else not _is_over(held[-1], placed, layout)


def _is_over(upper: Placed, lower: Placed, layout: Layout) -> bool:
    """Whether a paragraph that ends with a full line is over: by its last sign, where no white says it better."""
    is_next_page = upper.page != lower.page
    if layout.is_spaced and not is_next_page:
        return False
    ends = _FINISHED.search(upper.line.text)
    return bool(ends and not lower.line.text[0].islower() and (is_next_page or ends[0][0] in ";:"))


def _indentation(held: Sequence[Placed], line: Line) -> bool | None:
    """What the left ends say: the line goes on below an indented first line, or begins anew; None where nothing."""
    before = held[-1].line
    if _is_centred(before, line):
        return None
    first = held[0].line
    if len(held) > 1:
        if abs(line.x0 - before.x0) > _INDENT:
            return False
        return True if abs(first.x0 - before.x0) > _INDENT else None
    if line.x0 < first.x0 - _INDENT:
        return True
    hangs_at = first.words[1].x0 if is_start(first.text) and len(first.words) > 1 else first.x0
    if line.x0 > hangs_at + _INDENT:
        return False
    return True if hangs_at > first.x0 + _INDENT and abs(line.x0 - hangs_at) <= _INDENT / 2 else None


def _is_centred(upper: Line, lower: Line) -> bool:
    return abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) <= _INDENT and abs(upper.x0 - lower.x0) > _INDENT


def _block(held: Sequence[Placed], layout: Layout) -> Iterator[Block]:
    if not held:
        return
    first = held[0]
    text = first.line.text
    for before, placed in pairwise(held):
        text = joined(text, before.line, placed.line, layout.right(before))
    place = f"trang {first.page}, dòng {first.number}"
    block = written_block(text, place, is_bold=all(placed.line.is_bold for placed in held))
    if block is not None:
        is_unconfirmed = any(placed.is_unconfirmed for placed in held)
        yield replace(block, page=first.page, is_unconfirmed=is_unconfirmed)
