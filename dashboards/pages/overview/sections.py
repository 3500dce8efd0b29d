"""The lists of an overview: the worst few of each with a way to all of them. The file that is sent on leads nowhere, so
there each list is whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from dashboards.blocks.layout import Block, Section, Sheet, Text
from dashboards.blocks.table import Cell, Table
from dashboards.origins import Origins
from dashboards.pages import horizon
from dashboards.pages.book import CHANGES_PAGE, Book
from dashboards.pages.changes import page as changes
from dashboards.pages.overview import all_agencies, tables, unjudged
from dashboards.pages.overview import sentences as overview_sentences
from dashboards.pages.standing import AgencyStanding
from dashboards.row import Row
from dashboards.theme import formats


class Shown(NamedTuple):
    """How many rows are read in a minute on a screen, and how many of them two sheets of paper hold when no section is
    empty."""

    screen: int
    paper: int


_WORST: Final = Shown(8, 6)
# The page of all begins with a table of agencies.
_WORST_OF_ALL: Final = Shown(8, 5)
_LISTED: Final = Shown(6, 3)
# Given where the figures come from, and how many rows are shown: None for all.
Make = Callable[[Origins, int | None], Table]


class Sections:
    """Makes the lists of one overview; is_whole: each with all its rows."""

    def __init__(self, book: Book, *, is_whole: bool) -> None:
        self._book, self._is_whole = book, is_whole
        self._words = book.words.overview
        self.origins = book.origins()

    def _few(self, make: Make, shown: Shown, *, is_counted_below: bool = False) -> list[Block]:
        """The first few and how many more there are, on a screen unless a link below says it; the files beside the page
        hold them all."""
        if self._is_whole:
            return [Sheet(_in_full(make(self.origins, None)))]
        table, whole = make(self.origins, shown.screen), make(self._book.origins(), None)
        rest = [] if is_counted_below else [self._rest(whole, shown.screen, "screen")]
        rest.append(self._rest(whole, shown.paper, "paper"))
        return [Sheet(_printed(table, shown.paper), whole), *(text for text in rest if text)]

    def _rest(self, whole: Table, shown: int, tone: Literal["screen", "paper"]) -> Text | None:
        """How many rows more there are than are shown."""
        left = len(whole.lines) - shown
        return Text(self._words.more.format(n=formats.number(left)), tone) if left > 0 else None

    def _all_on(self, key: str, name: str) -> Text:
        """To the page that has them all."""
        said = self._words.all_on.format(page=self._book.words.nav[name])
        return Text(said, "beside", href=self._book.agency_path(key, name))

    def worst(self, present: Sequence[AgencyStanding], more: Sequence[Block]) -> Section:
        """The worst items of all agencies."""
        blocks = self._few(lambda *of: all_agencies.worst(self._book, present, *of), _WORST_OF_ALL)
        return Section("nang-nhat", self._words.worst_title, [*blocks, *more])

    def targets(self, standing: AgencyStanding, more: Sequence[Block]) -> Section:
        """What is missed or may be; that nothing was judged is no good news, and is said as what it is."""
        book, words, rows = self._book, self._words, standing.in_danger
        if not standing.judged:
            return Section("chi-tieu", words.targets_heading, [*unjudged.blocks(book, standing), *more])
        blocks = self._few(lambda *of: tables.targets(book, rows, *of), _WORST) if rows else []
        link = [self._all_on(standing.agency["agency_key"], "targets")] if rows else []
        blocks = [*blocks, *more, *link] or [Text(words.targets_calm, "empty")]
        return Section("chi-tieu", words.targets_title, blocks)

    def silent(self, standing: AgencyStanding) -> Section:
        """Reports that did not come; none, no section."""
        rows, is_past, key = standing.silent, standing.is_past, standing.agency["agency_key"]
        blocks = self._few(lambda *of: tables.silent(self._book, rows, *of, is_past=is_past), _LISTED)
        return Section(
            "chua-bao-cao", self._words.silent_title, [*blocks, self._all_on(key, "reports")] if rows else []
        )

    def overdue(self, standing: AgencyStanding, more: Sequence[Block]) -> Section:
        """Units that lead an overdue task; none, no section."""
        rows, is_past, key = standing.overdue, standing.is_past, standing.agency["agency_key"]
        blocks = self._few(lambda *of: tables.overdue(self._book, rows, *of, is_past=is_past), _LISTED)
        blocks = [*blocks, *more, self._all_on(key, "tasks")] if rows else []
        title = self._words.overdue_title_ended if is_past else self._words.overdue_title
        return Section("nhiem-vu", title, blocks)

    def upcoming(self, rows: Sequence[Row], *, is_root: bool) -> Section:
        """The coming month; where it asks for nothing, what comes next."""
        book, words = self._book, self._words
        title = words.upcoming_title.format(days=horizon.NEAR)
        near = sorted((row for row in rows if row["days_left"] <= horizon.NEAR), key=lambda row: row["days_left"])
        if near:
            parts = tables.alike(near)
            blocks = self._few(lambda *of: tables.upcoming(book, parts, *of, is_root=is_root), _LISTED)
            return Section("sap-toi", title, [*blocks, Text(words.without_own, "note")])
        nearest = min(rows, key=lambda row: row["days_left"], default=None)
        said = overview_sentences.nothing_due(book, nearest)
        return Section("sap-toi", title, [Text(f"{said} {words.without_own}")])

    def changes(self, rows: Sequence[Row], page: str) -> Section:
        """What the night brought, and the page that has it all."""
        book, words = self._book, self._book.words.changes
        if not rows:
            first = book.site["previous_night_at"] is None
            return Section("dem-qua", changes.title(book), [Text(words.first_night if first else words.none)])
        is_of_all = page == CHANGES_PAGE
        blocks = self._few(
            lambda *of: changes.few(book, rows, *of, is_of_all=is_of_all), _LISTED, is_counted_below=True
        )
        link = Text(words.all_of.format(n=formats.number(len(rows))), "beside", href=page)
        return Section("dem-qua", changes.title(book), [*blocks, link])

    def indices(self, table: Table | None) -> Section:
        """The three indices of the province."""
        if table is None:
            return Section("ba-chi-so", self._words.indices, [])
        note = [Text(self._words.indices_note, "note")] if table.lines else []
        return Section("ba-chi-so", self._words.indices, [Sheet(table), *note])


def _printed(table: Table, count: int) -> Table:
    """The table of which only the first rows are printed."""
    lines = [replace(line, is_on_paper=place < count) for place, line in enumerate(table.lines)]
    return replace(table, groups=[replace(table.groups[0], lines=lines)])


def _in_full(table: Table) -> Table:
    """Names that a page cuts short, because they lead to where they stand in full, spelled out."""
    groups = [
        replace(group, lines=[replace(line, cells=[_spelled(cell) for cell in line.cells]) for line in group.lines])
        for group in table.groups
    ]
    return replace(table, groups=groups)


def _spelled(cell: Cell) -> Cell:
    return replace(cell, text=cell.value) if isinstance(cell.value, str) and cell.text.endswith("…") else cell
