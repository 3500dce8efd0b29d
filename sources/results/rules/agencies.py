"""The agency's own report against those of its units, for figures that add up over units."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sources.results.known import Indicator, Known
from sources.results.rules.counts import Count, count_of
from sources.results.rules.verdicts import Report, Verdict
from sources.vietnamese.numbers import shown

_ADDS_UP: Final = ("sum", "ratio_of_sums")
_AGENCY: Final = "agency"
_Cell = tuple[str, str, str]


def sums_differ(standing: Sequence[Report], known: Known) -> Iterator[Verdict]:
    """Units that come to more than their agency reports; where every contributor tells its counts, also to less."""
    units: dict[_Cell, list[Count]] = defaultdict(list)
    agencies: dict[_Cell, list[Count]] = defaultdict(list)
    heard: dict[_Cell, set[str]] = defaultdict(set)
    for report in standing:
        unit = known.units.get(report.submission.unit_key)
        window = known.window(report.submission.agency_key, report.submission.period_key)
        if unit is None or window is None:
            continue
        for row in report.figures:
            indicator = known.indicators.get(row.indicator_code)
            if indicator is None or indicator.over_units not in _ADDS_UP:
                continue
            count = count_of(row, indicator, window)
            cell = row.agency_key, row.period_key, row.indicator_code
            if count is None:
                # Who says that it does not apply is no contributor; who tells only a rate leaves the sum open.
                heard[cell].update({row.unit_key} if row.state == "not_applicable" else ())
                continue
            heard[cell].add(row.unit_key)
            (agencies if unit.kind == _AGENCY else units)[cell].append(count)
    for cell, told in agencies.items():
        for own in told:
            contributors = _contributors(own.row.agency_key, own.indicator, known)
            yield from _compare(own, units[cell], is_whole=contributors <= heard[cell])


def _compare(own: Count, units: Sequence[Count], *, is_whole: bool) -> Iterator[Verdict]:
    """One verdict for both counts of a figure."""
    said = [dict(count.measures()) for count in units]
    wrong: list[tuple[str, Decimal, Decimal]] = []
    most = 0
    for name, value in own.measures():
        sums = [measures[name] for measures in said if name in measures]
        total = sum(sums, Decimal(0))
        if sums and (total > value or (is_whole and len(sums) == len(units) and total != value)):
            wrong.append((name, value, total))
            most = max(most, len(sums))
    if wrong:
        names, values, totals = zip(*wrong, strict=True)
        words = {"measure": " và ".join(names), "indicator": own.indicator.name, "window": own.window.name}
        yield Verdict(
            "units_do_not_sum",
            own.row,
            "/".join(map(shown, values)),
            other_value="/".join(map(shown, totals)),
            words={**words, "units": most},
        )


def _contributors(agency_key: str, indicator: Indicator, known: Known) -> set[str]:
    kinds = indicator.contributing_unit_kinds
    return {
        unit.unit_key
        for unit in known.units.values()
        if unit.agency_key == agency_key and unit.kind != _AGENCY and (unit.kind in kinds or "all" in kinds)
    }
