"""The pages of the invented targets that tests look at."""

import pytest

from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.targets import board as targets
from dashboards.pages.targets import page as target

PLAN, NUMBER, AGENCY = "an_hoa_2026", "T001", "so-y-te-an-hoa"


@pytest.fixture(scope="module")
def page(book: Book) -> Page:
    return next(page for page in target.pages(book) if page.path == book.target_page(PLAN, NUMBER))


@pytest.fixture(scope="module")
def overview(book: Book) -> Page:
    return next(page for page in targets.pages(book) if page.agency_key == AGENCY)
