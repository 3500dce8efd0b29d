"""An annex that the plan announces and the file does not hold."""

import re
from collections.abc import Sequence

from sources.documents.blocks import Block
from sources.plans.remarks import Remark, remark
from sources.vietnamese.normal import fold_spaces

# "(Có Phụ lục … kèm theo)", "(Theo phụ lục đính kèm)", "tại phụ lục kèm theo kế hoạch này", "chi tiết tại Phụ lục I".
_ANNOUNCED = re.compile(
    r"(?:có|theo|tại|xem|chi tiết|như)\s+(?:các\s+)?(?:phụ lục|biểu mẫu|phụ biểu)\b"
    r"[^.;]{0,120}?\b(?:kèm theo|đính kèm|gửi kèm)"
    r"|(?:chi tiết|xem|nêu)\s+(?:tại\s+)?phụ lục\b"
    r"|(?:phụ lục|phụ biểu)\s+(?:\w+\s+){0,2}(?:kèm theo|đính kèm)(?:\s+kế hoạch\s+này|\s*[).]|\s*$)",
    re.IGNORECASE,
)
# An annex of another document is not this plan's: "phụ lục ban hành kèm theo Quyết định số …".
_OF_ANOTHER = re.compile(
    r"(?:kèm theo|đính kèm)\s+(?:quyết định|thông tư|nghị định|công văn|luật|nghị quyết|kế hoạch\s+số)", re.IGNORECASE
)
_HEADING = re.compile(r"^(?:phụ lục|phụ biểu|biểu mẫu|biểu số)\b", re.IGNORECASE)
_HEADING_WORDS = 12


def missing_annexes(blocks: Sequence[Block], body_end: int) -> list[Remark]:
    """One finding where the body announces an annex and nothing stands after the signature that is one.

    An annex is a heading that says so after the announcement, or a table after the signature.
    """
    announced = next((block for block in blocks[:body_end] if _announces(fold_spaces(block.text))), None)
    if announced is None or _is_there(blocks, blocks.index(announced), body_end):
        return []
    match = _ANNOUNCED.search(fold_spaces(announced.text))
    return [remark("annex_missing", announced.place, match[0] if match else None)]


def _announces(text: str) -> bool:
    match = _ANNOUNCED.search(text)
    return match is not None and not _OF_ANOTHER.search(text[match.start() :][: len(match[0]) + 40])


def _is_there(blocks: Sequence[Block], start: int, body_end: int) -> bool:
    for index, block in enumerate(blocks[start + 1 :], start=start + 1):
        if block.kind == "table_row" and (index >= body_end or len([cell for cell in block.cells if cell.strip()]) > 2):
            return True
        text = fold_spaces(block.text)
        if _HEADING.match(text) and len(text.split()) <= _HEADING_WORDS and not _ANNOUNCED.search(text):
            return True
    return False
