"""A figure as a page carries it: Plotly's own JSON form, with an id that never changes and a caption in words.

Figures are plain mappings in the shape of Plotly's schema (the tests validate each with plotly.graph_objects); the
template they share is stripped and stands once in assets/theme.js.
"""

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

# Inside a script block only these can end it or open a comment; as escapes they are the same JSON.
_SCRIPT_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Figure:
    """figure_id: letters, digits and dashes; title: HTML heading; caption: the conclusion; height: pixels; narrow: what
    of the layout is otherwise on a phone, and narrow_height its pixels there, where they are more."""

    figure_id: str
    title: str
    caption: str
    data: Sequence[Mapping[str, Any]]
    layout: Mapping[str, Any]
    height: int
    narrow: Mapping[str, Any] | None = None
    narrow_height: int = 0

    def json(self) -> Markup:
        """The figure for a script block of type application/json: nothing in it can close the block."""
        body = {"data": list(self.data), "layout": dict(self.layout), "narrow": self.narrow}
        return Markup(script_json(body))  # noqa: S704 - the unsafe characters are escaped in script_json


def script_json(value: Any) -> str:
    """Compact JSON with sorted keys, safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_coordinate)
    for char, escape in _SCRIPT_UNSAFE.items():
        text = text.replace(char, escape)
    return text


def _coordinate(value: Any) -> float:
    """A Decimal becomes a coordinate on paper; the figures that people read are formatted from the Decimal itself."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"a figure cannot hold {type(value).__name__}")


def chart_text(text: str) -> str:
    """Text for a chart: Plotly reads a few tags in text, and names come from files."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def short(text: str, width: int) -> str:
    """Text cut at a word to fit a chart; the whole of it stands in the table."""
    return chart_text(textwrap.shorten(text, width, placeholder="…"))


def on_lines(text: str, width: int, lines: int) -> str:
    """Text broken at its words; what does not fit so many lines is cut."""
    return "<br>".join(chart_text(line) for line in textwrap.wrap(text, width, max_lines=lines, placeholder="…"))


def bar_marker(colour: str, hatch: str) -> Mapping[str, Any]:
    """Fill of a bar: colour, and strokes over it that still tell bars apart in grey print."""
    pattern = {"shape": hatch, "fillmode": "overlay", "fgcolor": "rgba(255,255,255,0.4)", "size": 8, "solidity": 0.15}
    return {"color": colour, "line": {"color": "#ffffff", "width": 1}} | ({"pattern": pattern} if hatch else {})


def count_ticks(highest: int) -> int:
    """Step of an axis that counts things: whole numbers, at most about eight marks."""
    step = 1
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000):
        if highest <= 8 * step:
            return step
    return step


def share_range(values: Sequence[Decimal]) -> list[float]:
    """Ends of an axis of shares: never tighter than ten points, so that a small change does not look like a leap."""
    low, high = float(min(values)), float(max(values))
    room = max((high - low) * 0.15, (10 - (high - low)) / 2, 2.0)
    # Shares seldom leave 0 to 100; the axis does so only as far as the figures themselves.
    return [max(low - room, min(low, 0.0)), min(high + room, max(high, 100.0) + 2)]


def bar_label(text: str, position: int) -> Mapping[str, Any]:
    """A label above its bar, which leaves the bars the whole width of a phone."""
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": position,
        "yref": "y",
        "yanchor": "bottom",
        "yshift": 11,
        "text": text,
        "showarrow": False,
        "align": "left",
    }


def bar_axis(count: int) -> Mapping[str, Any]:
    """The hidden axis of rows whose labels stand above the bars; the first row is on top."""
    return {"visible": False, "range": [count - 0.55, -0.85]}


def bar_height(count: int) -> int:
    """Pixels for rows of 46 each, with room for axis and a legend of two lines."""
    return 46 * count + 130
