"""Pages as a director meets them: opened from a folder, without a network, on a screen, a phone and paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import PHONE, UNDRAWN, opened, scroll_down

pytestmark = pytest.mark.browser

# What is not for reference alone belongs on paper too.
FOLDED = "document.querySelectorAll('details:not([open], .reference)').length"


@pytest.mark.parametrize("width", [1280, PHONE])
def test_a_page_of_each_kind_opens_from_a_folder_without_an_error_and_draws_its_charts(
    browser: Browser, site: Path, width: int
) -> None:
    kinds = {re.sub(r"^(don-vi|ke-hoach)-.*", r"\1", path.stem): path for path in sorted(site.rglob("*.html"))}
    assert len(kinds) >= len({"index", "don-vi", "ke-hoach", "bao-cao", "papi", "sipas", "par-index", "so-lieu"})
    _look_at(browser, list(kinds.values()), width)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, PHONE])
def test_every_page_opens_from_a_folder_without_an_error_and_draws_its_charts(
    browser: Browser, site: Path, width: int
) -> None:
    _look_at(browser, sorted(site.rglob("*.html")), width)


def _look_at(browser: Browser, pages: list[Path], width: int) -> None:
    with opened(browser, pages[0].as_uri(), width) as (page, wrong):
        for path in pages:
            page.goto(path.as_uri())
            scroll_down(page)
            assert wrong == [], path.name
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name


def test_hostile_names_run_nothing(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto((site / "so-y-te-an-hoa" / "ke-hoach-an_hoa_2026.html").as_uri())
    scroll_down(page)
    assert dialogs == []
    assert page.locator("img").count() == 0
    page.close()


def test_charts_below_the_screen_wait_and_are_drawn_before_printing(browser: Browser, site: Path) -> None:
    address = (site / "so-y-te-an-hoa" / "papi.html").as_uri()
    with opened(browser, address, 1280) as (page, wrong):
        page.locator(".plot").first.scroll_into_view_if_needed()
        page.wait_for_selector(".main-svg")
        assert page.evaluate(UNDRAWN) > 0
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.wait_for_function(f"{UNDRAWN} === 0")
        assert wrong == []


def test_what_is_folded_away_stands_open_on_paper_and_is_folded_again_after(browser: Browser, site: Path) -> None:
    address = (site / "so-y-te-an-hoa" / "ke-hoach-an_hoa_2026.html").as_uri()
    with opened(browser, address, 1280) as (page, wrong):
        assert page.evaluate(FOLDED) > 0
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(FOLDED) == 0
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(FOLDED) > 0
        assert wrong == []


def test_a_link_to_a_row_opens_the_group_it_stands_in(browser: Browser, site: Path) -> None:
    address = (site / "so-y-te-an-hoa" / "ke-hoach-an_hoa_2026.html").as_uri()
    with opened(browser, f"{address}#T009", 1280) as (page, wrong):
        page.wait_for_function("document.getElementById('T009').closest('details').open")
        assert wrong == []


def test_an_address_cut_short_stops_nothing_else(browser: Browser, site: Path) -> None:
    address = (site / "so-y-te-an-hoa" / "ke-hoach-an_hoa_2026.html").as_uri()
    with opened(browser, f"{address}#%E0", 1280) as (page, wrong):
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(FOLDED) == 0
        assert wrong == []


def test_a_chart_that_failed_is_left_alone_when_printing(browser: Browser, site: Path) -> None:
    address = (site / "so-y-te-an-hoa" / "papi.html").as_uri()
    with opened(browser, address, 1280) as (page, wrong):
        last = "[...document.querySelectorAll('.plot')].at(-1)"
        page.evaluate(f"document.getElementById({last}.dataset.figure).textContent = '{{'")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.wait_for_function(f"{UNDRAWN} === 1")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(f"{last}.textContent === {last}.dataset.failed")
        assert len(wrong) == 1
        assert "JSON" in wrong[0]


def test_a_chart_has_no_menu_and_so_no_way_out(browser: Browser, site: Path) -> None:
    with opened(browser, (site / "so-y-te-an-hoa" / "papi.html").as_uri(), 1280) as (page, _):
        scroll_down(page)
        assert page.locator(".main-svg").count()
        assert page.locator(".modebar-btn").count() == 0


def test_without_scripts_the_tables_still_say_everything(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((site / "so-y-te-an-hoa" / "papi.html").as_uri())
    assert page.locator("noscript .banner").is_visible()
    assert page.locator("table#cac-nam tbody tr").count() == 8
    context.close()
