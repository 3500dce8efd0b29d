"""The end of a plan's text: recipients, who signed, and on whose behalf."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.documents.blocks import Block
from sources.plans.lines import annex_heading, lines_of
from sources.plans.vocabulary import starts_with, table
from sources.vietnamese.normal import match_key

_ON_BEHALF = re.compile(r"^(?:KT|TM|TL|TUQ|T/M|K/T)\s*\.?\s*\w", re.IGNORECASE)
_NAME = re.compile(
    r"^(?:(?:BS|ThS|TS|PGS|GS|BSCKI{1,2}|CKI{1,2}|DS)[.\s]*)*(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ]*\s+){1,5}[A-ZĐÀ-Ỹ][\wÀ-ỹ]*$"
)
# Two posts that a converter has run together on one line.
_TWO_POSTS = re.compile(r"^((?:KT|TM|TL|TUQ)\s*\.?\s*.+?)\s+((?:PHÓ|QUYỀN)\s.+)$")
_SIGNED_MARK = re.compile(r"^\(?(?:đã ký|ký tên|ký)\)?\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """None where the document does not print it. body_end: index of the first block that is no longer the body."""

    signer: str | None
    signer_title: str | None
    signed_for: str | None
    body_end: int


def read_signature(blocks: Sequence[Block], start: int) -> Signature:
    """Read from the first block of recipients, or the first post in capitals, after `start`."""
    recipients = next((at for at, block in enumerate(blocks) if at >= start and _is_recipients(block)), None)
    lines = [
        (at, line)
        for at, block in enumerate(blocks)
        if at >= (recipients if recipients is not None else start)
        for line in lines_of(block)
    ]
    first = next((position for position, (_, line) in enumerate(lines) if _is_post(line)), None)
    if first is None:
        end = recipients if recipients is not None else annex_heading(blocks, start)
        return Signature(None, None, None, end)
    posts: list[str] = []
    position = first
    while position < len(lines) and _is_post(lines[position][1]):
        both = _TWO_POSTS.match(lines[position][1])
        posts.extend(both.groups() if both else [lines[position][1]])
        position += 1
    signer = _signer(lines[position:])
    behalf = [post for post in posts if _ON_BEHALF.match(post)]
    # "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH": the last line says whom the signer stands in for.
    signed_for = behalf[-1] if behalf else None
    title = next((post for post in reversed(posts) if not _ON_BEHALF.match(post)), None)
    body_end = recipients if recipients is not None else lines[first][0]
    return Signature(signer, title, signed_for, body_end)


def _is_recipients(block: Block) -> bool:
    return any(starts_with(match_key(line), "nơi nhận") for line in lines_of(block)[:2])


def _is_post(line: str) -> bool:
    """A post in capitals: "KT. GIÁM ĐỐC". Small letters are a mention in a sentence."""
    if not line.isupper() or len(line.split()) > 8:
        return False
    key = re.sub(r"^(?:kt|tm|tl|tuq|t m|k t)\s+", "", match_key(line))
    return bool(_ON_BEHALF.match(line)) or any(starts_with(key, match_key(row["post"])) for row in table("posts"))


def _signer(lines: Sequence[tuple[int, str]]) -> str | None:
    """The name under the post, below the mark that it was signed."""
    for _, line in lines[:4]:
        bare = line.strip(" *_")
        if _NAME.match(bare) and not bare.isupper() and match_key(bare) != "nơi nhận":
            return bare
        if not _SIGNED_MARK.match(bare):
            return None
    return None
