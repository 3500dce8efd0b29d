"""Dossiers on the overview of an agency: what is late, whose figures they are, and the units they add up from."""

from dashboards.blocks.layout import Tiles
from dashboards.pages.book import Book
from dashboards.pages.overview import dossiers
from dashboards.pages.page import Page
from tests.dashboards.books import with_rows
from tests.dashboards.overview.conftest import AGENCY
from tests.dashboards.reading import table, tiles


def test_dossiers_are_told_with_what_is_open_and_late(book: Book, page: Page) -> None:
    row = next(row for row in book.marts.rows("dossiers") if row["scope"] == "agency" and row["is_latest"])
    assert tiles(page)[3] == str(int(row["open_overdue"]))


def test_dossiers_stand_unit_by_unit_under_the_tile_and_add_up_to_it(book: Book, page: Page) -> None:
    rows = [
        row for row in book.rows_of("dossiers", "agency_key")[AGENCY] if row["scope"] == "unit" and row["is_latest"]
    ]
    shown = table(page, "ho-so-don-vi")
    assert [line.cells[0].text for line in shown.lines] == [row["unit_name"] or row["scope_key"] for row in rows]
    assert [line.cells[5].value for line in shown.lines] == [row["open_overdue"] for row in rows]
    line = next(block for block in page.sections[0].blocks if isinstance(block, Tiles)).tiles[3].line
    assert "kể cả 3 hồ sơ quá hạn chưa xong" in line


def test_where_one_unit_alone_sends_its_dossiers_the_tile_names_it_and_does_not_say_that_everybody_has(
    book: Book,
) -> None:
    rows = book.rows_of("dossiers", "agency_key")[AGENCY]
    whole = next(row for row in rows if row["scope"] == "agency" and row["is_latest"])
    unit = next(row for row in rows if row["scope"] == "unit" and row["is_latest"])
    one = {**whole, "units_reported": 1, "units_awaited": 1}
    alone = with_rows(book, dossiers=[one, {**unit, "unit_name": "Chi cục B"}])
    assert dossiers.told(alone, one) == "chỉ tính Chi cục B, đơn vị duy nhất gửi bảng một cửa"
    silent = {**unit, "scope_key": "so-y-te-an-hoa/c", "state": "not_reported", "units_reported": 0}
    two = {**one, "units_awaited": 2}
    assert dossiers.told(with_rows(book, dossiers=[two, unit, silent]), two) == "1/2 đơn vị có số liệu ở bảng một cửa"
