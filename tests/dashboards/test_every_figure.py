"""Every measured figure that a page of the shipped night shows leads somewhere. Counts of rows are told beside the rows
that they count."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from dashboards import site
from dashboards.blocks.layout import Block, Facts, Folds, Sheet, Tiles, walk
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.queries.marts import read
from dashboards.theme.words import words
from orchestration.resources import Workspace

# The points that a framework can give: the decision that set them stands in the same row.
BESIDE = {"khung"}


def cells(block: Block) -> Iterator[Cell]:
    """What the reader of a block sees as figures."""
    if isinstance(block, Sheet | Folds) and block.table.table_id not in BESIDE:
        yield from (cell for line in block.table.lines for cell in line.cells)
    elif isinstance(block, Tiles):
        yield from (tile.cell for tile in block.tiles)
    elif isinstance(block, Facts):
        yield from (cell for _, cell in block.facts)


def test_every_measured_figure_leads_to_its_origin_or_to_where_its_parts_stand(sample_night: Workspace) -> None:
    book = Book(read(sample_night.current / "warehouse.duckdb"), words())
    led: Counter[bool] = Counter()
    lost = []
    for page in (page for section in site._SECTIONS for page in section(book)):
        blocks = [block for part in page.sections for block in walk(part.blocks)]
        for cell in (cell for block in blocks for cell in cells(block) if isinstance(cell.value, Decimal)):
            leads = cell.origin is not None or cell.href is not None
            led[leads] += 1
            lost += [] if leads else [(page.path, cell.text)]
    assert lost[:20] == []
    assert led[True] > 1000
