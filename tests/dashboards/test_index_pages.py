"""The pages of the three indices: nothing joined over a break or a merger, the spread as the marts say it, what is not
published as a sign with a word, and beside each component exactly what the agency's plans hold."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboards.blocks import layout
from dashboards.blocks.layout import Attached, Block, Fold, Pair, Section, walk
from dashboards.figures.end_labels import EndLabel, annotations
from dashboards.figures.index_ranks import ranks
from dashboards.figures.index_series import course
from dashboards.figures.spec import Figure
from dashboards.figures.spread import bands
from dashboards.figures.year_axis import Break
from dashboards.pages.book import Book
from dashboards.pages.indices import all_provinces as indices
from dashboards.pages.indices import glance, sentences, tables, work
from dashboards.pages.indices import page as index
from dashboards.pages.indices.provinces import INDICES, related_scores
from dashboards.pages.indices.subject import Subject, subject
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.row import Row
from dashboards.theme.words import words
from tests.dashboards.invented.indices import FORMER, MERGED, MERGER
from tests.dashboards.invented.yardsticks import WORK_YEAR

AN_HOA = "so-y-te-an-hoa"


def page_of(book: Book, path: str) -> Page:
    return next(page for page in index.pages(book) if page.path == path)


@pytest.fixture(scope="module")
def papi(book: Book) -> Page:
    return page_of(book, f"{AN_HOA}/papi.html")


def figure(page: Page, figure_id: str) -> Figure:
    return next(item for item in layout.figures(page.sections) if item.figure_id == figure_id)


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


def test_an_agency_whose_province_has_no_row_of_an_index_has_no_page_of_it(book: Book) -> None:
    built = {page.path for page in index.pages(book)}
    cells = [row for row in book.marts.rows("yardsticks") if row["index_score_key"]]
    folders = {(book.agency_folder[row["agency_key"]], row["index_code"].lower().replace("_", "-")) for row in cells}
    assert built == {f"{folder}/{name}.html" for folder, name in folders}
    assert not any("sipas" in path for path in built)


def test_a_page_begins_with_whose_index_it_is(papi: Page) -> None:
    assert papi.title == "PAPI của tỉnh An Hòa"
    first = papi.sections[0].blocks[0]
    assert isinstance(first, layout.Text)
    said = "Chỉ số này nói về cả tỉnh An Hòa, không phải kết quả của Sở Y tế tỉnh An Hòa hay của một đơn vị nào."
    assert first.text.startswith(said)


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


def test_a_province_it_became_is_drawn_before_the_merger_too() -> None:
    keys = {"agency_key": "a", "succession_date": MERGER, "is_same_name": False, "steps": 1}
    successor = {**keys, "relation": "successor", "other_province_key": "z/new", "other_province_name": "Z"}
    base = {"index_code": "PAPI", "component_code": "TOTAL", "territory": "Z", "series_key": "s"}
    held = [{**base, "province_key": key, "year": year} for key, year in (("z/new", 2025), ("z/old", 2024))]
    for relation, years in (("successor", [2024, 2025]), ("predecessor", [2025])):
        marts = {"index_scores": {"PAPI": held}, "province_relations": {"a": [{**successor, "relation": relation}]}}
        shown = cast(Book, SimpleNamespace(rows_of=lambda name, _, marts=marts: marts[name]))
        assert [row["year"] for row in related_scores(shown, "a", "PAPI", "TOTAL")["Z"]] == years


def test_a_year_that_was_not_published_is_a_sign_with_a_word_outside_the_axis_of_scores(papi: Page) -> None:
    shown = figure(papi, "diem-chung")
    mark = trace(shown, words().index.not_published)
    assert mark["x"] == [2023]
    assert mark["customdata"][0][0] == "An Hòa, 2023: chưa công bố"
    assert mark["yaxis"] == "y2"
    assert shown.layout["yaxis2"]["domain"][1] <= shown.layout["yaxis"]["domain"][0]
    assert words().index.not_published in [item["text"] for item in shown.layout["annotations"]]
    row = next(line for line in table(papi, "cac-nam").lines if line.cells[0].value == 2023)
    assert row.cells[1].mark is not None
    assert row.cells[1].mark.text == words().figure_state.not_published


def test_a_year_with_a_rank_alone_is_told_apart_from_one_that_was_not_published(book: Book) -> None:
    page = page_of(book, "so-y-te-dong-lam/par-index.html")
    line = table(page, "cac-nam").lines[0]
    assert line.cells[1].lines == [words().index.no_score]
    assert line.cells[1].mark is None
    assert line.cells[2].value == 4
    verdict = page.sections[0].blocks[-1]
    assert isinstance(verdict, layout.Text)
    assert "Năm 2024 nguồn chỉ nêu thứ hạng" in verdict.text


def test_the_middle_and_the_best_are_those_of_the_marts(book: Book, papi: Page) -> None:
    shown = figure(papi, "diem-chung")
    for name in ("median", "max"):
        known = {
            row["year"]: row["value"]
            for row in book.marts.rows("index_statistics")
            if row["statistic"] == name and row["component_code"] == "TOTAL" and row["index_code"] == "PAPI"
        }
        drawn = trace(shown, name)
        assert {year: value for year, value in zip(drawn["x"], drawn["y"], strict=True) if year} == known
        column = 4 if name == "median" else 5
        assert {line.cells[0].value: line.cells[column].value for line in table(papi, "cac-nam").lines} == known


def test_bands_of_two_frameworks_do_not_touch(book: Book) -> None:
    statistics = [row for row in book.marts.rows("index_statistics") if row["index_code"] == "PAPI"]
    for band in bands(statistics):
        gap = band["x"].index(None)
        assert max(band["x"][:gap]) < 2021.5 < min(band["x"][gap + 1 :])


def table(page: Page, table_id: str) -> Any:
    return next(item for item in page.tables if item.table_id == table_id)


def test_every_score_and_rank_is_that_of_its_row_and_leads_to_its_origin(book: Book, papi: Page) -> None:
    known = {row["year"]: row for row in rows(book, territory=MERGED, component_code="TOTAL", index_code="PAPI")}
    lines = table(papi, "cac-nam").lines
    assert [line.cells[0].value for line in lines] == sorted(known, reverse=True)
    for line in lines:
        row = known[line.cells[0].value]
        assert line.cells[1].value == row["value"]
        assert line.cells[2].value == row["rank"]
        assert line.cells[3].value == row["change_from_previous"]
        assert line.cells[1].origin.row_id == f"fct_index_score/{row['index_score_key']}"
    entries = {entry.origin.origin_id: entry for entry in papi.entries}
    own = trace(figure(papi, "diem-chung"), MERGED)
    for (_, origin_id), year in zip(own["customdata"], own["x"], strict=True):
        if year in known and known[year]["value"] is not None:
            assert entries[origin_id].origin.row_id.endswith(f"-{year}")
            assert known[year]["source_url"] in entries[origin_id].lines[0]["said"]


def test_a_change_is_the_difference_of_the_two_scores_that_are_printed(of_an_hoa: Subject) -> None:
    row = {**of_an_hoa.of("TOTAL")[0], "value": Decimal("44.2049"), "change_from_previous": Decimal("0.3700")}
    # 44,2 and 43,83: what is printed differs by 0,37, and by 0,36 where the year before rounds up.
    assert tables.change(of_an_hoa, row).text == "+0,37"
    assert tables.change(of_an_hoa, {**row, "change_from_previous": Decimal("0.3690")}).text == "+0,36"
    assert tables.change(of_an_hoa, {**row, "change_from_previous": Decimal("0.0010")}).text == "0"
    assert "bằng năm" in sentences.verdict(replace(of_an_hoa, rows=[{**row, "change_from_previous": Decimal("0.001")}]))


def test_a_computed_score_or_rank_has_its_star_and_a_star_its_note_on_every_page(book: Book) -> None:
    pages = [*index.pages(book), *indices.pages(book), *overview.pages(book)]
    said = words()
    starred = 0
    for page in pages:
        blocks = [block for section in page.sections for block in walk(section.blocks)]
        for shown in (block.table for block in blocks if isinstance(block, layout.Sheet)):
            cells = [cell for line in shown.lines for cell in line.cells]
            stars = [cell for cell in cells if "*" in " ".join([cell.text, *cell.lines])]
            computed = [cell for cell in cells if any(how == said.export.rank_computed for _, how in cell.parts)]
            assert stars == computed
            assert (shown.note == said.index.rank_star_note) == bool(stars)
            starred += len(stars)
        for tile in (tile for block in blocks if isinstance(block, layout.Tiles) for tile in block.tiles):
            assert ("*" in tile.cell.text) == tile.line.startswith("*")
        for chart in layout.figures(page.sections):
            labels = [text for item in chart.data for text in item.get("text", ()) if "*" in text]
            assert not labels or said.index.rank_star_note in chart.caption
    assert starred > 3


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


def test_the_glance_says_the_same_on_every_page(book: Book) -> None:
    page, origins, compared = next(iter(indices.pages(book))), book.origins(), 0
    for agency in book.agencies:
        lines = glance.of_agency(book, agency, origins).lines
        for code, line in zip(INDICES if lines else (), lines, strict=True):
            if not line.cells[0].href:
                continue
            shown = table(page, f"cac-tinh-{code.lower().replace('_', '-')}").lines
            (same,) = [row for row in shown if row.cells[0].href == line.cells[0].href]
            told = [[(cell.text, cell.lines) for cell in cells] for cells in (line.cells[1:], same.cells[2:5])]
            assert told[0] == told[1]
            compared += 1
    assert compared


def test_the_figures_of_the_latest_year_are_told_against_the_provinces(papi: Page) -> None:
    verdict = papi.sections[0].blocks[-1]
    assert isinstance(verdict, layout.Text)
    said = verdict.text.replace("\u00a0", " ")
    assert said == (
        "Năm 2025, An Hòa đạt 46,95 điểm, thứ 12/63 (tính hoặc suy ra), bằng trung vị các tỉnh, "
        "thấp hơn nơi cao nhất 5 điểm. Chưa công bố năm 2023."
    )


def test_years_after_the_last_figure_are_said_to_be_missing(book: Book) -> None:
    page = page_of(book, f"{AN_HOA}/par-index.html")
    verdict = page.sections[0].blocks[-1]
    assert isinstance(verdict, layout.Text)
    assert verdict.text.endswith("Bộ tài liệu chưa có số liệu năm 2025.")


def test_years_without_a_figure_between_others_are_said_to_be_missing_too(of_an_hoa: Subject) -> None:
    base = {**of_an_hoa.of("TOTAL")[0], "rank": None, "state": "reported", "value": Decimal(40)}
    held = [{**base, "year": year} for year in (2015, 2019, 2023)]
    held.append({**base, "year": 2020, "value": None, "state": "not_published"})
    held.append({**base, "year": 2021, "value": None, "rank": 5})
    assert sentences.missing_years(of_an_hoa, held) == [
        "Chưa công bố năm 2020.",
        "Bộ tài liệu chưa có số liệu năm 2016–2018, 2022, 2024–2025.",
    ]
    assert sentences.missing_years(of_an_hoa, []) == []
    # Beside the latest figure only what came after it is said.
    assert sentences.unpublished_years(of_an_hoa, held) == []


def test_a_framework_much_as_the_one_before_is_no_break(of_an_hoa: Subject) -> None:
    old, new = of_an_hoa.frameworks
    base = {**of_an_hoa.of("TOTAL")[0], "comparability": "no_score"}
    held = [
        {**base, "year": 2021, "framework_version": old["framework_version"], "series_key": "old"},
        {**base, "year": 2022, "framework_version": new["framework_version"], "series_key": "new"},
    ]
    for flag, is_break in (("false", True), ("true", False)):
        shown = replace(of_an_hoa, rows=held, relations=[], frameworks=[old, {**new, "comparable_with_previous": flag}])
        assert (2022 in [mark.year for mark in shown.breaks]) == is_break
        assert [line.is_break for line in tables.years(shown).lines] == [is_break, False]


def test_a_score_that_was_deduced_says_so(of_an_hoa: Subject) -> None:
    row = {**of_an_hoa.of("TOTAL")[0], "basis": "derived", "rank": None}
    assert tables.score(of_an_hoa, row).text.endswith("*")
    assert "(tính hoặc suy ra)" in sentences.verdict(replace(of_an_hoa, rows=[row]))
    for basis, is_starred in (("derived", True), ("stated", False), ("dataset-derived", False)):
        mean = {**of_an_hoa.statistics[0], "basis": basis}
        assert tables.statistic(of_an_hoa, mean).text.endswith("*") == is_starred


def test_a_statistic_has_its_own_unit_and_one_that_is_unknown_its_word(of_an_hoa: Subject) -> None:
    mean = {**of_an_hoa.statistics[0], "value": Decimal("82.66"), "unit": "percent"}
    assert tables.statistic(of_an_hoa, mean).text == "82,66\u00a0%"
    assert tables.statistic(of_an_hoa, None).text == words().index.none_known


def test_a_pilot_is_said_to_be_one_beside_its_year(of_an_hoa: Subject) -> None:
    row = {**of_an_hoa.of("TOTAL")[0], "year": 2015, "framework_version": "SIPAS_2012/pilot_2015"}
    assert sentences.verdict(replace(of_an_hoa, rows=[row])).startswith("Năm 2015 (thí điểm), ")
    assert of_an_hoa.book.phrases.index_year({**row, "framework_version": "SIPAS_2012"}) == "2015"


def blocks_of(page: Page, component: str) -> list[Block]:
    """What stands beside a component's chart, or under its name where it has none."""
    for block in walk(page.sections[2].blocks):
        if isinstance(block, Pair) and block.chart.figure.figure_id == f"diem-{component.lower()}":
            return list(walk(block.blocks))
        if isinstance(block, Fold) and block.anchor == f"phan-{component.lower()}":
            return list(walk(block.blocks))
    return []


@pytest.mark.parametrize("component", ["D1", "D9"])
def test_beside_a_component_stands_exactly_what_the_mart_holds_of_the_year(
    book: Book, papi: Page, component: str
) -> None:
    items = [
        row
        for row in book.marts.rows("yardstick_items")
        if row["agency_key"] == AN_HOA and row["component_code"] == component and row["year"] == WORK_YEAR
    ]
    shown = [block.table for block in blocks_of(papi, component) if isinstance(block, layout.Sheet)]
    listed = [line.cells[0].text for item in shown for line in item.lines]
    assert sorted(listed) == sorted(row["statement"] for row in items if row["item"] in ("target", "task", "result"))
    whole = next(block.table for block in walk(papi.sections[2].blocks) if _is_whole(block))
    named = [line.cells[4].text for line in whole.lines if line.cells[0].text == f"Thành phần {component}"]
    assert sorted(named) == sorted(row["statement"] for row in items)


def _is_whole(block: Block) -> bool:
    return isinstance(block, Attached) and block.table.table_id == "viec-cua-co-quan"


def test_the_counts_beside_a_component_are_those_of_the_mart(book: Book, papi: Page) -> None:
    row = next(
        row
        for row in book.marts.rows("yardsticks")
        if row["agency_key"] == AN_HOA and row["component_code"] == "D1" and row["year"] == WORK_YEAR
    )
    line = blocks_of(papi, "D1")[0]
    assert isinstance(line, layout.Text)
    judged = sum(row[f"targets_{name}"] for name in ("met", "missed", "on_track", "at_risk", "off_track"))
    assert f"{row['targets_met']}/{judged} chỉ tiêu đã đánh giá đạt hoặc vượt" in line.text
    assert f"{row['tasks_overdue']} nhiệm vụ quá hạn" in line.text
    # Seven places speak of six targets.
    assert words().index.work_once in line.text


@pytest.fixture(scope="module")
def of_an_hoa(book: Book) -> Subject:
    agency = next(row for row in book.agencies if row["agency_key"] == AN_HOA)
    found = subject(book, agency, "PAPI")
    assert found is not None
    return found


def test_targets_of_which_nothing_can_be_said_yet_are_no_part_of_a_share(of_an_hoa: Subject) -> None:
    row: dict[str, Any] = {
        name: 0 for name in work.cell_of(of_an_hoa, "D1") or {} if name.startswith(("targets", "tasks"))
    }
    row |= {"component_code": "D1", "goals": 0, "measures": 0, "indicators_reported": 0}
    ahead = row | {"targets": 3, "targets_not_due": 2, "targets_in_progress": 1}
    assert work.counted(of_an_hoa, ahead) == "1 chỉ tiêu đang thực hiện; 2 chỉ tiêu chưa đến kỳ đánh giá."
    mixed = row | {"targets": 4, "targets_met": 1, "targets_missed": 1, "targets_not_due": 1}
    said = work.counted(of_an_hoa, mixed | {"targets_not_assessable": 1})
    assert said.startswith("1/2 chỉ tiêu đã đánh giá đạt hoặc vượt; 1 chỉ tiêu chưa đến kỳ đánh giá; ")


def test_tasks_nobody_ever_spoke_of_are_not_said_to_be_undone(of_an_hoa: Subject) -> None:
    row: dict[str, Any] = {
        name: 0 for name in work.cell_of(of_an_hoa, "D1") or {} if name.startswith(("targets", "tasks"))
    }
    row |= {"component_code": "D1", "goals": 0, "measures": 0, "indicators_reported": 0, "tasks": 2}
    items = [row for row in of_an_hoa.items if row["item"] != "task"]
    silent = replace(of_an_hoa, items=items)
    assert work.counted(silent, row) == "2 nhiệm vụ, chưa có báo cáo về nhiệm vụ."
    assert work.counted(silent, row | {"tasks_done": 1}) == "1/2 nhiệm vụ hoàn thành."


def test_work_is_told_of_the_last_year_of_which_anything_is_said(of_an_hoa: Subject) -> None:
    row = next(row for row in of_an_hoa.items if row["item"] == "target" and row["year"] == WORK_YEAR)
    result = {**row, "item": "result", "status": None}
    states = {
        WORK_YEAR - 3: "missed",
        WORK_YEAR - 2: "not_assessable",
        WORK_YEAR - 1: "in_progress",
        WORK_YEAR: "not_due",
    }
    years = [{**row, "year": year, "status": status} for year, status in states.items()]
    assert replace(of_an_hoa, items=years).work_year == WORK_YEAR - 3
    assert replace(of_an_hoa, items=years).is_work_past
    assert replace(of_an_hoa, items=[*years, {**result, "year": WORK_YEAR - 1}]).work_year == WORK_YEAR - 1
    # What lies ahead is not told, and where nothing is said at all the latest year stands.
    ahead = {**row, "year": WORK_YEAR + 1, "status": "met"}
    silent = replace(of_an_hoa, items=[*years[1:], ahead])
    assert (silent.work_year, silent.is_work_past) == (WORK_YEAR, False)


def test_the_best_rank_is_one_of_the_same_series_and_as_many_provinces(of_an_hoa: Subject) -> None:
    base = {"series_key": "new", "rank_of": 63, "is_rank_computed": False}
    ranked = [
        {**base, "year": 2015, "rank": 1, "rank_of": 10, "series_key": "old"},
        {**base, "year": 2020, "rank": 2, "series_key": "old"},
        {**base, "year": 2022, "rank": 3, "rank_of": 10},
        {**base, "year": 2023, "rank": 9},
        {**base, "year": 2024, "rank": 22},
    ]
    said = sentences.rank_caption(of_an_hoa, ranked).replace("\u00a0", " ")
    assert said.startswith("Năm 2024 thứ 22/63; tốt nhất từ năm 2023 là thứ 9/63 (năm 2023).")
    assert "tốt nhất" not in sentences.rank_caption(of_an_hoa, [*ranked[:-1], {**ranked[-1], "rank_of": 34}])


def test_only_what_is_drawn_is_explained(of_an_hoa: Subject) -> None:
    spread = of_an_hoa.spread("TOTAL", None)
    said = words().index
    assert said.read_half in sentences.how_to_read(of_an_hoa, spread, of_an_hoa.breaks, [2020, 2025])
    assert said.read_break in sentences.how_to_read(of_an_hoa, [], of_an_hoa.breaks, [2020, 2025])
    ends = [row for row in spread if row["statistic"] in ("min", "max")]
    assert sentences.how_to_read(of_an_hoa, ends, of_an_hoa.breaks, [2020]) == said.read_wide


def test_it_is_said_that_neither_side_measures_the_other(papi: Page) -> None:
    said = [block.text for block in walk(papi.sections[2].blocks) if isinstance(block, layout.Text)]
    assert any("không đo lẫn nhau" in text for text in said)


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


def test_an_address_that_is_not_plain_https_is_text(book: Book) -> None:
    page = page_of(book, "so-y-te-dong-lam/par-index.html")
    cells = [line.cells[2] for line in table(page, "nguon-so-lieu").lines]
    assert all(cell.href is None or cell.href.startswith("https://") for cell in cells)
    assert [cell.href for cell in cells if cell.text.startswith("javascript:")] == [None]


def test_all_provinces_of_the_agencies_meet_on_one_page_and_lead_to_theirs(book: Book) -> None:
    page = next(iter(indices.pages(book)))
    papi = next(section for section in page.sections if section.anchor == "papi")
    line = {line.cells[0].text: line for line in _sheet(papi).lines}
    latest = {row["territory"]: row for row in sorted(rows(book, index_code="PAPI"), key=lambda row: row["year"])}
    for name in ("An Hòa", "Đông Lâm"):
        row = rows(book, index_code="PAPI", component_code="TOTAL", territory=name)[-1]
        assert line[name].cells[2].value == row["value"]
        assert line[name].cells[3].value == row["rank"]
        assert line[name].cells[0].href in {item.path for item in index.pages(book)}
    assert FORMER in latest
    assert FORMER not in line


def _sheet(section: Section) -> Any:
    return next(block.table for block in walk(section.blocks) if isinstance(block, layout.Sheet))
