"""Tables as pages carry them: what a person reads in each cell, and the value that an export holds in its place.

One Table serves the page, the workbook and the CSV file beside it, so that none can say something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from dashboards.theme.phrases import Mark
from dashboards.theme.states import Tone

# How a column is set: numbers and days keep their place under each other, `wide` holds sentences, `code` a few letters,
# `place` where something is written.
Kind = Literal["name", "code", "text", "wide", "place", "number", "day", "status"]
Value = Decimal | int | date | str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure comes from: its number on the page ("o12"), and the row that `thuocdo trace` takes."""

    origin_id: str
    row_id: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar beside a figure: where it and the level asked stand on a scale of 0 to 100; tone: as of a state."""

    value: Decimal
    level: Decimal | None
    tone: Tone


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a table.

    text: what is read; value: what an export holds, else the text; unit: word of the unit of a figure, and parts: what
    else the text says of it, as (word, value), each for a column of its own in exports; lines: muted lines below; mark:
    a state, and `tally` states with counts; href: path of a page, from the root of the site; origin: where the figure
    comes from; flags: short labels such as "mô phỏng"; bar: drawn below the figure; is_starred: whether a star in it
    asks for a note below the table.
    """

    text: str = ""
    value: Value = None
    lines: Sequence[str] = ()
    mark: Mark | None = None
    tally: Sequence[tuple[Mark, int]] = ()
    href: str | None = None
    origin: Origin | None = None
    flags: Sequence[str] = ()
    bar: Bar | None = None
    unit: str = ""
    parts: Sequence[tuple[str, Value]] = ()
    is_starred: bool = False

    @property
    def is_blank(self) -> bool:
        """Nothing to read: left out where rows are shown as cards."""
        return not (self.text or self.lines or self.mark or self.tally or self.flags)


@dataclass(frozen=True, slots=True)
class Column:
    """title: its head; kind: how it is set; unit: of its figures, named in exports."""

    title: str
    kind: Kind = "text"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row. The first cell names it; anchor: its id on the page; facets: what it can be filtered by, in the order of
    Table.filters; is_break: a dotted line below, where two rows must not be compared; is_on_paper: whether it is
    printed."""

    cells: Sequence[Cell]
    anchor: str = ""
    facets: Sequence[Sequence[str]] = ()
    is_break: bool = False
    is_on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading of their own; a table without groups has one group without a title."""

    lines: Sequence[Line]
    title: str = ""
    anchor: str = ""
    tally: Sequence[tuple[Mark, int]] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """table_id: letters, digits, dashes, unique on its page; caption: what the rows are; filters: (word, values) of the
    drop-downs above it; empty: what is said where there are no rows; note: a sentence below."""

    table_id: str
    caption: str
    columns: Sequence[Column]
    groups: Sequence[Group]
    empty: str = ""
    filters: Sequence[tuple[str, Sequence[str]]] = ()
    note: str = ""
    is_caption_shown: bool = False

    @property
    def lines(self) -> Sequence[Line]:
        """All rows, in order."""
        return [line for group in self.groups for line in group.lines]


def plain(
    table_id: str, caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], empty: str = ""
) -> Table:
    """A table without groups, anchors and filters."""
    return Table(table_id, caption, columns, [Group([Line(cells) for cells in rows])], empty)
