"""Headings printed on two lines, "PHẦN THỨ HAI" above "NHIỆM VỤ, GIẢI PHÁP", as one block."""

from collections.abc import Sequence
from dataclasses import replace

from sources.documents.blocks import Block
from sources.plans.numbering import read_number
from sources.vietnamese.normal import match_key

# A title on its own line; a longer one is the first paragraph of the part.
_LONGEST_TITLE = 200


def joined_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with a part's bare number joined to the title under it."""
    joined: list[Block] = []
    is_taken = False
    for at, block in enumerate(blocks):
        if is_taken:
            is_taken = False
            continue
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if below is not None and _is_bare(block) and _is_title(below):
            is_bold = block.is_bold or below.is_bold
            joined.append(replace(block, text=f"{block.text.rstrip('.:')}. {below.text}", is_bold=is_bold))
            is_taken = True
        else:
            joined.append(block)
    return tuple(joined)


def _is_bare(block: Block) -> bool:
    number = read_number(block.text) if block.kind in {"heading", "paragraph"} else None
    return number is not None and number.rank == 0 and not match_key(number.rest)


def _is_title(block: Block) -> bool:
    is_line = block.kind in {"heading", "paragraph"} and len(block.text) <= _LONGEST_TITLE
    return is_line and read_number(block.text) is None and not block.text.endswith((".", ";", ":"))
