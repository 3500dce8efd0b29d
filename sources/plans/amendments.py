"""Plans that this plan amends, supplements or replaces: named in its title, or by a sentence of its own.

What a sentence sets anew is read as any target; what one strikes out by its place is only pointed at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sources.documents.blocks import Block
from sources.plans.heading_block import HeadingBlock
from sources.plans.remarks import Remark, remark
from sources.vietnamese.legal_documents import DocumentMention, find_documents
from sources.vietnamese.normal import fold_spaces

Relation = Literal["replaces", "amends", "supplements"]
# The stronger word decides: "sửa đổi, bổ sung" amends, "thay thế" replaces whatever else is said.
_WORDS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("replaces", re.compile(r"\b(?:thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ)\b", re.IGNORECASE)),
    ("amends", re.compile(r"\b(?:sửa đổi|điều chỉnh|đính chính)\b", re.IGNORECASE)),
    ("supplements", re.compile(r"\bbổ sung\b", re.IGNORECASE)),
)
_PART = r"\b(?:điểm|khoản|tiết|mục|phần|gạch đầu dòng|dòng|phụ lục|số thứ tự|chỉ tiêu|nhiệm vụ|nội dung)\b"
_PLAN_WORDS = r"\b(?:kế hoạch|chương trình)\b"
# What replaces or strikes out a part of a plan amends it; "nhiệm vụ" within the plan's own name is no part.
_OF_A_PART = re.compile(
    rf"\b(?:thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ)\b(?:(?!{_PLAN_WORDS}|\bquyết định\b).)*?{_PART}", re.IGNORECASE
)
# In the body other plans are amended too ("rà soát, sửa đổi Kế hoạch …"): only a sentence that begins so speaks of
# what this one does.
_SENTENCE = re.compile(
    r"(?:^|[.;:]\s+)(?:(?:kế hoạch|văn bản) này\s+(?:sẽ\s+)?)?"
    r"(?P<words>(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|điều chỉnh|bổ sung)\b[^.;]*?)$",
    re.IGNORECASE,
)
# Nothing is set anew by such a clause, so nothing would close what it strikes out.
_REPEAL = re.compile(
    rf"(?:^|[.;:)]\s+|[-–•+]\s*)(?P<clause>(?:bãi bỏ|hủy bỏ|huỷ bỏ|lược bỏ|bỏ)\s+(?:(?!{_PLAN_WORDS})[^.;]){{0,60}}?"
    rf"{_PART}[^.;]*)",
    re.IGNORECASE,
)
# Longer sentences do not say which plan they amend; what stands before is not looked at.
_REACH = 400
_OFFICE = re.compile(r"/\s*[A-ZĐ][\wĐ]*\s?[-–]\s?([A-ZĐ][\wĐ]*(?:\s?[-–]\s?[A-ZĐ][\wĐ]*)*)")
_OWN_ACT = re.compile(r"[\s(*_]*(?:được\s+)?(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One document named as amended; date and issuer as printed there.

    is_called_plan: the words call it a plan. Any other document counts only where a plan bears its number, as one
    enclosed with a decision does.
    """

    relation: Relation
    number: str
    document_date: str | None
    issuer: str | None
    is_called_plan: bool
    place: str


def read_amendments(
    heading: HeadingBlock, blocks: Sequence[Block], title_end: int
) -> tuple[list[Amendment], list[Remark]]:
    """Plans amended, each once; findings where the title names none, and for each repeal by place.

    Only documents with the symbol of this plan's office count: an office amends what it issued itself.
    """
    office = _office(heading.number or heading.number_as_printed or "")
    # The line under the title names the act that this plan itself is enclosed with.
    title = fold_spaces(" ".join(block.text for block in blocks[:title_end] if not _OWN_ACT.match(block.text)))
    found: list[Amendment] = []
    for amendment in (*_in_title(title), *_in_sentences(blocks[title_end:])):
        fits = amendment.is_called_plan if office is None else _office(amendment.number) == office
        if fits and not _is_same(amendment, heading.number, heading.issued_date):
            _add(found, amendment)
    named = heading.title or ""
    amends_unnamed = not found and re.match(
        r"kế hoạch\s+(?:sửa đổi|điều chỉnh|bổ sung|thay thế)\b", named, re.IGNORECASE
    )
    remarks = [remark("amended_plan_unnamed", "phần đầu văn bản", named)] if amends_unnamed else []
    if found or amends_unnamed:
        remarks.extend(_repeals(blocks[title_end:]))
    return found, remarks


def _office(number: str) -> str | None:
    """The symbol after the kind of document: SYT of 3/KH-SYT and of 18/QĐ-SYT."""
    match = _OFFICE.search(number)
    return re.sub(r"\s", "", match[1]).replace("–", "-") if match else None


def _is_same(amendment: Amendment, number: str | None, document_date: str | None) -> bool:
    """One number twice is one document unless the dates say otherwise: offices count from one again every January."""
    one, other = amendment.document_date or "", document_date or ""
    return amendment.number == number and (one.startswith(other) or other.startswith(one))


def _add(found: list[Amendment], amendment: Amendment) -> None:
    for at, earlier in enumerate(found):
        if _is_same(amendment, earlier.number, earlier.document_date):
            # The fuller date of the two.
            longest = max(earlier.document_date or "", amendment.document_date or "", key=len) or None
            found[at] = replace(earlier, document_date=longest)
            return
    found.append(amendment)


def _in_title(title: str) -> Iterator[Amendment]:
    for document in find_documents(title):
        yield from _amendment(title[: document.start], document, "phần đầu văn bản")


def _in_sentences(blocks: Iterable[Block]) -> Iterator[Amendment]:
    for block in blocks:
        text = fold_spaces(block.text)
        for document in find_documents(text):
            cut = max(0, document.start - _REACH)
            lead = _SENTENCE.search(("… " if cut else "") + text[cut : document.start])
            if lead:
                yield from _amendment(lead["words"], document, block.place)


def _amendment(words: str, document: DocumentMention, place: str) -> Iterator[Amendment]:
    """`words`: what stands before the document and says what is done with it."""
    first = next(((relation, match) for relation, pattern in _WORDS if (match := pattern.search(words))), None)
    if first is None:
        return
    relation, match = first
    if relation == "replaces" and _OF_A_PART.search(words):
        relation = "amends"
    is_called_plan = (
        "KH" in document.number
        or document.document_type in {"Kế hoạch", "Chương trình"}
        or re.search(_PLAN_WORDS, words[match.end() :], re.IGNORECASE) is not None
    )
    yield Amendment(
        relation, document.number, document.document_date, document.issuer, is_called_plan=is_called_plan, place=place
    )


def _repeals(blocks: Iterable[Block]) -> Iterator[Remark]:
    for block in blocks:
        for match in _REPEAL.finditer(fold_spaces(block.text)[:_REACH]):
            yield remark("repeal_not_applied", block.place, match["clause"].strip())
