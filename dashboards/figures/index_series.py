"""An index over the years: a line per province that stops at every change of framework, the spread of all provinces
behind it, and the rank. Nothing is joined over a break; a year that was not published is a mark, not a point.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from dashboards.figures.spec import Figure, chart_text
from dashboards.figures.spread import bands, middle
from dashboards.row import Row
from dashboards.theme import template
from dashboards.theme.phrases import Phrases

# Part of the height below the scores that is kept for years without one: room for one row of crosses.
_STRIP = 0.08


def scores(
    figure_id: str,
    title: str,
    caption: str,
    rows: Sequence[Row],
    statistics: Sequence[Row],
    breaks: Sequence[Row],
    looks: Mapping[str, Mapping[str, Any]],
    phrases: Phrases,
    *,
    is_small: bool = False,
) -> Figure:
    """Values of one component, rows of any province that has a look, in the order of years."""
    years = sorted({row["year"] for row in (*rows, *statistics)})
    data = [*bands(statistics, phrases), *middle(statistics, phrases)]
    for territory, look in looks.items():
        mine = [row for row in rows if row["territory"] == territory]
        data += _lines(territory, mine, "value", look, phrases)
    gaps = _gaps([row for row in rows if row["territory"] in looks], phrases) if data else []
    data += gaps
    unit = next((row["unit"] for row in rows if row["unit"] in ("percent", "points")), None)
    layout: dict[str, Any] = {
        "xaxis": _year_axis(years),
        "yaxis": {"tickformat": ",~f", "ticksuffix": " %" if unit == "percent" else "", "nticks": 6},
        **(_gap_strip(years) if gaps else {}),
        "showlegend": not is_small,
        "hovermode": "closest",
        "shapes": _break_lines(breaks, years),
        "annotations": [] if is_small else _break_words(breaks, years, phrases),
    }
    if gaps:
        layout["yaxis"]["domain"] = [_STRIP, 1]
        caption = caption if is_small else phrases.words.index.caption_gaps.format(caption=caption)
    height = 230 if is_small else 440
    return Figure(figure_id, title, caption, data, layout, height)


def ranks(
    figure_id: str, rows: Sequence[Row], breaks: Sequence[Row], looks: Mapping[str, Mapping[str, Any]], phrases: Phrases
) -> Figure | None:
    """Ranks of the whole index, the first on top; None where nobody is ranked."""
    ranked = [row for row in rows if row["rank"] is not None and row["territory"] in looks]
    if not ranked:
        return None
    data: list[Mapping[str, Any]] = []
    for territory, look in looks.items():
        data += _lines(territory, [row for row in ranked if row["territory"] == territory], "rank", look, phrases)
    years = sorted({row["year"] for row in ranked})
    lowest = max(row["rank_of"] or row["rank"] for row in ranked)
    layout = {
        "xaxis": _year_axis(years),
        "yaxis": {"range": [lowest + 2, -1], "tickvals": [1, *range(10, lowest + 1, 10)]},
        "showlegend": True,
        "hovermode": "closest",
        "shapes": _break_lines(breaks, years),
        "annotations": _break_words(breaks, years, phrases),
    }
    words = phrases.words.index
    caption = words.rank_caption_computed if any(row["is_rank_computed"] for row in ranked) else words.rank_caption
    return Figure(figure_id, words.rank_chart, caption, data, layout, 420)


def _lines(
    territory: str, rows: Sequence[Row], value: str, look: Mapping[str, Any], phrases: Phrases
) -> list[Mapping[str, Any]]:
    """One trace per series and unit: the same province, framework and component; missing years inside stay open."""
    traces: list[Mapping[str, Any]] = []
    held = [row for row in rows if row[value] is not None]
    ordered = sorted(held, key=lambda row: (*_series(row), row["year"]))
    series = [list(part) for _, part in groupby(ordered, key=_series)]
    for part in sorted(series, key=lambda part: part[0]["year"]):
        by_year = {row["year"]: row for row in part}
        span = range(min(by_year), max(by_year) + 1)
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": chart_text(territory),
                "legendgroup": chart_text(territory),
                "showlegend": not traces,
                "x": list(span),
                "y": [by_year[year][value] if year in by_year else None for year in span],
                "connectgaps": False,
                "customdata": [_hover(by_year.get(year), phrases) for year in span],
                "hovertemplate": "%{customdata}<extra></extra>",
                "line": {"color": look["colour"], "dash": look["dash"], "width": 2},
                "marker": {"color": look["colour"], "symbol": look["symbol"], "size": 8},
            }
        )
    return traces


def _series(row: Row) -> tuple[str, str, str]:
    """What must be equal for two points to be joined."""
    return row["framework_version"] or "", row["series_key"] or "", row["unit"] or ""


def _hover(row: Row | None, phrases: Phrases) -> str:
    """What a point says: province, year, value, rank."""
    if row is None:
        return ""
    facts = [phrases.quantity(row["value"], row["unit"]) if row["value"] is not None else "", phrases.rank(row)]
    return chart_text(f"{row['territory']}, {row['year']}: {' · '.join(fact for fact in facts if fact)}")


def _gaps(rows: Iterable[Row], phrases: Phrases) -> list[Mapping[str, Any]]:
    """Years that were not published, as crosses in a strip of their own: on the axis they would look like scores."""
    missing = sorted({(row["year"], row["territory"]) for row in rows if row["state"] == "not_published"})
    if not missing:
        return []
    words = phrases.words.index
    texts: dict[int, list[str]] = {}
    for year, territory in missing:
        texts.setdefault(year, []).append(chart_text(words.not_published_hover.format(territory=territory, year=year)))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": chart_text(words.not_published),
            "x": list(texts),
            "y": [0] * len(texts),
            "yaxis": "y2",
            "customdata": ["<br>".join(lines) for lines in texts.values()],
            "hovertemplate": "%{customdata}<extra></extra>",
            "marker": {"symbol": "x-thin", "size": 10, "line": {"width": 2, "color": template.MUTED}},
        }
    ]


def _gap_strip(years: Sequence[int]) -> Mapping[str, Any]:
    """The strip below the axis of scores in which crosses stand, with the years under it."""
    # Its one grid line, below its top so that Plotly draws it, parts it from the scores.
    lid = {"tickvals": [1], "showticklabels": False, "gridcolor": template.MUTED}
    strip = {"domain": [0, _STRIP], "range": [-1, 1.2], **lid}
    return {"yaxis2": strip, "xaxis": {**_year_axis(years), "anchor": "y2"}}


def _year_axis(years: Sequence[int]) -> Mapping[str, Any]:
    """Whole years, with half a year of room at both ends."""
    if not years:
        return {"tickformat": "d"}
    return {"tickformat": "d", "range": [years[0] - 0.6, years[-1] + 0.6], "dtick": 1 if len(years) < 9 else 2}


def _starts(breaks: Sequence[Row], years: Sequence[int]) -> list[int]:
    """First years of the frameworks that begin inside the chart."""
    return [row["year_from"] for row in breaks if years and years[0] < (row["year_from"] or 0) <= years[-1]]


def _break_lines(breaks: Sequence[Row], years: Sequence[int]) -> list[Mapping[str, Any]]:
    """A dotted line before the first year of each framework."""
    line = {"color": template.INK, "width": 1, "dash": "dot"}
    place = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "line": line}
    return [{**place, "x0": start - 0.5, "x1": start - 0.5} for start in _starts(breaks, years)]


def _break_words(breaks: Sequence[Row], years: Sequence[int], phrases: Phrases) -> list[Mapping[str, Any]]:
    """Upright along each dotted line, which framework begins: side by side, the words of near breaks would overlap."""
    place = {"xref": "x", "y": 1, "yref": "paper", "xanchor": "left", "yanchor": "top", "textangle": -90}
    look = {"showarrow": False, "font": {"size": 11, "color": template.MUTED}}
    word = phrases.words.index.break_line
    return [{**place, **look, "x": start - 0.5, "text": word.format(year=start)} for start in _starts(breaks, years)]
