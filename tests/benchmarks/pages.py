"""How quickly a page draws its charts from a folder, beside the same page as Plotly itself would write it.

Times are the page's own clock, from the start of navigation to the first frame in which all charts that count are
there.
"""

import json
import statistics
from pathlib import Path
from typing import Any

import plotly.io
from lxml import html
from playwright.sync_api import Browser
from plotly.offline import get_plotlyjs

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
    return _seconds(browser, page, _WATCH.replace("SCOPE", _FIRST_SCREEN))


def all_charts(browser: Browser, page: Path) -> float:
    """Seconds until every chart of the page is drawn; median."""
    return _seconds(browser, page, _NO_WAITING + _WATCH.replace("SCOPE", _ALL))


def _seconds(browser: Browser, page: Path, script: str) -> float:
    return statistics.median(_once(browser, page, script) for _ in range(ROUNDS))


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


def as_plotly_would(page: Path) -> Path:
    """The same page with its figures as `fig.to_html(include_plotlyjs=True)` writes them, beside the original."""
    document = html.fromstring(page.read_bytes())
    for element in document.xpath("//script[@src] | //meta[@http-equiv]"):
        element.drop_tree()
    # The bundle holds characters that XML has not: it takes its place when the page is text.
    document.find("head").append(html.fragment_fromstring(f"<script>{_BUNDLE}</script>"))
    for plot in document.find_class("plot"):
        (data,) = document.xpath("//script[@id=$name]", name=plot.get("data-figure"))
        figure: dict[str, Any] = json.loads(data.text)
        drawn = plotly.io.to_html(
            {"data": figure["data"], "layout": figure["layout"]},
            include_plotlyjs=False,
            full_html=False,
            div_id=f"inline-{plot.get('data-figure')}",
            validate=False,
        )
        for old in list(plot):
            plot.remove(old)
        plot.append(html.fragment_fromstring(drawn))
    written = page.with_name(f"inline-{page.name}")
    text = html.tostring(document, encoding="unicode", doctype="<!DOCTYPE html>")
    written.write_text(text.replace(_BUNDLE, get_plotlyjs()), encoding="utf-8")
    return written
