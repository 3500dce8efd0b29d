"""The province of an agency as the three indices know it: its own rows, and the provinces it came from or became."""

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
    """Provinces of other names that the agency's province came from or became, each once."""
    rows = [row for row in book.rows_of("province_relations", "agency_key")[agency_key] if not row["is_same_name"]]
    once = {(row["relation"], row["other_province_key"]): row for row in sorted(rows, key=lambda row: -row["steps"])}
    return sorted(once.values(), key=lambda row: (row["succession_date"], collation_key(row["other_province_name"])))


def related_scores(book: Book, agency_key: str, index: str, component: str) -> Mapping[str, Sequence[Row]]:
    """Rows of those provinces, by name; none is ever joined to the agency's own. A province that it became is shown
    before the merger too, when it was another of the same name."""
    found: dict[str, Sequence[Row]] = {}
    everything = book.rows_of("index_scores", "index_code")[index]
    for relation in relations(book, agency_key):
        rows = [row for row in everything if row["component_code"] == component and _is_of(row, relation)]
        if rows:
            found[relation["other_province_name"]] = sorted(rows, key=lambda row: row["year"])
    return found


def _is_of(row: Row, relation: Row) -> bool:
    if row["province_key"] == relation["other_province_key"]:
        return True
    return bool(relation["relation"] == "successor" and row["territory"] == relation["other_province_name"])
