"""Where the latest result of a target comes from: one way to say it for every page that shows the result."""

from dashboards.blocks.table import Origin
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.targets.order import calling_order
from dashboards.row import Row


def judged(book: Book, plan_key: str, target_no: str, origins: Origins) -> Origin | None:
    """What led to the state of a target, those furthest behind first; its page shows all the cells."""
    number = book.counted_as(plan_key, target_no)
    page = book.target_page(plan_key, number)
    row = next((row for row in book.rows_of("plan_targets", "plan_key")[plan_key] if row["target_no"] == number), None)
    units = _units(book, plan_key, number, row["period_key"] if row else None)
    href = f"{page}#don-vi" if page and "#" not in page and units else page
    if row is None or row["actual"] is None:
        return origins.of("fct_target_status", plan_key, number, href=href)
    # Who has a figure, in the order of the table that holds them all.
    worst = [row["unit_name"] for row in sorted(units, key=calling_order) if row["gap"] is not None]
    figure = book.phrases.actual(row)
    return origins.of("fct_target_status", plan_key, number, href=href, figure=figure, first=worst)


def _units(book: Book, plan_key: str, number: str, period: str | None) -> list[Row]:
    """The units of a target in a period."""
    rows = book.rows_of("target_units", "plan_key")[plan_key]
    return [row for row in rows if row["target_no"] == number and row["period_key"] == period]
