"""The look of every chart: one Plotly template, one configuration, the colours of the provinces.

They are written once to assets/theme.js; a figure carries only what is its own.
"""

from collections.abc import Mapping
from typing import Any

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
INK = "#1c2833"
MUTED = "#5b6570"
RULE = "#d9dfe5"
ACCENT = "#0b4f71"
PAPER = "#ffffff"
BAND_WIDE = "rgba(91,101,112,0.10)"
BAND_NARROW = "rgba(91,101,112,0.20)"

# Okabe and Ito's colours, darkened where 3:1 against white was missed; each series also has its own sign.
SERIES_COLOURS = ("#0072b2", "#c44e00", "#007a5a", "#a6417e", "#6a51a3", "#8a6d00", "#1c2833", "#2b8cbe")
SERIES_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "star", "hexagon")

_AXIS: Mapping[str, Any] = {
    # Measured by Plotly, the room for an axis's words costs a second drawing of every chart.
    "automargin": False,
    "gridcolor": RULE,
    "linecolor": "#939ca6",
    "zeroline": False,
    "ticks": "",
    "fixedrange": True,
    "title": {"font": {"size": 13, "color": MUTED}, "standoff": 8},
}

TEMPLATE: Mapping[str, Any] = {
    "layout": {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "colorway": list(SERIES_COLOURS),
        "separators": ",.",
        "margin": {"l": 56, "r": 16, "t": 34, "b": 40},
        "xaxis": _AXIS,
        "yaxis": _AXIS,
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": MUTED, "font": {"color": INK, "size": 13}},
        # Above the plot: beside it, a legend of long names leaves a phone no plot.
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "font": {"size": 12}},
        "dragmode": False,
    }
}


def configuration(words: Mapping[str, str]) -> Mapping[str, Any]:
    """Plotly's configuration: Vietnamese, quiet, nothing that leaves the machine."""
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "responsive": True,
        "scrollZoom": False,
        # No buttons over a chart: none to tab through inside a picture, none that a later bundle adds by itself.
        "displayModeBar": False,
        "locale": "vi",
        "locales": {"vi": {"dictionary": dict(words), "format": {"decimal": ",", "thousands": "."}}},
    }


def contrast(first: str, second: str) -> float:
    """Contrast of two colours (#rrggbb) as WCAG 2 defines it: 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """Ink or paper, whichever is read better on a colour."""
    return max((INK, PAPER), key=lambda text: contrast(text, colour))


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
