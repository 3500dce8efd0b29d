"""What is drawn inside a chart: words that nothing crosses, marks that a finger finds."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import DESKTOP, PHONE, opened, scroll_down

pytestmark = pytest.mark.browser

# How many lines part the rows of charts, and which of them run through words of the same chart.
_LINES = """() => [...document.querySelectorAll('.plot')].flatMap((plot) => {
  const words = [...plot.querySelectorAll('.annotation-text')].map((word) => word.getBoundingClientRect());
  return [...plot.querySelectorAll('.shapelayer path')].map((line) => line.getBoundingClientRect())
    .map(({ y, width }) => width > 100 && words.some((word) => word.top < y && y < word.bottom));
})"""


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_no_line_between_rows_runs_through_words(browser: Browser, site: Path, width: int) -> None:
    crossed = []
    for path in sorted(site.rglob("chi-tieu.html")):
        with opened(browser, path.as_uri(), width) as (page, _):
            scroll_down(page)
            crossed += page.evaluate(_LINES)
    assert crossed
    assert not any(crossed)


def test_a_touch_beside_a_mark_opens_where_its_task_stands(browser: Browser, site: Path) -> None:
    path = max(site.rglob("nhiem-vu.html"), key=lambda path: path.stat().st_size)
    with opened(browser, path.as_uri(), PHONE) as (page, _):
        scroll_down(page)
        mark = page.locator("#thoi-han-thang .point").first.bounding_box()
        assert mark
        page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2 + 11)
        assert page.locator("#origin").get_attribute("open") is not None
