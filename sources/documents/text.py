"""Plain text, wrapped by hand or by a converter: lines to blocks, tables and texts side by side to table rows."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from sources.documents.blocks import Block, Document, Note, plain, written_block
from sources.documents.letters import refuse_legacy_letters
from sources.documents.text_columns import SideBySide, find_columns
from sources.documents.text_joins import Line, joins
from sources.documents.text_pages import without_page_marks
from sources.documents.text_rows import TextTable
from sources.documents.text_tables import find_table

_HASHES = re.compile(r"^(#{1,6})\s+")


def read_text(text: str) -> Document:
    """Blocks of a plain text; places are line numbers counted from 1."""
    raw = without_page_marks(normalize("NFC", text).replace("\u00a0", " ").split("\n"))
    areas = list(_areas(raw))
    for laid_out in areas:
        raw[laid_out.first : laid_out.end] = [""] * (laid_out.end - laid_out.first)
    lines, double_spaced, width = _lines(raw)
    blocks: list[Block] = []
    notes: list[Note] = []
    table = begun = 0
    for area in [*areas, None]:
        end = begun
        while end < len(lines) and (area is None or lines[end].number <= area.first):
            end += 1
        written = list(_blocks(lines[begun:end], double_spaced, width, table))
        table = max(table, max((block.table for block in written), default=0))
        begun = end
        blocks.extend(written)
        if area is not None:
            table += 1
            _add(area, table, blocks, notes)
    refuse_legacy_letters(blocks)
    return Document(tuple(blocks), notes=tuple(notes))


def _areas(lines: list[str]) -> Iterator[TextTable | SideBySide]:
    """Tables and texts side by side, in reading order."""
    at = 0
    while at < len(lines):
        if not lines[at].strip() or "\t" in lines[at]:
            at += 1
            continue
        area = find_columns(lines, at) or find_table(lines, at)
        if area is not None:
            yield area
        at = area.end if area is not None else at + 1


def _add(area: TextTable | SideBySide, table: int, blocks: list[Block], notes: list[Note]) -> None:
    place = f"dòng {area.first + 1}"
    if isinstance(area, SideBySide):
        sides = (area.left, area.right)
        blocks.append(Block("table_row", " ".join(sides), place, cells=sides, table=table))
    elif area.rows is None:
        notes.append(Note("table_by_spaces", f"dòng {area.first + 1} đến dòng {area.end}"))
    else:
        for line, cells in area.rows:
            text = " ".join(cell for cell in cells if cell)
            if text:
                blocks.append(Block("table_row", text, f"dòng {line + 1}", cells=cells, table=table))


def _lines(raw_lines: list[str]) -> tuple[list[Line], bool, int]:
    lines: list[Line] = []
    blank, in_bold = True, False
    followed_by_one_blank = 0
    for number, raw in enumerate(raw_lines, start=1):
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
        lines.append(Line(number, body, len(hashes[1]) if hashes else 0, is_bold, blank, len(raw.strip()), is_broken))
        blank = False
    lengths = sorted(line.raw_length for line in lines if "\t" not in line.text)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    # In a text laid out by a converter nearly every line stands alone and none is longer than a printed line.
    double_spaced = bool(lines) and followed_by_one_blank > 0.8 * len(lines) and 40 < width < 130
    return lines, double_spaced, width


def _blocks(lines: list[Line], double_spaced: bool, width: int, table: int) -> Iterator[Block]:
    held: list[Line] = []
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
        if held and not joins(held, line, double_spaced, width):
            yield from _flush(held)
            held = []
        held.append(line)
    yield from _flush(held)


def _flush(held: list[Line]) -> Iterator[Block]:
    if held:
        first = held[0]
        text = " ".join(line.text for line in held)
        block = written_block(
            text, f"dòng {first.number}", level=first.level, is_bold=all(line.is_bold for line in held)
        )
        if block is not None:
            yield block
