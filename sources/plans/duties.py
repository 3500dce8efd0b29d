"""Duties (trách nhiệm): who does or reports what by when, from the part on organisation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.plans.deadlines import Deadline, read_deadline
from sources.plans.headings import is_closing, role_of
from sources.plans.measures import without_last_sign
from sources.plans.outline import Item
from sources.plans.unit_cells import split_duty, starts_unit
from sources.vietnamese.normal import match_key

_DATED = re.compile(
    r"(?:trước|chậm nhất|muộn nhất)\s+(?:là\s+)?ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2})?(?:\s*[/.-]\s*\d{4})?"
    r"(?:\s+(?:của\s+)?tháng\s+[\w\s]{1,15})?"
    r"|(?:trong\s+)?quý\s+[IVX]+(?:/\d{4}|\s+năm\s+\d{4})",
    re.IGNORECASE,
)
_FULL_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}")
# Recurrences, the most exact first: a day of the month, a period, "định kỳ" alone.
_REGULARS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"ngày\s+\d{1,2}\s+(?:của\s+)?(?:tháng cuối quý|(?:hằng|hàng|mỗi) (?:tháng|quý))",
        r"(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)|(?:hằng|hàng|mỗi)\s+năm",
        r"định kỳ(?:\s+hoặc đột xuất)?",
    )
)
_REPORT_JOINT = re.compile(
    r"\s+và\s+(?=(?:tổng hợp,?\s+)?(?:định kỳ|báo cáo (?:định kỳ|kết quả)|gửi báo cáo)|tổng hợp, báo cáo"
    r"|gửi [^;.]{3,200}?(?:trước|chậm nhất)\s+(?:là\s+)?ngày)"
)
# A new sentence begins a new duty where it begins with a capital; whether it names a unit is seen later.
_JOINT = re.compile(r";|(?<=\w)\.\s+(?=[A-ZĐÀ-Ỹ])")
_WITH_DUTY = re.compile(r"\s+(?:có|chịu) trách nhiệm.*$", re.IGNORECASE)
_WHEN_ARISING = re.compile(
    r"^(?:trong )?quá trình (?:triển khai|thực hiện|tổ chức)|khi có (?:yêu cầu|phát sinh)"
    r"|^(?:trường hợp|nếu) (?:có|phát sinh|gặp)",
    re.IGNORECASE,
)
# A closing paragraph that still asks somebody for something, in a sentence of its own.
_LAST_ASK = re.compile(r"\.\s+(?=(?:Trong quá trình|Quá trình|Trường hợp|Nếu|Đề nghị|Yêu cầu)\s)")


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """One duty; unit and deadline words as printed."""

    item: Item
    unit: str | None
    duty: str
    deadline_text: str | None
    deadline: Deadline


def read_duties(items: Iterable[Item], plan_year: int | None) -> list[DutyDraft]:
    """Duties in reading order. The closing paragraph of the plan is none."""
    return [draft for item in items if item.part.role == "duties" for draft in _duties(item, plan_year)]


def _duties(item: Item, plan_year: int | None) -> Iterator[DutyDraft]:
    text = _after_closing(item.text) if is_closing(item.text) else item.text
    if not text or text.startswith("("):
        return
    title = item.part.title
    heading = _WITH_DUTY.sub("", title) if starts_unit(title) and role_of(title) is None else None
    carried = heading
    for piece in _pieces(without_last_sign(text)):
        unit, duty = (heading, piece) if heading else split_duty(piece)
        if unit is None and ", " in piece:
            unit = _later_unit(piece)
        unit = unit or carried
        carried = unit
        words, deadline = _deadline(piece, plan_year)
        yield DutyDraft(item, unit, duty, words, deadline)


def _after_closing(text: str) -> str:
    """What a closing paragraph still asks for: "Trên đây là ... . Trong quá trình thực hiện, nếu có vướng mắc ..." """
    asks = _LAST_ASK.search(text)
    return text[asks.end() :] if asks else ""


def _pieces(text: str) -> list[str]:
    """One piece where unit or deadline differ: at a semicolon before a new unit, a recurrence or "đồng thời", and at
    "và" before a report. A part that only names another unit belongs to the one after it."""
    pieces: list[str] = []
    for part in (part.strip() for semi in _JOINT.split(text) for part in _REPORT_JOINT.split(semi)):
        if not part:
            continue
        bare = re.sub(r"^(?:đồng thời|và)\s+", "", part)
        names_only = (
            bool(pieces)
            and split_duty(pieces[-1])[0] is None
            and starts_unit(pieces[-1])
            and len(pieces[-1].split()) <= 8
        )
        is_new = bare != part or starts_unit(bare) or _regular(bare) or _DATED.search(bare) or not pieces
        if names_only or not is_new:
            pieces[-1] = f"{pieces[-1]}{_sign(text, part)} {part}"
        else:
            pieces.append(bare)
    return pieces


def _sign(text: str, part: str) -> str:
    """The sign that stood before the part."""
    return text[: text.find(part)].rstrip()[-1:] or ";"


def _later_unit(piece: str) -> str | None:
    """ "Trên cơ sở kế hoạch, Văn phòng Sở chủ trì ...": the unit stands after the opening words."""
    _, _, rest = piece.partition(", ")
    return split_duty(rest)[0] if starts_unit(rest) else None


def _regular(text: str) -> re.Match[str] | None:
    return next((found for pattern in _REGULARS if (found := pattern.search(text))), None)


def _deadline(text: str, plan_year: int | None) -> tuple[str | None, Deadline]:
    dated = _DATED.search(text)
    if dated and (_FULL_DAY.search(dated[0]) or "quý" in dated[0].lower()):
        words = dated[0].strip()
        cleaned = re.sub(r"^(?:chậm nhất|muộn nhất)(?:\s+là)?\s+", "", words, flags=re.IGNORECASE)
        deadline = read_deadline(re.sub(r"^trong\s+", "", cleaned, flags=re.IGNORECASE), plan_year)
        if deadline.is_known:
            return words, deadline
    regular = _regular(text)
    if regular or dated:
        return (regular or dated)[0].strip(), Deadline("per_schedule")  # type: ignore[index]
    if _WHEN_ARISING.search(match_key(text)) or _WHEN_ARISING.search(text):
        return None, Deadline("conditional")
    return None, Deadline("none")
