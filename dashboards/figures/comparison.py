"""Result against target: a dot for the result, a bar mark for the level set, one row per target in percent."""

from collections.abc import Sequence

from dashboards.figures.spec import Figure, bar_axis, bar_height, bar_label, share_range, short
from dashboards.row import Row
from dashboards.theme.phrases import Phrases
from dashboards.theme.states import TARGET, UNKNOWN
from dashboards.theme.template import INK, MUTED, PAPER, RULE


def against_target(figure_id: str, caption: str, targets: Sequence[Row], phrases: Phrases) -> Figure:
    """Targets that have a result; shares only, because one axis holds one unit."""
    words = phrases.words
    positions = list(range(len(targets)))
    names = [_name(row, phrases) for row in targets]
    hover = [
        f"{short(name, 70)}<br>{phrases.target(row)}<br>{phrases.actual(row)}"
        for name, row in zip(names, targets, strict=True)
    ]
    colours = [TARGET.get(row["status"], UNKNOWN).colour for row in targets]
    data = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for row in targets for x in (row["actual"], row["value"], None)],
            "y": [y for position in positions for y in (position, position, None)],
            "line": {"color": MUTED, "width": 2},
            "hoverinfo": "skip",
            "showlegend": False,
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": words.plan.chart_target,
            "x": [row["value"] for row in targets],
            "y": positions,
            "marker": {"symbol": "line-ns", "size": 16, "line": {"width": 3, "color": INK}, "color": INK},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": words.plan.chart_actual,
            "x": [row["actual"] for row in targets],
            "y": positions,
            "customdata": hover,
            "hovertemplate": "%{customdata}<extra></extra>",
            "marker": {"symbol": "circle", "size": 13, "color": colours, "line": {"width": 1.5, "color": PAPER}},
        },
    ]
    levels = [row[name] for row in targets for name in ("actual", "value")]
    layout = {
        "xaxis": {"ticksuffix": " %", "gridcolor": RULE, "range": share_range(levels)},
        "yaxis": bar_axis(len(targets)),
        "annotations": [bar_label(short(name, 90), position) for position, name in enumerate(names)],
        "showlegend": True,
        "hovermode": "closest",
    }
    narrow = {"annotations": [bar_label(short(name, 46), position) for position, name in enumerate(names)]}
    height = bar_height(len(targets))
    return Figure(figure_id, words.plan.chart_gap, caption, data, layout, height, narrow)


def _name(row: Row, phrases: Phrases) -> str:
    """Code, state in sign and word, what is measured: "T003 · ✕ Không đạt · Tỷ lệ hồ sơ đúng hạn"."""
    mark = phrases.mark("target_status", row["status"])
    state = [f"{mark.sign} {mark.text}"] if mark else []
    return " · ".join([row["target_no"], *state, row["indicator_name"] or row["statement"]])
