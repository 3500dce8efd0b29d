"""Stacked bars of states: one bar per agency, plan, reform area or unit; counts stand in the bars."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.figures.spec import Figure, bar_axis, bar_height, bar_label, bar_marker, chart_text, count_ticks, short
from dashboards.theme.formats import number
from dashboards.theme.states import FAMILIES
from dashboards.theme.template import text_on
from dashboards.theme.words import Words


def stacked(
    figure_id: str,
    title: str,
    caption: str,
    bars: Sequence[tuple[str, Mapping[str, int]]],
    family: str,
    words: Words,
) -> Figure:
    """Bars as (label, count per state) in the order given; states in the order of their family, empty ones left out."""
    states = FAMILIES[family]
    labels = [short(label, 90) for label, _ in bars]
    longest = max(sum(counts.values()) for _, counts in bars)
    data: list[Mapping[str, Any]] = []
    for code, state in states.items():
        counts = [counts.get(code, 0) for _, counts in bars]
        if not any(counts):
            continue
        word = words[family].get(code, code)
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": chart_text(f"{state.sign} {word}"),
                "y": list(range(len(bars))),
                "x": counts,
                "width": 0.42,
                "text": [number(count) if count else "" for count in counts],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": text_on(state.colour)},
                "customdata": labels,
                "hovertemplate": "%{customdata}<br>%{fullData.name}: %{x}<extra></extra>",
                "marker": bar_marker(state.colour, state.hatch),
            }
        )
    layout = {
        "barmode": "stack",
        "xaxis": {"rangemode": "tozero", "tickformat": ",d", "dtick": count_ticks(longest)},
        "yaxis": bar_axis(len(bars)),
        "annotations": [bar_label(label, position) for position, label in enumerate(labels)],
        "showlegend": True,
        "legend": {"traceorder": "normal"},
        "margin": {"l": 8, "b": 32},
    }
    narrow = {"annotations": [bar_label(short(label, 46), position) for position, (label, _) in enumerate(bars)]}
    return Figure(figure_id, title, caption, data, layout, bar_height(len(bars)), narrow)
