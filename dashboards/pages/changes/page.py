"""What changed since the last published night: reports, figures, lines held back, files; tasks that became overdue."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dashboards.blocks.layout import Attached, Block, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import CHANGES_PAGE, Book
from dashboards.pages.changes.rows import change
from dashboards.pages.page import Page
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

# As people ask: what is another figure than yesterday, what could not be used, what is late, what is new.
KINDS: Final = ("corrected", "held_back", "withdrawn", "overdue", "new", "sent_again", "file_taken_away")
# A page of thousands of rows opens on no phone; the files beside the page hold them all.
_SHOWN: Final = 100
_NEWEST: Final = 3


def pages(book: Book) -> Iterator[Page]:
    """A page of counts for all agencies, and one of all its changes for each; they say so where no night was before."""
    changes = book.rows_of("changes", "agency_key")
    origins = book.origins()
    yield Page(
        path=CHANGES_PAGE,
        title=title(book),
        crumbs=[(book.words.nav.overview, "index.html")],
        banners=book.labels.of_site(),
        sections=[
            Section("dau-trang", "", _lead(book, book.marts.rows("changes"))),
            Section("theo-co-quan", book.words.changes.by_agency, _of_all(book, changes)),
            Section("moi-nhat", book.words.changes.newest, _newest(book, changes, origins)),
        ],
        origins=origins,
    )
    for agency in book.agencies:
        yield _agency(book, agency, changes[agency["agency_key"]])


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows by kind, as people ask."""
    groups = grouped(rows, "change_kind")
    return [row for kind in _kinds(rows) for row in groups[kind]]


def _kinds(rows: Sequence[Row]) -> Sequence[str]:
    """Every kind there is, and after them those that no page knows yet."""
    return [*KINDS, *sorted({row["change_kind"] for row in rows} - set(KINDS))]


def table(book: Book, table_id: str, caption: str, rows: Sequence[Row], origins: Origins, shown: int) -> Table:
    """Changes under their kinds, of each the first few."""
    words = book.words
    columns = [Column(words.column.unit, "name"), Column(words.column.period), Column(words.column.what, "wide")]
    columns += [Column(words.changes.before), Column(words.changes.after)]
    groups = [
        Group(
            [Line(change(book, row, origins, is_placed=True)) for row in own[:shown]],
            _title(book, kind, len(own)),
            f"{table_id}-{kind}",
        )
        for kind, own in grouped(in_order(rows), "change_kind").items()
    ]
    return Table(table_id, caption, columns, groups)


def few(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None, *, is_of_all: bool = False) -> Table:
    """The first few, in the order in which people ask."""
    columns = table(book, "", "", [], origins, 0).columns
    return plain(
        "thay-doi-it", title(book), columns, _named(book, in_order(rows)[:shown], origins, is_of_all=is_of_all)
    )


def _named(book: Book, rows: Sequence[Row], origins: Origins, *, is_of_all: bool) -> Sequence[Sequence[Cell]]:
    """Changes that each say of which kind they are."""
    kinds = [book.words.change_kind.get(row["change_kind"], row["change_kind"]) for row in rows]
    told = zip(rows, kinds, strict=True)
    return [change(book, row, origins, [kind], is_of_all=is_of_all) for row, kind in told]


def _title(book: Book, kind: str, count: int) -> str:
    name = book.words.change_kind.get(kind, kind)
    return book.words.common.group_count.format(name=name, n=formats.number(count))


def title(book: Book) -> str:
    """Since which published night."""
    words, night = book.words.changes, book.site["previous_night_at"]
    if night is None:
        return words.title_first
    return words.title.format(date=formats.instant_day(night))


def _lead(book: Book, rows: Sequence[Row]) -> Sequence[Block]:
    words, since = book.words.changes, book.phrases.since(book.site)
    if book.site["previous_night_at"] is None:
        return [Text(since, "lead")]
    if not rows:
        return [Text(f"{since} {words.none}", "lead"), Text(words.scope, "note")]
    return [Text(f"{since} {words.count.format(n=formats.number(len(rows)))}", "lead"), Text(words.scope, "note")]


def _of_all(book: Book, changes: Mapping[str | None, Sequence[Row]]) -> Sequence[Block]:
    """How many of each kind, agency by agency, those without any left out."""
    words, kinds = book.words, _kinds(book.marts.rows("changes"))
    columns = [Column(words.column.agency, "name")]
    columns += [Column(words.change_kind.get(kind, kind), "number") for kind in kinds]
    rows = []
    named = [
        Cell(name, href=book.agency_path(key, "changes"), flags=book.labels.of_agency_row(key))
        for key, name in book.agency_names.items()
    ]
    for key, name in zip([*book.agency_names, None], [*named, Cell(words.changes.no_agency)], strict=True):
        own = grouped(changes[key], "change_kind")
        rows += [[name, *(cells.count(len(own[kind])) for kind in kinds)]] if own else []
    return [Sheet(plain("thay-doi-co-quan", words.changes.by_agency, columns, rows))] if rows else []


def _newest(book: Book, changes: Mapping[str | None, Sequence[Row]], origins: Origins) -> Sequence[Block]:
    """The first few of each agency, in the order in which people ask."""
    columns = table(book, "", "", [], origins, 0).columns
    groups = []
    for agency in book.agencies:
        rows = in_order(changes[agency["agency_key"]])[:_NEWEST]
        lines = [Line(line) for line in _named(book, rows, origins, is_of_all=True)]
        groups += [Group(lines, agency["agency_name"])] if lines else []
    return [Sheet(Table("thay-doi-moi", book.words.changes.newest, columns, groups))] if groups else []


def _agency(book: Book, agency: Row, rows: Sequence[Row]) -> Page:
    key, origins = agency["agency_key"], book.origins()
    words = book.words.changes
    blocks: list[Block] = []
    if rows:
        more = any(len(own) > _SHOWN for own in grouped(rows, "change_kind").values())
        blocks = [Sheet(table(book, "thay-doi", title(book), rows, origins, _SHOWN))]
        if more:
            whole = table(book, "thay-doi-tat-ca", title(book), rows, book.origins(), len(rows))
            blocks += [Attached(whole), Text(words.more.format(n=formats.number(_SHOWN)), "note")]
    return Page(
        path=book.agency_path(key, "changes"),
        title=title(book),
        agency_key=key,
        crumbs=[(agency["agency_name"], book.agency_pages[key])],
        banners=book.labels.of_agency(key, rows),
        sections=[Section("dau-trang", "", _lead(book, rows)), Section("danh-sach", words.list, blocks)],
        origins=origins,
    )
