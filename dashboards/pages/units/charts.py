"""Targets that a unit is behind with, over the periods: results as they were judged, the level asked, their origins."""

from collections.abc import Iterator

from dashboards.figures.spec import Figure
from dashboards.figures.target_line import over_periods
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.units.standing import UnitStanding
from dashboards.queries.marts import grouped

# A chart says more than the table from this many figures on; more charts than these would bury the tables.
_PERIODS, _CHARTS = 3, 3


def behind(book: Book, standing: UnitStanding, origins: Origins) -> Iterator[Figure]:
    """Targets that are behind, with figures of three periods or more, as they were judged."""
    judged = grouped(book.rows_of("target_units", "unit_key")[standing.unit["unit_key"]], "plan_key", "target_no")
    known = {(row["plan_key"], row["target_no"]): row for row in book.marts.rows("plan_targets")}
    position = 0
    for key in dict.fromkeys((row["plan_key"], row["target_no"]) for row in standing.behind):
        target = {**known.get(key, {}), "previous_year_is_comparable": False}
        rows = [target_cells.judged(target, row) for row in judged.get(key, []) if row["state"] != "not_due"]
        told = [row for row in rows if row["actual"] is not None]
        if key not in known or len(told) < _PERIODS or position == _CHARTS:
            continue
        position += 1
        scope = ("unit", standing.unit["unit_key"])
        ids = [origins.of("fct_target_progress", *key, row["period_key"], *scope) for row in rows]
        caption = book.words.unit_page.chart_caption.format(
            period=told[-1]["period_name"], value=book.phrases.actual(told[-1]), asked=book.phrases.target(told[-1])
        )
        title = target["indicator_name"] or target["statement"]
        yield over_periods(f"chi-tieu-{position}", title, caption, rows, book.phrases, ids)
