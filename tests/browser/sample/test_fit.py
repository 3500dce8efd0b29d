"""Fingers hit what they must."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import PHONE, opened, told

pytestmark = pytest.mark.browser

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


def test_fingers_hit_what_they_must(browser: Browser, pages: list[Path]) -> None:
    problems = {}
    with opened(browser, pages[0].as_uri(), PHONE) as (page, _):
        for path in pages:
            page.goto(path.as_uri())
            if found := page.evaluate(_SMALL):
                problems[f"{path.parent.name}/{path.name}"] = found
    assert not problems, told(problems)
