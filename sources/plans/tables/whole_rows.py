"""Rows of a task table made whole again: pages printed twice, rows cut by the end of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sources.plans.numbering import read_number
from sources.plans.remarks import Remark, remark
from sources.plans.tables.lines import Line
from sources.vietnamese.normal import fold_spaces, match_key

# Fewer filled cells may be alike by chance; a row alone may be meant twice, a run of rows never is.
_LEAST_CELLS = 3
_LEAST_RUN = 2
# A cut copy holds at least the first words of the whole row.
_LEAST_PREFIX = 20


@dataclass(frozen=True, slots=True)
class WholeRows:
    """Rows in reading order, how many printed rows were left out as copies, and what there is to say."""

    lines: tuple[Line, ...]
    ignored: int
    remarks: tuple[Remark, ...]


def make_whole(lines: Sequence[Line]) -> WholeRows:
    """Leave out repeated rows and cut copies; join rows that a page end has cut in two."""
    remarks: list[Remark] = []
    once = _without_repeats(lines, remarks)
    whole = _without_cut_copies(once, remarks)
    joined: list[Line] = []
    for line in whole:
        if joined and _goes_on(line):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
    return WholeRows(tuple(joined), len(lines) - len(whole), tuple(remarks))


def _key(line: Line) -> tuple[str, ...]:
    return tuple(match_key(text) for text in (*line.cells.values(), *(figure for figure, _ in line.values)))


def _without_repeats(lines: Sequence[Line], remarks: list[Remark]) -> list[Line]:
    first_page: dict[tuple[str, ...], int] = {}
    repeated = []
    for line in lines:
        key = _key(line)
        repeated.append(len(line.filled()) >= _LEAST_CELLS and first_page.get(key, line.page) < line.page)
        first_page.setdefault(key, line.page)
    kept: list[Line] = []
    for is_copy, pairs in groupby(zip(lines, repeated, strict=True), key=lambda pair: pair[1]):
        run = [line for line, _ in pairs]
        if is_copy and len(run) >= _LEAST_RUN:
            remarks.append(remark("repeated_page", place_of(run[0]), str(len(run))))
        else:
            kept.extend(run)
    return kept


def _without_cut_copies(lines: Sequence[Line], remarks: list[Remark]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if kept and _is_cut_copy(kept[-1], line):
            remarks.append(remark("cut_row", place_of(kept[-1]), kept[-1].work))
            kept[-1] = replace(line, cells={**line.cells, **_only(kept[-1], line)}, is_first=False)
        else:
            kept.append(line)
    return kept


def _is_cut_copy(cut: Line, whole: Line) -> bool:
    """The same row again after a page end, its work now longer, its other cells equal."""
    start, full = match_key(cut.work), match_key(whole.work)
    if cut.page == whole.page or len(start) < _LEAST_PREFIX or start == full or not full.startswith(start):
        return False
    others = set(cut.cells) - {"activity", "indicator", "group", "goal"}
    return all(match_key(cut.text(name)) == match_key(whole.text(name)) for name in others)


def _only(cut: Line, whole: Line) -> dict[str, str]:
    """Cells that only the first copy prints: the group's name stands on its first row."""
    return {name: text for name, text in cut.cells.items() if text and not whole.text(name)}


def _goes_on(line: Line) -> bool:
    """The first row of a page that begins nothing: no number, and no work of its own or one in the middle of a word."""
    filled = line.filled()
    if line.text("number") or not filled or filled == ["group"]:
        return False
    activity = line.work
    if not activity:
        return line.is_first or len(filled) > 1 or filled[0] not in {"goal", "group"}
    if not line.is_first or read_number(activity) is not None:
        return False
    # Only the ends of cells: no owner and no time, where the rows above have theirs.
    is_rest = {"number", "lead", "deadline"} <= line.columns and not {"lead", "deadline", "goal"} & set(filled)
    return activity[0].islower() or (is_rest and not activity.isupper())


def _join(upper: Line, lower: Line) -> Line:
    cells = {name: fold_lines(upper.cells.get(name, ""), lower.cells.get(name, "")) for name in upper.cells}
    values = tuple(
        (fold_lines(above, below), column)
        for (above, column), (below, _) in zip(upper.values, lower.values, strict=False)
    )
    return replace(upper, cells=cells, values=values, place=f"{upper.place} và {lower.place}")


def fold_lines(upper: str, lower: str) -> str:
    """Two halves of a cell as one."""
    return f"{upper} {lower}".strip() if fold_spaces(lower) else upper


def place_of(line: Line) -> str:
    """Place for a finding."""
    return f"phụ lục, {line.place}"
