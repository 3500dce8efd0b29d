"""Tasks on a line of months: one mark a task where it falls due, stacked, each with the sign of its state.

A mark is small enough for two years of months on a phone; signs tell states apart in grey print. A touch near a mark
leads to its task: the rows of marks are a finger apart, and the list below has every task.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dashboards.blocks.table import Origin
from dashboards.figures.margins import below
from dashboards.figures.spec import Figure, chart_text, short
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK
from dashboards.theme.template import INK, MUTED, text_on
from dashboards.theme.words import Words

_MARK = 13
# Pixels from one row of marks to the next: a finger's, and where they are many.
_STEP, _CLOSE, _FEW = 24, 17, 10
# How far from a mark a touch still means it.
_REACH = 24


def due_months(
    figure_id: str,
    caption: str,
    tasks: Sequence[Row],
    as_of: date,
    words: Words,
    origin_of: Callable[[Row], Origin | None] = lambda _: None,
) -> Figure | None:
    """Tasks with a due date, from the year before to the end of this one; what lies outside stands in one column on
    either side. None where no task has a date."""
    dated = [task for task in tasks if task["last_day_given"] is not None and task["status"] in TASK]
    if not dated:
        return None
    first, last = _window([_month(task["last_day_given"]) for task in dated], as_of)
    places = [(min(max(_month(task["last_day_given"]), first - 1), last + 1), task) for task in dated]
    heights: Counter[int] = Counter()
    marks: dict[str, list[tuple[int, int, Row]]] = {code: [] for code in TASK}
    for code in TASK:
        for place, task in places:
            if task["status"] == code:
                heights[place] += 1
                marks[code].append((place, heights[place], task))
    data = [_trace(code, found, words, origin_of) for code, found in marks.items() if found]
    ends = (min(first, *heights), max(last, *heights))
    is_now = first <= _month(as_of) <= last
    axis = _ticks(first, last, ends, words)
    layout = {
        "xaxis": {
            "range": [ends[0] - 0.7, ends[1] + 0.7],
            "showgrid": False,
            "showline": True,
            **axis,
        },
        "yaxis": {"visible": False, "range": [0.3, max(heights.values()) + 0.8]},
        "shapes": [_today(as_of)] if is_now else [],
        "annotations": [_label(as_of, ends, words)] if is_now else [],
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": _REACH,
        "margin": {"l": 8, "r": 8, "b": below(axis["ticktext"])},
    }
    highest = max(heights.values())
    step = _STEP if highest <= _FEW else _CLOSE
    return Figure(figure_id, words.tasks.chart, caption, data, layout, 110 + step * highest)


def _month(day: date | None) -> int:
    """Months since the year nought."""
    return 0 if day is None else day.year * 12 + day.month - 1


def _window(months: Sequence[int], as_of: date) -> tuple[int, int]:
    """First and last month with a column of their own; of plans long past their last two years. A year of which some
    months stand together in the column before the first is never the year of the first."""
    now, start, end = _month(as_of), (as_of.year - 1) * 12, as_of.year * 12 + 11
    inside = [month for month in months if start <= month <= end]
    if inside or max(months) > end:
        return min([*inside, now]), max([*inside, now])
    return max(min(months), (max(months) // 12 - 1) * 12), max(months)


def _trace(
    code: str, marks: Sequence[tuple[int, int, Row]], words: Words, origin_of: Callable[[Row], Origin | None]
) -> Mapping[str, Any]:
    state, word = TASK[code], words.task_status.get(code, code)
    said = []
    for _, _, task in marks:
        origin = origin_of(task)
        day = formats.day(task["last_day_given"])
        hover = f"{short(task['description'], 70)}<br>{chart_text(word)}, {day}"
        said.append([hover, origin.origin_id if origin else None])
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": chart_text(f"{state.sign} {word}"),
        "x": [place for place, _, _ in marks],
        "y": [height for _, height, _ in marks],
        "text": [chart_text(state.sign)] * len(marks),
        "textposition": "middle center",
        "textfont": {"size": 9, "color": text_on(state.colour)},
        "customdata": said,
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "marker": {"symbol": "square", "size": _MARK, "color": state.colour, "line": {"color": MUTED, "width": 1}},
        "cliponaxis": False,
    }


def _ticks(first: int, last: int, ends: tuple[int, int], words: Words) -> Mapping[str, Any]:
    """Every third month by its number, the year under its first; the columns on either side by their year."""
    step = 3 if last - first > 8 else 1
    ticks = {
        month: words.tasks.month.format(month=month % 12 + 1)
        for month in range(first, last + 1)
        if (month % 12) % step == 0
    }
    for position, month in enumerate(sorted(ticks)):
        if position == 0 or month % 12 == 0:
            ticks[month] = f"{ticks[month]}<br>{month // 12}"
    if ends[0] < first:
        ticks[ends[0]] = words.tasks.before.format(year=first // 12)
    if ends[1] > last:
        ticks[ends[1]] = words.tasks.after.format(year=last // 12)
    return {"tickvals": sorted(ticks), "ticktext": [ticks[month] for month in sorted(ticks)], "tickangle": 0}


def _today(as_of: date) -> Mapping[str, Any]:
    place = _place(as_of)
    line = {"color": INK, "width": 1, "dash": "dot"}
    # Behind the marks: across them it would be read as another sign.
    ends = {"x0": place, "x1": place, "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "paper", "layer": "below", "line": line, **ends}


def _place(day: date) -> float:
    """Where in its month a day lies: columns stand on the middle of their month."""
    return _month(day) - 0.5 + (day.day - 1) / 31


def _label(as_of: date, ends: tuple[int, int], words: Words) -> Mapping[str, Any]:
    """The day of the figures above its line, turned inwards from the nearer edge."""
    is_right = _place(as_of) > (ends[0] + ends[1]) / 2
    return {
        "x": _place(as_of),
        "xref": "x",
        "xanchor": "right" if is_right else "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": words.tasks.today.format(date=formats.day(as_of)),
        "showarrow": False,
        "font": {"size": 12, "color": INK},
    }
