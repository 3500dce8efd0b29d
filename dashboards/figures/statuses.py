"""Stacked bars of states: one bar per agency, plan, reform area or unit; in the bars stand sign and count, so that a
phone needs no legend. A click on a bar leads to what it counts."""

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
    bars: Sequence[tuple[str, Mapping[str, int], str]],
    family: str,
    words: Words,
) -> Figure:
    """Bars as (label, count per state, page beside this one) in the order given; states in the order of their family,
    empty ones left out."""
    states = FAMILIES[family]
    labels = [short(label, 90) for label, _, _ in bars]
    longest = max(sum(counts.values()) for _, counts, _ in bars)
    data: list[Mapping[str, Any]] = []
    for code, state in states.items():
        counts = [counts.get(code, 0) for _, counts, _ in bars]
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
                "text": [f"{chart_text(state.sign)} <b>{number(count)}</b>" if count else "" for count in counts],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": text_on(state.colour)},
                "customdata": [[label, None, page] for label, (_, _, page) in zip(labels, bars, strict=True)],
                "hovertemplate": "%{customdata[0]}<br>%{fullData.name}: %{x}<extra></extra>",
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
        # A sign cut off would be another sign.
        "uniformtext": {"mode": "hide", "minsize": 9},
    }
    marks = [bar_label(short(label, 46), position) for position, (label, _, _) in enumerate(bars)]
    narrow = {"annotations": marks, "showlegend": False, "margin": {"l": 8, "t": 8, "b": 32}}
    return Figure(figure_id, title, caption, data, layout, bar_height(len(bars)), narrow)
