"""Windows of one year against each other: what began with the year never falls, and parts add up to their whole.

A negative single quarter is the same thing said of the difference: Q2 = six months - Q1, Q4 = year - six months - Q3.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sources.results.rules.counts import Count, Series, days_of, year_of
from sources.results.rules.verdicts import Verdict
from sources.vietnamese.numbers import shown


def parts_of(whole: Count, year: Sequence[Count]) -> list[Count]:
    """Disjoint windows of the same year inside `whole`, by time: the latest one from its first day, then what follows.

    Longer windows go first: with a quarter and its months reported, the quarter counts.
    """
    inside = [
        count
        for count in year
        if count is not whole
        and whole.window.window_from <= count.window.window_from
        and count.window.window_to <= whole.window.window_to
        and count.days < whole.days
    ]
    begun = [count for count in inside if count.window.is_cumulative and whole.window.is_cumulative]
    first = max(begun, key=lambda count: count.window.window_to, default=None)
    parts = [] if first is None else [first]
    for count in sorted(inside, key=lambda count: (-count.days, count.window.window_from, count.window.period_key)):
        if not count.window.is_cumulative and not any(_overlap(count, part) for part in parts):
            parts.append(count)
    return sorted(parts, key=lambda count: count.window.window_from)


def falling_or_not_adding_up(series: Series) -> Iterator[Verdict]:
    """A whole smaller than its parts, or different from parts that cover it to its last day."""
    for counts in series.values():
        for whole in counts:
            year = [count for count in counts if year_of(count.window) == year_of(whole.window)]
            parts = parts_of(whole, year)
            if parts:
                yield from _compare(whole, parts)


def _compare(whole: Count, parts: Sequence[Count]) -> Iterator[Verdict]:
    """One verdict for both counts of a figure where they go wrong in the same way."""
    covered = sum(part.days for part in parts) == days_of(whole.window)
    said = [dict(part.measures()) for part in parts]
    wrong: dict[str, list[tuple[str, Decimal, Decimal]]] = defaultdict(list)
    for name, value in whole.measures():
        if any(name not in measures for measures in said):
            continue
        total = sum((measures[name] for measures in said), Decimal(0))
        if value < total or (covered and value != total):
            wrong["cumulative_falls" if value < total else "windows_do_not_add_up"].append((name, value, total))
    for kind, counts in wrong.items():
        names, values, totals = zip(*counts, strict=True)
        yield Verdict(
            kind,
            whole.row,
            "/".join(map(shown, values)),
            parts[-1].row,
            "/".join(map(shown, totals)),
            {
                "measure": " và ".join(names),
                "indicator": whole.indicator.name,
                "window": whole.window.name,
                "parts": " cộng ".join(part.window.name for part in parts),
            },
        )


def _overlap(one: Count, two: Count) -> bool:
    return one.window.window_from <= two.window.window_to and two.window.window_from <= one.window.window_to
