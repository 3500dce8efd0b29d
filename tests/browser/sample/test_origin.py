"""A click, a tap or Enter on a figure shows where it comes from; Esc leads back to the figure."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.opened import HEIGHT, PHONE, every_page, opened, scroll_down, told

pytestmark = pytest.mark.browser

_FIGURE = "a.figure[href^='#o']"
_LINKS = "//a[@class='figure'][starts-with(@href, '#o')]"
_DIALOG = "dialog#origin[open]"
# The clause or the cell, then the file: "Biểu 1!G12, tệp results/2026/q1/a.xlsx".
_PLACE_AND_FILE = re.compile(r"\S+, tệp \S+\.(docx?|xlsx?|ods|csv|pdf|html?|md|txt|ya?ml)\b")
# The first point of a drawn chart that has an origin, and where on the screen it is.
_POINT = """() => {
  for (const plot of document.querySelectorAll('.plot')) {
    for (const points of plot.calcdata || []) {
      const trace = points[0].trace;
      const origins = Array.isArray(trace.customdata) ? trace.customdata : [];
      for (const point of points) {
        if (!Array.isArray(origins[point.i]) || !origins[point.i][1]) continue;
        const along = plot._fullLayout[trace.xaxis.replace('x', 'xaxis')];
        const up = plot._fullLayout[trace.yaxis.replace('y', 'yaxis')];
        // The tip of a bar lies on its edge; a marker is met in its middle.
        const [x, y] = point.ct ? [point.ct[0] - 2, point.ct[1]] : [along.c2p(point.x), up.c2p(point.y)];
        if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
        plot.scrollIntoView({ block: 'center' });
        const box = plot.getBoundingClientRect();
        return [box.left + along._offset + x, box.top + up._offset + y];
      }
    }
  }
  return null;
}"""


def _pages_with_figures(pages: list[Path]) -> list[Path]:
    """Pages with a figure that opens a dialog; where nothing runs, its link leads down the same page."""
    parsed = ((path, html.parse(str(path))) for path in pages)
    return [path for path, page in parsed if page.xpath(_LINKS) and page.xpath("//dialog[@id='origin']")]


def _first_figure(page: Page) -> Locator:
    """A figure that can be seen, in whatever group it stands."""
    page.evaluate("document.querySelectorAll('details:not(.origins)').forEach((group) => { group.open = true; })")
    figure = page.locator(f"{_FIGURE}:visible").first
    figure.scroll_into_view_if_needed()
    return figure


def _leads_to_its_origin_and_back(page: Page, figure: Locator, open_it: Callable[[Locator], None]) -> None:
    open_it(figure)
    expect(page.locator(_DIALOG)).to_contain_text(_PLACE_AND_FILE)
    page.keyboard.press("Escape")
    expect(page.locator(_DIALOG)).to_have_count(0)
    expect(figure).to_be_focused()


def _by_keyboard(figure: Locator) -> None:
    figure.focus()
    figure.press("Enter")


@pytest.mark.parametrize("open_it", [Locator.click, _by_keyboard], ids=["click", "Enter"])
def test_a_figure_leads_to_its_origin_and_esc_leads_back(
    browser: Browser, pages: list[Path], open_it: Callable[[Locator], None]
) -> None:
    chosen = _pages_with_figures(pages)
    assert chosen
    with opened(browser, chosen[0].as_uri()) as (page, wrong):
        for path in chosen:
            page.goto(path.as_uri())
            _leads_to_its_origin_and_back(page, _first_figure(page), open_it)
            assert wrong == [], path


def test_a_finger_opens_the_origin_too(browser: Browser, pages: list[Path]) -> None:
    context = browser.new_context(has_touch=True, offline=True, viewport={"width": PHONE, "height": HEIGHT})
    page = context.new_page()
    for path in _pages_with_figures(pages):
        page.goto(path.as_uri())
        _first_figure(page).tap()
        expect(page.locator(_DIALOG)).to_contain_text(_PLACE_AND_FILE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, path
    context.close()


def test_a_point_of_a_chart_leads_to_its_origin(browser: Browser, pages: list[Path]) -> None:
    tried = 0
    with opened(browser, pages[0].as_uri()) as (page, wrong):
        for path in pages:
            page.goto(path.as_uri())
            scroll_down(page)
            if point := page.evaluate(_POINT):
                tried += 1
                page.mouse.move(*point)
                page.mouse.click(*point)
                expect(page.locator(_DIALOG)).to_contain_text(_PLACE_AND_FILE)
                page.keyboard.press("Escape")
                assert wrong == [], path
    assert tried


def test_every_figure_with_an_origin_finds_it_on_its_page(site: Path) -> None:
    problems: dict[str, list[str]] = {}
    for path in every_page(site):
        page = html.parse(str(path))
        said = {entry.get("id"): entry.text_content() for entry in page.xpath("//*[@data-row]")}
        wanted = {link.get("href").removeprefix("#") for link in page.xpath(_LINKS)}
        silent = sorted(wanted - {entry for entry, text in said.items() if _PLACE_AND_FILE.search(text)})
        if silent:
            problems[str(path.relative_to(site))] = [f"{entry}: {said.get(entry)!r}" for entry in silent]
    assert not problems, told(problems)
