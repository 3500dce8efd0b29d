"""Pages on paper, A4: read back from the PDF that the browser prints, with the reader the product itself has."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from dashboards.theme.words import words
from tests.browser.opened import opened, told

pytestmark = pytest.mark.browser

_AS_OF = re.compile(words().site.as_of.format(date=r"\d\d/\d\d/\d{4}"))
_MILLIMETRE = 72 / 25.4
_WIDTH, _HEIGHT = 210 * _MILLIMETRE, 297 * _MILLIMETRE
# Where the number of a sheet stands: the margin above or below what is printed.
_MARGIN = 16 * _MILLIMETRE


@dataclass(frozen=True)
class Sheet:
    """One printed sheet: its text, the text of its margins, and how far to the right anything reaches."""

    text: str
    margins: str
    size: tuple[float, float]
    right: float


def _sheets(page: Page) -> list[Sheet]:
    """The page as the browser prints it, its own paper size and margins."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    sheets = []
    for number in range(len(document)):
        sheet = document[number]
        layer = sheet.get_textpage()
        width, height = sheet.get_size()
        above = layer.get_text_bounded(bottom=height - _MARGIN)
        below = layer.get_text_bounded(top=_MARGIN)
        right = max((layer.get_rect(at)[2] for at in range(layer.count_rects())), default=0.0)
        sheets.append(Sheet(layer.get_text_range(), f"{above}\n{below}", (width, height), right))
    document.close()
    return sheets


def _printed(browser: Browser, path: Path) -> list[Sheet]:
    with opened(browser, path.as_uri()) as (page, _):
        return _sheets(page)


def test_every_sheet_is_a4_with_its_number_and_the_day_of_the_figures_and_nothing_leaves_it(
    browser: Browser, pages: list[Path]
) -> None:
    problems = defaultdict(list)
    for path in pages:
        for number, sheet in enumerate(_printed(browser, path), start=1):
            where = f"sheet {number}"
            if not (abs(sheet.size[0] - _WIDTH) < 2 and abs(sheet.size[1] - _HEIGHT) < 2):
                problems[path.name].append(f"{where} is {sheet.size}")
            if not re.search(rf"\b{number}\b", _AS_OF.sub("", sheet.margins)):
                problems[path.name].append(f"{where} has no number")
            if not _AS_OF.search(sheet.text):
                problems[path.name].append(f"{where} does not say of which day")
            if sheet.right > _WIDTH:
                problems[path.name].append(f"{where} is wider than the paper")
    assert not problems, told(problems)


def test_an_overview_takes_two_sheets_at_most(browser: Browser, site: Path) -> None:
    overviews = [*sorted(site.rglob("index.html")), *sorted(site.rglob("tom-tat.html"))]
    assert len(overviews) > 2
    assert [path for path in overviews if len(_printed(browser, path)) > 2] == []
