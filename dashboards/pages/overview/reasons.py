"""Why a target is behind, as the overview tells it below its name."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dashboards.pages.book import Book
from dashboards.pages.overview.sentences import sentence_of
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET_BEHIND

# Units that make up this much of what is short are named.
_MOST: Final = Decimal("0.5")
_NAMED: Final = 2


def why(book: Book, target: Row, units: Sequence[Row]) -> str:
    """Why a target is behind, from its counts alone: what is still asked, who pulls it down. Both are counted from what
    came: where units are silent or stand with an earlier figure, that is said first.

    units: what each unit concerned sent for the period of the judgement.
    """
    words = book.words.overview
    found = sentence_of([_silence(book, target), _remaining(book, target), _weight(book, units)])
    if found:
        return found
    is_open = target["units_concerned"] and not target["is_final"]
    return words.why_heard if is_open else ""


def _remaining(book: Book, target: Row) -> str:
    words = book.words.overview
    if not target["remaining"]:
        return ""
    part = (target["period_key"] or "").partition("-")[2]
    rest = words.rest_of_year.get(part, words.rest_of_year.other)
    is_share = target["unit"] == "percent" and target["denominator"] is not None
    if target["is_final"]:
        pattern = words.why_short_share if is_share else words.why_short
    else:
        pattern = words.why_remaining_share if is_share else words.why_remaining
    unit = None if target["unit"] == "percent" else target["unit"]
    return pattern.format(
        n=book.phrases.quantity(target["remaining"], unit), rest=rest, denominator=formats.number(target["denominator"])
    )


def _silence(book: Book, target: Row) -> str:
    """Of how many units a figure is known, of how many it is that of an earlier period, of how many it is held back."""
    words, carried, held = book.words.overview, target["units_carried"] or 0, target["units_held_back"] or 0
    known, whole = target["units_reported"] or 0, target["units_concerned"] or 0
    if known >= whole and not carried:
        return ""
    pattern = words.why_carried if carried else words.why_known if known else words.why_nobody
    said: str = pattern.format(n=formats.number(known), of=formats.number(whole), carried=formats.number(carried))
    return words.why_held_back.format(known=said, n=formats.number(held)) if held else said


def _weight(book: Book, units: Sequence[Row]) -> str:
    """Who pulls a rate down most, by what they lack; how many are below where those named make up less than half."""
    words = book.words.overview
    told = [row for row in units if row["status"] is not None and row["figure_basis"] == "ratio"]
    below = sorted((row for row in told if row["status"] in TARGET_BEHIND), key=lambda r: (-_short(r), r["unit_key"]))
    whole = sum((_short(row) for row in below), Decimal(0))
    if len(told) <= 1 or not whole:
        return ""
    for count in range(1, _NAMED + 1):
        is_apart = len(below) > count and _short(below[count - 1]) > _short(below[count])
        if is_apart and sum((_short(row) for row in below[:count]), Decimal(0)) >= _MOST * whole:
            return words.why_weight.format(names="; ".join(_named(book, row) for row in below[:count]))
    # Where the next one lacks as much as the last named, naming those two alone would be unjust.
    named = [row for row in below[:_NAMED] if len(below) <= _NAMED or _short(row) > _short(below[_NAMED])]
    if not named:
        return words.why_below_alike.format(n=formats.number(len(below)), of=formats.number(len(told)))
    names = "; ".join(_named(book, row) for row in named)
    return words.why_below.format(n=formats.number(len(below)), of=formats.number(len(told)), names=names)


def _short(unit: Row) -> Decimal:
    """What a unit lacks, weighed by what it counts."""
    gap, count = Decimal(unit["gap"] or 0), Decimal(unit["denominator"] or 0)
    return abs(gap) * count


def _named(book: Book, unit: Row) -> str:
    return book.words.common.counts.format(
        share=unit["unit_name"] or unit["unit_key"],
        numerator=formats.number(unit["numerator"]),
        denominator=formats.number(unit["denominator"]),
    )
