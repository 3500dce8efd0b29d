"""The rank of a province over the years, the first on top, and how many were ranked."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.figures.index_series import OriginOf, lines
from dashboards.figures.spec import Figure
from dashboards.figures.year_axis import Break, break_lines, year_axis
from dashboards.row import Row
from dashboards.theme import template
from dashboards.theme.formats import number
from dashboards.theme.phrases import Phrases


def ranks(
    figure_id: str,
    title: str,
    caption: str,
    rows: Sequence[Row],
    breaks: Sequence[Break],
    phrases: Phrases,
    origin_of: OriginOf,
) -> Figure | None:
    """Ranks of the whole index; None where fewer than two years are ranked: one rank is said in the table."""
    ranked = [row for row in rows if row["rank"] is not None]
    if len(ranked) < 2:
        return None
    years = sorted({row["year"] for row in ranked})
    # Where every rank was computed the caption says so once: a star at each would not fit a phone.
    computed = {row["year"] for row in ranked if row["is_rank_computed"]} if _is_mixed(ranked) else set()
    lowest = max(row["rank_of"] or row["rank"] for row in ranked)
    data: list[Mapping[str, Any]] = [_last_places(ranked, phrases)]
    for trace in lines(ranked[-1]["territory"], ranked, "rank", phrases, origin_of, template.ACCENT, 2):
        points = zip(trace["x"], trace["y"], strict=True)
        text = ["" if rank is None else _label(rank, phrases, is_starred=year in computed) for year, rank in points]
        data.append({**trace, "mode": "lines+markers+text", "text": text, "textposition": "top center"})
    layout = {
        "margin": {"l": 38, "t": 12, "b": 32},
        "xaxis": year_axis(years),
        "yaxis": {"range": [lowest + 3, -6], "tickvals": [1, *range(20, lowest + 1, 20)]},
        "showlegend": False,
        "hovermode": "closest",
        "shapes": break_lines(breaks, years),
    }
    return Figure(figure_id, title, caption, data, layout, 260, {"xaxis": year_axis(years, is_narrow=True)})


def _is_mixed(rows: Sequence[Row]) -> bool:
    return len({row["is_rank_computed"] for row in rows}) > 1


def _label(rank: int, phrases: Phrases, *, is_starred: bool) -> str:
    return phrases.words.index.rank_starred.format(rank=number(rank)) if is_starred else number(rank)


def _last_places(rows: Sequence[Row], phrases: Phrases) -> Mapping[str, Any]:
    """A short stroke at the last place of each year."""
    known = [row for row in rows if row["rank_of"] is not None]
    pattern = phrases.words.index.last_place
    return {
        "type": "scatter",
        "mode": "markers",
        "name": phrases.words.index.provinces_ranked,
        "x": [row["year"] for row in known],
        "y": [row["rank_of"] for row in known],
        "customdata": [[pattern.format(year=row["year"], of=number(row["rank_of"])), None] for row in known],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "marker": {"symbol": "line-ew", "size": 14, "line": {"width": 2, "color": template.MUTED}},
    }
