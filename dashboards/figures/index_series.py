"""An index over the years: the province before the spread of all provinces. Its line stops at every change of
framework or of the province itself; nothing is joined over a break, and a year without a score is a sign with a word.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from dashboards.figures.end_labels import EndLabel, annotations
from dashboards.figures.margins import left_of
from dashboards.figures.spec import Figure, chart_text
from dashboards.figures.spread import HALF_BAND, bands, labels, levels
from dashboards.figures.year_axis import (
    Break,
    Gap,
    break_lines,
    break_words,
    gap_marks,
    gap_strip,
    gap_words,
    strip_part,
    year_axis,
)
from dashboards.row import Row
from dashboards.theme import template
from dashboards.theme.phrases import Phrases

OriginOf = Callable[[Row], str | None]
# Pixels of a chart that its axis of years and its margins take.
FRAME = 44
MARGIN = {"r": 104, "t": 12, "b": 32}


def course(
    figure_id: str,
    title: str,
    caption: str,
    rows: Sequence[Row],
    former: Mapping[str, Sequence[Row]],
    statistics: Sequence[Row],
    breaks: Sequence[Break],
    phrases: Phrases,
    origin_of: OriginOf,
    *,
    is_small: bool = False,
) -> Figure:
    """One component of one province, in one unit. former: rows of the provinces that became it, by name."""
    everything = [*rows, *statistics, *(row for part in former.values() for row in part)]
    years = sorted({row["year"] for row in everything})
    gaps = gaps_of(rows, phrases, origin_of)
    data = [*bands(statistics), *levels(statistics, phrases)]
    ends = labels(statistics, phrases)
    for position, (name, part) in enumerate(former.items()):
        colour = template.SERIES_COLOURS[1 + position % (len(template.SERIES_COLOURS) - 1)]
        data += lines(name, part, "value", phrases, origin_of, colour, 1.25)
        ends += end(name, part, years, colour)
    data += lines(rows[-1]["territory"], rows, "value", phrases, origin_of, template.ACCENT, 2.5)
    ends += end(rows[-1]["territory"], rows, years, template.ACCENT, is_main=True)
    data += gap_marks(gaps)
    height = 250 if is_small else 430
    below = strip_part(gaps)
    span = span_of([row["value"] for row in everything if row["value"] is not None])
    unit = next((row["unit"] for row in everything if row["unit"] in ("percent", "points")), None)
    suffix = " %" if unit == "percent" else ""
    words = [*annotations(ends, span, int((height - FRAME) * (1 - below))), *(gap_words(gaps, years) if gaps else [])]
    anchor: Mapping[str, Any] = {"anchor": "y2"} if gaps else {}
    layout: dict[str, Any] = {
        "margin": {**MARGIN, "l": left_of(span, suffix)},
        "xaxis": {**year_axis(years), **anchor},
        "yaxis": {
            "range": [span[0], span[1]],
            "tickformat": ",~f",
            "ticksuffix": suffix,
            "nticks": 4 if is_small else 6,
        },
        "showlegend": False,
        "hovermode": "closest",
        "shapes": break_lines(breaks, years),
        "annotations": words if is_small else [*words, *break_words(breaks, years)],
    }
    if gaps:
        layout["yaxis"]["domain"] = [below, 1]
        layout["yaxis2"] = gap_strip(gaps)
    # A phone has no room for every year, nor for the words along the dotted lines, which small charts lack anyway.
    narrow: dict[str, Any] = {"xaxis": {**year_axis(years, is_narrow=True), **anchor}}
    if not is_small:
        narrow["annotations"] = words
    return Figure(figure_id, title, caption, data, layout, height, narrow)


def lines(
    name: str,
    rows: Sequence[Row],
    value: str,
    phrases: Phrases,
    origin_of: OriginOf,
    colour: str,
    width: float,
) -> list[Mapping[str, Any]]:
    """A line that stops wherever the series or the unit changes: the same province, framework and component; missing
    years inside stay open."""
    held = [row for row in rows if row[value] is not None]
    ordered = sorted(held, key=lambda row: (*_series(row), row["year"]))
    series = [list(part) for _, part in groupby(ordered, key=_series)]
    shown: list[tuple[int | None, Row | None]] = []
    for part in sorted(series, key=lambda part: part[0]["year"]):
        by_year = {row["year"]: row for row in part}
        span = range(min(by_year), max(by_year) + 1)
        shown += [*([(None, None)] if shown else []), *((year, by_year.get(year)) for year in span)]
    if not shown:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": chart_text(name),
            "x": [year for year, _ in shown],
            "y": [row[value] if row else None for _, row in shown],
            "connectgaps": False,
            "customdata": [_said(row, phrases, origin_of) for _, row in shown],
            "hovertemplate": f"{chart_text(name)}, %{{x}}: %{{customdata[0]}}<extra></extra>",
            "line": {"color": colour, "width": width},
            "marker": sign(colour, 2 if width > 2 else 0),
        }
    ]


def sign(colour: str, rim: int, symbol: str = "circle") -> Mapping[str, Any]:
    """The sign of a point, larger by its rim. Of signs in one place a pointer meets the smallest, rims apart, and of
    equals the last: a province that lies on the median is met, not the median."""
    return {"color": colour, "size": 6 if rim else 5, "symbol": symbol, "line": {"width": rim, "color": colour}}


def gaps_of(rows: Sequence[Row], phrases: Phrases, origin_of: OriginOf) -> list[Gap]:
    """Years that were not published, and years of which only the rank is known."""
    words = phrases.words.index
    found = []
    for row in rows:
        named = {"territory": row["territory"], "year": row["year"]}
        if row["state"] == "not_published":
            said = words.not_published_hover.format(**named)
            found.append(Gap(row["year"], words.not_published, "x-thin", said, origin_of(row)))
        elif row["value"] is None and row["rank"] is not None:
            said = words.rank_only_hover.format(rank=phrases.rank(row), **named)
            found.append(Gap(row["year"], words.rank_only, "circle-open", said, origin_of(row)))
    return found


def _series(row: Row) -> tuple[str, str, str]:
    """What must be equal for two points to be joined."""
    return row["framework_version"] or "", row["series_key"] or "", row["unit"] or ""


def _said(row: Row | None, phrases: Phrases, origin_of: OriginOf) -> list[str | None]:
    """What a point says after province and year, value and rank, and where it comes from."""
    if row is None:
        return ["", None]
    facts = [phrases.score(row) if row["value"] is not None else "", phrases.rank(row)]
    return [chart_text(" · ".join(fact for fact in facts if fact)), origin_of(row)]


def end(name: str, rows: Sequence[Row], years: Sequence[int], colour: str, *, is_main: bool = False) -> list[EndLabel]:
    """The name of a line at its last point; beside the others where it reaches the last year."""
    held = [row for row in rows if row["value"] is not None]
    if not held:
        return []
    last = max(held, key=lambda row: row["year"])
    x = last["year"] + HALF_BAND if last["year"] == years[-1] else last["year"]
    return [EndLabel(name, x, last["value"], colour, is_main)]


def span_of(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Ends of the axis of scores, with room for the signs of the points."""
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(1))
    room = max((high - low) * 8 / 100, Decimal("0.2"))
    return low - room, high + room
