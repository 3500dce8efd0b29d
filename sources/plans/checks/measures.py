"""One figure, two things measured: body and annex print the same figure for commitments that are not the same."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from sources.plans.checks.wording import CLAUSES_KEPT, acts, levels, thing_at_start
from sources.plans.remarks import Remark, conflict, place_text
from sources.plans.targets import TargetDraft
from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.quantities import find_quantities

_ALL = Decimal(100)
# Share of words that two clauses have in common, in order, to be one clause with another word put in.
_LIKENESS = 0.75
# Below that many words a likeness may be chance.
_LEAST_WORDS = 6
# More places with one figure are rows of a table of figures, where an equal figure is no sign.
_MOST_ALIKE = 40


def conflicting_measures(targets: Sequence[TargetDraft]) -> Iterator[Remark]:
    """One finding for each commitment of the body that the annex restates with the same figure for another thing.

    Only between body and annex, which restate each other, and only where one place has one partner, so that two
    commitments that both parts print are never held against each other.
    """
    body = [target for target in targets if target.at.source == "body"]
    annex = [target for target in targets if target.at.source == "annex"]
    by_figure: dict[tuple[object, ...], list[TargetDraft]] = {}
    for target in annex:
        by_figure.setdefault(_figure(target), []).append(target)
    for first in body:
        for second in by_figure.get(_figure(first), [])[:_MOST_ALIKE]:
            if levels(first.statement) == levels(second.statement):
                alone = _lacks(annex, first) and _lacks(body, second)
                if _differ(first, second, alone=alone):
                    yield conflict(
                        f"cùng một con số nhưng đo hai việc khác nhau ({first.subject or first.statement})",
                        (place_text(first.at.section, first.at.place), first.statement),
                        (place_text(second.at.section, second.at.place), second.statement),
                    )


def _differ(first: TargetDraft, second: TargetDraft, *, alone: bool) -> bool:
    if first.indicator is not None and first.indicator == second.indicator:
        return _other_thing(first, second) or _other_act(first, second)
    return alone and _one_word_changed(first, second)


def _other_thing(first: TargetDraft, second: TargetDraft) -> bool:
    """70 % of the dossiers are not 70 % of the procedures. All of both is the same, so 100 % says nothing here."""
    if first.unit != "percent" or first.value >= _ALL:
        return False
    a, b = _thing(first.statement), _thing(second.statement)
    return a is not None and b is not None and a != b


def _other_act(first: TargetDraft, second: TargetDraft) -> bool:
    """To propose something is not to decide it."""
    a, b = acts(first.statement), acts(second.statement)
    return bool(a and b) and not a & b


def _one_word_changed(first: TargetDraft, second: TargetDraft) -> bool:
    """The same clause with other words in one place, tied to another indicator: online or cashless payment.

    All (100 %) is the figure of every second commitment and no sign that two of them are meant to be one.
    """
    a, b = (expanded_key(target.subject or "").split() for target in (first, second))
    if (first.unit == "percent" and first.value >= _ALL) or min(len(a), len(b)) < _LEAST_WORDS:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return matcher.ratio() >= _LIKENESS and len(changes) == 1 and changes[0][0] == "replace"


def _lacks(others: Sequence[TargetDraft], target: TargetDraft) -> bool:
    """Whether none of `others` restates the target: an indicator of its own tells them apart."""
    return all(other.indicator != target.indicator or other.indicator is None for other in others)


@lru_cache(maxsize=CLAUSES_KEPT)
def _thing(statement: str) -> str | None:
    """What the share is a share of: the words after the figure, else those that begin the clause."""
    found, _ = find_quantities(statement)
    after = statement[found[0].end :] if found else ""
    return thing_at_start(after if after.strip(" .;,") else statement)


def _figure(target: TargetDraft) -> tuple[object, ...]:
    return target.value, target.value_max, target.unit, target.years
