"""How all provinces are spread over the years: lowest to highest, the middle half, the median, the best. Runs stop at
breaks: two frameworks, or two sets of provinces, never touch."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dashboards.figures.end_labels import EndLabel
from dashboards.row import Row
from dashboards.theme import template
from dashboards.theme.phrases import Phrases

# Half a year each side of a break stays open, so that two frameworks never touch.
HALF_BAND = 0.32


def middle_name(statistics: Sequence[Row]) -> str:
    """The median where any year has one, else the published mean."""
    return "median" if any(row["statistic"] == "median" for row in statistics) else "mean"


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


def is_banded(statistics: Sequence[Row], low: str, high: str) -> bool:
    """Whether the band between two statistics is drawn at all."""
    return bool(_runs(statistics, low, high))


def bands(statistics: Sequence[Row]) -> list[Mapping[str, Any]]:
    """Lowest to highest, and the middle half, of all provinces; each run of years is one closed shape."""
    traces: list[Mapping[str, Any]] = []
    for low, high, colour in (("min", "max", template.BAND_WIDE), ("q1", "q3", template.BAND_NARROW)):
        x: list[Decimal | float | int | None] = []
        y: list[Decimal | None] = []
        for years, values in _runs(statistics, low, high):
            steps = [years[0] - HALF_BAND, *years, years[-1] + HALF_BAND]
            lows = [values[0][low], *(value[low] for value in values), values[-1][low]]
            highs = [values[0][high], *(value[high] for value in values), values[-1][high]]
            x += [*([None] if x else []), *steps, *reversed(steps)]
            y += [*([None] if y else []), *lows, *reversed(highs)]
        if x:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "fill": "toself",
                    "fillcolor": colour,
                    "line": {"width": 0},
                    "name": f"{low}-{high}",
                    "x": x,
                    "y": y,
                    "hoverinfo": "skip",
                }
            )
    return traces


def levels(statistics: Sequence[Row], phrases: Phrases) -> list[Mapping[str, Any]]:
    """The middle of the provinces and the best of them, as thin lines that stop at breaks."""
    traces: list[Mapping[str, Any]] = []
    for name, dash in ((middle_name(statistics), "dot"), ("max", "solid")):
        x: list[int | None] = []
        y: list[Decimal | None] = []
        for years, values in _runs(statistics, name):
            x += [*([None] if x else []), *years]
            y += [*([None] if y else []), *(value[name] for value in values)]
        if x:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines+markers",
                    "name": name,
                    "x": x,
                    "y": y,
                    "connectgaps": False,
                    "hovertemplate": f"{phrases.words.index.statistic[name]}, %{{x}}: %{{y:,.2~f}}<extra></extra>",
                    "line": {"color": template.MUTED, "width": 1.25, "dash": dash},
                    "marker": {"color": template.MUTED, "size": 4},
                }
            )
    return traces


def labels(statistics: Sequence[Row], phrases: Phrases) -> list[EndLabel]:
    """What the lines and the ends of the band are, at the last year they are known of."""
    latest: dict[str, Row] = {}
    for row in sorted(statistics, key=lambda row: row["year"]):
        if row["value"] is not None and row["statistic"] in ("min", "max", middle_name(statistics)):
            latest[row["statistic"]] = row
    if not latest:
        return []
    last = max(row["year"] for row in latest.values())
    return [
        EndLabel(phrases.words.index.statistic[name], last + HALF_BAND, row["value"], template.MUTED)
        for name, row in latest.items()
        if row["year"] == last
    ]
