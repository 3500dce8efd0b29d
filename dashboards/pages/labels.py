"""What is made up and what comes from a digest, said the same way everywhere: the warnings at the top of a page, the
note under a chart, the label of a row."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from dashboards.row import Row
from dashboards.theme.words import Words


class Labels:
    """Of one night; warnings are keys of the block `banner` of the language file."""

    def __init__(self, site: Row, agencies: Sequence[Row], plans: Sequence[Row], words: Words) -> None:
        self._site, self._agencies, self._plans, self._words = site, agencies, plans, words.common

    @cached_property
    def simulated_agencies(self) -> frozenset[str]:
        """Agencies that are made up as a whole."""
        return frozenset(row["agency_key"] for row in self._agencies if row["is_simulated"])

    @cached_property
    def with_simulated_results(self) -> frozenset[str]:
        """Agencies of which results are made up, be they real or not."""
        return self.simulated_agencies | {row["agency_key"] for row in self._agencies if row["has_simulated_results"]}

    @cached_property
    def _digest_agencies(self) -> frozenset[str]:
        """Agencies of which any plan came as a digest."""
        named = {row["agency_key"] for row in self._plans if row["is_digest"]}
        return frozenset(named | {row["agency_key"] for row in self._agencies if row["has_digest"]})

    def of_site(self) -> list[str]:
        """Warnings of the pages on which all agencies meet."""
        flags = {"sample": "is_sample", "simulated_site": "has_simulated", "digest_site": "has_digest"}
        return [banner for banner, flag in flags.items() if self._site[flag]]

    def of_agency(self, agency_key: str, rows: Iterable[Row]) -> list[str]:
        """Warnings of a page of one agency that shows these rows."""
        digest = ["digest_agency"] if agency_key in self._digest_agencies else []
        if agency_key in self.simulated_agencies:
            return ["simulated_whole", *digest]
        return (["simulated_agency"] if any(row.get("is_simulated") for row in rows) else []) + digest

    def of_results(self, agency_key: str) -> list[str]:
        """Warnings of a page that counts or judges all results of an agency, or says that there are none."""
        return self.of_agency(agency_key, [{"is_simulated": agency_key in self.with_simulated_results}])

    def of_plan(self, plan: Row, rows: Iterable[Row]) -> list[str]:
        """Warnings of a page about one plan that shows these rows."""
        digest = ["digest_plan"] if plan["is_digest"] else []
        if plan["agency_key"] in self.simulated_agencies:
            return ["simulated_whole", *digest]
        if plan["is_simulated"]:
            return ["simulated_plan", *digest]
        return (["simulated_results"] if any(row["is_simulated"] for row in rows) else []) + digest

    def under_chart(self, caption: str, rows: Iterable[Row]) -> str:
        """The caption of a chart; where a real agency's results in it are made up, it says so."""
        if any(row["is_simulated"] and row["agency_key"] not in self.simulated_agencies for row in rows):
            return f"{caption} {self._words.simulated_note}"
        return caption

    def of_row(self, row: Row, agency_key: str | None, *, is_of_all: bool = False) -> list[str]:
        """That a row is made up; where its whole agency is, the warning of its pages says it, but none of those of
        all."""
        is_marked = row.get("is_simulated") and (is_of_all or agency_key not in self.simulated_agencies)
        return [self._words.simulated] if is_marked else []

    def of_agency_row(self, agency_key: str | None) -> list[str]:
        """That an agency is made up, or only its results are: said wherever agencies stand side by side."""
        if agency_key in self.simulated_agencies:
            return [self._words.simulated]
        return [self._words.simulated_results] if agency_key in self.with_simulated_results else []

    def of_plan_row(self, plan: Row, rows: Iterable[Row]) -> list[str]:
        """That a plan is made up, or only results counted beside it; nothing where its whole agency is."""
        if plan["agency_key"] in self.simulated_agencies:
            return []
        if plan["is_simulated"]:
            return [self._words.simulated]
        return [self._words.simulated_results] if any(row["is_simulated"] for row in rows) else []
