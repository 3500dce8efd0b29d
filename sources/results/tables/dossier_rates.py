"""The two rates of the catalogue that follow from dossiers: resolved in time of resolved, and overdue of all handled.

Their numerators and denominators are those of the catalogue (dbt_project/seeds/indicators.csv). One figure per unit and
period: from the unit's own line, else from the sum of its fields.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from sources.results.rows import FigureRow
from sources.results.tables.dossier_counts import Counts
from sources.results.tables.table import Table
from sources.results.tables.whose import Keys
from sources.spreadsheet import Typed

ON_TIME: Final = "dossier_on_time_rate"
OVERDUE: Final = "overdue_dossier_rate"


@dataclass(slots=True)
class Group:
    """The lines of one unit and period."""

    _whole: list[tuple[Counts, str]] = field(default_factory=list)
    _fields: list[tuple[Counts, str]] = field(default_factory=list)
    _is_broken: bool = False

    def add(self, counts: Counts, place: str, *, is_whole: bool) -> None:
        """One more line. is_whole: of all fields together."""
        (self._whole if is_whole else self._fields).append((counts, place))

    def break_off(self) -> None:
        """A line was held back: a sum without it would be another figure."""
        self._is_broken = True

    @property
    def lines(self) -> list[tuple[Counts, str]]:
        """The lines that make up the unit; none where one is missing or nothing was read."""
        return [] if self._is_broken else (self._whole or self._fields)

    @property
    def is_broken(self) -> bool:
        """A line was held back."""
        return self._is_broken


def rate_rows(table: Table, keys: Keys, group: Group) -> Iterator[FigureRow]:
    """Figures of the rates whose counts are all known. What is missing is said, never filled in."""
    if group.is_broken or not group.lines:
        return
    place = group.lines[0][1]
    shares = {ON_TIME: [_on_time(counts) for counts, _ in group.lines]}
    shares[OVERDUE] = [_overdue(counts) for counts, _ in group.lines]
    for code, parts in shares.items():
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            with table.speaking_of(keys):
                table.warn(
                    Typed(place, None, "", is_percent=False), "dossier_rate_unknown", name=table.known.name_of(code)
                )
            continue
        numerator, denominator = (sum(column, Decimal(0)) for column in zip(*known, strict=True))
        yield _row(table, keys, code, numerator, denominator, place)


def _on_time(counts: Counts) -> tuple[Decimal, Decimal] | None:
    """Resolved before time and in time, of all resolved."""
    resolved = counts.sum_of("resolved_total")
    if resolved is None:
        return None
    if counts.resolved_late is not None:
        return resolved - counts.resolved_late, resolved
    if counts.resolved_on_time is None or (counts.has_early and counts.resolved_early is None):
        return None
    return counts.resolved_on_time + (counts.resolved_early or 0), resolved


def _overdue(counts: Counts) -> tuple[Decimal, Decimal] | None:
    """Resolved late and open past due, of all resolved and open."""
    resolved, still_open, in_time = counts.sum_of("resolved_total"), counts.sum_of("open_total"), _on_time(counts)
    if resolved is None or still_open is None or in_time is None:
        return None
    overdue = counts.open_overdue if counts.open_overdue is not None else _rest(still_open, counts.open_in_time)
    return None if overdue is None else (resolved - in_time[0] + overdue, resolved + still_open)


def _rest(total: Decimal, part: Decimal | None) -> Decimal | None:
    return None if part is None else total - part


def _row(table: Table, keys: Keys, code: str, numerator: Decimal, denominator: Decimal, place: str) -> FigureRow:
    agency, unit, period = keys
    return FigureRow(
        agency_key=agency,
        unit_key=unit,
        period_key=period,
        indicator_code=code,
        state="nothing_arose" if denominator == 0 else "reported",
        numerator=numerator,
        denominator=denominator,
        value=None,
        explanation=None,
        evidence=None,
        **table.account.origin(place),
    )
