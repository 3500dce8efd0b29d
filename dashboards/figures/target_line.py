"""Results of one target over its reporting periods, the level asked as a step, the same period of the year before.

Results are marks and never joined: within a year the windows run from its first day and hold each other, and between
years the count begins anew. The step breaks at a new year too.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dashboards.blocks.table import Origin
from dashboards.figures.levels import level, levels, looks
from dashboards.figures.margins import below, left_of
from dashboards.figures.period_labels import ticks, without_figure
from dashboards.figures.spec import Figure, chart_text, share_range
from dashboards.row import Row
from dashboards.theme.phrases import Phrases
from dashboards.theme.template import INK, MUTED

# More periods have short names, and only the last result keeps its figure.
_NAMED_PERIODS = 5
# The step of a period ends this far from the next one.
_HALF = 0.46


def over_periods(
    figure_id: str,
    title: str,
    caption: str,
    rows: Sequence[Row],
    phrases: Phrases,
    origins: Sequence[Origin | None],
    before: Sequence[Origin | None] = (),
) -> Figure:
    """rows: the target's row joined with each of its periods, in order; origins: of each result; before: of each
    result of the year before."""
    known = [position for position, row in enumerate(rows) if row["actual"] is not None]
    data = [*_step(rows, phrases), *_year_before(rows, phrases, before), _results(rows, known, phrases, origins)]
    values = [row["actual"] for row in rows if row["actual"] is not None]
    values += [at for row in rows for at in levels(row)] + [rows[at]["previous_year_actual"] for at in _before(rows)]
    words = [without_figure(position, row, phrases) for position, row in enumerate(rows) if row["actual"] is None]
    axis = _range(rows, values)
    names = ticks(rows, phrases, _NAMED_PERIODS)
    layout = {
        "xaxis": {
            "range": [-0.5, len(rows) - 0.5],
            "showgrid": False,
            "tickangle": 0,
            "tickmode": "array",
            "tickvals": list(range(len(rows))),
            "ticktext": names,
        },
        "yaxis": {"nticks": 5, "tickformat": ",~f", **axis},
        "annotations": [*_named_level(rows, phrases), *words],
        "showlegend": any(trace["name"] == phrases.words.targets.chart_before for trace in data),
        "hovermode": "closest",
        "margin": {"l": left_of(axis.get("range", [0, *values])), "b": below(names)},
    }
    return Figure(figure_id, title, caption, data, layout, 300)


def _results(
    rows: Sequence[Row], known: Sequence[int], phrases: Phrases, origins: Sequence[Origin | None]
) -> Mapping[str, Any]:
    """A mark for each period that has a figure, with sign and figure beside it."""
    told = known if len(rows) <= _NAMED_PERIODS else known[-1:]
    said = {
        at: chart_text(f"{_sign(rows[at], phrases)} {phrases.quantity(rows[at]['actual'], rows[at]['unit'])}")
        for at in told
    }
    ids = [origin.origin_id if origin else None for origin in origins]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": phrases.words.plan.chart_actual,
        "x": list(known),
        "y": [rows[at]["actual"] for at in known],
        "text": [said.get(at, "") for at in known],
        "textposition": [_side(rows[at]) for at in known],
        "cliponaxis": False,
        "customdata": [[_hover(rows[at], phrases), ids[at]] for at in known],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "marker": looks([rows[at]["status"] for at in known], 13),
        "showlegend": False,
    }


def _step(rows: Sequence[Row], phrases: Phrases) -> list[Mapping[str, Any]]:
    """One line for each run of periods of the same year; where a range is asked, one at each end of it."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": phrases.words.plan.chart_target,
            "x": [x for at in run for x in (at - _HALF, at + _HALF)],
            "y": [levels(rows[at])[end] for at in run for _ in range(2)],
            "line": {"color": INK, "width": 2, "dash": "dash"},
            "cliponaxis": False,
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for run in _runs(rows)
        for end in range(min(len(levels(rows[at])) for at in run))
    ]


def _named_level(rows: Sequence[Row], phrases: Phrases) -> list[Mapping[str, Any]]:
    """The last level in words, on the side of its line that is turned away from the last result."""
    asked = [at for at, row in enumerate(rows) if level(row) is not None]
    if not asked:
        return []
    at = asked[-1]
    is_above = rows[at]["actual"] is not None and _side(rows[at]) == "top center"
    place = {"x": at + _HALF, "xref": "x", "xanchor": "right", "y": level(rows[at]), "yref": "y"}
    place |= {"yanchor": "top" if is_above else "bottom", "yshift": -2 if is_above else 2}
    return [
        place | {"text": chart_text(phrases.target(rows[at])), "showarrow": False, "font": {"size": 12, "color": INK}}
    ]


def _year_before(rows: Sequence[Row], phrases: Phrases, origins: Sequence[Origin | None]) -> list[Mapping[str, Any]]:
    """Hollow marks, only where both periods are of the same units and the same days."""
    shown = _before(rows)
    if not shown:
        return []
    ids = [origin.origin_id if origin else None for origin in origins] or [None] * len(rows)
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": phrases.words.targets.chart_before,
            "x": shown,
            "y": [rows[at]["previous_year_actual"] for at in shown],
            "customdata": [[_hover_before(rows[at], phrases), ids[at]] for at in shown],
            "hovertemplate": "%{customdata[0]}<extra></extra>",
            "marker": {"symbol": "circle-open", "size": 20, "color": MUTED, "line": {"width": 2, "color": MUTED}},
            "cliponaxis": False,
            "showlegend": True,
        }
    ]


def _before(rows: Sequence[Row]) -> list[int]:
    """Periods that may be compared with the year before, where that year has no mark of its own."""
    drawn = {row["period_key"] for row in rows}
    return [
        at
        for at, row in enumerate(rows)
        if row["previous_year_is_comparable"]
        and row["previous_year_actual"] is not None
        and row["previous_year_period_key"] not in drawn
    ]


def _runs(rows: Sequence[Row]) -> list[list[int]]:
    """Positions of following periods of one year whose level is known."""
    runs: list[list[int]] = []
    for at, row in enumerate(rows):
        if level(row) is None:
            continue
        if runs and runs[-1][-1] == at - 1 and rows[at - 1]["window_to"].year == row["window_to"].year:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _sign(row: Row, phrases: Phrases) -> str:
    mark = phrases.mark("target_status", row["status"])
    return mark.sign if mark else ""


def _hover(row: Row, phrases: Phrases) -> str:
    mark = phrases.mark("target_status", row["status"], row["status_reason"])
    said = [f"{row['period_name']}: {phrases.actual(row)}", mark.text if mark else ""]
    return "<br>".join(chart_text(part) for part in said if part)


def _hover_before(row: Row, phrases: Phrases) -> str:
    text = phrases.quantity(row["previous_year_actual"], row["unit"])
    return chart_text(f"{row['previous_year_period_name']}: {text}")


def _side(row: Row) -> str:
    """The side of a mark that is turned away from the line of the target."""
    at = level(row)
    return "bottom center" if at is not None and row["actual"] < at else "top center"


def _range(rows: Sequence[Row], values: Sequence[Decimal]) -> Mapping[str, Any]:
    """Shares keep a range of at least ten points; counts begin at zero."""
    if not values:
        return {"range": [0, 1], "showticklabels": False}
    return {"range": share_range(values)} if rows[0]["unit"] == "percent" else {"rangemode": "tozero"}
