"""What a page is made of, top to bottom: sections of tiles, facts, sentences, tables, charts and what folds away.

One template draws them all (templates/blocks.html.j2); `kind` names its macro.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from dashboards.blocks.table import Cell, Table
from dashboards.figures.spec import Figure
from dashboards.theme.phrases import Mark
from dashboards.theme.states import Tone


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence. tone: lead (the first), conclusion, note, empty (nothing to show, and why), equation, beside: a way
    to another page, which paper leaves out; screen, paper: a note that only one of them has."""

    kind: ClassVar[str] = "text"
    text: str
    tone: Literal["", "lead", "conclusion", "note", "empty", "equation", "beside", "paper", "screen"] = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """One large figure: label above, what it is made of below; tone: of its edge."""

    label: str
    cell: Cell
    line: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """The few figures a reader takes along."""

    kind: ClassVar[str] = "tiles"
    tiles: Sequence[Tile]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and what stands behind it."""

    kind: ClassVar[str] = "facts"
    facts: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    kind: ClassVar[str] = "bullets"
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on the page; whole: with all its rows where the page shows the first of them: what the files hold."""

    kind: ClassVar[str] = "sheet"
    table: Table
    whole: Table | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A table that only the files beside the page carry: the whole of what the page shows a part of."""

    kind: ClassVar[str] = "attached"
    table: Table


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with its conclusion; table_id: the table on the same page that holds its numbers; is_on_paper: whether
    it is printed."""

    kind: ClassVar[str] = "chart"
    figure: Figure
    table_id: str
    is_on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Charts:
    """Small figures of one kind side by side."""

    kind: ClassVar[str] = "charts"
    charts: Sequence[Chart]


@dataclass(frozen=True, slots=True)
class Pair:
    """A small figure, and beside it what is to be read with it."""

    kind: ClassVar[str] = "pair"
    chart: Chart
    blocks: Sequence["Block"]


@dataclass(frozen=True, slots=True)
class Fold:
    """What is there for those who ask. is_reference: stays folded on paper too, unless it was opened."""

    kind: ClassVar[str] = "fold"
    title: str
    blocks: Sequence["Block"]
    anchor: str = ""
    tally: Sequence[tuple[Mark, int]] = ()
    is_open: bool = False
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class Folds:
    """A long table, each of its groups folded away under its heading: one table all the same in the files."""

    kind: ClassVar[str] = "folds"
    table: Table


Block = Text | Tiles | Facts | Bullets | Sheet | Attached | Chart | Charts | Pair | Fold | Folds


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading; anchor: its id; a section without a title opens the page, one
    without blocks is left out."""

    anchor: str
    title: str
    blocks: Sequence[Block] = field(default_factory=tuple)


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, those inside folds too, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Pair):
            yield block.chart
        if isinstance(block, Fold | Pair):
            yield from walk(block.blocks)
        if isinstance(block, Charts):
            yield from block.charts


def tables(sections: Sequence[Section]) -> list[Table]:
    """All tables of a page in full, those only attached too."""
    blocks = [block for section in sections for block in walk(section.blocks)]
    return [
        (block.whole if isinstance(block, Sheet) else None) or block.table
        for block in blocks
        if isinstance(block, Sheet | Attached | Folds)
    ]


def figures(sections: Sequence[Section]) -> list[Figure]:
    """All figures of a page."""
    return [block.figure for section in sections for block in walk(section.blocks) if isinstance(block, Chart)]
