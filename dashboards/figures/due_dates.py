"""Tasks by the month in which they fall due, stacked by state: what was due, what is still to come."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dashboards.figures.spec import Figure, bar_marker, chart_text, count_ticks
from dashboards.row import Row
from dashboards.theme.states import TASK
from dashboards.theme.template import INK, text_on
from dashboards.theme.words import Words


def due_months(figure_id: str, caption: str, tasks: Sequence[Row], as_of: date, words: Words) -> Figure | None:
    """Tasks with a due date, one bar a month from the first to the last; None where none has a date."""
    dated = [task for task in tasks if task["due_to"] is not None and task["status"] is not None]
    if not dated:
        return None
    months = sorted({f"{task['due_to']:%Y-%m}" for task in dated})
    counts = Counter((f"{task['due_to']:%Y-%m}", task["status"]) for task in dated)
    labels = [f"{month[5:]}/{month[:4]}" for month in months]
    data = [
        {
            "type": "bar",
            "name": chart_text(f"{state.sign} {words.task_status.get(code, code)}"),
            "x": labels,
            "y": [counts[month, code] for month in months],
            "text": [str(counts[month, code]) if counts[month, code] else "" for month in months],
            "textposition": "inside",
            "textangle": 0,
            "textfont": {"color": text_on(state.colour)},
            "hovertemplate": "%{x}<br>%{fullData.name}: %{y}<extra></extra>",
            "marker": bar_marker(state.colour, state.hatch),
        }
        for code, state in TASK.items()
        if any(counts[month, code] for month in months)
    ]
    step = count_ticks(max(Counter(f"{task['due_to']:%Y-%m}" for task in dated).values()))
    past = sum(month <= f"{as_of:%Y-%m}" for month in months)
    today = {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": past - 0.5,
        "x1": past - 0.5,
        "y0": 0,
        "y1": 1,
        "line": {"color": INK, "width": 1, "dash": "dot"},
    }
    layout = {
        "barmode": "stack",
        "bargap": 0.35,
        "xaxis": {"type": "category", "categoryorder": "array", "categoryarray": labels},
        "yaxis": {
            "title": {"text": words.plan.chart_tasks_axis},
            "rangemode": "tozero",
            "tickformat": ",d",
            "dtick": step,
        },
        "shapes": [today],
        "showlegend": True,
        "legend": {"traceorder": "normal"},
    }
    return Figure(figure_id, words.plan.chart_tasks, caption, data, layout, 340)
