"""What all pages share: the marts with their groups, the phrases, the address of every page.

A page module turns this into pages; nothing is written here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboards.origins import Origins
from dashboards.pages.addresses import AGENCY_PAGES, RESERVED, SITE_PAGES, addresses, in_folders
from dashboards.pages.force import ended_before
from dashboards.pages.labels import Labels
from dashboards.queries.marts import Marts
from dashboards.row import Row
from dashboards.theme.formats import DASH
from dashboards.theme.phrases import Phrases
from dashboards.theme.words import Words

QUALITY_PAGE = SITE_PAGES["quality"]
CHANGES_PAGE = SITE_PAGES["changes"]


@dataclass(frozen=True, slots=True)
class Checks:
    """How the data tests of the night ended: how many were run, how many of them warned."""

    run: int
    warned: int


def indicator_anchor(indicator_code: str) -> str:
    """The place of an indicator on a page that explains it."""
    return f"cttd-{addresses([indicator_code])[indicator_code]}"


class Book:
    """The marts of one night as pages ask for them."""

    def __init__(self, marts: Marts, words: Words, checks: Checks | None = None) -> None:
        self.marts = marts
        self.checks = checks
        self.words = words
        self.phrases = Phrases(words)
        self.site: Row = marts.rows("site")[0]
        self.agencies = marts.rows("agencies")
        self.plans = marts.rows("plans")
        self.units = marts.rows("units")
        self.plan = {row["plan_key"]: row for row in self.plans}
        self.unit = {row["unit_key"]: row for row in self.units}
        self.labels = Labels(self.site, self.agencies, self.plans, words)
        self.agency_folder = addresses((row["agency_key"] for row in self.agencies), RESERVED)

    def rows_of(self, name: str, *keys: str) -> Mapping[Any, list[Row]]:
        """Rows of a mart by one of its columns, or by several, grouped once."""
        if (name, *keys) not in self._groups:
            self._groups[name, *keys] = self.marts.by(name, *keys)
        return self._groups[name, *keys]

    @cached_property
    def _groups(self) -> dict[tuple[str, ...], Mapping[Any, list[Row]]]:
        return {}

    @cached_property
    def agency_pages(self) -> Mapping[str, str]:
        """agency_key -> path."""
        return {key: f"{folder}/index.html" for key, folder in self.agency_folder.items()}

    @cached_property
    def agency_names(self) -> Mapping[str, str]:
        """agency_key -> name."""
        return {row["agency_key"]: row["agency_name"] for row in self.agencies}

    @cached_property
    def plan_pages(self) -> Mapping[str, str]:
        """plan_key -> path; a plan of an agency without a page has none."""
        keys = [(row["agency_key"], row["plan_key"]) for row in self.plans]
        return in_folders(keys, self.agency_folder, "ke-hoach")

    @cached_property
    def unit_pages(self) -> Mapping[str, str]:
        """unit_key -> path."""
        keys = [(row["agency_key"], row["unit_key"]) for row in self.units]
        return in_folders(keys, self.agency_folder, "don-vi")

    def agency_path(self, agency_key: str, name: str) -> str:
        """Path of one of the pages that every agency has, by its name in AGENCY_PAGES."""
        return f"{self.agency_folder[agency_key]}/{AGENCY_PAGES[name]}"

    @cached_property
    def target_pages(self) -> Mapping[tuple[str, str], str]:
        """(plan_key, target_no) -> path of the page of a target of which a period was judged; a figure that its plan
        prints again has none of its own."""
        judged = [row for row in self.marts.rows("plan_targets") if row["period_key"] and not row["is_repeat"]]
        keys = {f"{row['plan_key']}/{row['target_no']}": row for row in judged}
        owned = [(row["agency_key"], key) for key, row in keys.items()]
        paths = in_folders(owned, self.agency_folder, "chi-tieu")
        return {(keys[key]["plan_key"], keys[key]["target_no"]): path for key, path in paths.items()}

    def target_page(self, plan_key: str, target_no: str) -> str | None:
        """Where a target is shown with all that is known of it: its page, else its row on the page of its plan."""
        path = self.target_pages.get((plan_key, self.counted_as(plan_key, target_no)))
        plan = self.plan_pages.get(plan_key)
        return path or (f"{plan}#{target_no}" if plan else None)

    def counted_as(self, plan_key: str, target_no: str) -> str:
        """The number under which a figure counts that its plan prints again; else its own."""
        return self._printed_first.get((plan_key, target_no), target_no)

    @cached_property
    def _printed_first(self) -> Mapping[tuple[str, str], str]:
        """A target that its plan prints again -> the number under which it is counted."""
        rows = self.marts.rows("plan_targets")
        counted = {(row["plan_key"], row["commitment_key"]): row["target_no"] for row in rows if not row["is_repeat"]}
        return {
            (row["plan_key"], row["target_no"]): counted[row["plan_key"], row["commitment_key"]]
            for row in rows
            if row["is_repeat"] and (row["plan_key"], row["commitment_key"]) in counted
        }

    @cached_property
    def task(self) -> Mapping[tuple[str, str], Row]:
        """(plan_key, task_no) -> the task."""
        return {(row["plan_key"], row["task_no"]): row for row in self.marts.rows("plan_tasks")}

    def task_page(self, plan_key: str, task_no: str) -> str | None:
        """Where a task is shown in full."""
        path = self.plan_pages.get(plan_key)
        return f"{path}#{task_no}" if path else None

    def indicator_page(self, agency_key: str | None, indicator_code: str) -> str:
        """Where an indicator is explained: on the page of an agency, or of all."""
        page = SITE_PAGES["glossary"] if agency_key is None else self.agency_path(agency_key, "glossary")
        return f"{page}#{indicator_anchor(indicator_code)}"

    def navigation(self, agency_key: str | None, built: frozenset[str]) -> list[tuple[str, str]]:
        """(title, path) of the pages that every page of an agency leads to, or every page of the whole site.

        built: paths of all pages there are; an agency without a province has none of the indices.
        """
        if agency_key is None:
            found = [(self.words.nav[name], path) for name, path in SITE_PAGES.items()]
        else:
            found = [(self.words.nav[name], self.agency_path(agency_key, name)) for name in AGENCY_PAGES]
            found.append((self.words.nav.all_agencies, SITE_PAGES["overview"]))
        return [(title, path) for title, path in found if path in built]

    def origins(self) -> Origins:
        """A collector for one page."""
        return Origins(self.rows_of("origins", "row_id"))

    def is_task_told(self, plan_key: str, task_no: str) -> bool:
        """Whether any report speaks of a task, whatever it says: no state tells it, as a task that was reported as not
        begun is overdue like one of which nothing came."""
        lines = self.rows_of("origins", "row_id")[f"fct_task_status/{plan_key}/{task_no}"]
        return any(line["role"] == "task_word" for line in lines)

    @cached_property
    def report_pages(self) -> Mapping[str, str]:
        """agency_key -> path of its board."""
        return {key: self.agency_path(key, "reports") for key in self.agency_folder}

    @property
    def first_year(self) -> int:
        """Plans that ended before this year ask for nothing now."""
        year: int = self.site["as_of_date"].year - 1
        return year

    def has_ended(self, plan: Row) -> bool:
        """Whether the years of a plan lie before that of the figures; open-ended ones go on."""
        return ended_before(plan, self.site["as_of_date"].year)

    def past_plans_note(self, plans: Iterable[Row]) -> str | None:
        """That plans of years ago are not counted, where there are some beside others."""
        first = self.first_year
        if any(row["is_in_force"] and not row["is_counted"] for row in plans):
            return self.words.common.past_plans.format(year=first)
        return None

    def is_reporting(self, agency_key: str) -> bool:
        """Whether any unit of an agency owes, owed or will owe a report; without one, its zeros say nothing."""
        return any(row["expected"] for row in self.rows_of("report_periods", "agency_key")[agency_key])

    def plan_title(self, plan: Row) -> str:
        """How a plan is called where there is little room: its number, else its title, else its key."""
        return plan["number"] or plan["title"] or plan["plan_key"]

    def owner(self, row: Row) -> str | None:
        """The agency that a row speaks of, by its own key, its plan or its unit."""
        plan, unit = self.plan.get(row.get("plan_key")), self.unit.get(row.get("unit_key"))
        return row.get("agency_key") or (plan or unit or {}).get("agency_key")

    def unit_name(self, row: Row) -> str:
        """How a unit is called: its name, else its key."""
        return row["unit_name"] or row["unit_key"] or DASH
