"""Pages on paper, A4: read back from the PDF that the browser prints, with the reader the product itself has."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from dashboards.theme.words import words
from tests.browser.opened import opened, told

pytestmark = pytest.mark.browser

_AS_OF = re.compile(words().site.as_of.format(date=r"\d\d/\d\d/\d{4}"))
_MILLIMETRE = 72 / 25.4
_WIDTH, _HEIGHT = 210 * _MILLIMETRE, 297 * _MILLIMETRE
# Where the number of a sheet stands: the margin above or below what is printed.
_MARGIN = 16 * _MILLIMETRE

# Marks in the text layer, too small to change a line: where a chart, a row, a table's head begin and end, and what
# stands right above which table.
_MARK = """() => {
  const mark = (box, name, side) => {
    const sign = document.createElement('span');
    sign.textContent = `QZ${name}ZQ `;
    sign.style.cssText = 'font-size:2px;line-height:1;white-space:nowrap;color:#888';
    box.append(sign);
    // What is placed freely is not repeated with the head it stands in.
    if (!side) return;
    if (getComputedStyle(box).position === 'static') box.style.position = 'relative';
    sign.style.cssText += `;position:absolute;left:0;${side}:0`;
  };
  const ends = (box, name) => { mark(box, name + 'a', 'top'); mark(box, name + 'z', 'bottom'); };
  [...document.querySelectorAll('figure')].forEach((figure, n) => ends(figure, `chart${n}`));
  [...document.querySelectorAll('table')].forEach((table, t) => {
    const head = table.querySelector('thead th, thead td');
    if (head) mark(head, `head${t}`);
    const rows = [...table.querySelectorAll('tbody tr')].filter((row) => row.cells[0]);
    rows.forEach((row, r) => ends(row.cells[0], `row${t}x${r}`));
    const above = table.parentElement.previousElementSibling;
    if (above && above.matches('h2, h3, summary')) ends(above, `title${t}`);
  });
}"""
_SIGN = re.compile(r"QZ(chart|row|head|title)(\d+)(?:x(\d+))?([az]?)ZQ")

# The part of a sheet between its margins, in CSS pixels.
_PRINTED = ViewportSize(width=703, height=1030)
# Each state in a column of states: its word, and on how many lines it stands.
_STATES = """() => [...document.querySelectorAll('td.status .state')]
  .filter((state) => state.offsetWidth && !state.closest('.tally'))
  .map((state) => {
    const word = state.lastChild, range = document.createRange();
    range.selectNodeContents(word);
    return [word.textContent.trim(), new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size];
  })"""


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


@pytest.fixture(scope="module")
def marked(browser: Browser) -> Callable[[Path], list[Sheet]]:
    """A page printed with the marks, once for all that is asked of it."""

    @cache
    def printed(path: Path) -> list[Sheet]:
        with opened(browser, path.as_uri()) as (page, _):
            page.evaluate(_MARK)
            return _sheets(page)

    return printed


def test_every_sheet_is_a4_with_its_number_and_the_day_of_the_figures_and_nothing_leaves_it(
    marked: Callable[[Path], list[Sheet]], pages: list[Path]
) -> None:
    problems = defaultdict(list)
    for path in pages:
        for number, sheet in enumerate(marked(path), start=1):
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


def test_a_state_on_paper_has_not_one_word_a_line(browser: Browser, pages: list[Path]) -> None:
    problems = defaultdict(list)
    states = 0
    for path in pages:
        with opened(browser, path.as_uri()) as (page, _):
            page.set_viewport_size(_PRINTED)
            page.emulate_media(media="print")
            for text, lines in page.evaluate(_STATES):
                states += 1
                if lines > max(1, (len(text.split()) + 1) // 2):
                    problems[path.name].append(f"{text}: {lines} lines")
    assert states > len(pages)
    assert not problems, told(problems)


def test_an_overview_takes_two_sheets_at_most(browser: Browser, site: Path) -> None:
    overviews = sorted(site.rglob("index.html"))
    assert len(overviews) > 2
    assert [path for path in overviews if len(_printed(browser, path)) > 2] == []


def test_no_chart_and_no_row_is_split_and_heads_stand_with_rows_on_every_sheet_of_a_table(
    marked: Callable[[Path], list[Sheet]], pages: list[Path]
) -> None:
    problems = defaultdict(list)
    charts = continued = 0
    for path in pages:
        sheets = marked(path)
        ends: dict[tuple[str, str, str | None], set[int]] = defaultdict(set)
        rows: dict[str, set[int]] = defaultdict(set)
        heads: dict[str, set[int]] = defaultdict(set)
        for number, sheet in enumerate(sheets, start=1):
            for kind, thing, row, _ in _SIGN.findall(sheet.text):
                if kind == "head":
                    heads[thing].add(number)
                    continue
                ends[kind, thing, row or None].add(number)
                if kind == "row":
                    rows[thing].add(number)
        charts += sum(kind == "chart" for kind, _, _ in ends)
        for (kind, thing, row), seen in ends.items():
            if len(seen) > 1:
                problems[path.name].append(f"{kind} {thing} {row}: on sheets {sorted(seen)}")
        for table, seen in rows.items():
            continued += len(seen) > 1
            if table in heads and seen != heads[table]:
                problems[path.name].append(f"table {table}: rows on sheets {sorted(seen)}, heads on {heads[table]}")
            above = ends.get(("title", table, None), {min(seen)})
            if min(seen) not in above:
                problems[path.name].append(f"table {table}: begins on sheet {min(seen)}, what is above it on {above}")
    assert charts
    assert continued
    assert not problems, told(problems)
