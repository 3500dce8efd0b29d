"""The page that explains: every state of the site, every indicator where links lead, sources with their terms."""

from pathlib import Path

from lxml import html

from dashboards.blocks.layout import Folds, Text
from dashboards.pages.book import Book
from dashboards.pages.glossary import page as glossary
from dashboards.pages.glossary import rules as glossary_rules
from dashboards.pages.page import Page
from dashboards.theme.states import FAMILIES
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table


def pages(book: Book) -> dict[str, Page]:
    return {page.path: page for page in glossary.pages(book)}


def test_every_state_of_the_site_is_explained_and_no_other(book: Book) -> None:
    groups = glossary_rules.states(book).groups
    shown = [(line.cells[0].mark.sign, line.cells[0].mark.text) for group in groups for line in group.lines]
    states = [
        (state.sign, words()[family][code]) for family, codes in FAMILIES.items() for code, state in codes.items()
    ]
    assert shown == states
    for family, codes in FAMILIES.items():
        assert set(words().glossary.state[family].mapping()) == set(codes)


def test_every_indicator_stands_on_the_page_of_all_where_links_lead(book: Book) -> None:
    page = pages(book)["giai-thich.html"]
    anchors = {line.anchor for line in table(page, "bang-chi-tieu").lines}
    for row in book.marts.rows("indicators"):
        path, _, anchor = book.indicator_page(None, row["indicator_code"]).partition("#")
        assert path == page.path
        assert anchor in anchors


def test_an_agency_sees_the_indicators_that_its_plans_use(book: Book) -> None:
    for agency in book.agencies:
        key = agency["agency_key"]
        page = pages(book)[book.agency_path(key, "glossary")]
        targets = book.rows_of("plan_targets", "agency_key")[key] + book.rows_of("yardstick_items", "agency_key")[key]
        catalogue = {row["indicator_code"] for row in book.marts.rows("indicators")}
        used = {row["indicator_code"] for row in targets} & catalogue
        shown = {line.anchor for item in page.tables if item.table_id == "bang-chi-tieu" for line in item.lines}
        assert shown == {book.indicator_page(key, code).partition("#")[2] for code in used}


def test_an_agency_sees_the_sources_of_its_own_province_alone(book: Book) -> None:
    found = pages(book)
    own = table(found["so-y-te-an-hoa/giai-thich.html"], "bang-nguon")
    assert len(own.lines) < len(table(found["giai-thich.html"], "bang-nguon").lines)
    assert not [item for item in found["minh-hoa/giai-thich.html"].tables if item.table_id == "bang-nguon"]


def test_an_agency_without_sources_says_so_of_its_province_alone_and_leads_to_those_of_others(book: Book) -> None:
    own, none = pages(book)["so-y-te-an-hoa/giai-thich.html"], pages(book)["minh-hoa/giai-thich.html"]
    said = [[block for section in page.sections for block in section.blocks] for page in (own, none)]
    ways = [[block.href for block in blocks if isinstance(block, Text) and block.href] for blocks in said]
    assert ways == [[], ["giai-thich.html#nguon"]]
    folds = [block for block in said[1] if isinstance(block, Folds) and block.table.table_id == "bang-nguon"]
    assert [block.table.empty for block in folds] == [words().glossary.sources_none_own]
    nothing = with_rows(book, sources=[])
    page = pages(nothing)["minh-hoa/giai-thich.html"]
    blocks = [block for section in page.sections for block in section.blocks]
    assert not [block for block in blocks if isinstance(block, Text) and block.href]


def test_terms_nobody_knows_are_said_to_be_unknown_and_counted(book: Book) -> None:
    rows = book.marts.rows("sources")
    page = pages(book)["giai-thich.html"]
    unknown = [row for row in rows if row["licence"] == "unknown"]
    said = [line.cells[4].text for line in table(page, "bang-nguon").lines]
    assert said.count(words().glossary.terms.unknown) == len(unknown)
    section = next(section for section in page.sections if section.anchor == "nguon")
    assert section.blocks[0].text.startswith(f"{len(unknown)}/{len(rows)} nguồn")


def test_an_address_is_followed_only_where_it_is_plain_https(book: Book) -> None:
    cells = [line.cells[1] for line in table(pages(book)["giai-thich.html"], "bang-nguon").lines]
    assert sum(cell.href is None for cell in cells) == 1
    assert all(cell.href is None or cell.href.startswith("https://") for cell in cells)


def test_what_is_long_is_folded_away_and_its_rows_stand_in_the_fold_that_a_link_opens(book: Book, site: Path) -> None:
    for path, page in pages(book).items():
        tree = html.parse(str(site / path)).getroot()
        for block in (block for section in page.sections for block in section.blocks if isinstance(block, Folds)):
            groups = [group for group in block.table.groups if group.lines]
            folds = tree.xpath(f"//*[@id='{block.table.table_id}']/details")
            assert [fold.find("summary/h3").text for fold in folds] == [group.title for group in groups]
            assert not any("open" in fold.attrib for fold in folds)
            for fold, group in zip(folds, groups, strict=True):
                rows = [row.get("id") for row in fold.iterfind(".//tbody/tr")]
                assert rows == [line.anchor or None for line in group.lines]


def test_an_agency_without_indices_is_not_told_how_they_are_judged(book: Book) -> None:
    told = {fold.anchor for fold in glossary_rules.rules(book, has_indices=False)}
    assert {fold.anchor for fold in glossary_rules.rules(book)} - told == {"cach-indices"}


def test_rules_that_are_told_are_those_that_have_words(book: Book) -> None:
    titles = {fold.title for fold in glossary_rules.rules(book)}
    assert titles == {words().glossary.rule[name].title for name in words().glossary.rule.mapping()}


def test_indicators_without_an_area_stand_last(book: Book) -> None:
    rows = [dict(row) for row in book.marts.rows("indicators")]
    without, within = {"area_order": None, "reform_area_name": None}, {"area_order": 2, "reform_area_name": "Thể chế"}
    rows = [rows[0] | without, *(row | within for row in rows[1:])]
    page = pages(with_rows(book, indicators=rows))["giai-thich.html"]
    titles = [group.title for group in table(page, "bang-chi-tieu").groups]
    assert len(titles) > 1
    assert titles[-1] == words().common.without_area
