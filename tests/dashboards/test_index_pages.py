"""The pages of the three indices: nothing joined over a break or a merger, the spread as the marts say it, what is not
published as a sign with a word, and beside each component exactly what the agency's plans hold."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dashboards.blocks import layout
from dashboards.blocks.layout import Section, walk
from dashboards.figures.spec import Figure
from dashboards.pages.book import Book
from dashboards.pages.indices import all_provinces as indices
from dashboards.pages.indices import glance, sentences, tables
from dashboards.pages.indices import page as index
from dashboards.pages.indices.provinces import INDICES
from dashboards.pages.indices.subject import Subject
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.plans import page as plan
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.invented.indices import FORMER, MERGED
from tests.dashboards.reading import figure, table

AN_HOA = "so-y-te-an-hoa"


def page_of(book: Book, path: str) -> Page:
    return next(page for page in index.pages(book) if page.path == path)


def trace(shown: Figure, name: str) -> Mapping[str, Any]:
    return next(item for item in shown.data if item["name"] == name)


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
    for basis, is_starred in (("derived", True), ("stated", False), ("dataset-derived", True)):
        mean = {**of_an_hoa.statistics[0], "basis": basis}
        assert tables.statistic(of_an_hoa, mean).text.endswith("*") == is_starred


def test_a_statistic_has_its_own_unit_and_one_that_is_unknown_its_word(of_an_hoa: Subject) -> None:
    mean = {**of_an_hoa.statistics[0], "basis": "stated", "value": Decimal("82.66"), "unit": "percent"}
    assert tables.statistic(of_an_hoa, mean).text == "82,66\u00a0%"
    assert tables.statistic(of_an_hoa, None).text == words().index.none_known


def test_a_pilot_is_said_to_be_one_beside_its_year(of_an_hoa: Subject) -> None:
    row = {**of_an_hoa.of("TOTAL")[0], "year": 2015, "framework_version": "SIPAS_2012/pilot_2015"}
    assert sentences.verdict(replace(of_an_hoa, rows=[row])).startswith("Năm 2015 (thí điểm), ")
    assert of_an_hoa.book.phrases.index_year({**row, "framework_version": "SIPAS_2012"}) == "2015"


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


def test_where_a_province_went_into_another_its_agencys_overview_and_plans_say_so(book: Book) -> None:
    known = book.marts.rows("province_relations")[0] | {"agency_key": AN_HOA, "is_same_name": False, "steps": 1}
    related = [
        known | {"relation": relation, "other_province_key": name, "other_province_name": name}
        for relation, name in (("successor", "Tân An"), ("sibling", "Bình An"), ("predecessor", "Cũ"))
    ]
    changed = with_rows(book, province_relations=related)
    agency = next(row for row in changed.agencies if row["agency_key"] == AN_HOA)
    day = formats.day(known["succession_date"])
    said = f"Từ ngày {day}, {agency['province_name']}, Bình An hợp nhất thành Tân An mới."
    for every in (overview.pages, plan.pages):
        for page in every(changed):
            texts = [block.text for block in walk(page.sections[0].blocks) if isinstance(block, layout.Text)]
            assert (said in texts) == (page.agency_key == AN_HOA)
