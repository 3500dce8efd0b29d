"""The mergers of provinces in a sentence: of those that went into a new one, and of one into which others went."""

from collections.abc import Sequence
from datetime import date

from dashboards.pages.book import Book
from dashboards.pages.indices.provinces import relations
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.words import Words


def days(related: Sequence[Row]) -> list[date]:
    """Days on which the territory changed."""
    return sorted({row["succession_date"] for row in related if not row["is_same_territory"]})


def told(related: Sequence[Row], territory: str, words: Words) -> list[str]:
    """A merger is told of those that went into it: what came of the new province on a later day is its own history."""
    said = []
    for day in days(related):
        names: dict[str, list[str]] = {"predecessor": [], "successor": [], "sibling": []}
        for row in related:
            if row["succession_date"] == day and row["steps"] == 1 and not row["is_same_territory"]:
                names[row["relation"]].append(row["other_province_name"])
        facts = {"day": formats.day(day), "territory": territory}
        if names["predecessor"]:
            said.append(words.index.merged_from.format(**facts, others=", ".join(names["predecessor"])))
        if names["successor"]:
            together = ", ".join([territory, *names["sibling"]])
            said.append(
                words.index.merged_into.format(**facts, together=together, others=", ".join(names["successor"]))
            )
    return said


def of_agency(book: Book, agency: Row) -> list[str]:
    """That the province of an agency went into another, or others into it: its pages speak of what was."""
    return _told(agency, relations(book, agency["agency_key"]), book)


def of_plan(book: Book, agency: Row) -> list[str]:
    """That the province of an agency went into another: who was to carry out its plan is no more."""
    related = relations(book, agency["agency_key"])
    return _told(agency, [row for row in related if row["relation"] in ("successor", "sibling")], book)


def _told(agency: Row, related: Sequence[Row], book: Book) -> list[str]:
    return told(related, agency["province_name"], book.words) if agency["province_name"] else []
