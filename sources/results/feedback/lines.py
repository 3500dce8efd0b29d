"""What a clerk is asked to mend, line by line, what matters most first: findings, and cells held back with them.

How it is written is said by `sheet` and `note`.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from sources.results.feedback.parts import LEVELS, WHOLE_FILE, HeldCell, Level, Line, Noted
from sources.results.places import framed, is_cell, line_end_order, line_of, place_order, split_place
from sources.vietnamese.normal import fold_spaces

_HELD_WITH: Final = "Cột {columns}: được giữ lại cùng cả dòng, vì dòng có nội dung phải sửa."
_KEEP: Final = "Sửa nội dung đã nêu của dòng này rồi gửi lại; giá trị ở đây giữ nguyên nếu đúng."
_ALSO_HELD: Final = " Giữ lại cùng dòng: {cells}."
_NO_PLACES: Final = ("", "—")
# A cell may hold a page of text; what is asked about is known by its beginning.
_LONGEST_VALUE: Final = 200
# Of one mistake made in many cells three are shown: they say where it begins and what it looks like.
_SHOWN: Final = 3
# A form of another year explains much of what is wrong below, so that it is read before it.
_FIRST: Final = frozenset({"unknown_template_version"})


def lines_as_found(found: Iterable[Noted], file_name: str) -> tuple[Line, ...]:
    """Findings of a document, in the order in which its reader goes through it. Equal lines stand once."""
    return tuple(dict.fromkeys(_line(noted, file_name) for noted in found))


def lines_of(found: Iterable[Noted], held: Iterable[HeldCell], file_name: str) -> tuple[Line, ...]:
    """Findings and cells held back of a table: what must be mended first, then by levels; of one level the file first,
    then down each sheet. Equal lines stand once, and one mistake in many cells is one line.

    A line of the table that is held back is told by what is wrong in it, with the cells that wait beside.
    """
    found, held = list(found), sorted(held, key=lambda cell: place_order(cell.place))
    told = {noted.place for noted in found}
    beside: dict[tuple[str, str], list[HeldCell]] = defaultdict(list)
    for cell in held:
        if cell.place not in told:
            beside[line_of(cell.place)].append(cell)
    placed = []
    for noted in sorted(found, key=lambda noted: place_order(noted.place)):
        line, where = _line(noted, file_name), line_of(noted.place)
        if noted.severity == "error" and any(cell.rule == noted.kind for cell in beside.get(where, ())):
            line = replace(line, what=line.what + _ALSO_HELD.format(cells=_names(beside.pop(where))))
        placed.append(((noted.kind not in _FIRST, _rank(noted.severity), place_order(noted.place)), line))
    placed += [((True, _rank("held"), line_end_order(cells[0].place)), _held_line(cells)) for cells in beside.values()]
    # Sorting keeps the order of what is said of one cell: the reader's.
    return tuple(_gathered(dict.fromkeys(line for _, line in sorted(placed, key=itemgetter(0)))))


def clean(text: str) -> str:
    """Text from a file on one line, without signs that steer a screen."""
    return fold_spaces("".join(" " if unicodedata.category(sign) in ("Cc", "Cf") else sign for sign in text))


def _shortened(text: str) -> str:
    plain = clean(text)
    return plain if len(plain) <= _LONGEST_VALUE else f"{plain[:_LONGEST_VALUE]}…"


def _gathered(lines: Iterable[Line]) -> Iterator[Line]:
    """One mistake in cells of one sheet, told apart by nothing but what stands in them, as one line where the first
    of them is."""
    alike: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines:
        what = line.what.replace(f"“{line.value}”", "“”") if line.value else line.what
        alike[line.kind, line.level, line.sheet, what.partition(_ALSO_HELD.partition("{")[0])[0], line.action].append(
            line
        )
    for same in alike.values():
        if len(same) < _SHOWN or not same[0].cell:
            yield from same
            continue
        first, rest = same[0], len(same) - _SHOWN
        more = f" và {rest} ô khác" if rest else ""
        cells = ", ".join(line.cell for line in same[:_SHOWN]) + more
        values = "; ".join(line.value for line in same[:_SHOWN]) + ("; …" if rest else "")
        what = f"{len(same)} ô cùng một nội dung. Ô đầu tiên, {first.cell}: {first.what}"
        yield replace(first, cell=cells, value=values if first.value else "", what=what)


def _line(noted: Noted, file_name: str) -> Line:
    sheet, cell = split_place(noted.place)
    what = _without_place(noted.message, file_name, noted.place)
    value = _shortened(noted.value or "")
    if noted.place in _NO_PLACES:
        sheet, cell = "", WHOLE_FILE
    if not is_cell(noted.place) and value.casefold() in what.casefold():
        # No cell holds it: it is a part of the sentence.
        value = ""
    return Line(noted.kind, noted.severity, sheet, cell, value, what, clean(noted.remedy))


def _held_line(cells: Sequence[HeldCell]) -> Line:
    """The cells of one line that are held back for the sake of others in it."""
    sheet, line = line_of(cells[0].place)
    columns = ", ".join(f"“{clean(cell.column)}”" for cell in cells)
    values = _shortened("; ".join(clean(cell.value) for cell in cells))
    names = _names(cells) if sheet else line
    return Line(cells[0].rule, "held", sheet, names, values, _HELD_WITH.format(columns=columns), _KEEP)


def _names(cells: Sequence[HeldCell]) -> str:
    """Cells of one line: by their letters, in a table without letters by their columns."""
    sheet, _ = split_place(cells[0].place)
    names = (split_place(cell.place)[1] if sheet else f"cột “{clean(cell.column)}”" for cell in cells)
    return ", ".join(dict.fromkeys(names))


def _without_place(message: str, file_name: str, place: str) -> str:
    """The sentence without its file and place: both stand in columns of their own."""
    for opening in _openings(file_name, place):
        if message.startswith(opening):
            message = message.removeprefix(opening)
            break
    plain = clean(message)
    return plain[:1].upper() + plain[1:]


def _openings(file_name: str, place: str) -> Iterator[str]:
    yield f"{framed(file_name, place)}: "
    yield f"Tệp {file_name}, ô {place}: "
    yield f"Tệp {file_name}, {place}: "
    yield f"Tệp {file_name}: "


def _rank(level: Level) -> int:
    return list(LEVELS).index(level)
