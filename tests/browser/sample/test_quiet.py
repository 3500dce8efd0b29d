"""Pages forbid requests; that none is tried and nothing is said on the console, test_fit.py sees as it opens each."""

import re
from pathlib import Path

from tests.browser.opened import every_page

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


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
