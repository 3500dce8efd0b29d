"""The overview of all counts what those of the agencies count."""

from dataclasses import replace

import pytest

from dashboards.blocks.layout import Tiles
from dashboards.pages.book import Book
from dashboards.pages.overview import all_agencies
from dashboards.pages.overview import tiles as overview_tiles
from dashboards.pages.page import Page
from dashboards.pages.standing import standings
from dashboards.theme.formats import DASH
from tests.dashboards.reading import table, tiles


def test_every_tile_of_all_leads_to_a_list_that_is_there(every: dict[str, Page]) -> None:
    anchors = {
        f"{path}#{section.anchor}" for path, page in every.items() for section in page.sections if section.blocks
    }
    found = next(block for block in every["index.html"].sections[0].blocks if isinstance(block, Tiles)).tiles
    assert [tile.cell.href for tile in found if tile.cell.text != DASH and tile.cell.href not in anchors] == []


def test_what_is_over_stands_among_all_agencies_in_plain_words(book: Book) -> None:
    known = standings(book)
    now = all_agencies.agencies(book, known).lines
    past = all_agencies.agencies(book, [replace(one, is_past=True) for one in known]).lines
    assert any(cell.tally for line in now for cell in line.cells)
    assert not any(cell.tally for line in past for cell in line.cells)


def test_the_overview_of_all_counts_what_the_agencies_count(book: Book, every: dict[str, Page]) -> None:
    own = [tiles(every[book.agency_pages[key]]) for key in book.agency_names]
    for position, total in enumerate(tiles(every["index.html"])):
        counts = [int(shown[position]) for shown in own if shown[position] != DASH]
        assert total == str(sum(counts))
    ordered = sorted(standings(book), key=lambda one: one.is_past)
    shown = table(every["index.html"], "co-quan").lines
    assert [line.cells[0].text for line in shown] == [one.agency["agency_name"] for one in ordered]
    assert [bool(line.cells[0].lines) for line in shown] == [one.is_past or one.is_year_past for one in ordered]


@pytest.mark.parametrize(("notes", "said"), [(4, "chỉ có 4 lưu ý"), (0, "không có")])
def test_an_agency_of_which_nothing_but_notes_was_found_is_not_said_to_have_none(
    book: Book, notes: int, said: str
) -> None:
    counts = {"findings_error": 0, "findings_warning": 0, "findings_info": notes}
    known = [replace(one, agency={**one.agency, **counts}) for one in standings(book)]
    assert {line.cells[-1].text for line in all_agencies.agencies(book, known).lines} == {said}


def test_the_tile_of_targets_names_how_many_agencies_it_adds_up(book: Book) -> None:
    known = standings(book)
    figured = [one for one in known if one.judged_now]
    tile = overview_tiles.of_all(book, known).tiles[0]
    assert figured
    assert (
        tile.line
        == f"trong {sum(len(one.judged_now) for one in figured)} chỉ tiêu đã đánh giá của {len(figured)} cơ quan"
    )


def test_the_worst_items_of_all_stand_in_the_order_of_attention(book: Book, every: dict[str, Page]) -> None:
    ranked = [row["title"] for row in book.marts.rows("attention") if row["kind"] in ("task", "target")]
    shown = [line.cells[0].text for line in table(every["index.html"], "viec-nang-nhat").lines]
    found = [ranked.index(title) for title in shown if title in ranked]
    assert len(found) >= 2
    assert found == sorted(found)
