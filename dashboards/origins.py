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
    """What the page says of one row: lines in the order of the warehouse; more: how many are left out; href: the page
    that shows them all, from the root of the site; total: what a figure of many units is, in words."""

    origin: Origin
    lines: Sequence[Row]
    more: int
    href: str | None
    total: str = ""


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
        total: str = "",
        first: Sequence[str] = (),
    ) -> Origin | None:
        """The origin of a row, named as `thuocdo trace` names it; None where the warehouse knows none.

        href: where all its parts are shown, for a figure made of many; shown: how many of the first lines stand here;
        total: what such a figure is; first: names of the units whose cells stand here before those of others.
        """
        row_id = "/".join([table, *(key or "" for key in keys)])
        lines = self._lines.get(row_id)
        if not lines:
            return None
        if row_id not in self._entries:
            origin = Origin(f"o{len(self._entries) + 1}", row_id)
            ordered = sorted(lines, key=lambda line: _place(line, first))
            here = _first(ordered, is_elsewhere=href is not None) if shown is None else lines[:shown]
            self._entries[row_id] = Entry(origin, here, len(lines) - len(here), href, total)
        return self._entries[row_id].origin

    def has(self, role: str, table: str, *keys: str | None) -> bool:
        """Whether a row has a line of this role: a report, say, that speaks of a task."""
        row_id = "/".join([table, *(key or "" for key in keys)])
        return any(line["role"] == role for line in self._lines.get(row_id, ()))

    def knows(self, table: str, *keys: str | None) -> bool:
        """Whether the warehouse knows where a row comes from; the page shows nothing of it yet."""
        return bool(self._lines.get("/".join([table, *(key or "" for key in keys)])))

    @property
    def entries(self) -> Sequence[Entry]:
        """All that the page shows, by number."""
        return list(self._entries.values())


def _first(lines: Sequence[Row], *, is_elsewhere: bool) -> Sequence[Row]:
    """The lines that stand on the page: all there is room for, or the first cells of a figure."""
    if len(lines) <= _CELLS_SHOWN or not is_elsewhere:
        return lines[:_LINES_SHOWN]
    figures = [line for line in lines if line["role"].startswith("figure")]
    return (figures or lines)[:_CELLS_SHOWN]


def _place(line: Row, first: Sequence[str]) -> int:
    """Lines that belong to no unit keep their place before all; then units in the order asked for, then the others."""
    name = line["unit_name"]
    if name is None or not line["role"].startswith("figure"):
        return -1
    return first.index(name) if name in first else len(first)
