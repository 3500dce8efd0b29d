"""The origins of a page: what a figure of many units adds up is said wherever it leads to their cells."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.theme.words import words


def line(role: str, unit_name: str | None = None) -> dict[str, Any]:
    return {"role": role, "unit_name": unit_name}


def of(*lines: dict[str, Any], **said: Any) -> Any:
    origins = Origins({"fct_target_status/P/T1": list(lines)})
    assert origins.of("fct_target_status", "P", "T1", **said) is not None
    return origins.entries[0]


def test_a_figure_of_several_units_is_a_total_whatever_their_cells_did_to_it() -> None:
    entry = of(line("clause"), line("figure", "A"), line("figure_added", "A"), line("figure_carried", "B"))
    assert (entry.units, entry.is_total) == (2, True)
    assert not of(line("figure", "A"), line("figure_subtracted", "A")).is_total
    assert not of(line("clause"), line("missing", "A"), line("missing", "B")).is_total


def test_units_asked_for_first_stand_first() -> None:
    entry = of(line("clause"), line("figure", "A"), line("figure", "B"), first=["B"])
    assert [part["unit_name"] for part in entry.lines] == [None, "B", "A"]
    assert entry.is_ordered


def test_a_total_shows_figures_before_what_its_units_owed_and_what_is_missing() -> None:
    owed = [line("obligation", name) for name in "ABCDEFGH"]
    entry = of(line("clause"), *owed, line("figure", "A"), line("figure_carried", "B"), line("missing", "C"))
    assert [part["role"] for part in entry.lines] == ["clause", "figure", "figure_carried", *["obligation"] * 3]
    assert entry.more == 6


@pytest.mark.parametrize("said", [{}, {"shown": 2}, {"href": "chi-tieu.html"}, {"href": "chi-tieu.html", "shown": 2}])
def test_a_total_shows_a_figure_however_much_stands_before_it(said: dict[str, Any]) -> None:
    corrected = [line("clause"), *[line("correction")] * 9]
    entry = of(*corrected, line("held_back", "A"), line("figure", "B"), line("figure", "C"), **said)
    assert entry.is_total
    assert "figure" in {part["role"] for part in entry.lines}
    assert len(entry.lines) + entry.more == 13


def test_what_was_corrected_stands_whole_where_no_figure_follows() -> None:
    entry = of(line("clause"), *[line("correction")] * 4, line("missing", "A"))
    assert [part["role"] for part in entry.lines] == ["clause", *["correction"] * 4, "missing"]


def test_a_row_that_is_asked_for_alone_is_no_part_of_the_page() -> None:
    origins = Origins({"fct_task_status/P/1": [line("clause")]})
    assert origins.has_row("fct_task_status", "P", "1")
    assert not origins.has_row("fct_task_status", "P", "2")
    assert origins.entries == []


def test_every_page_says_what_a_total_is_made_of_and_shows_a_figure_of_it(book: Book, site: Path) -> None:
    told: set[str] = set()
    lead_of_all = words().origin.total_unnamed.removeprefix("T").partition("{")[0]
    for page in sorted(site.rglob("*.html")):
        for entry in html.parse(str(page)).getroot().iterfind(".//div[@class='origin']"):
            lines = book.rows_of("origins", "row_id")[entry.get("data-row")]
            figures = [part for part in lines if part["role"].startswith("figure")]
            units = {part["unit_name"] for part in figures}
            lead = entry[0].text_content() if entry[0].tag == "p" else ""
            assert (lead_of_all in lead) == (len(units) > 1), (page, entry.get("data-row"))
            if len(units) > 1:
                told.add(page.name)
                shown = {str(role.text) for role in entry.iterfind(".//li/b")}
                assert shown & {part["role_name"] for part in figures}, (page, entry.get("data-row"))
    assert {"index.html", "chi-tieu.html", "ke-hoach-an_hoa_2026.html"} <= told
