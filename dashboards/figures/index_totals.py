"""One index of several provinces on one chart, before the spread of all: a line each, named at its end."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.figures.end_labels import EndLabel, annotations
from dashboards.figures.index_series import FRAME, MARGIN, OriginOf, lines, sign, span_of
from dashboards.figures.margins import left_of
from dashboards.figures.spec import Figure
from dashboards.figures.spread import HALF_BAND, bands, labels, levels
from dashboards.figures.year_axis import Break, break_lines, year_axis
from dashboards.row import Row
from dashboards.theme import template
from dashboards.theme.phrases import Phrases

_HEIGHT = 360
# Names at the edge may carry the year of their last score.
_RIGHT = 120


def totals(
    figure_id: str,
    title: str,
    caption: str,
    provinces: Mapping[str, Sequence[Row]],
    statistics: Sequence[Row],
    breaks: Sequence[Break],
    phrases: Phrases,
    origin_of: OriginOf,
) -> Figure | None:
    """provinces: rows of the whole index by name; None where nobody has a score."""
    rows = [row for part in provinces.values() for row in part if row["value"] is not None]
    if not rows:
        return None
    years = sorted({row["year"] for row in [*rows, *statistics]})
    data: list[Mapping[str, Any]] = [*bands(statistics), *levels(statistics, phrases)]
    ends = labels(statistics, phrases)
    for position, (name, part) in enumerate(provinces.items()):
        colour = template.SERIES_COLOURS[position % len(template.SERIES_COLOURS)]
        symbol = template.SERIES_SYMBOLS[position % len(template.SERIES_SYMBOLS)]
        for trace in lines(name, part, "value", phrases, origin_of, colour, 1.5):
            data.append({**trace, "marker": sign(colour, 1, symbol)})
        ends += _named(name, part, years, colour)
    ends_at = span_of([row["value"] for row in [*rows, *statistics] if row["value"] is not None])
    unit = next((row["unit"] for row in rows if row["unit"] in ("percent", "points")), None)
    suffix = " %" if unit == "percent" else ""
    axis = {"range": list(ends_at), "tickformat": ",~f", "ticksuffix": suffix, "nticks": 5}
    layout = {
        "margin": {**MARGIN, "r": _RIGHT, "l": left_of(ends_at, suffix)},
        "xaxis": year_axis(years),
        "yaxis": axis,
        "showlegend": False,
        "hovermode": "closest",
        "shapes": break_lines(breaks, years),
        "annotations": annotations(ends, ends_at, _HEIGHT - FRAME),
    }
    return Figure(figure_id, title, caption, data, layout, _HEIGHT, {"xaxis": year_axis(years, is_narrow=True)})


def _named(name: str, rows: Sequence[Row], years: Sequence[int], colour: str) -> list[EndLabel]:
    """The name of a line at the edge of the chart, where no line is; one that ends before the others says its year."""
    held = [row for row in rows if row["value"] is not None]
    if not held:
        return []
    last = max(held, key=lambda row: row["year"])
    text = name if last["year"] == years[-1] else f"{name}, {last['year']}"
    return [EndLabel(text, years[-1] + HALF_BAND, last["value"], colour)]
