"""axe-core finds nothing on any page that keeps people out; its rule on the size of targets is switched on too.

On a phone in the quick tests: what differs on a desk is the order of boxes; the long ones look there too.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.opened import DESKTOP, PHONE, opened, scroll_down, told

pytestmark = pytest.mark.browser

_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.mark.parametrize("width", [PHONE, pytest.param(DESKTOP, marks=pytest.mark.slow)])
def test_axe_finds_nothing_to_mend(browser: Browser, pages: list[Path], width: int) -> None:
    axe = Axe()
    problems: dict[str, list[str]] = {}
    with opened(browser, pages[0].as_uri(), width) as (page, _):
        for path in pages:
            page.goto(path.as_uri())
            scroll_down(page)
            found = axe.run(page, options=_OPTIONS).response["violations"]
            if found:
                problems[f"{path.parent.name}/{path.name}"] = [
                    f"{rule['id']}, {len(rule['nodes'])} times: {rule['nodes'][0]['html'][:120]}" for rule in found
                ]
    assert not problems, told(problems)
