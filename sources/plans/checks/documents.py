"""Two dates for one document, two numbers for one document, another number or date of the plan in its own annex."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.documents.blocks import Block
from sources.plans.citations import Mention, issuer_of
from sources.plans.heading_block import HeadingBlock
from sources.plans.remarks import Remark, conflict, place_text, printed_date
from sources.vietnamese.legal_documents import find_documents
from sources.vietnamese.normal import fold_spaces, match_key

_FULL_DATE = 10
_TITLE = re.compile(r"^[^.;“\"(]*?(?P<title>\b(?:về|phê duyệt|ban hành|quy định)\s[^,.;()“\"]+)", re.IGNORECASE)
# So many words of a title name one document; fewer ("về việc thực hiện") begin many.
_TITLE_WORDS = 6
# Every province has one of these.
_OF_MANY = ("UBND", "HĐND", "SYT", "SNV", "TU")
_OWN = re.compile(r"kèm theo\s+(?:kế hoạch|chương trình)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Titled:
    number: str
    date: str
    title: tuple[str, ...]
    place: str


def conflicting_dates(mentions: Sequence[Mention]) -> Iterator[Remark]:
    """A document has one date.

    A number that bears its year, or that stands twice with dates of one year, is one document; the bare number 12/KH
    of another year is another one, for offices count from one again every January.
    """
    first_dated: dict[str, Mention] = {}
    said: set[tuple[str, str]] = set()
    for mention in mentions:
        day = mention.document_date
        if day is None or len(day) < _FULL_DATE:
            continue
        has_year = mention.number.count("/") > 1
        first = first_dated.setdefault(mention.number if has_year else f"{mention.number} {day[:4]}", mention)
        if first.document_date != day and not _other_issuer(first, mention) and (mention.number, day) not in said:
            said.add((mention.number, day))
            yield conflict(
                f"ngày ban hành {mention.number}",
                (place_text(first.section, first.place), printed_date(first.document_date or "")),
                (place_text(mention.section, mention.place), printed_date(day)),
            )


def _other_issuer(first: Mention, second: Mention) -> bool:
    """Whether two offices with one symbol ("KH-UBND") gave the number; QĐ-TTg is of one office and leaves no doubt."""
    is_of_one = issuer_of(first.number) is not None and not first.number.endswith(_OF_MANY)
    if is_of_one or None in (first.issuer, second.issuer):
        return False
    return first.issuer != second.issuer


def conflicting_numbers(blocks: Sequence[Block]) -> Iterator[Remark]:
    """One day, one symbol and one title, but two numbers: one of them is a slip.

    The title decides: an office does issue several documents on one day, with neighbouring numbers.
    """
    seen: dict[tuple[str, str, tuple[str, ...]], _Titled] = {}
    for block in blocks:
        for found in _titled(block):
            symbol = found.number.partition("/")[2]
            first = seen.setdefault((symbol, found.date, found.title[:_TITLE_WORDS]), found)
            if first.number != found.number:
                yield conflict(
                    f"số của văn bản {' '.join(found.title[:_TITLE_WORDS])} ngày {printed_date(found.date)}",
                    (first.place, first.number),
                    (found.place, found.number),
                )


def _titled(block: Block) -> Iterator[_Titled]:
    text = fold_spaces(block.text)
    found = list(find_documents(text))
    for index, document in enumerate(found):
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        title = _TITLE.match(text[document.end : end])
        words = tuple(match_key(title["title"]).split()) if title else ()
        if document.document_date and len(document.document_date) == _FULL_DATE and len(words) >= _TITLE_WORDS:
            yield _Titled(document.number, document.document_date, words, block.place)


def conflicting_own_number(heading: HeadingBlock, blocks: Sequence[Block]) -> Iterator[Remark]:
    """The line "(Kèm theo Kế hoạch số …)" over an annex gives the plan's own number and day once more."""
    for block in blocks[heading.body_start :]:
        text = fold_spaces(block.text)
        lead = _OWN.search(text)
        own = next(iter(find_documents(text[lead.start() :])), None) if lead else None
        # Other words before: a plan that carries out a plan "issued with" a decision speaks of that one.
        if own is None or lead is None or len(text[: lead.start()].split()) > 2 or heading.number is None:
            continue
        if own.number.partition("/")[2] == heading.number.partition("/")[2] and own.number != heading.number:
            yield conflict("số của kế hoạch", ("phần đầu văn bản", heading.number), (block.place, own.number))
        same_length = len(own.document_date or "") == len(heading.issued_date or "") == _FULL_DATE
        if same_length and own.number == heading.number and own.document_date != heading.issued_date:
            yield conflict(
                "ngày ban hành kế hoạch",
                ("phần đầu văn bản", printed_date(heading.issued_date or "")),
                (block.place, printed_date(own.document_date or "")),
            )
