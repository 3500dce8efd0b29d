"""Sentences to clauses with at most one figure each, and the clauses without a figure beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sources.plans.vocabulary import starts_with, table
from sources.vietnamese.comparators import comparison
from sources.vietnamese.normal import fold_spaces, match_key
from sources.vietnamese.quantities import LeftOver, find_quantities
from sources.vietnamese.quantity import Quantity

_SENTENCE_END = re.compile(r";|(?<=[^\W\d_]|[)”\"%\d])\.(?=\s+[A-ZĐÀ-Ỹ“\"(\d-])|\n|(?<=[.;:,])\s+[-–+]\s+(?=\S)")
_BREAK = re.compile(r",?\s+trong đó,?:?\s+|,\s+|\s+và\s+", re.IGNORECASE)
# Words that lead to a list and say nothing themselves are shorter than this.
LEAD_IN_WORDS = 20
_COMMA = re.compile(r",\s+")
_WORDS = re.compile(r"[^\W\d_]+")
# A clause that can stand for itself says what is done to what; fewer words are one of a list: "kiểm tra, giám sát 30%".
_OWN_WORDS = 4
# Words around a figure that do not say what is measured: "bảo đảm đạt tỷ lệ từ 80% trở lên".
_EMPTY = frozenset(
    match_key("bảo đảm đạt mức tỷ lệ tỉ từ trở lên tối thiểu ít nhất trên dưới khoảng không quá là được").split()
)
# "02 lớp tập huấn cho 150 viên chức": for how many, not a second thing to be reached.
_FOR_WHOM = re.compile(r"(?<!\w)(?:cho|của|với sự tham gia của)\s*$", re.IGNORECASE)
# Runs of blanks say no more than one; folded first, they cost no search anything.
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n[ \n]+")
# What stands further from a joint than this does not say whether a clause begins there.
_REACH = 300
_LEADING = re.compile(r"^(?:[-–+•:,;.\s]|(?:và|trong đó|cụ thể|đồng thời|riêng|ngoài ra)(?!\w)[,:]?)+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[,;:\s]|(?<!\.)\.|\s(?:và|trong đó|cụ thể)(?!\w))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, trimmed of what joins it to its neighbours. quantity is None for a clause without a figure."""

    text: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Clauses of a text in reading order, and what could not be read: unread holds shares and clauses of several
    figures, where something was surely meant to be reached; doubtful holds other digits that no rule knows."""

    clauses: tuple[Clause, ...]
    unread: tuple[str, ...]
    doubtful: tuple[str, ...]


def split_clauses(text: str) -> Split:
    """Clauses of a bullet, paragraph or cell. Clauses without a figure that follow each other stay together."""
    clauses: list[Clause] = []
    unread: list[str] = []
    doubtful: list[str] = []
    plain_from: int | None = None
    plain_to = 0
    text = _LINES.sub("\n", _BLANKS.sub(" ", text))
    for start, end in _segments(text):
        segment = text[start:end]
        quantities, left = find_quantities(segment)
        for figure in left:
            (unread if "%" in figure.text else doubtful).append(_around(segment, figure))
        quantities = _with_shared_word(segment, _without_conditions(segment, quantities))
        parts = _divide(segment, quantities) if quantities else None
        if quantities and parts is None:
            unread.append(fold_spaces(segment))
            continue
        if parts is None:
            plain_from = start if plain_from is None else plain_from
            plain_to = end
            continue
        if plain_from is not None:
            clauses.extend(_plain(text[plain_from:plain_to]))
            plain_from = None
        opening = _opening(parts[0], quantities[0].start)
        clauses.extend(_plain(parts[0][:opening]))
        parts[0] = parts[0][opening:]
        clauses.extend(Clause(trimmed(piece), quantity) for piece, quantity in zip(parts, quantities, strict=True))
    if plain_from is not None:
        clauses.extend(_plain(text[plain_from:plain_to]))
    return Split(tuple(clauses), tuple(unread), tuple(doubtful))


def trimmed(text: str) -> str:
    """A clause without the signs and joining words at its ends."""
    return fold_spaces(_TRAILING.sub("", _LEADING.sub("", fold_spaces(text)))).rstrip(".")


def _plain(text: str) -> Iterator[Clause]:
    bare = trimmed(text)
    is_lead_in = text.rstrip().endswith(":") and len(bare.split()) < LEAD_IN_WORDS
    if len(bare.split()) > 1 and not is_lead_in:
        yield Clause(bare)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between semicolons, sentence ends and inner bullets, never inside brackets."""
    depth, start = 0, 0
    ends = {match.start(): match.end() for match in _SENTENCE_END.finditer(text)}
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]" and depth > 0)
        if depth == 0 and index in ends and ends[index] > start:
            yield start, index
            start = ends[index]
    yield start, len(text)


def _without_conditions(segment: str, quantities: list[Quantity]) -> list[Quantity]:
    """Figures without those that say what a share is a share of: "100% trạm có bác sĩ ít nhất 3 ngày trong tuần"."""
    kept: list[Quantity] = []
    for quantity in quantities:
        is_other = bool(kept) and kept[-1].unit == "percent" != quantity.unit
        is_for = bool(kept) and bool(_FOR_WHOM.search(segment[kept[-1].end : quantity.start]))
        if not (is_other or is_for) or _boundary(segment, kept[-1].end, quantity.start) is not None:
            kept.append(quantity)
    return kept


def _with_shared_word(segment: str, quantities: list[Quantity]) -> list[Quantity]:
    """Bare figures behind "tối thiểu:" with that word."""
    colon = segment.find(":", 0, quantities[0].start) if quantities else -1
    if colon < 0:
        return quantities
    said = comparison(segment[:colon], "", is_range=False)
    if said is None or said.printed is None or said.comparator not in {"ge", "le", "gt", "lt"}:
        return quantities
    return [
        replace(one, comparator=said.comparator, printed=said.printed)
        if one.printed is None and one.comparator == "eq"
        else one
        for one in quantities
    ]


def _divide(segment: str, quantities: list[Quantity]) -> list[str] | None:
    """One piece a quantity. None where two figures stand together and nothing says where one clause ends."""
    cuts = [0]
    for left, right in pairwise(quantities):
        cut = _boundary(segment, left.end, right.start)
        if cut is None:
            return None
        cuts.append(cut)
    cuts.append(len(segment))
    return [segment[start:end] for start, end in pairwise(cuts)]


def _opening(piece: str, figure: int) -> int:
    """Where the clause of the first figure begins, after a clause of its own without one: "Rà soát quy trình theo hướng
    dùng lại dữ liệu, cắt giảm ít nhất 30% thời gian". 0 where the words before the figure belong to it."""
    joints = _outside_brackets(_COMMA, piece[:figure])
    for joint in reversed(joints):
        key = match_key(piece[joint.end() : joint.end() + _REACH])
        opens = {row["opens"] for row in table("clause_starts") if starts_with(key, match_key(row["phrase"]))}
        before = piece[max(0, joint.start() - _REACH) : joint.start()]
        left = before if "always" in opens else _COMMA.split(before)[-1]
        own = [word for word in _WORDS.findall(key) if word not in _EMPTY]
        if opens & {"yes", "always"} and len(left.split()) >= _OWN_WORDS and len(own) >= _OWN_WORDS:
            return joint.start()
    return 0


def _boundary(segment: str, left: int, right: int) -> int | None:
    """Where the clause of the second figure begins.

    In order: right before the figure ("và 50% ..."); at "trong đó"; right after the first figure ("đạt 96%, mức độ
    ..."); at a joint whose next words begin a clause; at the only "và".
    """
    between = segment[left:right]
    joints = _outside_brackets(_BREAK, between)
    for joint in joints:
        if not between[joint.end() :].strip():
            return left + joint.start()
    for joint in joints:
        if "trong đó" in joint[0].lower():
            return left + joint.start()
    if joints and not between[: joints[0].start()].strip():
        return left + joints[0].start()
    for joint in reversed(joints):
        key = match_key(between[joint.end() : joint.end() + _REACH])
        if any(starts_with(key, match_key(row["phrase"])) for row in table("clause_starts")):
            return left + joint.start()
    ands = [joint for joint in joints if "và" in joint[0].lower()]
    return left + ands[0].start() if len(ands) == 1 else None


def _outside_brackets(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Joints that stand in no bracket which the text opened and has not closed."""
    joints: list[re.Match[str]] = []
    depth = counted = 0
    for match in pattern.finditer(text):
        depth += text.count("(", counted, match.start()) - text.count(")", counted, match.start())
        counted = match.start()
        if depth <= 0:
            joints.append(match)
    return joints


def _around(segment: str, figure: LeftOver) -> str:
    """The figure with the words beside it, for a finding."""
    return fold_spaces(segment[max(0, figure.start - 30) : figure.end + 30])
