"""Contradictions inside one plan: two figures for one commitment, two dates for one document. Shown, not settled."""

from collections.abc import Sequence

from sources.plans.citations import Mention
from sources.plans.remarks import Remark, conflict, place_text
from sources.plans.targets import TargetDraft
from sources.plans.vocabulary import holds
from sources.vietnamese.abbreviations import expanded_key

# Figures for different levels of government are different commitments: 100 % of the province, 80 % of the communes.
_LEVELS = ("cấp tỉnh", "cấp huyện", "cấp xã", "cấp sở", "cấp bộ", "tuyến tỉnh", "tuyến huyện", "tuyến xã")


def find_conflicts(targets: Sequence[TargetDraft], mentions: Sequence[Mention]) -> list[Remark]:
    """Contradictions: the same indicator, unit, years and level at two places with two figures; then dates."""
    return [*_figures(targets), *_dates(mentions)]


def _figures(targets: Sequence[TargetDraft]) -> list[Remark]:
    commitments: dict[tuple[object, ...], dict[str, TargetDraft]] = {}
    for target in targets:
        if target.indicator is not None:
            key = (target.indicator, target.unit, target.years, _levels(target.statement))
            commitments.setdefault(key, {}).setdefault(_says(target), target)
    return [
        conflict(
            f"chỉ tiêu {first.subject or first.statement}",
            (place_text(first.at.section, first.at.place), first.statement),
            (place_text(second.at.section, second.at.place), second.statement),
        )
        for first, *others in (list(said.values()) for said in commitments.values())
        for second in others
        if (first.at.section, first.at.place) != (second.at.section, second.at.place)
    ]


def _says(target: TargetDraft) -> str:
    return f"{target.comparator} {target.value} {target.value_max}"


def _levels(statement: str) -> frozenset[str]:
    key = expanded_key(statement)
    return frozenset(level for level in _LEVELS if holds(key, expanded_key(level)))


def _dates(mentions: Sequence[Mention]) -> list[Remark]:
    """A document with a year in its number has one date; other numbers are given again every year by many offices."""
    first_dated: dict[str, Mention] = {}
    found: dict[tuple[str, str], Remark] = {}
    for mention in mentions:
        if mention.document_date is None or mention.number.count("/") < 2:
            continue
        first = first_dated.setdefault(mention.number, mention)
        if first.document_date != mention.document_date:
            key = (mention.number, mention.document_date)
            found.setdefault(
                key,
                conflict(
                    f"ngày ban hành {mention.number}",
                    (place_text(first.section, first.place), printed_date(first.document_date or "")),
                    (place_text(mention.section, mention.place), printed_date(mention.document_date)),
                ),
            )
    return list(found.values())


def printed_date(iso: str) -> str:
    """ "2021-12-06" -> "06/12/2021"."""
    return "/".join(reversed(iso.split("-")))
