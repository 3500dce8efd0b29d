"""How tests open pages: from a folder, without a network, noting everything that goes wrong."""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Quiet: whatever the browser itself would fetch is no request of the page.
ARGUMENTS = (
    "--no-sandbox",
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PHONE, TABLET, DESKTOP = 360, 768, 1280
HEIGHT = 800

UNDRAWN = "[...document.querySelectorAll('.plot')].filter(plot => !plot.querySelector('.main-svg')).length"
_HEAVIEST = 12
_ONE_OF_MANY = re.compile(r"^(chi-tieu|don-vi|ke-hoach)-.*")
# Frames pass before an observer has seen what a scroll brought into view.
_WALK = """async () => {
  for (const plot of document.querySelectorAll('.plot')) {
    for (let group = plot.closest('details'); group; group = group.parentElement.closest('details')) group.open = true;
    plot.scrollIntoView();
    for (let frame = 0; frame < 300 && !plot.querySelector('.main-svg'); frame++)
      await new Promise(requestAnimationFrame);
  }
}"""


def chromium() -> str | None:
    """The system's browser, where it has one."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def opened(browser: Browser, address: str, width: int = DESKTOP) -> Iterator[tuple[Page, list[str]]]:
    """A page, and everything that went wrong on it: any word on the console, script errors, requests that leave."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, offline=True)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else wrong.append(r.url))
    page.goto(address)
    yield page, wrong
    page.close()


def scroll_down(page: Page) -> None:
    """From chart to chart to the foot of the page, until every one is drawn."""
    page.evaluate(_WALK)
    assert page.evaluate(UNDRAWN) == 0


def every_page(site: Path) -> list[Path]:
    """All pages of a site, by path."""
    return sorted(site.rglob("*.html"))


def one_of_each_kind(site: Path) -> list[Path]:
    """The largest page of every kind: units and plans are many, each agency has the same pages."""
    kinds: dict[tuple[int, str], Path] = {}
    for page in sorted(every_page(site), key=lambda path: (path.stat().st_size, path)):
        kinds[len(page.relative_to(site).parts), _ONE_OF_MANY.sub(r"\1", page.stem)] = page
    return sorted(kinds.values())


def heaviest_others(site: Path) -> list[Path]:
    """The largest pages of those that are not the largest of their kind."""
    others = set(every_page(site)) - set(one_of_each_kind(site))
    return sorted(others, key=lambda path: (-path.stat().st_size, path))[:_HEAVIEST]


def told(problems: Mapping[str, Sequence[str]]) -> str:
    """What is wrong on which page, a line each; five of a page are enough to see what it is."""
    return "".join(f"\n{page}: {problem}" for page, found in problems.items() for problem in found[:5])
