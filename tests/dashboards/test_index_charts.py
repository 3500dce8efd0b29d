"""The charts of the three indices: nothing joined over a break or a merger, the spread as the marts say it, what is not
published as a sign with a word."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboards.blocks import layout
from dashboards.blocks.layout import walk
from dashboards.figures.end_labels import EndLabel, annotations
from dashboards.figures.index_ranks import ranks
from dashboards.figures.index_series import course
from dashboards.figures.spec import Figure
from dashboards.figures.spread import bands
from dashboards.figures.year_axis import Break, year_axis
from dashboards.pages.book import Book
from dashboards.pages.indices import page as index
from dashboards.pages.indices import sentences
from dashboards.pages.indices.provinces import related_scores
from dashboards.pages.indices.subject import Subject
from dashboards.pages.page import Page
from dashboards.row import Row
from dashboards.theme.words import words
from tests.dashboards.invented.indices import FORMER, MERGED, MERGER
from tests.dashboards.reading import figure, table

AN_HOA = "so-y-te-an-hoa"


def page_of(book: Book, path: str) -> Page:
    return next(page for page in index.pages(book) if page.path == path)


def trace(shown: Figure, name: str) -> Mapping[str, Any]:
    return next(item for item in shown.data if item["name"] == name)


def runs(item: Mapping[str, Any]) -> list[list[int]]:
    """Years that a line joins: it breaks where a point is missing."""
    assert item["connectgaps"] is False
    found: list[list[int]] = [[]]
    for year, value in zip(item["x"], item["y"], strict=True):
        if value is None:
            found.append([])
        else:
            found[-1].append(year)
    return [run for run in found if run]


def rows(book: Book, **wanted: Any) -> list[Row]:
    everything = book.marts.rows("index_scores")
    return [row for row in everything if all(row[name] == value for name, value in wanted.items())]


def test_a_line_joins_years_of_one_series_alone(book: Book, papi: Page) -> None:
    series = {row["year"]: row["series_key"] for row in rows(book, territory=MERGED, component_code="TOTAL")}
    joined = runs(trace(figure(papi, "diem-chung"), MERGED))
    assert joined == [[2018, 2019, 2020, 2021], [2022], [2024], [2025]]
    assert all(len({series[year] for year in run}) == 1 for run in joined)
    assert series[2024] != series[2025]


def test_a_former_province_is_a_thin_line_of_its_own_up_to_the_merger(papi: Page) -> None:
    shown = figure(papi, "diem-chung")
    former, own = trace(shown, FORMER), trace(shown, MERGED)
    assert max(year for year in former["x"] if year) < MERGER.year
    assert former["line"]["width"] < own["line"]["width"]
    assert former["line"]["color"] != own["line"]["color"]
    said = " ".join(block.text for block in walk(papi.sections[1].blocks) if isinstance(block, layout.Text))
    assert f"Từ ngày 01/07/2025, {FORMER} hợp nhất vào {MERGED}." in said
    assert f"{MERGER.year - 0.5}" in {str(shape["x0"]) for shape in shown.layout["shapes"]}


def test_a_merger_is_told_of_those_that_went_into_it_and_not_of_what_became_of_it_later(of_an_hoa: Subject) -> None:
    first = {
        "relation": "successor",
        "other_province_key": "z/new",
        "other_province_name": "Z",
        "succession_date": MERGER,
        "is_same_territory": False,
        "steps": 1,
        "source_url": None,
    }
    # The new province gets another key, and no other territory.
    later = {**first, "other_province_key": "z/city", "succession_date": date(2026, 4, 30), "steps": 2}
    told = sentences.merger(replace(of_an_hoa, relations=[first, later]))
    assert told == sentences.merger(replace(of_an_hoa, relations=[first]))
    assert told[0] == words().index.merged_into.format(
        day=f"{MERGER:%d/%m/%Y}", together=of_an_hoa.territory, territory=of_an_hoa.territory, others="Z"
    )


def test_what_a_province_became_and_what_was_merged_with_it_are_drawn_by_name() -> None:
    related = [
        {"relation": relation, "other_province_key": key, "other_province_name": name}
        for relation, key, name in (("successor", "z/new", "Z"), ("sibling", "z/old", "Z"), ("sibling", "y", "Y"))
    ]
    keys = {"agency_key": "a", "succession_date": MERGER, "is_same_name": False, "steps": 1}
    base = {"index_code": "PAPI", "component_code": "TOTAL", "series_key": "s"}
    held = [
        {**base, "province_key": key, "year": year}
        for key, year in (("z/new", 2025), ("z/old", 2024), ("y", 2024), ("x", 2024))
    ]
    held.append({**held[1], "component_code": "D1", "year": 2023})
    marts = {"index_scores": {"PAPI": held}, "province_relations": {"a": [{**keys, **row} for row in related]}}
    shown = cast(Book, SimpleNamespace(rows_of=lambda name, _: marts[name]))
    drawn = related_scores(shown, "a", "PAPI", "TOTAL")
    assert {name: [row["year"] for row in rows] for name, rows in drawn.items()} == {"Z": [2024, 2025], "Y": [2024]}


def test_a_year_with_a_rank_alone_is_told_apart_from_one_that_was_not_published(book: Book) -> None:
    page = page_of(book, "so-y-te-dong-lam/par-index.html")
    line = table(page, "cac-nam").lines[0]
    assert line.cells[1].lines == [words().index.no_score]
    assert line.cells[1].mark is None
    assert line.cells[2].value == 4
    verdict = page.sections[0].blocks[-1]
    assert isinstance(verdict, layout.Text)
    assert "Năm 2024 nguồn chỉ nêu thứ hạng" in verdict.text


def test_bands_of_two_frameworks_do_not_touch(book: Book) -> None:
    statistics = [row for row in book.marts.rows("index_statistics") if row["index_code"] == "PAPI"]
    for band in bands(statistics):
        gap = band["x"].index(None)
        assert max(band["x"][:gap]) < 2021.5 < min(band["x"][gap + 1 :])


@pytest.mark.parametrize(("flags", "labels"), [((True, False), ["1\u00a0*", "2"]), ((True, True), ["1", "2"])])
def test_a_computed_rank_is_starred_in_the_chart_where_others_were_published(
    of_an_hoa: Subject, flags: tuple[bool, ...], labels: list[str]
) -> None:
    row = of_an_hoa.of("TOTAL")[0]
    ranked = [
        {**row, "year": 2020 + rank, "rank": rank, "rank_of": 63, "is_rank_computed": is_computed}
        for rank, is_computed in enumerate(flags, start=1)
    ]
    shown = ranks("ranks", "", "", ranked, [], of_an_hoa.book.phrases, lambda row: None)
    assert shown is not None
    assert [item["text"] for item in shown.data if "text" in item] == [labels]


@pytest.mark.parametrize(
    ("years", "wide", "narrow"),
    [([2021, 2022, 2023, 2024], 1, 1), ([2020, 2024], 1, 4), ([2012, 2013, 2022, 2023], 2, 4)],
)
def test_years_without_a_figure_take_room_on_the_axis_so_that_no_names_overlap(
    years: list[int], wide: int, narrow: int
) -> None:
    assert year_axis(years)["dtick"] == wide
    assert year_axis(years, is_narrow=True)["dtick"] == narrow


def test_only_what_is_drawn_is_explained(of_an_hoa: Subject) -> None:
    spread = of_an_hoa.spread("TOTAL", None)
    said = words().index
    assert said.read_half in sentences.how_to_read(of_an_hoa, spread, of_an_hoa.breaks, [2020, 2025])
    assert said.read_break in sentences.how_to_read(of_an_hoa, [], of_an_hoa.breaks, [2020, 2025])
    ends = [row for row in spread if row["statistic"] in ("min", "max")]
    assert sentences.how_to_read(of_an_hoa, ends, of_an_hoa.breaks, [2020]) == said.read_wide


def test_a_component_with_one_year_stands_in_a_table_and_not_in_a_chart(book: Book) -> None:
    page = page_of(book, f"{AN_HOA}/par-index.html")
    assert [item.figure_id for item in layout.figures(page.sections)] == ["diem-chung"]
    assert [line.cells[1].value for line in table(page, "thanh-phan").lines] == [Decimal("9.5")]


def test_points_of_a_maximum_and_percent_of_it_are_never_joined(book: Book) -> None:
    mixed = [
        {**row, "unit": "percent" if row["year"] > 2023 else "points"}
        for row in rows(book, component_code="D1", index_code="PAPI")
        if row["year"] < MERGER.year
    ]
    shown = course("mixed", "", "", mixed, {}, [], [], book.phrases, lambda row: None)
    assert runs(trace(shown, MERGED)) == [[2018, 2019, 2020, 2021], [2022, 2023], [2024]]


def test_a_chart_without_a_gap_keeps_its_whole_height(book: Book) -> None:
    full = rows(book, component_code="D1", index_code="PAPI")
    shown = course("full", "", "", full, {}, [], [Break(2022, "khung 2022")], book.phrases, lambda row: None)
    assert "yaxis2" not in shown.layout
    assert "domain" not in shown.layout["yaxis"]


def test_labels_at_the_ends_of_lines_never_stand_on_each_other() -> None:
    labels = [EndLabel(name, 2024, value, "#000000") for name, value in (("a", Decimal(5)), ("b", Decimal("5.01")))]
    placed = annotations([*labels, EndLabel("c", 2024, Decimal(9), "#000000")], (Decimal(0), Decimal(10)), 100)
    heights = [item["y"] * 10 + item["yshift"] for item in placed]
    assert all(later - earlier >= 14 for earlier, later in pairwise(heights))
    assert [item["yshift"] for item in placed] == [0, 14, 0]
