"""What changed since the last published night: new reports, corrected figures, lines held back, files taken back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboards.pages.book import CHANGES_PAGE, Book, Page
from dashboards.queries.marts import grouped
from dashboards.row import Row

# As people ask: what is another figure than yesterday, what could not be used, what is new.
KINDS = ("corrected", "held_back", "withdrawn", "new", "sent_again", "file_taken_away")
# A page of thousands of rows opens on no phone; the rest is in the warehouse, and the page says so.
_SHOWN = 200


def pages(book: Book) -> Iterator[Page]:
    """One page; it says so where there was no night before."""
    yield Page(
        path=CHANGES_PAGE,
        title=book.words.changes.title,
        template="changes.html.j2",
        crumbs=[(book.words.nav.overview, "index.html")],
        banners=book.site_banners,
        context={"changes": by_kind(book.marts.rows("changes"), _SHOWN)},
    )


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows by kind, as people ask."""
    return [row for group in by_kind(rows, len(rows)) for row in group["rows"]]


def by_kind(rows: Sequence[Row], shown: int) -> list[Mapping[str, Any]]:
    """Each kind that occurs with its first rows, and how many more there are."""
    groups = grouped(rows, "change_kind")
    kinds = [*KINDS, *sorted(set(groups) - set(KINDS))]
    return [
        {"kind": kind, "rows": groups[kind][:shown], "count": len(groups[kind]), "more": len(groups[kind]) > shown}
        for kind in kinds
        if groups[kind]
    ]
