"""One page before it is written: what stands on it, whose it is, what it warns of."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.blocks import layout
from dashboards.blocks.layout import Section
from dashboards.blocks.table import Table
from dashboards.origins import Entry, Origins


@dataclass(frozen=True, slots=True)
class Page:
    """path: inside the site, with forward slashes; sections: top to bottom; agency_key: whose page it is, None for the
    pages of all; crumbs: (title, path) of the pages above; short: its name among them, where it is long; code: what
    tells it from a page of the same title; banners: word keys; contents: whether its headings are listed at the top;
    is_letter: one file by itself, to be sent on: without scripts, links and files beside it."""

    path: str
    title: str
    sections: Sequence[Section] = ()
    agency_key: str | None = None
    crumbs: Sequence[tuple[str, str]] = ()
    short: str = ""
    code: str = ""
    banners: Sequence[str] = ()
    origins: Origins | None = None
    contents: bool = False
    is_letter: bool = False

    @property
    def entries(self) -> Sequence[Entry]:
        """Origins of the figures on the page."""
        return self.origins.entries if self.origins else ()

    @property
    def tables(self) -> Sequence[Table]:
        """Tables with rows: what the exports of the page hold."""
        return [table for table in layout.tables(self.sections) if table.lines]

    @property
    def draws(self) -> bool:
        """Whether a chart stands on the page: one without needs no chart library."""
        return bool(layout.figures(self.sections))
