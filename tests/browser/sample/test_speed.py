"""Charts are there before a reader looks for them, by the page's own clock; `make bench` prints the figures."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.pages import first_screen, heaviest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Half a second on a machine at rest; tests share theirs with other tests.
_FIRST_SCREEN_SECONDS = 0.5 * 4


def test_the_first_screen_s_charts_are_drawn_at_once(browser: Browser, site: Path) -> None:
    for page in (site / "index.html", heaviest(site)):
        assert first_screen(browser, page) <= _FIRST_SCREEN_SECONDS, page
