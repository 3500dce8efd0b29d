"""One small chart per indicator or target: a dot for each reporting period, a period without a figure left open.

Dots are not joined: some windows are one quarter, others run from the start of the year.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dashboards.figures.margins import below, left_of
from dashboards.figures.period_labels import ticks
from dashboards.figures.spec import Figure, chart_text, share_range
from dashboards.row import Row
from dashboards.theme.phrases import Phrases
from dashboards.theme.template import ACCENT, INK, PAPER

_NAMED_PERIODS = 4


def over_periods(
    figure_id: str, title: str, caption: str, rows: Sequence[Row], value: str, target: Row | None, phrases: Phrases
) -> Figure:
    """Rows in the order of their windows, each with period_name, the value, numerator, denominator and unit."""
    words = phrases.words
    labels = [chart_text(row["period_name"]) for row in rows]
    # Figures beside more dots than these run into each other: the last one is the news, hovering tells the others.
    told = rows if len(rows) <= _NAMED_PERIODS else [row for row in rows if row[value] is not None][-1:]
    data: list[Mapping[str, Any]] = [
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": words.plan.chart_actual,
            "x": labels,
            "y": [row[value] for row in rows],
            "text": [
                phrases.quantity(row[value], row["unit"]) if row[value] is not None and row in told else ""
                for row in rows
            ],
            "textposition": [_text_side(row[value], target) for row in rows],
            "cliponaxis": False,
            "customdata": [phrases.actual(row, value) for row in rows],
            "hovertemplate": "%{x}: %{customdata}<extra></extra>",
            "marker": {"color": ACCENT, "size": 10, "line": {"color": PAPER, "width": 1}},
        }
    ]
    if target is not None and target["value"] is not None:
        data.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": words.plan.chart_target,
                "x": labels,
                "y": [target["value"]] * len(labels),
                "line": {"color": INK, "width": 1.5, "dash": "dash"},
                "hovertemplate": chart_text(phrases.target(target)) + "<extra></extra>",
            }
        )
    known = [row[value] for row in rows if row[value] is not None]
    asked = [target["value"]] if target is not None and target["value"] is not None else []
    axis = _range(rows[0]["unit"], known, asked)
    names = ticks(rows, phrases, _NAMED_PERIODS)
    layout = {
        "xaxis": {
            "type": "category",
            "categoryorder": "array",
            "categoryarray": labels,
            "range": [-0.5, len(labels) - 0.5],
            "tickangle": 0,
            "tickmode": "array",
            "tickvals": labels,
            "ticktext": names,
        },
        "yaxis": {"nticks": 5, "tickformat": ",~f", **axis},
        "showlegend": False,
        "margin": {"l": left_of(axis.get("range", [0, *known, *asked])), "t": 30, "b": below(names)},
    }
    return Figure(figure_id, title, caption, data, layout, 240)


def _text_side(value: Decimal | None, target: Row | None) -> str:
    """The side of a dot that is turned away from the line of the target."""
    level = target["value"] if target is not None else None
    return "bottom center" if value is not None and level is not None and value < level else "top center"


def _range(unit: str, known: Sequence[Decimal], asked: Sequence[Decimal]) -> Mapping[str, Any]:
    """Shares keep a range of at least ten points; counts begin at zero."""
    return {"range": share_range([*known, *asked])} if known and unit == "percent" else {"rangemode": "tozero"}
