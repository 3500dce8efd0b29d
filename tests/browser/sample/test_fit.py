"""Nothing is cut, nothing scrolls sideways, no word on the console, no request: on a phone, a tablet and a desk.

Fingers hit what they must.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import DESKTOP, PHONE, TABLET, opened, scroll_down, told

pytestmark = pytest.mark.browser

# A line of text must lie within the box it belongs to, within every box that hides what sticks out, and within the
# screen. What scrolls by itself may hold more than it shows; what only screen readers read is no sight.
_CUT = """() => {
  const problems = [];
  if (document.documentElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways');
  const looks = new Map();
  const look = (element) => {
    if (!looks.has(element)) {
      const { display, overflowX, clipPath } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isSpot = clipPath !== 'none' || (display !== 'contents' && (box.width <= 1 || box.height <= 1));
      const isUnseen = isSpot || (element !== document.body && look(element.parentElement).isUnseen);
      looks.set(element, { display, overflowX, box, isUnseen });
    }
    return looks.get(element);
  };
  const isBeyond = (line, box) => line.left < box.left - 1 || line.right > box.right + 1;
  const fault = (line, parent) => {
    let isOwn = true;
    for (let element = parent; element && element !== document.body; element = element.parentElement) {
      const { display, overflowX, box } = look(element);
      if (display === 'inline' || display === 'contents') continue;
      if (isOwn && isBeyond(line, box)) return 'beyond its box';
      isOwn = false;
      if (['auto', 'scroll'].includes(overflowX)) return null;
      if (['hidden', 'clip'].includes(overflowX) && isBeyond(line, box)) return 'cut';
    }
    return isBeyond(line, { left: 0, right: innerWidth }) ? 'off the screen' : null;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest('svg, noscript, script, .skip') || !parent.checkVisibility()) continue;
    if (look(parent).isUnseen) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const why = [...range.getClientRects()].map((line) => fault(line, parent)).find(Boolean);
    if (why) problems.push(`${why}: ${text.data.trim().slice(0, 60)}`);
  }
  for (const plot of document.querySelectorAll('.plot')) {
    const box = plot.getBoundingClientRect();
    for (const text of plot.querySelectorAll('.main-svg text')) {
      const line = text.getBoundingClientRect();
      const isOut = isBeyond(line, box) || line.top < box.top - 1 || line.bottom > box.bottom + 1;
      if (line.width && isOut) problems.push(`cut in ${plot.dataset.figure}: ${text.textContent.slice(0, 60)}`);
    }
  }
  return problems;
}"""

# WCAG 2.2 AA, 2.5.8: 24 by 24 pixels for whatever is no link inside a sentence.
_SMALL = """() => {
  const controls = 'nav a, summary, button, select, input, a.figure, button.figure, a[data-row]';
  return [...document.querySelectorAll(controls)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.plot'))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width && (Math.round(box.width) < 24 || Math.round(box.height) < 24))
    .map(([element, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${element.tagName} ` +
      element.textContent.trim().slice(0, 40));
}"""


@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_nothing_is_cut_and_nothing_goes_wrong(browser: Browser, all_pages: list[Path], width: int) -> None:
    problems = {}
    with opened(browser, all_pages[0].as_uri(), width) as (page, wrong):
        for path in all_pages:
            page.goto(path.as_uri())
            scroll_down(page)
            page.evaluate("document.querySelectorAll('details').forEach((group) => { group.open = true; })")
            # Policy, console and requests are heard here too: each page is opened once a width.
            if found := [*page.evaluate(_CUT), *wrong]:
                wrong.clear()
                problems[f"{path.parent.name}/{path.name}"] = found
    assert not problems, told(problems)


def test_fingers_hit_what_they_must(browser: Browser, pages: list[Path]) -> None:
    problems = {}
    with opened(browser, pages[0].as_uri(), PHONE) as (page, _):
        for path in pages:
            page.goto(path.as_uri())
            if found := page.evaluate(_SMALL):
                problems[f"{path.parent.name}/{path.name}"] = found
    assert not problems, told(problems)
