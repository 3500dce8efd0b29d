"""The end of a plan's text: recipients, who signed, and on whose behalf."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.documents.blocks import Block
from sources.plans.vocabulary import starts_with, table
from sources.vietnamese.normal import fold_spaces, match_key

_ON_BEHALF = re.compile(r"^(?:KT|TM|TL|TUQ|T/M|K/T)\s*\.?\s*\w", re.IGNORECASE)
_NAME = re.compile(
    r"^(?:(?:BS|ThS|TS|PGS|GS|BSCKI{1,2}|CKI{1,2}|DS)[.\s]*)*(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ]*\s+){1,5}[A-ZĐÀ-Ỹ][\wÀ-ỹ]*$"
)
# Two posts that a converter has run together on one line.
_TWO_POSTS = re.compile(r"^((?:KT|TM|TL|TUQ)\s*\.?\s*.+?)\s+((?:PHÓ|QUYỀN)\s.+)$")
_SIGNED_MARK = re.compile(r"^\(?(?:đã ký|ký tên|ký)\)?\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """None where the document does not print it. body_end: index of the first block that is no longer the body;
    annex_start: of the first block after the signature."""

    signer: str | None
    signer_title: str | None
    signed_for: str | None
    body_end: int
    annex_start: int


def read_signature(blocks: Sequence[Block], start: int) -> Signature:
    """Read from the first block of recipients, or the first post in capitals, after `start`."""
    recipients = next((at for at, block in enumerate(blocks) if at >= start and _is_recipients(block)), None)
    lines = [
        (at, line)
        for at, block in enumerate(blocks)
        if at >= (recipients if recipients is not None else start)
        for line in _lines(block)
    ]
    first = next((position for position, (_, line) in enumerate(lines) if _is_post(line)), None)
    if first is None:
        end = recipients if recipients is not None else _annex_heading(blocks, start)
        return Signature(None, None, None, end, end)
    posts: list[str] = []
    position = first
    while position < len(lines) and _is_post(lines[position][1]):
        both = _TWO_POSTS.match(lines[position][1])
        posts.extend(both.groups() if both else [lines[position][1]])
        position += 1
    signer, last = _signer(lines[position:], lines[position - 1][0])
    behalf = [post for post in posts if _ON_BEHALF.match(post)]
    # "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH": the last line says whom the signer stands in for.
    signed_for = behalf[-1] if behalf else None
    title = next((post for post in reversed(posts) if not _ON_BEHALF.match(post)), None)
    body_end = recipients if recipients is not None else lines[first][0]
    return Signature(signer, title, signed_for, body_end, last + 1)


def _lines(block: Block) -> list[str]:
    if block.kind == "table_row":
        # The signature stands beside the recipients: its own cell after theirs.
        return [fold_spaces(line) for cell in block.cells for line in cell.split("\n") if line.strip()]
    return [block.text]


def _is_recipients(block: Block) -> bool:
    return any(starts_with(match_key(line), "nơi nhận") for line in _lines(block)[:2])


def _is_post(line: str) -> bool:
    """A post in capitals: "KT. GIÁM ĐỐC". Small letters are a mention in a sentence."""
    if not line.isupper() or len(line.split()) > 8:
        return False
    key = re.sub(r"^(?:kt|tm|tl|tuq|t m|k t)\s+", "", match_key(line))
    return bool(_ON_BEHALF.match(line)) or any(starts_with(key, match_key(row["post"])) for row in table("posts"))


def _signer(lines: Sequence[tuple[int, str]], last: int) -> tuple[str | None, int]:
    """The name under the post; a name printed twice (once by the stamp) counts once."""
    signer = None
    for at, line in lines[:4]:
        bare = line.strip(" *_")
        if _SIGNED_MARK.match(bare):
            last = at
        elif signer is None and _NAME.match(bare) and not bare.isupper() and match_key(bare) != "nơi nhận":
            signer, last = bare, at
        elif signer is not None and match_key(bare) == match_key(signer):
            last = at
        else:
            break
    return signer, last


def _annex_heading(blocks: Sequence[Block], start: int) -> int:
    for at, block in enumerate(blocks):
        if (
            at >= start
            and match_key(block.text).startswith("phụ lục")
            and block.kind in {"heading", "paragraph"}
            and len(block.text) < 200
        ):
            return at
    return len(blocks)
