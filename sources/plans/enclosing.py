"""The act that a plan is enclosed with: "(Ban hành kèm theo Quyết định số 18/QĐ-SYT ngày 12/01/2024 ...)".

Such a plan has no number and no day of its own; it bears those of the act.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.documents.blocks import Block
from sources.vietnamese.legal_documents import find_documents

_ENCLOSED = re.compile(
    r"(?:^|\()\s*(?:ban hành\s+)?kèm theo\s+(?:quyết định|công văn|tờ trình|nghị quyết|thông báo)\b", re.IGNORECASE
)
# The line stands under the title; further down it speaks of other papers.
_REACH = 4
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Act:
    """number as read, the line as printed, ISO date."""

    number: str
    printed: str
    issued_date: str | None


def enclosing_act(blocks: Sequence[Block], title_end: int) -> Act | None:
    """The act named right under the title (or at its end); None where the plan is not enclosed with one."""
    for block in blocks[max(0, title_end - 1) : title_end + _REACH]:
        enclosed = _ENCLOSED.search(block.text[:_LONGEST])
        mention = next(iter(find_documents(block.text[enclosed.start() : _LONGEST])), None) if enclosed else None
        if mention is not None:
            return Act(mention.number, block.text.strip(" ()"), mention.document_date)
    return None
