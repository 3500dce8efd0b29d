"""Pages -> files: one folder that opens from a shared drive, without a server and without a network.

Everything written follows from the rows of the marts alone, to the byte. No clock, no environment.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dashboards.figures.spec import script_json
from dashboards.pages import agency, changes, index, overview, plan, quality, reports, unit
from dashboards.pages.book import CHANGES_PAGE, INDEX_PAGES, QUALITY_PAGE, Book, Page
from dashboards.queries.marts import read
from dashboards.theme import formats
from dashboards.theme.bundle import plotly_js
from dashboards.theme.template import TEMPLATE, configuration
from dashboards.theme.words import Words, words

_SECTIONS: tuple[Callable[[Book], Iterator[Page]], ...] = (
    overview.pages,
    agency.pages,
    reports.pages,
    plan.pages,
    unit.pages,
    index.pages,
    changes.pages,
    quality.pages,
)


# What needs attention carries the states of its own kind.
_ATTENTION_FAMILIES = {
    "target": "target_status",
    "task": "task_status",
    "report": "report_status",
    "conflict": "severity",
}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """path: inside the site, forward slashes; size in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was written, by path."""

    files: tuple[SiteFile, ...]


def build(database: Path, out: Path) -> SiteReport:
    """Draw every page from schema `reporting` of a DuckDB file and write the site into `out`.

    Equal rows give equal bytes. Raises ColumnsChangedError where a mart is not as declared, duckdb.Error where the file
    cannot be read.
    """
    language = words()
    book = Book(read(database), language)
    environment = _environment(book)
    written = [_write(out, path, text) for path, text in _assets(language)]
    for section in _SECTIONS:
        for page in section(book):
            html = environment.get_template(page.template).render(
                page=page, root="../" * page.path.count("/"), fig=page.figures, **page.context
            )
            written.append(_write(out, page.path, html))
    return SiteReport(tuple(sorted(written, key=lambda file: file.path)))


def _environment(book: Book) -> Environment:
    """Templates with escaping on; a name that a template misspells is an error."""
    environment = Environment(
        loader=PackageLoader("dashboards"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        book=book,
        site=book.site,
        w=book.words,
        say=book.phrases,
        fmt=formats,
        nav=_navigation(book.words),
        indices={code: (book.words.index.names[code], path) for code, path in INDEX_PAGES.items()},
        quality_page=QUALITY_PAGE,
        changes_page=CHANGES_PAGE,
        families=_ATTENTION_FAMILIES,
    )
    return environment


def _navigation(language: Words) -> list[tuple[str, str]]:
    """(title, path) of the pages every page leads to."""
    indices = [(language.index.names[code], path) for code, path in INDEX_PAGES.items()]
    return [(language.nav.overview, "index.html"), *indices, (language.nav.quality, QUALITY_PAGE)]


def _assets(language: Words) -> Iterator[tuple[str, str]]:
    """(path, text) of everything that is not a page."""
    static = files("dashboards") / "static"
    for name in ("site.css", "site.js"):
        yield f"assets/{name}", (static / name).read_text(encoding="utf-8")
    shared: dict[str, Any] = {"template": TEMPLATE, "config": configuration(language["plotly"].mapping())}
    yield "assets/theme.js", f'"use strict";\nwindow.ThuocDoTheme = {script_json(shared)};\n'
    yield "assets/plotly.min.js", plotly_js()


def _write(out: Path, path: str, text: str) -> SiteFile:
    """Write one file as UTF-8 with line feeds, whatever the system."""
    content = text.encode("utf-8")
    target = out / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return SiteFile(path, hashlib.sha256(content).hexdigest(), len(content))
