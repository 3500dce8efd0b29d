"""One index of one province, with all that its page draws: scores, spread, breaks, the agency's own work, sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from dashboards.blocks.table import Origin
from dashboards.figures.year_axis import Break
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.indices import mergers, provinces
from dashboards.pages.indices.provinces import TOTAL
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET_JUDGED

# Lines of an origin that stand on the page: score, rank, how many provinces, the year before.
_LINES_TOTAL, _LINES_COMPONENT = 6, 2


# States of a target that only a result can give.
_TOLD = frozenset({*TARGET_JUDGED, "nothing_arose"})


@dataclass(frozen=True, slots=True)
class Subject:
    """sources: (title, address, how the figure was read) -> number, in the order in which the page shows them."""

    book: Book
    agency: Row
    index: str
    path: str
    rows: Sequence[Row]
    statistics: Sequence[Row]
    frameworks: Sequence[Row]
    relations: Sequence[Row]
    cells: Sequence[Row]
    items: Sequence[Row]
    origins: Origins
    sources: dict[tuple[str, str, str], int] = field(default_factory=dict)

    @property
    def territory(self) -> str:
        """Its short name, as the latest figures carry it."""
        return str(self._newest_first[0]["territory"])

    @property
    def province(self) -> str:
        """Its name in a sentence: "tỉnh An Hòa"."""
        full = next((row["full_name"] for row in self._newest_first if row["full_name"]), None)
        return f"{full[0].lower()}{full[1:]}" if full else self.territory

    @property
    def _newest_first(self) -> list[Row]:
        """Its rows by year, the latest first; within a year the whole index before its components."""
        return sorted(self.rows, key=lambda row: -row["year"])

    def of(self, component: str) -> list[Row]:
        """Its rows of one component, by year."""
        return [row for row in self.rows if row["component_code"] == component]

    def spread(self, component: str, unit: str | None) -> list[Row]:
        """Statistics of all provinces of one component, in the unit of its scores."""
        found = [row for row in self.statistics if row["component_code"] == component]
        return [row for row in found if unit is None or row["unit"] == unit]

    def former(self, component: str) -> Mapping[str, Sequence[Row]]:
        """Rows of the provinces it came from, became or was merged with."""
        return provinces.related_scores(self.book, self.agency["agency_key"], self.index, component)

    def statistic(self, row: Row, name: str) -> Row | None:
        """One statistic beside a score: of the same component, year and unit."""
        found = (part for part in self.spread(row["component_code"], row["unit"]) if part["year"] == row["year"])
        return next((part for part in found if part["statistic"] == name), None)

    @property
    def breaks(self) -> list[Break]:
        """First years of frameworks, and of the provinces after a merger."""
        found = {mark.year: mark for mark in self.frameworks_breaks}
        for merger in self.mergers:
            word = self.book.words.index.merger_line.format(day=formats.day(merger))
            found[merger.year] = Break(merger.year, word)
        return [found[year] for year in sorted(found)]

    @property
    def frameworks_breaks(self) -> list[Break]:
        """First years of frameworks, but of those found to be much as the one before."""
        word = self.book.words.index.break_line
        changed = [row for row in self.frameworks if row["comparable_with_previous"] != "true"]
        years = sorted({row["year_from"] for row in changed if row["year_from"] is not None})
        return [Break(year, word.format(year=year)) for year in years]

    def is_comparable(self, row: Row) -> bool:
        """Whether the framework of a score is found to be much as the one before."""
        found = (part for part in self.frameworks if part["framework_version"] == row["framework_version"])
        return any(part["comparable_with_previous"] == "true" for part in found)

    @property
    def mergers(self) -> list[date]:
        """Days on which its territory changed."""
        return mergers.days(self.relations)

    @property
    def work_year(self) -> int | None:
        """The year of which the agency's own targets and results are shown: the last that anything was said of, else
        the latest that is not ahead."""
        past = [row for row in self.items if row["year"] <= self.book.site["as_of_date"].year]
        told = [row["year"] for row in past if self._is_told(row)]
        return max(told or [row["year"] for row in past], default=None)

    @property
    def is_work_past(self) -> bool:
        """Whether a later year that is not ahead holds work of which nothing is said yet."""
        present = self.book.site["as_of_date"].year
        return any((self.work_year or present) < row["year"] <= present for row in self.items)

    def _is_told(self, row: Row) -> bool:
        """Whether a year of an item says anything: a result, a target that was judged, a task somebody reported on."""
        if row["item"] == "task":
            return self.book.is_task_told(row["plan_key"], row["item_no"])
        return row["item"] == "result" or (row["item"] == "target" and row["status"] in _TOLD)

    def source_no(self, row: Row) -> int | None:
        """The number of a row's source in the list at the foot of the page."""
        if not (row["source_title"] or row["source_url"]):
            return None
        return self.source(row["source_title"] or "", row["source_url"] or "", row["basis"] or "")

    def source(self, title: str, url: str, basis: str = "") -> int:
        """The number of a source, a new one at the end of the list."""
        return self.sources.setdefault((title, url, basis), len(self.sources) + 1)

    def origin(self, row: Row) -> Origin | None:
        """Where a score comes from; of a component the first lines, as there are many."""
        shown = _LINES_TOTAL if row["component_code"] == TOTAL else _LINES_COMPONENT
        return self.origins.of("fct_index_score", row["index_score_key"], shown=shown)

    def origin_id(self, row: Row) -> str | None:
        """The same for a point of a chart."""
        origin = self.origin(row)
        return origin.origin_id if origin else None


def subject(book: Book, agency: Row, index: str, origins: Origins | None = None) -> Subject | None:
    """None where the collection has nothing of the index for the agency's province; origins: of a page that shows
    several provinces."""
    key = agency["agency_key"]
    rows = provinces.scores(book, key, index)
    if not rows:
        return None

    def mine(name: str) -> list[Row]:
        return [row for row in book.rows_of(name, "agency_key")[key] if row["index_code"] == index]

    return Subject(
        book=book,
        agency=agency,
        index=index,
        path=book.agency_path(key, index),
        rows=rows,
        statistics=book.rows_of("index_statistics", "index_code")[index],
        frameworks=book.rows_of("index_breaks", "index_code")[index],
        relations=provinces.relations(book, key),
        cells=mine("yardsticks"),
        items=mine("yardstick_items"),
        origins=origins or book.origins(),
    )


def changed(row: Row) -> Decimal | None:
    """How far a score lies from that of the year before, as both are printed."""
    by = row["change_from_previous"]
    return None if by is None else formats.difference(row["value"], row["value"] - by)


def latest(rows: Sequence[Row], name: str = "value") -> Row | None:
    """The last year of which a figure is known."""
    return max((row for row in rows if row[name] is not None), key=lambda row: row["year"], default=None)
