"""The pages of data to be checked, held against the rows that they were made from."""

from collections import Counter
from pathlib import Path

import pytest

from dashboards.blocks.layout import Text, walk
from dashboards.pages.book import QUALITY_PAGE, Book
from dashboards.pages.findings import SHOWN_PER_KIND
from dashboards.pages.page import Page
from dashboards.pages.quality import page as quality
from dashboards.pages.quality.files import is_whole
from dashboards.theme import formats
from dashboards.theme.words import words
from tests.dashboards.reading import table

AGENCY = "so-y-te-an-hoa"
VALUES = ("values_read", "values_loaded", "values_quarantined", "values_ignored")


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str | None, Page]:
    return {page.agency_key: page for page in quality.pages(book)}


def texts(page: Page) -> list[str]:
    return [block.text for section in page.sections for block in walk(section.blocks) if isinstance(block, Text)]


def test_the_equation_of_an_agency_is_that_of_the_mart_and_of_its_files(
    book: Book, pages: dict[str | None, Page]
) -> None:
    for key in (AGENCY, None):
        files = book.rows_of("quality_files", "agency_key")[key]
        kinds = table(pages[key], "loai-tep").lines
        sums = [sum(int(str(line.cells[column].value)) for line in kinds) for column in range(3, 7)]
        assert sums == [sum(row[name] for row in files) for name in VALUES]
        assert sums[0] == sum(sums[1:])
    counts = book.rows_of("quality_summary", "agency_key")[AGENCY][0]
    said = {name.removeprefix("values_"): formats.number(counts[name]) for name in VALUES}
    assert words().quality.equation.format(**said) in texts(pages[AGENCY])


def test_a_file_that_does_not_add_up_is_said_on_top(book: Book, pages: dict[str | None, Page]) -> None:
    for key in (AGENCY, None):
        files = book.marts.rows("quality_files") if key is None else book.rows_of("quality_files", "agency_key")[key]
        unbalanced = sum(row["is_balanced"] is False for row in files)
        assert unbalanced
        assert words().quality.unbalanced.format(n=unbalanced) in texts(pages[key])


def test_files_that_ask_for_somebody_stand_on_the_page_and_the_rest_beside_it(
    book: Book, pages: dict[str | None, Page]
) -> None:
    files = book.rows_of("quality_files", "agency_key")[AGENCY]
    shown = {line.cells[0].value for line in table(pages[AGENCY], "tep-can-xem").lines}
    assert shown == {row["source_path"] for row in files if not is_whole(row)}


def test_a_refused_file_says_what_is_wrong_with_it_and_one_taken_back_who_took_it_back_when_and_why(
    book: Book, pages: dict[str | None, Page]
) -> None:
    lines = {line.cells[0].value: line for line in table(pages[AGENCY], "tep-can-xem").lines}
    own = {row["status"]: row for row in book.rows_of("quality_files", "agency_key")[AGENCY]}
    refused, withdrawn = own["refused"], own["withdrawn"]
    said = lines[refused["source_path"]]
    assert said.cells[1].lines[0] == f"Ô{refused['refused_reason'][1:]}"
    back = lines[withdrawn["source_path"]]
    assert back.cells[1].lines[:2] == ["rút ngày 12/10/2026, theo Văn phòng Sở", "gửi nhầm"]
    assert not said.cells[-1].lines
    assert not back.cells[-1].lines
    assert lines[own["ignored"]["source_path"]].cells[-1].lines == [own["ignored"]["ignored_reason"]]


def test_a_held_back_cell_shows_its_value_as_text_with_file_and_place_and_why(
    book: Book, pages: dict[str | None, Page]
) -> None:
    own = {row["source_sha256"] for row in book.rows_of("quality_files", "agency_key")[AGENCY]}
    waiting = [row for row in book.marts.rows("quality_quarantine") if row["source_sha256"] in own]
    assert waiting
    shown = table(pages[AGENCY], "o-cho-xac-minh").lines
    assert sorted((line.cells[0].text, line.cells[3].text, line.cells[4].value) for line in shown) == sorted(
        (row["value"], row["source_place"], row["source_path"]) for row in waiting
    )
    reasons = table(pages[AGENCY], "ly-do-giu-lai").lines
    assert sum(int(str(line.cells[1].value)) for line in reasons) == len(waiting)


def test_findings_stand_severest_first_and_what_is_left_out_of_a_kind_is_said(
    book: Book, pages: dict[str | None, Page]
) -> None:
    found = book.rows_of("quality_findings", "agency_key")[AGENCY]
    ids = [item.table_id for item in pages[AGENCY].tables if item.table_id.startswith("noi-dung-")]
    assert ids == [f"noi-dung-{code}" for code in ("error", "warning", "info")]
    for code in ("error", "warning", "info"):
        lines = table(pages[AGENCY], f"noi-dung-{code}").lines
        kinds = Counter(row["kind"] for row in found if row["severity"] == code)
        assert len(lines) == sum(min(count, SHOWN_PER_KIND) for count in kinds.values())
        whole = f"moi-noi-dung-{code}" if max(kinds.values()) > SHOWN_PER_KIND else f"noi-dung-{code}"
        assert len(table(pages[AGENCY], whole).lines) == kinds.total()
    nobodys = book.rows_of("quality_findings", "agency_key")[None]
    assert len(nobodys) > SHOWN_PER_KIND
    assert len(table(pages[None], "noi-dung-info").lines) == SHOWN_PER_KIND
    said = words().quality.more.format(n=len(nobodys) - SHOWN_PER_KIND, kind=nobodys[0]["kind_name"])
    assert said in texts(pages[None])


def test_the_page_of_all_counts_each_agency_and_leads_to_its_own_page(
    book: Book, pages: dict[str | None, Page]
) -> None:
    assert pages[None].path == QUALITY_PAGE
    lines = {line.cells[0].href: line for line in table(pages[None], "co-quan-so-lieu").lines}
    for row in book.marts.rows("quality_summary"):
        if row["agency_key"] is None:
            continue
        line = lines[book.agency_path(row["agency_key"], "quality")]
        assert [cell.value for cell in line.cells[1:6]] == [row["files"], *(row[name] for name in VALUES)]


def test_a_page_of_an_agency_shows_no_finding_and_no_file_of_another(
    site: Path, book: Book, pages: dict[str | None, Page]
) -> None:
    page = (site / pages[AGENCY].path).read_text(encoding="utf-8")
    strangers = {row["source_path"] for row in book.marts.rows("quality_files") if row["agency_key"] != AGENCY}
    assert strangers
    assert not [path for path in strangers if path.rpartition("/")[2] in page]
