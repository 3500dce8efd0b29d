"""Drawn lines to the grids of ruled tables: which slots there are, and which of them are merged."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sources.documents.pdf_rules import NEAR, Rule, merged

# A side of a slot counts as closed when this share of it is drawn; the rest is lost in corners.
_CLOSED = 0.6
# The largest table of a plan has some forty rows a page and ten columns; a drawing has more crossings.
_MOST_SLOTS = 20_000
# A page of a map or a diagram has more lines than any table, and nothing to read.
_MOST_RULES = 5_000

Slot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """One ruled table on one page. xs, ys: its lines from left to right and top to bottom.

    owners: slot (row, column) -> the first slot of the cell that it belongs to.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: dict[Slot, Slot]

    def slot_at(self, x: float, y: float) -> Slot | None:
        """The slot around a point; None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return min(row, len(self.ys) - 2), min(column, len(self.xs) - 2)

    def right_of(self, owner: Slot) -> float:
        """Right side of the cell that begins at `owner`."""
        return self.xs[max(column for (_, column), first in self.owners.items() if first == owner) + 1]


def grids_of(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """Grids of two columns or more that the lines draw, from top to bottom."""
    if len(level) + len(upright) > _MOST_RULES or not level or not upright:
        return []
    grids = (_grid(*group) for group in _groups(merged(level), merged(upright)))
    found = [grid for grid in grids if grid is not None]
    return sorted((grid for grid in found if not _is_inside(grid, found)), key=lambda grid: (grid.ys[0], grid.xs[0]))


def _groups(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Level and upright rules that cross, directly or by way of others."""
    parents = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for column, post in enumerate(upright):
        for row, beam in enumerate(level):
            if beam.start - NEAR <= post.at <= beam.end + NEAR and post.start - NEAR <= beam.at <= post.end + NEAR:
                parents[root(len(level) + column)] = root(row)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for row, beam in enumerate(level):
        groups.setdefault(root(row), ([], []))[0].append(beam)
    for column, post in enumerate(upright):
        groups.setdefault(root(len(level) + column), ([], []))[1].append(post)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """The table that the rules draw; open sides, as at the end of a page, count as closed."""
    xs = _positions([*(post.at for post in upright), *(end for beam in level for end in (beam.start, beam.end))])
    ys = _positions([*(beam.at for beam in level), *(end for post in upright for end in (post.start, post.end))])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_SLOTS:
        return None
    owners: dict[Slot, Slot] = {}
    for row in range(rows):
        for column in range(columns):
            if column and not _is_closed(upright, xs[column], ys[row], ys[row + 1]):
                owners[row, column] = owners[row, column - 1]
            elif row and not _is_closed(level, ys[row], xs[column], xs[column + 1]):
                owners[row, column] = owners[row - 1, column]
            else:
                owners[row, column] = (row, column)
    is_table = any(first[1] > 0 for first in owners.values())
    return Grid(tuple(xs), tuple(ys), owners) if is_table else None


def _positions(values: Iterable[float]) -> list[float]:
    positions: list[float] = []
    for value in sorted(values):
        if not positions or value - positions[-1] > NEAR:
            positions.append(value)
    return positions


def _is_closed(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    drawn = sum(max(0.0, min(end, rule.end) - max(start, rule.start)) for rule in rules if abs(rule.at - at) <= NEAR)
    return drawn >= _CLOSED * (end - start)


def _is_inside(grid: Grid, others: Sequence[Grid]) -> bool:
    """A drawing inside a cell of another table."""
    return any(
        other is not grid
        and other.xs[0] <= grid.xs[0]
        and grid.xs[-1] <= other.xs[-1]
        and other.ys[0] <= grid.ys[0]
        and grid.ys[-1] <= other.ys[-1]
        for other in others
    )
