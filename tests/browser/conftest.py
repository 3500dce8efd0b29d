"""The system's Chromium, offline, and the site of the invented warehouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dashboards.site import build
from tests.browser.opened import ARGUMENTS, chromium
from tests.dashboards.warehouse import build_warehouse


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; skipped where the system has none."""
    path = chromium()
    if path is None:
        pytest.skip("no browser: apt install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder on disk."""
    folder = tmp_path_factory.mktemp("browser")
    build(build_warehouse(folder / "invented.duckdb"), folder / "site")
    return folder / "site"
