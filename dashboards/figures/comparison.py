"""Result against target: a mark for the result, a stroke for the level asked, one row per target in percent."""

from collections.abc import Sequence
from decimal import Decimal

from dashboards.blocks.table import Origin
from dashboards.figures.levels import level, looks
from dashboards.figures.spec import Figure, bar_label, chart_text, on_lines, share_range, short
from dashboards.row import Row
from dashboards.theme.phrases import Phrases
from dashboards.theme.template import INK, MUTED, RULE

# Letters of a label above its row: on a wide screen beside the state, on a phone below it.
_WIDE, _NARROW, _LINES = 90, 40, 2
# Pixels of a row: its label and the marks below; on a phone the state has a line of its own and the name two.
_ROW, _NARROW_ROW = 48, 86
# Where a line parts two rows, as a part of a row above its mark: clear of the label below it.
_PARTED, _NARROW_PARTED = 0.75, 0.84
# Room beside the outermost marks for their figures, as a part of the axis.
_ROOM = 0.2


def against_target(
    figure_id: str, caption: str, targets: Sequence[Row], phrases: Phrases, origins: Sequence[Origin | None] = ()
) -> Figure:
    """Targets that have a result, in the order given; shares only, because one axis holds one unit.

    origins: where each result comes from.
    """
    words = phrases.words
    positions = list(range(len(targets)))
    ids = [origin.origin_id if origin else None for origin in origins] or [None] * len(targets)
    levels = [level(row) for row in targets]
    # Each figure stands on the side of its mark that is turned away from the other.
    is_below = [at is not None and row["actual"] < at for row, at in zip(targets, levels, strict=True)]
    data = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for row, at in zip(targets, levels, strict=True) for x in (row["actual"], at, None)],
            "y": [y for position in positions for y in (position, position, None)],
            "line": {"color": MUTED, "width": 2},
            "hoverinfo": "skip",
            "showlegend": False,
        },
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": words.plan.chart_target,
            "x": levels,
            "y": positions,
            "text": [phrases.quantity(at, row["unit"]) for row, at in zip(targets, levels, strict=True)],
            "textposition": ["middle right" if below else "middle left" for below in is_below],
            "textfont": {"size": 12, "color": MUTED},
            "cliponaxis": False,
            "marker": {"symbol": "line-ns", "size": 18, "line": {"width": 3, "color": INK}, "color": INK},
            "customdata": [[_hover(row, phrases), at] for row, at in zip(targets, ids, strict=True)],
            "hovertemplate": "%{customdata[0]}<extra></extra>",
        },
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": words.plan.chart_actual,
            "x": [row["actual"] for row in targets],
            "y": positions,
            "text": [f"<b>{phrases.quantity(row['actual'], row['unit'])}</b>" for row in targets],
            "textposition": ["middle left" if below else "middle right" for below in is_below],
            "textfont": {"size": 12},
            "cliponaxis": False,
            "customdata": [[_hover(row, phrases), at] for row, at in zip(targets, ids, strict=True)],
            "hovertemplate": "%{customdata[0]}<extra></extra>",
            "marker": looks([row["status"] for row in targets], 13),
        },
    ]
    layout = {
        "xaxis": {"visible": False, "range": _range([*(row["actual"] for row in targets), *levels])},
        "yaxis": {"visible": False, "range": [len(targets) - 0.75, -0.85]},
        "annotations": [
            bar_label(f"{_state(row, phrases, ' · ')}{short(_name(row), _WIDE)}", at) for at, row in enumerate(targets)
        ],
        "shapes": [_rule(position - _PARTED) for position in positions[1:]],
        "showlegend": False,
        "hovermode": "closest",
        "margin": {"l": 8, "t": 4, "b": 4},
    }
    lines = [f"{_state(row, phrases, '<br>')}{on_lines(_name(row), _NARROW, _LINES)}" for row in targets]
    narrow = {
        "annotations": [bar_label(line, at) for at, line in enumerate(lines)],
        "shapes": [_rule(position - _NARROW_PARTED) for position in positions[1:]],
    }
    heights = [row * len(targets) + 20 for row in (_ROW, _NARROW_ROW)]
    return Figure(figure_id, words.plan.chart_gap, caption, data, layout, heights[0], narrow, heights[1])


def _state(row: Row, phrases: Phrases, divider: str) -> str:
    """Sign and word of the state before what is measured: "✕ Không đạt · T003 · Tỷ lệ hồ sơ đúng hạn"."""
    mark = phrases.mark("target_status", row["status"])
    return f"<b>{chart_text(f'{mark.sign} {mark.text}')}</b>{divider}" if mark else ""


def _name(row: Row) -> str:
    return f"{row['target_no']} · {row['indicator_name'] or row['statement']}"


def _hover(row: Row, phrases: Phrases) -> str:
    name = short(row["indicator_name"] or row["statement"], 70)
    said = [f"{phrases.actual(row)}, {row['period_name']}", phrases.target(row)]
    return "<br>".join([name, *(chart_text(part) for part in said)])


def _range(values: Sequence[Decimal | None]) -> list[float]:
    """The axis of shares, with room for the figures beside the outermost marks."""
    low, high = share_range([value for value in values if value is not None])
    room = (high - low) * _ROOM
    return [low - room, high + room]


def _rule(y: float) -> dict[str, object]:
    """A thin line between two rows."""
    line = {"color": RULE, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}
