"""The counts of one line of a dossier table, and whether its totals agree with their parts.

Received = opening + new; resolved = early + on time + late; open = in time + overdue; received = resolved + open. An
identity is looked at only where all it needs is printed; which of them hold a line back is said by the rule book.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sources.results.rules.book import RULES
from sources.results.workbooks.amounts import HeldBackError
from sources.vietnamese.numbers import shown

_PARTS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("received_total", "tiếp nhận", ("opening", "received")),
    ("resolved_total", "đã giải quyết", ("resolved_early", "resolved_on_time", "resolved_late")),
    ("open_total", "đang giải quyết", ("open_in_time", "open_overdue")),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """As in DossierRow, and the printed totals; resolved_in_time is one of those before time and on time.

    resolved_on_time holds those before time where they are not apart; where only one of the two is, the other follows.

    A blank part is zero only where the printed total says so; else it is not known.
    """

    opening: Decimal | None = None
    received: Decimal | None = None
    received_total: Decimal | None = None
    resolved_early: Decimal | None = None
    resolved_in_time: Decimal | None = None
    resolved_on_time: Decimal | None = None
    resolved_late: Decimal | None = None
    resolved_total: Decimal | None = None
    open_in_time: Decimal | None = None
    open_overdue: Decimal | None = None
    open_total: Decimal | None = None
    has_early: bool = False

    @classmethod
    def of(cls, numbers: Mapping[str, Decimal], columns: Collection[str]) -> "Counts":
        """From the counts of a line. columns: that the table has, filled in or not."""
        known = dict(numbers)
        online, direct = known.pop("received_online", None), known.pop("received_direct", None)
        if "received" not in known and online is not None and direct is not None:
            known["received"] = online + direct
        if "received_total" in known and "received" not in known and "opening" not in known:
            # "Tiếp nhận" alone is what came in the period.
            known["received"] = known.pop("received_total")
        in_time, early = known.get("resolved_in_time"), known.get("resolved_early")
        has_early = "resolved_early" in columns
        if in_time is not None and "resolved_on_time" not in known:
            has_early = early is not None
            known["resolved_on_time"] = in_time - (early or 0)
        elif in_time is not None and early is None:
            has_early = True
            known["resolved_early"] = in_time - known["resolved_on_time"]
        return cls(**known, has_early=has_early)

    def sum_of(self, total: str) -> Decimal | None:
        """A printed total; else the sum of its parts, where all are there."""
        printed: Decimal | None = getattr(self, total)
        if printed is not None:
            return printed
        parts = [getattr(self, part) for part in _parts_of(total) if part != "resolved_early" or self.has_early]
        return None if any(part is None for part in parts) else sum(parts, Decimal(0))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An identity that does not hold. columns: those that the finding points to, the first there is."""

    columns: Sequence[str]
    problem: HeldBackError


def disagreement(counts: Counts, name: str | None) -> Disagreement | None:
    """The first identity that a line breaks, among those that hold a line back."""
    in_time, early, on_time = counts.resolved_in_time, counts.resolved_early or Decimal(0), counts.resolved_on_time
    # A part that follows from the other is negative where the other is more than both together.
    if in_time is not None and on_time is not None and (early + on_time != in_time or min(early, on_time) < 0):
        said = {
            "value": shown(in_time),
            "other": shown(max(early, on_time) if min(early, on_time) < 0 else early + on_time),
        }
        problem = HeldBackError("dossier_parts_differ", **said, column="giải quyết trước hạn và đúng hạn")
        return Disagreement(("resolved_in_time",), problem)
    for total, words, parts in _PARTS:
        printed: Decimal | None = getattr(counts, total)
        known = [part for name in parts if (part := getattr(counts, name)) is not None]
        # Parts that are blank can make up for less than the total, never for more.
        is_whole = len(known) == len(parts) - (total == "resolved_total" and not counts.has_early)
        if printed is not None and known and (sum(known) != printed if is_whole else sum(known) > printed):
            said = {"value": shown(printed), "other": shown(sum(known, Decimal(0))), "column": words}
            return Disagreement((total,), HeldBackError("dossier_parts_differ", **said))
    return _balance(counts, name)


def _balance(counts: Counts, name: str | None) -> Disagreement | None:
    """Received, with what was carried over, is resolved or open."""
    received, resolved, still_open = (counts.sum_of(total) for total, _, _ in _PARTS)
    if RULES["dossiers_do_not_balance"].severity != "error":
        return None
    if received is None or resolved is None or still_open is None or received == resolved + still_open:
        return None
    said = {
        "field": f"“{name}”" if name else "cả đơn vị",
        "value": shown(received),
        "resolved": shown(resolved),
        "open": shown(still_open),
        "other": shown(resolved + still_open),
    }
    return Disagreement(("received_total", "received", "opening"), HeldBackError("dossiers_do_not_balance", **said))


def _parts_of(total: str) -> tuple[str, ...]:
    return next(parts for name, _, parts in _PARTS if name == total)
