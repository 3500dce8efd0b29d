"""Numbers of legal and office documents: 61/2018/NĐ-CP, 5409/QĐ-UBND, 39-NQ/TW, with type, date and issuer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.vietnamese.dates import read_partial_date

_TYPES = (
    "Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Kế hoạch|Chỉ thị|Công văn|Thông báo|Kết luận|"
    "Chương trình|Luật|Pháp lệnh|Hướng dẫn|Quy định|Báo cáo|Tờ trình|Đề án|Công điện"
)
_SYMBOL = r"[A-ZĐ]{1,8}[A-Za-zĐđ0-9]{0,6}"
# Offices write "16/2015/NĐ-CP"; the Party writes "39-NQ/TW"; the National Assembly "58/2014/QH13".
_NUMBER = (
    rf"\d{{1,5}}[a-zđ]?\s?/\s?(?:\d{{4}}/)?{_SYMBOL}(?:-{_SYMBOL})+(?:[.,/]{_SYMBOL})?"
    rf"|\d{{1,5}}[a-z]?\s?-\s?{_SYMBOL}/{_SYMBOL}"
    r"|\d{1,4}/\d{4}/QH\d{1,2}"
)
DOCUMENT = re.compile(rf"(?<![\w/])(?:{_NUMBER})(?![\w/])")
_LEAD = re.compile(rf"(?P<type>{_TYPES})(?:\s+số)?\s*:?\s*$", re.IGNORECASE)
_DATE = re.compile(
    r"^\s*+,?\s*+(?:ban hành\s+)?ngày\s*"
    r"(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{0,2}\s*tháng\s*\d{0,2}\s*năm\s*\d{4})"
)
# An issuer ends before the words that say what the document is about, and before the next document.
_ISSUER = re.compile(
    r"^\s*+,?\s*+của\s+(?P<issuer>[^,;.\n“\"]+?)"
    r"(?=\s+(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|công bố|triển khai|thực hiện|trên|đến|theo|và|cho"
    r"|giai đoạn|chương trình|là|năm)\b|\s*[,;.“\"(:]|\s*$)",
    re.IGNORECASE,
)
# How far the type may stand before its number, the date and the issuer after it; it bounds the work on hostile text.
_BEFORE, _AFTER = 60, 600
_PAIR = re.compile(r"^\s*(?:,|và)\s*$")


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """One mention of a document: number as printed without blanks; type, partial ISO date and issuer where printed."""

    start: int
    end: int
    number: str
    document_type: str | None
    document_date: str | None
    issuer: str | None


def find_documents(text: str) -> Iterator[DocumentMention]:
    """Every mention in reading order.

    Two numbers of one type joined by "và" before one date share the date and the issuer, as offices write them.
    """
    found = [_mention(text, match) for match in DOCUMENT.finditer(text)]
    for index, mention in enumerate(found):
        if mention.document_date is None and mention.issuer is None and index + 1 < len(found):
            follower = found[index + 1]
            between = text[mention.end : follower.start]
            if _PAIR.match(between) and follower.document_type == mention.document_type:
                mention = DocumentMention(
                    mention.start,
                    mention.end,
                    mention.number,
                    mention.document_type,
                    follower.document_date,
                    follower.issuer,
                )
        yield mention


def _mention(text: str, match: re.Match[str]) -> DocumentMention:
    lead = _LEAD.search(text, max(0, match.start() - _BEFORE), match.start())
    tail = text[match.end() : match.end() + _AFTER]
    dated = _DATE.match(tail)
    end = match.end()
    document_date = None
    if dated:
        document_date = read_partial_date(dated[1])
        tail = tail[dated.end() :]
        end += dated.end()
    issuer = _ISSUER.match(tail)
    return DocumentMention(
        start=lead.start() if lead else match.start(),
        end=end,
        number=re.sub(r"\s+", "", match[0]),
        document_type=lead["type"][0].upper() + lead["type"][1:].lower() if lead else None,
        document_date=document_date,
        issuer=issuer["issuer"].strip() if issuer else None,
    )
