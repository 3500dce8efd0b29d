"""The invented warehouse and the site drawn from it, once a session."""

from pathlib import Path

import pytest

from dashboards.pages.book import Book
from dashboards.pages.indices.page import pages as index_pages
from dashboards.pages.indices.subject import Subject, subject
from dashboards.pages.page import Page
from dashboards.queries.marts import read
from dashboards.site import SiteReport, build
from dashboards.theme.words import words
from tests.dashboards.warehouse import build_warehouse


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file with schema reporting."""
    return build_warehouse(tmp_path_factory.mktemp("warehouse") / "invented.duckdb")


@pytest.fixture(scope="session")
def book(warehouse: Path) -> Book:
    """What the pages are made from."""
    return Book(read(warehouse), words())


@pytest.fixture(scope="session")
def of_an_hoa(book: Book) -> Subject:
    """PAPI of the agency that has most."""
    agency = next(row for row in book.agencies if row["agency_key"] == "so-y-te-an-hoa")
    found = subject(book, agency, "PAPI")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def papi(book: Book) -> Page:
    """Its page."""
    return next(page for page in index_pages(book) if page.path == "so-y-te-an-hoa/papi.html")


@pytest.fixture(scope="session")
def built(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SiteReport]:
    """The folder of the site, and its report."""
    out = tmp_path_factory.mktemp("site")
    return out, build(warehouse, out)


@pytest.fixture(scope="session")
def site(built: tuple[Path, SiteReport]) -> Path:
    """The folder of the site."""
    return built[0]


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a warehouse into which nothing has come yet."""
    folder = tmp_path_factory.mktemp("empty")
    build(build_warehouse(folder / "empty.duckdb", is_empty=True), folder / "site")
    return folder / "site"
