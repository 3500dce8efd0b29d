"""Which agencies the overview of all counts: conclusion, tiles and the list of the worst say the same of each."""

from collections.abc import Mapping
from datetime import date

import pytest

from dashboards.blocks.layout import Text, Tile, Tiles, walk
from dashboards.pages.book import Book
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.standing import standings
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY = "so-y-te-an-hoa"


def shown(book: Book) -> Mapping[str, Page]:
    return {page.path: page for page in overview.pages(book)}


def tiles(page: Page) -> list[Tile]:
    found = (block for section in page.sections for block in walk(section.blocks))
    return [tile for block in found if isinstance(block, Tiles) for tile in block.tiles]


def lead(page: Page) -> str:
    block = page.sections[0].blocks[0]
    assert isinstance(block, Text)
    return block.text


def listed(book: Book, page: Page) -> set[str]:
    """Kinds of the items that the list of the worst names of the agency."""
    titles = {row["title"]: row["kind"] for row in book.marts.rows("attention") if row["agency_key"] == AGENCY}
    tables = [found for found in page.tables if found.table_id == "viec-nang-nhat"]
    texts = [line.cells[0].text for found in tables for line in found.lines]
    return {kind for title, kind in titles.items() if any(title in text for text in texts)}


@pytest.fixture(scope="module")
def unheard(book: Book) -> Book:
    """The agency's plan for many years is open; nobody has told a figure for three years."""
    rows = [
        {**row, "window_to": date(book.first_year - 2, 12, 14)} if row["window_to"] else row
        for row in book.marts.rows("plan_targets")
    ]
    return with_rows(book, plan_targets=rows)


@pytest.fixture(scope="module")
def over(unheard: Book) -> Book:
    """The same, and its plans are all over."""
    ended = {
        "period_end": unheard.first_year - 1,
        "period_start": unheard.first_year - 4,
        "is_open_ended": False,
        "is_asked": False,
    }
    plans: list[Row] = [{**row, **ended} if row["agency_key"] == AGENCY else row for row in unheard.plans]
    return with_rows(unheard, plans=plans, plan_tasks=tasks_asked(unheard, set()))


def tasks_asked(book: Book, numbers: set[str]) -> list[Row]:
    """Of the tasks of the agency those of these numbers are asked for, and no others."""
    return [
        {**row, "is_asked": row["task_no"] in numbers} if row["agency_key"] == AGENCY else row
        for row in book.marts.rows("plan_tasks")
    ]


def test_an_open_plan_of_which_nothing_is_heard_goes_on_asking_for_its_tasks_and_reports(
    book: Book, unheard: Book
) -> None:
    before, after = shown(book)["index.html"], shown(unheard)["index.html"]
    assert [tile.cell.text for tile in tiles(after)[1:]] == [tile.cell.text for tile in tiles(before)[1:]]
    assert listed(unheard, after) >= {"task", "report"}
    counts = [formats.number(len(unheard.agencies))] * 2
    assert lead(after).startswith("{}/{} cơ quan có kế hoạch đang thực hiện".format(*counts))
    own = tiles(shown(unheard)[f"{AGENCY}/index.html"])
    assert [tile.tone for tile in own[1:3]] == ["bad", "bad"]


def test_what_was_missed_years_ago_is_dated_and_not_added(book: Book, unheard: Book) -> None:
    known = next(one for one in standings(unheard) if one.agency["agency_key"] == AGENCY)
    assert known.in_danger
    pages = shown(unheard)
    whole, own = pages["index.html"], pages[f"{AGENCY}/index.html"]
    assert tiles(whole)[0].cell.text == formats.DASH
    assert "target" in listed(book, shown(book)["index.html"])
    assert "target" not in listed(unheard, whole)
    assert tiles(own)[0].cell.text == formats.number(len(known.in_danger))
    assert tiles(own)[0].tone == ""
    assert lead(own).startswith(words().overview.past_figures.format(year=known.year))
    line = next(line for line in table(whole, "co-quan").lines if line.cells[0].text == unheard.agency_names[AGENCY])
    assert list(line.cells[0].lines) == [words().overview.past_figures_uncounted.format(year=known.year)]
    assert not line.cells[1].tally
    assert line.cells[2].tally


def test_an_agency_of_which_one_task_is_still_asked_is_counted_though_its_plans_are_over(over: Book) -> None:
    late = next(
        row for row in over.marts.rows("plan_tasks") if row["agency_key"] == AGENCY and row["status"] in TASK_LATE
    )
    known = with_rows(over, plan_tasks=tasks_asked(over, {late["task_no"]}))
    assert not next(one for one in standings(known) if one.agency["agency_key"] == AGENCY).is_past
    every = str(sum(agency["tasks_past_due_open"] for agency in known.agencies))
    assert tiles(shown(known)["index.html"])[2].cell.text == every
    assert tiles(shown(over)["index.html"])[2].cell.text != every


def test_an_agency_whose_plans_are_over_is_in_no_sum_and_no_list(unheard: Book, over: Book) -> None:
    known = {one.agency["agency_key"]: one for one in standings(over)}
    assert known[AGENCY].is_past
    assert known[AGENCY].silent
    page = shown(over)["index.html"]
    assert listed(over, page) == set()
    others = [one for key, one in known.items() if key != AGENCY]
    asked = [one.silent_now for one in others if one.period]
    assert tiles(page)[1].cell.text == (formats.number(sum(asked)) if asked else formats.DASH)
    assert tiles(page)[1].cell.text != tiles(shown(unheard)["index.html"])[1].cell.text
    assert tiles(page)[2].cell.text == str(sum(one.agency["tasks_past_due_open"] for one in others))
