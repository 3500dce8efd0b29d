"""The overviews of the invented agencies."""

import pytest

from dashboards.pages.book import Book
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page

AGENCY = "so-y-te-an-hoa"


@pytest.fixture(scope="module")
def every(book: Book) -> dict[str, Page]:
    return {page.path: page for page in overview.pages(book)}


@pytest.fixture(scope="module")
def page(every: dict[str, Page]) -> Page:
    return every[f"{AGENCY}/index.html"]
