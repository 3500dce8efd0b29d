"""Origins of the figures of one page: each row of the warehouse that the page shows gets a number, and its lines stand
once at the end of the page, where a click, a tap or a browser without scripts finds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboards.blocks.table import Origin
from dashboards.row import Row

# A figure added up from many cells shows the first of them; where another page shows them all, only a few cells.
_LINES_SHOWN = 6
_CELLS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """What the page says of one row: lines of no unit, then figures, then what else units have; more: how many are
    left out; href: the page that shows them all, from the root of the site; units: of how many units the figures are
    that it adds up; figure: what they come to, where the page told; is_ordered: whether the page asked for an order of
    units."""

    origin: Origin
    lines: Sequence[Row]
    more: int
    href: str | None
    units: int = 0
    figure: str = ""
    is_ordered: bool = False

    @property
    def is_total(self) -> bool:
        """Whether it is put together from the cells of several units."""
        return self.units > 1


class Origins:
    """Collects what a page shows, in the order in which it shows it."""

    def __init__(self, lines: Mapping[str, Sequence[Row]]) -> None:
        self._lines = lines
        self._entries: dict[str, Entry] = {}

    def of(
        self,
        table: str,
        *keys: str | None,
        href: str | None = None,
        shown: int | None = None,
        figure: str = "",
        first: Sequence[str] = (),
    ) -> Origin | None:
        """The origin of a row, named as `thuocdo trace` names it; None where the warehouse knows none.

        href: where all its parts are shown, for a figure made of many; shown: how many of the first lines stand here;
        figure: what such a figure is, as it is printed; first: names of the units whose cells stand here first.
        """
        row_id = _row_id(table, keys)
        lines = self._lines.get(row_id)
        if not lines:
            return None
        if row_id not in self._entries:
            origin = Origin(f"o{len(self._entries) + 1}", row_id)
            ordered = sorted(lines, key=lambda line: _place(line, first))
            here = _first(ordered, shown, is_elsewhere=href is not None)
            units = len({line["unit_name"] for line in lines if _is_figure(line)})
            more = len(lines) - len(here)
            self._entries[row_id] = Entry(origin, here, more, href, units, figure, is_ordered=bool(first))
        return self._entries[row_id].origin

    def has_row(self, table: str, *keys: str | None) -> bool:
        """Whether the warehouse knows where a row comes from; the page shows nothing of it yet."""
        return bool(self._lines.get(_row_id(table, keys)))

    @property
    def entries(self) -> Sequence[Entry]:
        """All that the page shows, by number."""
        return list(self._entries.values())


def _row_id(table: str, keys: Sequence[str | None]) -> str:
    return "/".join([table, *(key or "" for key in keys)])


def _is_figure(line: Row) -> bool:
    """A cell of a unit: of the period, or carried, added or taken away to come to it."""
    return bool(line["role"].startswith("figure") and line["unit_name"] is not None)


def _first(lines: Sequence[Row], shown: int | None, *, is_elsewhere: bool) -> Sequence[Row]:
    """The lines that stand on the page: as many as asked for or there is room for, or the first cells of a figure."""
    figures = [line for line in lines if _is_figure(line)]
    if shown is None and is_elsewhere and len(lines) > _CELLS_SHOWN:
        return (figures or lines)[:_CELLS_SHOWN]
    room = _LINES_SHOWN if shown is None else shown
    # Where a clause was corrected many times, some of its cells still stand here.
    before = [line for line in lines if line["unit_name"] is None]
    if figures:
        before = before[: max(1, room - min(len(figures), _CELLS_SHOWN))]
    return [*before, *(line for line in lines if line["unit_name"] is not None)][:room]


def _place(line: Row, first: Sequence[str]) -> int:
    """Lines that belong to no unit keep their place before all; then figures, those of units asked for first; then
    what is no figure: that a unit owed one, that it is missing or held back."""
    name = line["unit_name"]
    if name is None:
        return -1
    if not _is_figure(line):
        return len(first) + 1
    return first.index(name) if name in first else len(first)
