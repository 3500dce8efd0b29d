"""Documents that a plan mentions: numbered ones everywhere, laws by their names."""

import re
from dataclasses import dataclass
from functools import cache

from sources.plans.vocabulary import table
from sources.vietnamese.legal_documents import find_documents
from sources.vietnamese.normal import fold_spaces

_LAW_YEAR = re.compile(r"^\s+(?:số\s+\S+\s+)?năm\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention with its place."""

    number: str
    document_type: str | None
    document_date: str | None
    issuer: str | None
    section: str
    place: str
    is_opening: bool = False


def find_mentions(
    text: str, section: str, place: str, *, own_number: str | None, is_opening: bool = False
) -> list[Mention]:
    """Mentions in `text` in reading order; the plan's own number is no citation."""
    bare = fold_spaces(text)
    found: list[tuple[int, Mention]] = []
    for document in find_documents(bare):
        if document.number == own_number:
            continue
        mention = Mention(
            document.number,
            document.document_type or type_of_symbol(document.number),
            document.document_date,
            document.issuer or issuer_of(document.number),
            section,
            place,
            is_opening,
        )
        found.append((document.start, mention))
    for match in _laws().finditer(bare):
        year = _LAW_YEAR.match(bare[match.end() :])
        number = f"{match[0]} năm {year[1]}" if year else match[0]
        found.append(
            (match.start(), Mention(number, "Luật", year[1] if year else None, "Quốc hội", section, place, is_opening))
        )
    return [mention for _, mention in sorted(found, key=lambda pair: pair[0])]


@cache
def _laws() -> re.Pattern[str]:
    names = sorted((row["law"] for row in table("laws")), key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in names))


def issuer_of(number: str) -> str | None:
    """Issuer that the symbol stands for: NĐ-CP is the Government's. None where the symbol says too little."""
    symbol = number.split("/")[-1]
    whole = re.sub(r"^\d+[a-z]?[-/](?:\d{4}/)?", "", number)
    for row in table("issuers"):
        if row["symbol"] in {symbol, whole} or symbol.endswith("-" + row["symbol"]):
            return row["issuer"]
    return None


_TYPE_OF = {
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "KH": "Kế hoạch",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "KL": "Kết luận",
    "CTr": "Chương trình",
    "QH": "Luật",
}


def type_of_symbol(number: str) -> str | None:
    """Type of document by the first part of its symbol, where the words before the number do not say it."""
    match = re.match(r"^\d+[a-z]?[-/](?:\d{4}/)?(?P<kind>[A-ZĐ][a-zA-Z]*?)(?=[-/\d]|$)", number)
    return _TYPE_OF.get(match["kind"]) if match else None
