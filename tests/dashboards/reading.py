"""What pages and marts hold, found by name."""

from dashboards.blocks.layout import Tiles, figures, walk
from dashboards.blocks.table import Table
from dashboards.figures.spec import Figure
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.row import Row


def table(page: Page, table_id: str) -> Table:
    return next(found for found in page.tables if found.table_id == table_id)


def figure(page: Page, figure_id: str) -> Figure:
    return next(found for found in figures(page.sections) if found.figure_id == figure_id)


def tiles(page: Page) -> list[str]:
    """What the tiles say, in their order."""
    found = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Tiles)]
    return [tile.cell.text for block in found for tile in block.tiles]


def target_periods(book: Book, plan: str, number: str) -> list[Row]:
    """The periods of a target, in the order of the mart."""
    return [row for row in book.rows_of("plan_target_periods", "plan_key")[plan] if row["target_no"] == number]
