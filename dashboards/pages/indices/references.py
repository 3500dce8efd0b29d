"""What a page of an index rests on: the frameworks by their years, and who published the figures."""

from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.pages import cells
from dashboards.pages.indices.subject import Subject
from dashboards.row import Row
from dashboards.theme import formats


def frameworks(subject: Subject) -> Table:
    """The frameworks by their years."""
    words, present = subject.book.words, subject.book.site["as_of_date"].year
    columns = [Column(words.column.framework, "name"), Column(words.column.years_valid)]
    columns += [Column(words.column.components, "number"), Column(words.column.max_points, "number")]
    columns += [Column(words.column.decision), Column(words.column.comparable, "wide")]
    rows = [
        [
            Cell(subject.book.phrases.framework(row["framework_version"])),
            Cell(subject.book.phrases.framework_years(row, present)),
            cells.count(row["component_count"]),
            Cell(formats.number(row["max_points"]), row["max_points"]),
            Cell(row["decision"] or formats.DASH),
            Cell(_comparable(subject, row), lines=[row["note"]] if row["note"] else []),
        ]
        for row in subject.frameworks
    ]
    return plain("khung", words.index.breaks, columns, rows, words.index.breaks_none)


def _comparable(subject: Subject, row: Row) -> str:
    words = subject.book.words.index
    known = {"true": words.comparable_yes, "false": words.comparable_no}
    if row is subject.frameworks[0]:
        return str(words.comparable_first)
    return str(known.get(row["comparable_with_previous"], words.comparable_unknown))


def sources(subject: Subject) -> Table:
    """Where the figures were published, by the numbers that the tables name."""
    words = subject.book.words
    columns = [Column(words.index.source_number, "name"), Column(words.column.source, "wide")]
    columns += [Column(words.index.address, "wide"), Column(words.index.source_basis)]
    lines = [
        Line(
            [
                Cell(words.index.source_no.format(n=number)),
                Cell(title or formats.DASH),
                _address(url),
                Cell(words.index.basis.get(basis, basis)),
            ],
            anchor=f"nguon-{number}",
        )
        for (title, url, basis), number in subject.sources.items()
    ]
    return Table("nguon-so-lieu", words.index.sources, columns, [Group(lines)])


def _address(url: str) -> Cell:
    """An address to follow; anything but a plain https address is text."""
    return Cell(url or formats.DASH, href=url if url.startswith("https://") and " " not in url else None)
