"""Words at the end of lines, in place of a legend: each where its line ends, moved apart where two would meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboards.figures.spec import short

# Pixels from one label to the next, and the letters that fit the room beside a plot.
_STEP = 15
_LETTERS = 20


@dataclass(frozen=True, slots=True)
class EndLabel:
    """text: what the line is; x and value: its last point; is_main: set bold."""

    text: str
    x: Decimal | float | int
    value: Decimal
    colour: str
    is_main: bool = False


def annotations(labels: Sequence[EndLabel], span: tuple[Decimal, Decimal], height: int) -> list[Mapping[str, Any]]:
    """Labels as Plotly draws them; span: the ends of the value axis, height: its pixels."""
    low, high = span
    per_pixel = (high - low) / height
    found: list[Mapping[str, Any]] = []
    floor: Decimal | None = None
    for label in sorted(labels, key=lambda label: (label.value, label.text)):
        wanted = (label.value - low) / per_pixel
        place = wanted if floor is None else max(wanted, floor)
        floor = place + _STEP
        text = short(label.text, _LETTERS)
        found.append(
            {
                "x": label.x,
                "y": label.value,
                "xref": "x",
                "yref": "y",
                "xanchor": "left",
                "yanchor": "middle",
                "xshift": 8,
                "yshift": int(place - wanted),
                "text": f"<b>{text}</b>" if label.is_main else text,
                "showarrow": False,
                "font": {"size": 12, "color": label.colour},
            }
        )
    return found
