"""How quickly a page draws its charts from a folder, beside the same page as Plotly itself would write it.

Times are the page's own clock, from the start of navigation to the first frame in which all charts that count are
there.
"""

import json
import statistics
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from lxml import html
from playwright.sync_api import Browser, sync_playwright
from plotly.offline import get_plotlyjs

from tests.browser.opened import ARGUMENTS, chromium

# Five rounds: the first pays for cold caches, and the median forgets it.
ROUNDS = 5
VIEWPORT = {"width": 1280, "height": 800}

_DRAWN = "plot => plot.querySelector('.main-svg') || plot.classList.contains('main-svg')"
# Looks at every frame; a chart counts once it is drawn and the frame after it has begun.
_WATCH = """
(() => {
  const wanted = () => [...document.querySelectorAll('.plot')].filter(SCOPE);
  window.allDrawn = new Promise((resolve) => {
    const look = () => {
      if (document.readyState === 'complete' && wanted().every(DRAWN)) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
})();
""".replace("DRAWN", _DRAWN)
_FIRST_SCREEN = "plot => plot.getBoundingClientRect().top < innerHeight"
_ALL = "() => true"
# Without it no chart waits to be scrolled to: all are drawn one after another.
_NO_WAITING = "delete window.IntersectionObserver;"

_BUNDLE = "the whole bundle"


def first_screen(browser: Browser, page: Path) -> float:
    """Seconds until the charts of the first screen are drawn; median."""
    script = _WATCH.replace("SCOPE", _FIRST_SCREEN)
    return statistics.median(_once(browser, page, script) for _ in range(ROUNDS))


def all_charts(browser: Browser, *pages: Path) -> list[float]:
    """Seconds until every chart of a page is drawn; medians, the pages taking turns so that all meet the same load."""
    script = _NO_WAITING + _WATCH.replace("SCOPE", _ALL)
    rounds = [[_once(browser, page, script) for page in pages] for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def _once(browser: Browser, page: Path, script: str) -> float:
    context = browser.new_context(viewport=VIEWPORT, offline=True)
    opened = context.new_page()
    opened.add_init_script(script)
    opened.goto(page.as_uri())
    milliseconds: float = opened.evaluate("window.allDrawn")
    context.close()
    return milliseconds / 1000


def count_charts(page: Path) -> int:
    """How many charts a page carries."""
    return len(html.parse(str(page)).getroot().find_class("plot"))


def heaviest(site: Path) -> Path:
    """The page with most charts; among equals the largest."""
    return max(sorted(site.rglob("*.html")), key=lambda page: (count_charts(page), page.stat().st_size))


def as_plotly_would(page: Path, folder: Path) -> Path:
    """The same page with its figures as `fig.to_html(include_plotlyjs=True)` writes them, as one file in a folder."""
    document = html.fromstring(page.read_bytes())
    for element in document.xpath("//script[@src] | //meta[@http-equiv]"):
        element.drop_tree()
    for sheet in document.xpath("//link[@rel='stylesheet']"):
        sheet.set("href", (page.parent / sheet.get("href")).resolve().as_uri())
    # The bundle holds characters that XML has not: it takes its place when the page is text.
    document.find("head").append(html.fragment_fromstring(f"<script>{_BUNDLE}</script>"))
    for plot in document.find_class("plot"):
        (data,) = document.xpath("//script[@id=$name]", name=plot.get("data-figure"))
        figure: dict[str, Any] = json.loads(data.text)
        drawn = go.Figure(data=figure["data"], layout=figure["layout"]).to_html(
            include_plotlyjs=False, full_html=False, div_id=f"inline-{plot.get('data-figure')}"
        )
        for old in list(plot):
            plot.remove(old)
        plot.append(html.fragment_fromstring(drawn))
    written = folder / f"inline-{page.name}"
    text = html.tostring(document, encoding="unicode", doctype="<!DOCTYPE html>")
    written.write_text(text.replace(_BUNDLE, get_plotlyjs()), encoding="utf-8")
    return written


def lines(site: Path, folder: Path) -> list[str]:
    """Lines of a Markdown table on the pages of a site; `folder` takes what is written on the way."""
    path = chromium()
    if path is None:
        return ["| charts | no browser on this machine |"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        heavy = heaviest(site)
        first = max(first_screen(browser, page) for page in (site / "index.html", heavy))
        ours, plotly_s = all_charts(browser, heavy, as_plotly_would(heavy, folder))
        browser.close()
    return [
        f"| charts of the first screen from a folder, the slower of overview and heaviest page | {first:.2f} s |",
        f"| all {count_charts(heavy)} charts of the heaviest page | {ours:.2f} s |",
        f"| the same page as Plotly writes it | {plotly_s:.2f} s |",
        f"| ratio | {plotly_s / ours:.2f} |",
    ]
