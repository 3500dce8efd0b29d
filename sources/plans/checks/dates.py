"""Days that no calendar has, years far off, documents younger than the plan, blanks in the numbers of documents."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sources.documents.blocks import Block
from sources.plans.citations import Mention
from sources.plans.remarks import Remark, place_text, printed_date, remark
from sources.vietnamese.normal import fold_spaces

# The state was founded in 1945; no plan reaches beyond the century.
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_SIGNED = re.compile(r"(?<![\d/.-])(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})(?![\d/-]|\.\d)")
_WORDED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)", re.IGNORECASE)
# "6 tháng" is a length, "tháng 13" no month, "tháng 15 ngày" another length.
_MONTH = re.compile(r"(?<!\w)(?<!\d )tháng\s+(\d{1,2})(?!\d)(?!\s*(?:ngày|tháng|tuần))", re.IGNORECASE)
_QUARTER = re.compile(r"(?<!\w)quý\s+([5-9]|VI{0,3}|IX|X)(?=\s*(?:/|-|năm|[,.;)]|$))")
_BLANK_NUMBER = re.compile(
    r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Kế hoạch|Chỉ thị|Công văn|Thông báo|Kết luận)\s+số\s*:?[\s.…_]*"
    r"[/-]\s?(?:\d{4}/)?[A-ZĐ]{2,}(?:-[A-ZĐ][\wĐ]*)*"
)
_BLANK_DAY = re.compile(
    r"ngày(?:[\s.…_]*[/]?[.…_]+|\s{2,}(?=tháng))[\s.…_]*(?:tháng|/)[\s.…_\d]*(?:năm|/)\s*\d{4}", re.IGNORECASE
)


def impossible_dates(blocks: Sequence[Block]) -> Iterator[Remark]:
    """Days, months and quarters that do not exist, wherever they stand."""
    for block in blocks:
        for printed in _impossible(fold_spaces(block.text)):
            yield remark("impossible_date", block.place, printed)


def _impossible(text: str) -> Iterator[str]:
    for match in _SIGNED.finditer(text):
        if not _exists(match[1], match[3], match[4]):
            yield match[0]
    for match in _WORDED.finditer(text):
        if not _exists(*match.groups()):
            yield match[0]
    worded = {match.start() for match in _WORDED.finditer(text)}
    for match in _MONTH.finditer(text):
        in_date = any(start < match.start() < start + 30 for start in worded)
        if not 1 <= int(match[1]) <= 12 and not in_date:
            yield match[0]
    yield from (match[0] for match in _QUARTER.finditer(text))


def _exists(day: str, month: str, year: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return _FIRST_YEAR <= int(year) <= _LAST_YEAR


def later_documents(mentions: Sequence[Mention], issued: str | None) -> Iterator[Remark]:
    """Documents dated after the plan itself, by their date or by the year in their number: one of the two is a slip."""
    said: set[tuple[str, str]] = set()
    for mention in mentions:
        in_number = re.search(r"/((?:19|20)\d\d)/", mention.number)
        day = mention.document_date or (in_number[1] if in_number else None)
        if issued is None or day is None or (mention.number, day) in said:
            continue
        length = min(len(day), len(issued))
        if day[:length] > issued[:length]:
            said.add((mention.number, day))
            value = f"{mention.number} ngày {printed_date(day)}" if mention.document_date else mention.number
            yield remark("document_after_plan", place_text(mention.section, mention.place), value)


def blank_documents(blocks: Sequence[Block], start: int) -> Iterator[Remark]:
    """Documents that the text names with a blank where their number or day should stand."""
    for block in blocks[start:]:
        text = fold_spaces(block.text)
        for match in (*_BLANK_NUMBER.finditer(text), *_BLANK_DAY.finditer(text)):
            yield remark("document_blank", block.place, match[0])
