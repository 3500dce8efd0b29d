"""Lines of a plan's blocks as its readers meet them: headings, signatures and where the annex begins. No meaning."""

from collections.abc import Sequence
from typing import Final

from sources.documents.blocks import Block
from sources.vietnamese.normal import fold_spaces, match_key

# A heading "PHỤ LỤC ..." is a line; longer paragraphs only speak of one.
_LONGEST_HEADING: Final = 200


def lines_of(block: Block) -> list[str]:
    """Lines of a block; heading blocks and signatures are often laid out as a table, each cell with its own lines."""
    if block.kind == "table_row":
        return [fold_spaces(line) for cell in block.cells for line in cell.split("\n") if line.strip()]
    return [block.text]


def annex_heading(blocks: Sequence[Block], start: int) -> int:
    """Index of the first heading of an annex from `start` on; the number of blocks where there is none."""
    for at, block in enumerate(blocks):
        is_line = block.kind in {"heading", "paragraph"} and len(block.text) < _LONGEST_HEADING
        if at >= start and is_line and match_key(block.text).startswith("phụ lục"):
            return at
    return len(blocks)
