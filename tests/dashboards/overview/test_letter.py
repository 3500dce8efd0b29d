"""The file to be sent on needs nothing beside it, and holds what the overview shows a part of."""

import re
from pathlib import Path

from dashboards.blocks.layout import Chart, Fold, Sheet, Text, walk
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.theme.words import words

AGENCY = "so-y-te-an-hoa"
HEAVIEST = 150_000


def test_the_chart_has_its_table_beside_it_and_the_letter_keeps_the_table(every: dict[str, Page]) -> None:
    page, letter = every[f"{AGENCY}/index.html"], every[f"{AGENCY}/tom-tat.html"]
    charts = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart)]
    assert len(charts) == 1
    assert charts[0].table_id in {table.table_id for table in page.tables}
    assert not letter.draws
    assert all(block.is_open for section in letter.sections for block in section.blocks if isinstance(block, Fold))
    assert {table.table_id for table in letter.tables} == {table.table_id for table in page.tables}


def test_the_letter_holds_every_row_because_it_leads_nowhere(book: Book, every: dict[str, Page]) -> None:
    rest = words().overview.more.partition("{n}")[2]
    assert any(_shown(page) != _held(page) for page in every.values()), "no overview shows a part of a list"
    for path, letter in every.items():
        if letter.is_letter:
            assert _shown(letter) == _held(letter) == _held(every[path.replace("tom-tat", "index")])
            texts = [block.text for section in letter.sections for block in section.blocks if isinstance(block, Text)]
            assert not [text for text in texts if text.endswith(rest)]
            cells = [cell for table in letter.tables for line in table.lines for cell in line.cells]
            assert not [cell.text for cell in cells if cell.text.endswith("…") and cell.text != cell.value]


def _shown(page: Page) -> dict[str, int]:
    """Rows of each table as a reader sees them."""
    blocks = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Sheet)]
    return {block.table.table_id: len(block.table.lines) for block in blocks if block.table.lines}


def _held(page: Page) -> dict[str, int]:
    return {table.table_id: len(table.lines) for table in page.tables}


def test_the_letter_needs_no_file_beside_it_and_runs_nothing(site: Path) -> None:
    letters = sorted(site.rglob("tom-tat.html"))
    assert len(letters) > 1
    for letter in letters:
        content = letter.read_text(encoding="utf-8")
        assert "<script" not in content
        assert "<link" not in content
        assert all(address.startswith("#") for address in re.findall(r'href="([^"]*)"', content))
        assert not re.search(r"<[a-z]+\b[^>]*\ssrc=", content)
        assert words().summary.footer in content
        assert "Số liệu đến ngày" in content


def test_overviews_are_light(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.name in {"index.html", "tom-tat.html", "thay-doi.html"}:
            assert path.stat().st_size < HEAVIEST, path


def test_what_paper_leaves_out_it_counts_and_a_screen_counts_its_own_rest(every: dict[str, Page]) -> None:
    tried = 0
    for page in every.values():
        for section in page.sections if not page.is_letter else ():
            sheets = [block for block in section.blocks if isinstance(block, Sheet) and block.whole]
            notes = {block.tone: block.text for block in section.blocks if isinstance(block, Text)}
            for sheet in sheets:
                whole, shown = len(sheet.whole.lines if sheet.whole else ()), len(sheet.table.lines)
                printed = sum(line.is_on_paper for line in sheet.table.lines)
                tried += whole > printed
                assert ("paper" in notes) == (whole > printed), section.anchor
                assert whole == printed or str(whole - printed) in notes["paper"]
                assert whole == shown or section.anchor == "dem-qua" or str(whole - shown) in notes["screen"]
    assert tried
