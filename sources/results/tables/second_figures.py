"""Of a figure that a file holds twice, typed and following from dossiers, the typed one; a difference is told."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sources.contract import RawRow
from sources.results.accounts import ResultAccount
from sources.results.known import Known
from sources.results.rows import FigureRow
from sources.vietnamese.numbers import shown

_KIND: Final = "figure_differs_from_dossiers"
# A typed rate may be rounded to its last digit, at most to whole percents.
_MOST_ROUNDING: Final = Decimal("0.5")


def first_figures(rows: Sequence[RawRow], account: ResultAccount, known: Known) -> Iterator[RawRow]:
    """The rows without second figures. A row is told by its key."""
    seen: dict[tuple[object, ...], FigureRow] = {}
    for row in rows:
        if not isinstance(row, FigureRow):
            yield row
            continue
        first = seen.setdefault((row.agency_key, row.unit_key, row.period_key, row.indicator_code), row)
        if first is row:
            yield row
        elif not _agree(first, row):
            _tell(first, row, account, known)


def _agree(typed: FigureRow, derived: FigureRow) -> bool:
    """Equal counts; of a rate alone, equal to its last digit. Nothing arose is 0 of 0."""
    zero = Decimal(0)
    counts = (derived.numerator or zero, derived.denominator or zero)
    if typed.state != "reported" or typed.value is None:
        return typed.state != "not_applicable" and (typed.numerator or zero, typed.denominator or zero) == counts
    slack = min(Decimal("0.5").scaleb(int(typed.value.normalize().as_tuple().exponent)), _MOST_ROUNDING)
    return bool(counts[1]) and abs(counts[0] / counts[1] * 100 - typed.value) <= slack


def _tell(typed: FigureRow, derived: FigureRow, account: ResultAccount, known: Known) -> None:
    account.whose = {name: getattr(typed, name) for name in ("agency_key", "unit_key", "period_key")}
    name = known.name_of(typed.indicator_code)
    account.say(_KIND, typed.source_place, value=_said(typed), other=_said(derived), indicator=name)
    account.whose = {}


def _said(row: FigureRow) -> str:
    if row.numerator is None:
        return "không áp dụng" if row.value is None else f"{shown(row.value)} %"
    return shown(row.numerator) if row.denominator is None else f"{shown(row.numerator)}/{shown(row.denominator)}"
