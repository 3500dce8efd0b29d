"""Every figure that a page of the shipped night shows leads somewhere."""

from collections import Counter
from decimal import Decimal

from dashboards import site
from dashboards.blocks.layout import Folds, Sheet, walk
from dashboards.pages.book import Book
from dashboards.queries.marts import read
from dashboards.theme.words import words
from orchestration.resources import Workspace

# Beside the points a framework can give stands the decision that set it; a rate of tasks counts those of the same page.
BESIDE = {"khung", "theo-chu-tri"}


def test_every_figure_in_a_table_leads_to_its_origin(sample_night: Workspace) -> None:
    book = Book(read(sample_night.current / "warehouse.duckdb"), words())
    led: Counter[bool] = Counter()
    for section in site._SECTIONS:
        for page in section(book):
            blocks = [block for part in page.sections for block in walk(part.blocks)]
            shown = [block.table for block in blocks if isinstance(block, Sheet | Folds)]
            for table in shown:
                for column, cell in (
                    (c, d) for line in table.lines for c, d in zip(table.columns, line.cells, strict=True)
                ):
                    if isinstance(cell.value, Decimal) and table.table_id not in BESIDE:
                        leads = cell.origin is not None or cell.href is not None
                        led[leads] += 1
                        assert leads, (page.path, table.table_id, column.title, cell.text)
    assert led[True] > 1000
