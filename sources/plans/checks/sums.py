"""A whole whose parts do not add up to it: "20 đơn vị, gồm 12 bệnh viện và 7 trung tâm"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sources.documents.blocks import Block
from sources.plans.remarks import Remark, conflict
from sources.vietnamese.normal import fold_spaces
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_NOUN = r"[^\d\s.;:,()%/-][^\d.;:,()%/]*?"
# The whole stands right before "gồm"; a percentage, a date or a heading number is no whole.
_WHOLE = re.compile(
    rf"(?<![\w/.,-])(?P<whole>{_NUMBER})\s+(?P<noun>{_NOUN})\s*[,(:]?\s*"
    rf"(?:bao gồm|gồm(?:\s+có)?|trong đó(?:\s+có)?)\s*:?\s*(?P<parts>{_NUMBER}\s[^.;]*)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:^|\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?P<part>{_NUMBER})\s+(?P<noun>{_NOUN})(?=\s*[,;.)]|\s+và\s+\d|$)"
)
_SUBSET = re.compile(r"trong đó", re.IGNORECASE)
# A slip stays near the whole; "2 đoàn gồm 10 người, 3 xe" says what each one holds.
_NEAR = (Decimal("0.7"), Decimal("1.5"))


def conflicting_sums(blocks: Sequence[Block]) -> Iterator[Remark]:
    """One finding for each sentence whose parts add up to something else than its whole.

    Every part must be a number with its noun and nothing between them but a comma or "và"; a list with anything else
    in it is left alone. "Gồm" names all the parts; "trong đó" only some, which may be fewer but not more.
    """
    for block in blocks:
        text = fold_spaces(block.text)
        for match in _WHOLE.finditer(text):
            whole, parts = _value(match["whole"]), _parts(match["parts"])
            if whole is None or len(parts) < 2 or max(parts) > whole:
                continue
            total = sum(parts, Decimal(0))
            if not _NEAR[0] * whole <= total <= _NEAR[1] * whole:
                continue
            is_subset = bool(_SUBSET.search(match[0][: match.start("parts") - match.start()]))
            if total > whole or (total < whole and not is_subset):
                yield conflict(
                    f"tổng của các phần không bằng số chung ({match['noun'].strip()})",
                    (block.place, f"{match['whole']} {match['noun'].strip()}"),
                    (block.place, f"{_printed(total)} là tổng của: {match['parts'].strip()}"),
                )


def _parts(text: str) -> list[Decimal]:
    """The parts' figures; none where the list holds anything else."""
    end, found = 0, []
    for match in _PART.finditer(text):
        value = _value(match["part"])
        if match.start() != end or value is None:
            return []
        found.append(value)
        end = match.end()
    return found if not text[end:].strip(" ).,;") else []


def _value(printed: str) -> Decimal | None:
    try:
        return read_decimal(printed)
    except (AmbiguousNumberError, NotANumberError):
        return None


def _printed(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")
