"""Plans that this plan amends, supplements or replaces: named in its title, or by a sentence of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sources.documents.blocks import Block
from sources.plans.heading_block import HeadingBlock
from sources.plans.remarks import Remark, remark
from sources.vietnamese.legal_documents import find_documents
from sources.vietnamese.normal import fold_spaces

Relation = Literal["replaces", "amends", "supplements"]
# The stronger word decides: "sửa đổi, bổ sung" amends, "thay thế" replaces whatever else is said.
_WORDS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("replaces", re.compile(r"\b(?:thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ)\b", re.IGNORECASE)),
    ("amends", re.compile(r"\b(?:sửa đổi|điều chỉnh|đính chính)\b", re.IGNORECASE)),
    ("supplements", re.compile(r"\bbổ sung\b", re.IGNORECASE)),
)
# In the body other plans are amended too ("rà soát, sửa đổi Kế hoạch …"): only a sentence that begins so speaks of
# what this one does.
_SENTENCE = re.compile(
    r"(?:^|[.;:]\s+)(?:(?:kế hoạch|văn bản) này\s+(?:sẽ\s+)?)?"
    r"(?P<words>(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|điều chỉnh|bổ sung)\b[^.;]*?)$",
    re.IGNORECASE,
)
# Longer sentences do not say which plan they amend; what stands before is not looked at.
_REACH = 400
_SYMBOL = re.compile(r"/\s*([A-ZĐ][\wĐ]*(?:\s?[-–]\s?[A-ZĐ][\wĐ]*)+)")


@dataclass(frozen=True, slots=True)
class Amendment:
    """One plan named as amended; date and issuer as printed there."""

    relation: Relation
    number: str
    document_date: str | None
    issuer: str | None
    place: str


def read_amendments(
    heading: HeadingBlock, blocks: Sequence[Block], title_end: int
) -> tuple[list[Amendment], list[Remark]]:
    """Plans amended, each once; a finding where the title says that it amends a plan and names none.

    Only plans with this plan's own symbol count: an office amends what it issued itself.
    """
    symbol = _own_symbol(heading)
    title = fold_spaces(" ".join(block.text for block in blocks[:title_end]))
    found: dict[str, Amendment] = {}
    for amendment in (*_in_title(title), *_in_sentences(blocks[title_end:])):
        if amendment.number != heading.number and symbol in {None, amendment.number.partition("/")[2]}:
            found.setdefault(amendment.number, amendment)
    named = heading.title or ""
    if not found and re.match(r"kế hoạch\s+(?:sửa đổi|điều chỉnh|bổ sung|thay thế)\b", named, re.IGNORECASE):
        return [], [remark("amended_plan_unnamed", "phần đầu văn bản", named)]
    return list(found.values()), []


def _own_symbol(heading: HeadingBlock) -> str | None:
    match = _SYMBOL.search(heading.number or heading.number_as_printed or "")
    return re.sub(r"\s", "", match[1]).replace("–", "-") if match else None


def _in_title(title: str) -> Iterator[Amendment]:
    for document in find_documents(title):
        relation = _relation(title[: document.start])
        if relation and "KH" in document.number:
            yield Amendment(relation, document.number, document.document_date, document.issuer, "phần đầu văn bản")


def _in_sentences(blocks: Sequence[Block]) -> Iterator[Amendment]:
    for block in blocks:
        text = fold_spaces(block.text)
        for document in find_documents(text):
            cut = max(0, document.start - _REACH)
            lead = _SENTENCE.search(("… " if cut else "") + text[cut : document.start])
            relation = _relation(lead["words"]) if lead else None
            if relation and "KH" in document.number:
                yield Amendment(relation, document.number, document.document_date, document.issuer, block.place)


def _relation(words: str) -> Relation | None:
    return next((relation for relation, pattern in _WORDS if pattern.search(words)), None)
