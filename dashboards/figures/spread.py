"""How all provinces are spread over the years: lowest to highest, the middle half, the median. Runs stop at breaks."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dashboards.row import Row
from dashboards.theme import template
from dashboards.theme.formats import number
from dashboards.theme.phrases import Phrases

# Half a year each side of a break stays open, so that two frameworks never touch.
_HALF_BAND = 0.32


def _runs(statistics: Sequence[Row], *names: str) -> list[tuple[list[int], list[Mapping[str, Decimal]]]]:
    """Runs of following years of one framework in which all the named statistics are known."""
    by_year: dict[int, dict[str, Any]] = {}
    for row in statistics:
        if row["value"] is not None:
            by_year.setdefault(row["year"], {"series": (row["framework_version"], row["series_key"])})
            by_year[row["year"]][row["statistic"]] = row["value"]
    runs: list[tuple[list[int], list[Mapping[str, Decimal]]]] = []
    previous: tuple[int, Any] | None = None
    for year, values in sorted(by_year.items()):
        if not all(name in values for name in names):
            previous = None
            continue
        if previous != (year - 1, values["series"]):
            runs.append(([], []))
        runs[-1][0].append(year)
        runs[-1][1].append(values)
        previous = (year, values["series"])
    return runs


def bands(statistics: Sequence[Row], phrases: Phrases) -> list[Mapping[str, Any]]:
    """Lowest to highest, and the middle half, of all provinces; each run of years is one closed shape."""
    words = phrases.words.index
    traces: list[Mapping[str, Any]] = []
    for low, high, name, colour in (
        ("min", "max", words.band_wide, template.BAND_WIDE),
        ("q1", "q3", words.band_narrow, template.BAND_NARROW),
    ):
        for position, (years, values) in enumerate(_runs(statistics, low, high)):
            steps = [years[0] - _HALF_BAND, *years, years[-1] + _HALF_BAND]
            lows = [values[0][low], *(value[low] for value in values), values[-1][low]]
            highs = [values[0][high], *(value[high] for value in values), values[-1][high]]
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "fill": "toself",
                    "fillcolor": colour,
                    "line": {"width": 0},
                    "name": name,
                    "legendgroup": name,
                    "showlegend": position == 0,
                    "x": [*steps, *reversed(steps)],
                    "y": [*lows, *reversed(highs)],
                    "hoverinfo": "skip",
                }
            )
    return traces


def middle(statistics: Sequence[Row], phrases: Phrases) -> list[Mapping[str, Any]]:
    """The median of the provinces, else their published mean."""
    words = phrases.words.index
    name = "median" if any(row["statistic"] == "median" for row in statistics) else "mean"
    word = words[name]
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": word,
            "legendgroup": word,
            "showlegend": position == 0,
            "x": years,
            "y": [value[name] for value in values],
            "customdata": [f"{word}, {year}: {number(value[name])}" for year, value in zip(years, values, strict=True)],
            "hovertemplate": "%{customdata}<extra></extra>",
            "line": {"color": template.MUTED, "width": 1.5, "dash": "dot"},
            "marker": {"color": template.MUTED, "size": 4},
        }
        for position, (years, values) in enumerate(_runs(statistics, name))
    ]
