"""The heading block of a plan: number, day and place of issue, agency, title, and where the body begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.documents.blocks import Block
from sources.plans.enclosing import enclosing_act
from sources.plans.headings import role_of
from sources.plans.issuer import read_issuer
from sources.plans.lines import lines_of
from sources.plans.names import proper_case, without_motto
from sources.plans.numbering import read_number
from sources.vietnamese.dates import read_partial_date
from sources.vietnamese.normal import fold_spaces, match_key

# A heading block is one page at most; a "KẾ HOẠCH" further down is the heading of an annex.
_REACH = 40
_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<digits>[\d\s.…_]*[a-zđ]?)\s*/\s*(?P<symbol>[A-ZĐ][A-Za-zĐ]*(?:\s?[-–]\s?[A-ZĐ][A-Za-zĐ0-9]*)+)"
)
_DATED = re.compile(
    r"(?P<place>[^,:;/]+?)\s*,\s*(?P<date>ngày[\s.…_]*\d{0,2}[\s.…_]*tháng[\s.…_]*\d{0,2}[\s.…_]*năm\s*\d{4})",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:DỰ THẢO\s+)?(KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH)(?!\w)\s*(?P<rest>.*)$")
_OPENING = re.compile(
    r"^(?:thực hiện|căn cứ|để|nhằm|trên cơ sở|theo|triển khai thực hiện (?:kế hoạch|quyết định)|tiếp tục|ngày)\b",
    re.IGNORECASE,
)
# Longer lines are no line of a heading block; the patterns above are slow on hostile ones.
_LONGEST = 2_000
DIGEST_MARK = "bản tóm lược"


@dataclass(slots=True)
class HeadingBlock:
    """What the first page says; None where it says nothing. body_start: index of the first block after the title."""

    number: str | None = None
    number_as_printed: str | None = None
    issued_date: str | None = None
    issued_place: str | None = None
    agency: str | None = None
    province: str | None = None
    title: str | None = None
    is_digest: bool = False
    body_start: int = 0


def read_heading_block(blocks: Sequence[Block]) -> HeadingBlock:
    """Read everything above the first numbered heading, the opening paragraphs included."""
    heading = HeadingBlock()
    lines = [(index, line) for index, block in enumerate(blocks[:_REACH]) for line in lines_of(block)]
    heading.is_digest = any(match_key(line).startswith(match_key(DIGEST_MARK)) for _, line in lines[:3])
    title_at = next((at for at, (_, line) in enumerate(lines) if _is_title(line)), None)
    above = lines[: title_at if title_at is not None else len(lines)]
    for _, line in above:
        _read_number(heading, line)
    if title_at is not None:
        heading.body_start = _read_title(heading, blocks, lines, title_at)
    if heading.number_as_printed is None and (act := enclosing_act(blocks, heading.body_start)) is not None:
        heading.number, heading.number_as_printed = act.number, act.printed
        heading.issued_date = heading.issued_date or act.issued_date
    opening = _opening(blocks, heading.body_start)
    issuer = read_issuer(heading.title, [line for _, line in above], opening, heading.issued_place)
    heading.agency, heading.province = issuer.agency, issuer.province
    return heading


def _is_title(line: str) -> bool:
    match = _TITLE.match(line) or _TITLE.match(line.upper() if match_key(line) == "kế hoạch" else "")
    return match is not None


def _read_number(heading: HeadingBlock, line: str) -> None:
    numbered = _NUMBER.search(line)
    if numbered and heading.number_as_printed is None:
        digits = re.sub(r"[\s.…_]", "", numbered["digits"])
        symbol = re.sub(r"\s", "", numbered["symbol"]).replace("–", "-")
        heading.number_as_printed = fold_spaces(numbered[0])
        heading.number = f"{digits}/{symbol}" if digits else None
        line = line[: numbered.start()] + line[numbered.end() :]
    dated = _DATED.search(without_motto(line)[:_LONGEST])
    if dated and heading.issued_date is None:
        heading.issued_date = read_partial_date(dated["date"])
        heading.issued_place = fold_spaces(dated["place"])


def _read_title(heading: HeadingBlock, blocks: Sequence[Block], lines: Sequence[tuple[int, str]], at: int) -> int:
    """Join the lines of the title; returns the index of the first block after it."""
    first_index, first_line = lines[at]
    matched = _TITLE.match(first_line) or _TITLE.match(first_line.upper())
    parts = [matched["rest"]] if matched and matched["rest"] else []
    after = first_index + 1
    for index, line in lines[at + 1 :]:
        block = blocks[index]
        if block.kind == "bullet" or read_number(line) or line.startswith("("):
            break
        if parts and (role_of(line) or not (block.is_bold or block.level or line.isupper()) or _ends(line)):
            break
        parts.append(line)
        after = index + 1
    rest = fold_spaces(" ".join(parts))
    if rest:
        heading.title = f"Kế hoạch {sentence_case(rest)}" if first_line.upper().startswith("KẾ HOẠCH") else rest
    return after


def sentence_case(text: str) -> str:
    """A title in capitals as one would write it in a sentence; other titles stay as printed."""
    return proper_case(text) if text.isupper() else text


def _ends(line: str) -> bool:
    return bool(_OPENING.match(line)) or line.endswith((".", ";", ":"))


def _opening(blocks: Sequence[Block], start: int) -> list[str]:
    """The paragraphs between the title and the first numbered heading."""
    opening = []
    for block in blocks[start:]:
        if read_number(block.text) or block.kind in {"table_row", "bullet", "heading"}:
            break
        opening.append(block.text)
    return opening
