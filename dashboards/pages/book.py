"""What all pages share: the marts with their groups, the phrases, the address of every page.

A page module turns this into Page values; nothing is written here.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dashboards.figures.spec import Figure
from dashboards.queries.marts import Marts, grouped
from dashboards.row import Row
from dashboards.theme.phrases import Phrases
from dashboards.theme.words import Words

# Index pages and assets have these folders; no agency may take them.
_RESERVED = frozenset({"assets", "chi-so"})
# A file name stays well under the 255 bytes that file systems allow.
_NAME_LENGTH = 80

INDEX_PAGES: Mapping[str, str] = {
    "PAR_INDEX": "chi-so/par-index.html",
    "SIPAS": "chi-so/sipas.html",
    "PAPI": "chi-so/papi.html",
}
QUALITY_PAGE = "so-lieu.html"
CHANGES_PAGE = "thay-doi.html"


@dataclass(frozen=True, slots=True)
class Page:
    """path: inside the site, with forward slashes; crumbs: (title, path) of the pages above; banners: word keys."""

    path: str
    title: str
    template: str
    crumbs: Sequence[tuple[str, str]] = ()
    banners: Sequence[str] = ()
    figures: Mapping[str, Figure | Sequence[Figure] | None] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)


class Book:
    """The marts of one night as pages ask for them."""

    def __init__(self, marts: Marts, words: Words) -> None:
        self.marts = marts
        self.words = words
        self.phrases = Phrases(words)
        self.site: Row = marts.rows("site")[0]
        self.agencies = marts.rows("agencies")
        self.plans = marts.rows("plans")
        self.units = marts.rows("units")
        self.plan = {row["plan_key"]: row for row in self.plans}
        self.agency_folder = addresses((row["agency_key"] for row in self.agencies), _RESERVED)

    def rows_of(self, name: str, key: str) -> Mapping[Any, list[Row]]:
        """Rows of a mart by one of its columns, grouped once."""
        if (name, key) not in self._groups:
            self._groups[name, key] = self.marts.by(name, key)
        return self._groups[name, key]

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Mapping[Any, list[Row]]]:
        return {}

    @cached_property
    def agency_pages(self) -> Mapping[str, str]:
        """agency_key -> path."""
        return {key: f"{folder}/index.html" for key, folder in self.agency_folder.items()}

    @cached_property
    def plan_pages(self) -> Mapping[str, str]:
        """plan_key -> path; a plan of an agency without a page has none."""
        names = addresses(row["plan_key"] for row in self.plans)
        return {
            row["plan_key"]: f"{self.agency_folder[row['agency_key']]}/ke-hoach-{names[row['plan_key']]}.html"
            for row in self.plans
            if row["agency_key"] in self.agency_folder
        }

    @cached_property
    def unit_pages(self) -> Mapping[str, str]:
        """unit_key -> path."""
        found: dict[str, str] = {}
        for agency_key, units in grouped(self.units, "agency_key").items():
            if agency_key not in self.agency_folder:
                continue
            own = {row["unit_key"]: row["unit_key"].removeprefix(agency_key) for row in units}
            names = addresses(own.values())
            found |= {key: f"{self.agency_folder[agency_key]}/don-vi-{names[name]}.html" for key, name in own.items()}
        return found

    @cached_property
    def report_pages(self) -> Mapping[str, str]:
        """agency_key -> path of its board; an agency whose units neither owe nor sent a report has none."""
        periods = self.rows_of("report_periods", "agency_key")
        return {key: f"{folder}/bao-cao.html" for key, folder in self.agency_folder.items() if periods[key]}

    @cached_property
    def digest_agencies(self) -> frozenset[str]:
        """Agencies of which any plan came as a digest."""
        named = {row["agency_key"] for row in self.plans if row["is_digest"]}
        return frozenset(named | {row["agency_key"] for row in self.agencies if row["has_digest"]})

    @cached_property
    def simulated_agencies(self) -> frozenset[str]:
        """Agencies that are made up as a whole."""
        return frozenset(row["agency_key"] for row in self.agencies if row["is_simulated"])

    def says_simulated(self, caption: str, rows: Iterable[Row]) -> str:
        """The caption of a chart; where a real agency's results in it are made up, it says so."""
        if any(row["is_simulated"] and row["agency_key"] not in self.simulated_agencies for row in rows):
            return f"{caption} {self.words.common.simulated_note}"
        return caption

    def past_plans_note(self, plans: Iterable[Row]) -> str | None:
        """That plans of years ago ask for nothing now, where there are some."""
        first = self.site["as_of_date"].year - 1
        if any(row["period_end"] is not None and row["period_end"] < first for row in plans):
            return self.words.common.past_plans.format(year=first)  # type: ignore[no-any-return]
        return None

    @cached_property
    def with_simulated_results(self) -> frozenset[str]:
        """Agencies of which results are made up, be they real or not."""
        return self.simulated_agencies | {row["agency_key"] for row in self.agencies if row["has_simulated_results"]}

    @cached_property
    def site_banners(self) -> list[str]:
        """Warnings of the pages on which all agencies meet."""
        flags = {"sample": "is_sample", "simulated_site": "has_simulated", "digest_site": "has_digest"}
        return [banner for banner, flag in flags.items() if self.site[flag]]

    def is_reporting(self, agency: Row) -> bool:
        """Whether any unit of an agency owes or owed a report; without one, its zeros say nothing about it."""
        targets = self.rows_of("plan_targets", "agency_key")[agency["agency_key"]]
        return bool(agency["reports_due"] or any(row["units_concerned"] or row["units_reported"] for row in targets))

    def plan_title(self, plan: Row) -> str:
        """How a plan is called where there is little room: its number, else its title, else its key."""
        return plan["number"] or plan["title"] or plan["plan_key"]  # type: ignore[no-any-return]

    def item_page(self, row: Row) -> str | None:
        """Where a thing that needs attention is shown in full."""
        if row["plan_key"] in self.plan_pages and row["kind"] != "report":
            anchor = f"#{row['item_no']}" if row["item_no"] else ""
            return f"{self.plan_pages[row['plan_key']]}{anchor}"
        return self.unit_pages.get(row["unit_key"])


def addresses(keys: Iterable[str], reserved: frozenset[str] = frozenset()) -> dict[str, str]:
    """A file name for each key: small ASCII letters, digits, dashes; different keys never share one."""
    names: dict[str, str] = {}
    taken = set(reserved)
    for key in sorted(set(keys)):
        plain = unicodedata.normalize("NFD", key.casefold().replace("đ", "d"))
        base = re.sub(r"[^a-z0-9_]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
        base = base[:_NAME_LENGTH] or "x"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        names[key] = name
    return names
