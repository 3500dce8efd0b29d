"""The province of an agency as the three indices know it: its own rows, and the provinces it came from, became
or was merged with."""

from collections.abc import Mapping, Sequence

from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme.collation import collation_key

INDICES = ("PAR_INDEX", "SIPAS", "PAPI")
TOTAL = "TOTAL"


def scores(book: Book, agency_key: str, index: str) -> list[Row]:
    """Rows of the agency's province, by component and year; the mart of yardsticks says which they are."""
    cells = book.rows_of("yardsticks", "agency_key")[agency_key]
    keys = {row["index_score_key"] for row in cells if row["index_code"] == index and row["index_score_key"]}
    found = [row for row in book.rows_of("index_scores", "index_code")[index] if row["index_score_key"] in keys]
    return sorted(found, key=lambda row: (row["component_code"] != TOTAL, row["component_code"], row["year"]))


def relations(book: Book, agency_key: str) -> list[Row]:
    """Provinces of other names that the agency's province came from, became or was merged with, each once."""
    rows = [row for row in book.rows_of("province_relations", "agency_key")[agency_key] if not row["is_same_name"]]
    once = {(row["relation"], row["other_province_key"]): row for row in sorted(rows, key=lambda row: -row["steps"])}
    return sorted(once.values(), key=lambda row: (row["succession_date"], collation_key(row["other_province_name"])))


def related_scores(book: Book, agency_key: str, index: str, component: str) -> Mapping[str, Sequence[Row]]:
    """Rows of those provinces, by name: one that it became, and one of the same name that was merged with it, stand
    together. None is ever joined to the agency's own."""
    related = relations(book, agency_key)
    names = {row["other_province_key"]: row["other_province_name"] for row in related}
    found: dict[str, list[Row]] = {name: [] for name in names.values()}
    for row in book.rows_of("index_scores", "index_code")[index]:
        if row["component_code"] == component and row["province_key"] in names:
            found[names[row["province_key"]]].append(row)
    return {name: sorted(rows, key=lambda row: row["year"]) for name, rows in found.items() if rows}
