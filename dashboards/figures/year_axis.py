"""Years across a chart of an index: the axis, the dotted lines where frameworks or provinces change, and the strip
below the scores in which years without a score are named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.figures.spec import chart_text
from dashboards.theme import template


@dataclass(frozen=True, slots=True)
class Break:
    """From which year on figures must not be held against those before, and the word for why."""

    year: int
    word: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A year without a score. word and symbol: of its kind; said: what a pointer reads; origin_id: its row."""

    year: int
    word: str
    symbol: str
    said: str
    origin_id: str | None = None


# Years whose names stand beside each other on a phone and on a wide screen.
_FEW, _MANY = 5, 9
# Part of the height below the scores for each kind of year without one.
_STRIP = 0.09


def year_axis(years: Sequence[int], *, is_narrow: bool = False) -> Mapping[str, Any]:
    """Whole years, with half a year of room at both ends; on a phone every fourth is named."""
    if not years:
        return {"tickformat": "d"}
    # Years without a figure take their room too.
    span = years[-1] - years[0] + 1
    step = (1 if span < _FEW else 4) if is_narrow else (1 if span < _MANY else 2)
    return {"tickformat": "d", "tickangle": 0, "range": [years[0] - 0.6, years[-1] + 0.6], "dtick": step}


def inside(breaks: Sequence[Break], years: Sequence[int]) -> list[Break]:
    """Breaks that a chart of these years draws."""
    return [mark for mark in breaks if years and years[0] < mark.year <= years[-1]]


def break_lines(breaks: Sequence[Break], years: Sequence[int]) -> list[Mapping[str, Any]]:
    """A dotted line before the first year of each."""
    line = {"color": template.MUTED, "width": 1, "dash": "dot"}
    place = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "line": line}
    return [{**place, "x0": mark.year - 0.5, "x1": mark.year - 0.5} for mark in inside(breaks, years)]


def break_words(breaks: Sequence[Break], years: Sequence[int]) -> list[Mapping[str, Any]]:
    """Upright along each dotted line, what begins there: side by side, the words of near breaks would overlap."""
    place = {"xref": "x", "y": 1, "yref": "paper", "xanchor": "left", "yanchor": "top", "textangle": -90}
    look = {"showarrow": False, "font": {"size": 11, "color": template.MUTED}}
    return [{**place, **look, "x": mark.year - 0.5, "text": mark.word} for mark in inside(breaks, years)]


def strip_part(gaps: Sequence[Gap]) -> float:
    """How much of the height the strip takes."""
    return _STRIP * len({gap.word for gap in gaps})


def gap_marks(gaps: Sequence[Gap]) -> list[Mapping[str, Any]]:
    """Years without a score as signs in a strip of their own: on the axis they would look like scores."""
    words = list(dict.fromkeys(gap.word for gap in gaps))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": chart_text(word),
            "x": [gap.year for gap in gaps if gap.word == word],
            "y": [row for gap in gaps if gap.word == word],
            "yaxis": "y2",
            "customdata": [[chart_text(gap.said), gap.origin_id] for gap in gaps if gap.word == word],
            "hovertemplate": "%{customdata[0]}<extra></extra>",
            "marker": {
                "symbol": next(gap.symbol for gap in gaps if gap.word == word),
                "size": 9,
                "color": template.MUTED,
                "line": {"width": 2, "color": template.MUTED},
            },
        }
        for row, word in enumerate(words)
    ]


def gap_strip(gaps: Sequence[Gap]) -> Mapping[str, Any]:
    """The strip's axis; the years stand below it, and each kind is named at its end."""
    words = list(dict.fromkeys(gap.word for gap in gaps))
    # Its one grid line, below its top so that Plotly draws it, parts it from the scores.
    lid = {"tickvals": [len(words) - 0.5], "showticklabels": False, "gridcolor": template.RULE}
    return {"domain": [0, strip_part(gaps)], "range": [-0.6, len(words) - 0.4], **lid}


def gap_words(gaps: Sequence[Gap], years: Sequence[int]) -> list[Mapping[str, Any]]:
    """The word of each kind of gap, right of the strip."""
    place = {"xref": "x", "x": years[-1] + 0.32, "yref": "y2", "xanchor": "left", "yanchor": "middle", "xshift": 8}
    look = {"showarrow": False, "font": {"size": 12, "color": template.MUTED}}
    words = dict.fromkeys(gap.word for gap in gaps)
    return [{**place, **look, "y": row, "text": chart_text(word)} for row, word in enumerate(words)]
