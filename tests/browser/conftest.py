"""The system's Chromium, offline, and the site of the invented warehouse."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dashboards.site import build
from tests.dashboards.warehouse import build_warehouse

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Quiet: whatever the browser itself would fetch is no request of the page.
_ARGUMENTS = (
    "--no-sandbox",
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; skipped where the system has none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip(f"no browser: install one of {', '.join(_NAMES)}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder on disk."""
    folder = tmp_path_factory.mktemp("browser")
    build(build_warehouse(folder / "invented.duckdb"), folder / "site")
    return folder / "site"
