"""Words along an axis of reporting periods: their names, and why one of them has no figure."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.figures.spec import chart_text
from dashboards.row import Row
from dashboards.theme.phrases import Phrases
from dashboards.theme.template import MUTED

# Letters on a line below a chart of 300 pixels with a few periods; more periods have their short names.
_WIDTH = 10


def ticks(rows: Sequence[Row], phrases: Phrases, named: int) -> list[str]:
    """Names of the periods: in short lines, or beyond a number of them short names with the year where it begins."""
    if len(rows) <= named:
        return [lines(row["period_name"]) for row in rows]
    found, last = [], ""
    for row in rows:
        year, name = phrases.short_period(row["period_key"])
        found.append(chart_text(name) if year == last else f"{chart_text(name)}<br>{chart_text(year)}")
        last = year
    return found


def lines(text: str) -> str:
    """Words in short lines: slanted names take the height of a small chart."""
    return "<br>".join(chart_text(line) for line in textwrap.wrap(text, _WIDTH))


def without_figure(position: int, row: Row, phrases: Phrases) -> Mapping[str, Any]:
    """Why a period has no figure, at its place."""
    mark = phrases.mark("target_status", row["status"]) or phrases.mark("figure_state", row["state"])
    text = f"{mark.sign} {mark.text}" if mark else ""
    at = {"x": position, "xref": "x", "y": 0, "yref": "paper", "yanchor": "bottom", "xanchor": "center"}
    return at | {"text": lines(text), "showarrow": False, "font": {"size": 12, "color": MUTED}}
