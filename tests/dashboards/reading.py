"""What a page holds, found by its ID."""

from dashboards.blocks.layout import figures
from dashboards.blocks.table import Table
from dashboards.figures.spec import Figure
from dashboards.pages.page import Page


def table(page: Page, table_id: str) -> Table:
    return next(found for found in page.tables if found.table_id == table_id)


def figure(page: Page, figure_id: str) -> Figure:
    return next(found for found in figures(page.sections) if found.figure_id == figure_id)
