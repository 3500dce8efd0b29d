"""Pages -> files: one folder that opens from a shared drive, without a server and without a network.

Everything written follows from the rows of the marts alone, to the byte. No clock, no environment.
"""

import hashlib
import os
import posixpath
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dashboards.exports import files as exports
from dashboards.exports.workbook import Preface
from dashboards.figures.spec import script_json
from dashboards.pages.addresses import BESIDE
from dashboards.pages.book import Book, Checks
from dashboards.pages.changes import page as changes
from dashboards.pages.glossary import page as glossary
from dashboards.pages.indices import all_provinces as indices
from dashboards.pages.indices import page as index
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.plans import listing as plans
from dashboards.pages.plans import page as plan
from dashboards.pages.quality import page as quality
from dashboards.pages.reports import page as reports
from dashboards.pages.targets import board as targets
from dashboards.pages.targets import page as target
from dashboards.pages.tasks import page as tasks
from dashboards.pages.units import board as units
from dashboards.pages.units import page as unit
from dashboards.queries.marts import read
from dashboards.theme import formats
from dashboards.theme.bundle import plotly_js
from dashboards.theme.template import TEMPLATE, configuration
from dashboards.theme.words import Words, words

_SECTIONS: tuple[Callable[[Book], Iterator[Page]], ...] = (
    overview.pages,
    tasks.pages,
    reports.pages,
    targets.pages,
    target.pages,
    plans.pages,
    plan.pages,
    units.pages,
    unit.pages,
    index.pages,
    indices.pages,
    changes.pages,
    quality.pages,
    glossary.pages,
)


# One concern a sheet; the site has them in one file.
_STYLES = ("page.css", "blocks.css", "states.css", "cards.css", "phone.css", "print.css")

# Addresses of what this site does not build.
_AWAY = ("https://", BESIDE)

# Warnings that hold for every row of a page -> the label of a row.
_LABELS = {"simulated_whole": "simulated", "simulated_plan": "simulated", "digest_plan": "digest"}


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


def build(database: Path, out: Path, checks: Checks | None = None) -> SiteReport:
    """Draw every page from schema `reporting` of a DuckDB file and write the site into `out`.

    checks: how the data tests of the night ended, where they were run. Equal rows give equal bytes. Raises
    ColumnsChangedError where a mart is not as declared, duckdb.Error where the file cannot be read.
    """
    language = words()
    book = Book(read(database), language, checks)
    environment = _environment(book)
    writer = _Writer(out)
    for path, text in _assets(language):
        writer.write(f"assets/{path}", text.encode("utf-8"))
        for folder in sorted(book.agency_folder.values()):
            writer.link(f"assets/{path}", f"{folder}/assets/{path}")
    pages = [page for section in _SECTIONS for page in section(book)]
    built = frozenset(page.path for page in pages)
    for page in pages:
        files = () if page.is_letter else _files(page, book)
        writer.write(page.path, _html(page, book, built, environment, files).encode("utf-8"))
        for file in files:
            writer.write(file.path, file.content)
    return SiteReport(tuple(sorted(writer.written, key=lambda file: file.path)))


def _files(page: Page, book: Book) -> Sequence[exports.Export]:
    """The exports of a page, with its warnings; a warning that holds for the whole page stands on every row."""
    words = book.words
    preface = Preface(
        title=page.title,
        owner=book.agency_names.get(page.agency_key or "", ""),
        as_of=book.site["as_of_date"],
        collection=book.site["collection_name"] or formats.DASH,
        banners=[words.banner[banner] for banner in page.banners],
        path=page.path,
    )
    labels = dict.fromkeys(words.common[_LABELS[banner]] for banner in page.banners if banner in _LABELS)
    return exports.files(preface, page.tables, [*labels], words)


def _html(
    page: Page, book: Book, built: frozenset[str], environment: Environment, files: Sequence[exports.Export]
) -> str:
    """One page as text; every address in it is told from where the page stands, so that its folder can be moved."""
    folder = posixpath.dirname(page.path)
    owner = book.agency_names.get(page.agency_key) if page.agency_key else None
    return environment.get_template("page.html.j2").render(
        page=page,
        to=lambda path: _address(path, folder),
        # A page that is sent on alone leads nowhere; no page leads to one that was not built.
        leads=lambda path: not page.is_letter and (path.startswith(_AWAY) or path.partition("#")[0] in built),
        assets="assets/" if page.agency_key or not folder else "../assets/",
        nav=book.navigation(page.agency_key, built),
        owner=owner,
        window=_window(page, owner),
        style=_style() if page.is_letter else "",
        downloads=exports.downloads(files),
    )


def _window(page: Page, owner: str | None) -> str:
    """What a browser calls the page among others: agencies have pages of the same title."""
    is_owner_told = owner is None or owner in page.title
    return " · ".join(part for part in (page.title, page.code, None if is_owner_told else owner) if part)


def _address(path: str, folder: str) -> str:
    """A place of the site as told from a folder of it; the address of a source is left as it is."""
    if path.startswith("https://"):
        return path
    page, mark, anchor = path.partition("#")
    return posixpath.relpath(page, folder or ".") + mark + anchor


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
    )
    return environment


def _assets(language: Words) -> Iterator[tuple[str, str]]:
    """(name, text) of everything that is not a page."""
    yield "site.css", _style()
    yield "site.js", _static("site.js")
    shared: dict[str, Any] = {"template": TEMPLATE, "config": configuration(language["plotly"].mapping())}
    yield "theme.js", f'"use strict";\nwindow.ThuocDoTheme = {script_json(shared)};\n'
    yield "plotly.min.js", plotly_js()


def _style() -> str:
    return "\n".join(_static(name) for name in _STYLES)


def _static(name: str) -> str:
    return (files("dashboards") / "static" / name).read_text(encoding="utf-8")


class _Writer:
    """Writes the files of the site and keeps count of them."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.written: list[SiteFile] = []

    def write(self, path: str, content: bytes) -> None:
        target = self._target(path)
        target.write_bytes(content)
        self.written.append(SiteFile(path, hashlib.sha256(content).hexdigest(), len(content)))

    def link(self, source: str, path: str) -> None:
        """The same file under a second name: one on the disk where the file system can, else a copy."""
        target = self._target(path)
        target.unlink(missing_ok=True)
        try:
            os.link(self.out / source, target)
        except OSError:
            shutil.copyfile(self.out / source, target)
        self.written.append(replace(next(file for file in self.written if file.path == source), path=path))

    def _target(self, path: str) -> Path:
        target = self.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target
