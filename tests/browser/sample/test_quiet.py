"""Pages open from a folder, draw their charts, say nothing to the console and ask nobody for anything."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import DESKTOP, PHONE, every_page, opened, scroll_down

pytestmark = pytest.mark.browser

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_pages_open_without_a_word_on_the_console_and_without_a_request(
    browser: Browser, pages: list[Path], width: int
) -> None:
    with opened(browser, pages[0].as_uri(), width) as (page, wrong):
        for path in pages:
            page.goto(path.as_uri())
            scroll_down(page)
            assert wrong == [], path


def test_every_page_forbids_requests_before_anything_is_loaded(site: Path) -> None:
    for path in every_page(site):
        text = path.read_text(encoding="utf-8")
        policies = _POLICY.findall(text)
        assert len(policies) == 1, path
        rules = dict(rule.split(maxsplit=1) for rule in policies[0].split("; "))
        assert rules["default-src"] == "'none'", path
        # What is sent on by mail runs nothing at all, and then has no rule for scripts.
        assert rules.get("script-src") == ("'self'" if "<script" in text else None), path
        assert rules["form-action"] == "'none'", path
        assert "connect-src" not in rules, path
        loaded = [text.index(tag) for tag in ("<link", "<script", "<style") if tag in text]
        assert text.index("Content-Security-Policy") < min(loaded), path
