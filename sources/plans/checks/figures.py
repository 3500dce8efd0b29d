"""Two figures for one commitment. Shown, not settled: which of the two holds is for the issuing agency to say."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sources.plans.checks.wording import content_words, levels, restates
from sources.plans.remarks import Remark, conflict, place_text
from sources.plans.targets import TargetDraft
from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.quantities import find_quantities

# A bare figure and one "about" agree with any reading of the same figure.
_LOOSE = frozenset({"eq", "approx"})
# Two or three words ("số đơn vị") begin many commitments; these many name one.
_LEAST_WORDS = 4
# A commitment stands at two places or three; more are rows of a table of figures, and every pair of them takes time.
_MOST_PLACES = 40


def conflicting_figures(targets: Sequence[TargetDraft]) -> Iterator[Remark]:
    """One finding for each pair of places that set different figures for one commitment.

    One commitment: the same indicator, unit of measure, years and levels of government. Between body and annex that
    is enough, for an annex restates the body. Within one part an author sets out different scopes one after the
    other ("nội trú 95%, ngoại trú 90%"), so there the words of one place must hold those of the other. Where the
    catalogue has no indicator, the words that carry meaning must be the same and in the same order.
    """
    commitments: dict[tuple[object, ...], list[TargetDraft]] = {}
    for target in targets:
        commitments.setdefault(_key(target), []).append(target)
    for places in commitments.values():
        yield from _of_commitment(places[:_MOST_PLACES])


def _of_commitment(places: Sequence[TargetDraft]) -> Iterator[Remark]:
    said: set[frozenset[str]] = set()
    for first, second in combinations(places, 2):
        if _agree(first, second) or _at(first) == _at(second):
            continue
        if first.at.source == second.at.source and first.indicator and not restates(_subject(first), _subject(second)):
            continue
        pair = frozenset((_figure(first), _figure(second)))
        if pair not in said:
            said.add(pair)
            yield conflict(
                f"chỉ tiêu {first.subject or first.statement}",
                (place_text(first.at.section, first.at.place), _said(first)),
                (place_text(second.at.section, second.at.place), _said(second)),
            )


def _key(target: TargetDraft) -> tuple[object, ...]:
    """What must be equal. A target without an indicator and with few words of its own is like no other."""
    what: object = target.indicator
    if what is None:
        words = content_words(_subject(target))
        what = words if len(words) >= _LEAST_WORDS else id(target)
    return what, target.unit, target.years, target.part, levels(target.statement)


def _subject(target: TargetDraft) -> str:
    return expanded_key(target.subject or target.statement)


def _agree(first: TargetDraft, second: TargetDraft) -> bool:
    if (first.value, first.value_max) != (second.value, second.value_max):
        return False
    return first.comparator == second.comparator or bool({first.comparator, second.comparator} & _LOOSE)


def _figure(target: TargetDraft) -> str:
    return f"{target.comparator} {target.value} {target.value_max}"


def _said(target: TargetDraft) -> str:
    """The figure in the words it is printed in: "tối thiểu 92%"."""
    found, _ = find_quantities(target.statement)
    figure = next((quantity for quantity in found if quantity.value == target.value), None)
    return target.statement if figure is None else target.statement[figure.start : figure.end].strip()


def _at(target: TargetDraft) -> tuple[str, str]:
    return target.at.section, target.at.place
