"""Where scripts are switched off, pages still say everything: tables, captions, and a note where a chart would be."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import DESKTOP, HEIGHT, PHONE, told

pytestmark = pytest.mark.browser

# Pixels that a note's box may be higher than the note: its own padding.
_ROOM = 40
_UNSAID = """(room) => {
  document.querySelectorAll('details').forEach((group) => { group.open = true; });
  const problems = [];
  for (const element of document.querySelectorAll('table, figcaption'))
    if (!element.checkVisibility({ visibilityProperty: true }) || !element.textContent.trim())
      problems.push(`not to be seen: ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
  for (const button of document.querySelectorAll('button'))
    if (button.checkVisibility()) problems.push(`does nothing: ${button.textContent.trim()}`);
  for (const plot of document.querySelectorAll('.plot')) {
    const note = document.createRange();
    note.selectNodeContents(plot);
    const empty = plot.clientHeight - note.getBoundingClientRect().height;
    if (empty > room) problems.push(`${plot.dataset.figure}: ${Math.round(empty)} empty pixels`);
  }
  return problems;
}"""


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_without_scripts_tables_and_captions_are_there_and_no_chart_leaves_a_hole(
    browser: Browser, pages: list[Path], width: int
) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True, viewport={"width": width, "height": HEIGHT})
    page = context.new_page()
    problems = {}
    for path in pages:
        page.goto(path.as_uri())
        # A page that has no scripts misses none.
        assert page.locator("script").count() == 0 or page.locator("noscript .banner").is_visible()
        if found := page.evaluate(_UNSAID, _ROOM):
            problems[f"{path.parent.name}/{path.name}"] = found
    context.close()
    assert not problems, told(problems)
