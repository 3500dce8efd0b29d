"""Single quarters of one unit: a count typed for more months than its window, and jumps out of the unit's own line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from statistics import median

from sources.results.rules.counts import Count, Series, year_of
from sources.results.rules.thresholds import threshold
from sources.results.rules.verdicts import Verdict
from sources.results.rules.windows import parts_of
from sources.vietnamese.numbers import shown

_ONE_DAY = timedelta(days=1)
_REACHES = "quarter_reaches_year_so_far"
_JUMPS = "jump_out_of_line"


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter alone, as reported or as the difference of two windows. count: the report that gave it."""

    count: Count
    days: int
    measures: dict[str, Decimal]


def quarters_of(counts: Sequence[Count]) -> list[Quarter]:
    """The single quarters that reports give, by time; a negative one is another rule's and left out."""
    found = (_alone(count, [other for other in counts if _same_year(count, other)]) for count in counts)
    return [quarter for quarter in found if quarter is not None]


def out_of_line(series: Series) -> Iterator[Verdict]:
    """At most one verdict a figure: typed for the year so far, else a jump."""
    for counts in series.values():
        quarters = quarters_of(counts)
        for place, quarter in enumerate(quarters):
            verdict = _reaches_year_so_far(quarter, quarters[:place], counts) or _jumps(quarter, quarters[:place])
            if verdict is not None:
                yield verdict


def _alone(count: Count, year: Sequence[Count]) -> Quarter | None:
    """What is left of a window when its earlier parts are taken away, where that is a quarter at its end."""
    parts = parts_of(count, year)
    begins = count.window.window_from
    for part in parts:
        if part.window.window_from != begins:
            return None
        begins = part.window.window_to + _ONE_DAY
    days = (count.window.window_to - begins).days + 1
    if not threshold(_JUMPS, "quarter_days_from") <= days <= threshold(_JUMPS, "quarter_days_to"):
        return None
    said = [dict(part.measures()) for part in parts]
    measures = {
        name: value - sum((measures[name] for measures in said), Decimal(0))
        for name, value in count.measures()
        if all(name in measures for measures in said)
    }
    return None if not measures or min(measures.values()) < 0 else Quarter(count, days, measures)


def _reaches_year_so_far(quarter: Quarter, earlier: Sequence[Quarter], counts: Sequence[Count]) -> Verdict | None:
    """Nine months typed for three: both counts reach those of the year so far, which quarters before did not near.

    Judged by the larger of the two counts (the whole, where there is one): a share's part may be zero all year.
    """
    count = quarter.count
    if count.window.is_cumulative:
        return None
    last_day = count.window.window_from - _ONE_DAY
    so_far = next(
        (other for other in counts if other.window.is_cumulative and other.window.window_to == last_day), None
    )
    if so_far is None or so_far.days <= count.days or not _same_year(count, so_far):
        return None
    before, now = dict(so_far.measures()), dict(count.measures())
    if before.keys() != now.keys() or any(now[name] < before[name] for name in now):
        return None
    name, reached = list(before.items())[-1]
    most = now[name] * threshold(_REACHES, "quarter_share_percent") / 100
    known = [one for one in earlier if name in one.measures]
    # Without a single quarter of this year the years before say what a quarter of the unit is; without those nothing.
    alike = [one for one in known if _same_year(one.count, count)] or known
    if reached < threshold(_REACHES, "floor") or not alike or any(one.measures[name] > most for one in alike):
        return None
    words = {"measure": name, "indicator": count.indicator.name, "window": count.window.name}
    return Verdict(
        _REACHES, count.row, shown(now[name]), so_far.row, shown(reached), {**words, "parts": so_far.window.name}
    )


def _jumps(quarter: Quarter, earlier: Sequence[Quarter]) -> Verdict | None:
    """Several times the unit's usual quarter, or a fraction of it, and beyond every quarter it ever had."""
    factor, floor = threshold(_JUMPS, "factor"), threshold(_JUMPS, "floor")
    for name, value in reversed(quarter.measures.items()):
        seen = [one.measures[name] for one in earlier if name in one.measures]
        if len(seen) < threshold(_JUMPS, "earlier_quarters"):
            continue
        usual = median(seen)
        is_far = max(value, usual) >= factor * min(value, usual) and abs(value - usual) >= floor
        if is_far and not min(seen) <= value <= max(seen):
            count = quarter.count
            window = count.window.name if quarter.days == count.days else f"riêng quý cuối của {count.window.name}"
            words = {"measure": name, "indicator": count.indicator.name, "window": window}
            return Verdict(
                _JUMPS,
                count.row,
                shown(value),
                other_value=shown(usual),
                words={**words, "direction": "cao" if value > usual else "thấp", "quarters": len(seen)},
            )
    return None


def _same_year(one: Count, two: Count) -> bool:
    return year_of(one.window) == year_of(two.window)
