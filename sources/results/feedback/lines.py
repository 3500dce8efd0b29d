"""What a clerk is asked to mend, line by line in the order of the sheets: findings, and cells held back beside them.

How it is written is said by `sheet` and `note`.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final

from sources.results.feedback.parts import LEVELS, WHOLE_FILE, HeldCell, Level, Line, Noted
from sources.results.places import line_end_order, line_of, place_order, split_place
from sources.vietnamese.normal import fold_spaces

_HELD_WITH: Final = "Cột {columns}: được giữ lại cùng cả dòng, vì dòng có nội dung phải sửa."
_KEEP: Final = "Sửa nội dung đã nêu của dòng này rồi gửi lại; giá trị ở đây giữ nguyên nếu đúng."
_NO_PLACES: Final = ("", "—")
# A cell may hold a page of text; what is asked about is known by its beginning.
_LONGEST_VALUE: Final = 200


def lines_as_found(found: Iterable[Noted], file_name: str) -> tuple[Line, ...]:
    """Findings of a document, in the order in which its reader goes through it. Equal lines stand once."""
    return tuple(dict.fromkeys(_line(noted, file_name) for noted in found))


def lines_of(found: Iterable[Noted], held: Iterable[HeldCell], file_name: str) -> tuple[Line, ...]:
    """Findings and cells held back of a table, sorted: the file first, then down each sheet. Equal lines stand once.

    A cell that has a finding of its own is told by that; the others of its line stand behind it, together.
    """
    found = list(found)
    told = {noted.place for noted in found}
    placed = [((place_order(noted.place), _rank(noted.severity)), _line(noted, file_name)) for noted in found]
    lines: dict[tuple[str, str], list[HeldCell]] = defaultdict(list)
    for cell in held:
        if cell.place not in told:
            lines[line_of(cell.place)].append(cell)
    placed += [((line_end_order(cells[0].place), _rank("held")), _held_line(cells)) for cells in lines.values()]
    # Sorting keeps the order of what is said of one cell: the reader's.
    return tuple(dict.fromkeys(line for _, line in sorted(placed, key=itemgetter(0))))


def clean(text: str) -> str:
    """Text from a file on one line, without signs that steer a screen."""
    return fold_spaces("".join(" " if unicodedata.category(sign) in ("Cc", "Cf") else sign for sign in text))


def _shortened(text: str) -> str:
    plain = clean(text)
    return plain if len(plain) <= _LONGEST_VALUE else f"{plain[:_LONGEST_VALUE]}…"


def _line(noted: Noted, file_name: str) -> Line:
    sheet, cell = split_place(noted.place)
    what = _without_place(noted.message, file_name, noted.place)
    value = _shortened(noted.value or "")
    if noted.place in _NO_PLACES:
        sheet, cell = "", WHOLE_FILE
        # No cell holds it: it is a part of the sentence.
        value = "" if value.casefold() in what.casefold() else value
    return Line(noted.kind, noted.severity, sheet, cell, value, what, clean(noted.remedy))


def _held_line(cells: Sequence[HeldCell]) -> Line:
    """The cells of one line that are held back for the sake of others in it."""
    sheet, line = line_of(cells[0].place)
    names = ", ".join(split_place(cell.place)[1] for cell in cells) if sheet else line
    columns = ", ".join(f"“{clean(cell.column)}”" for cell in cells)
    values = _shortened("; ".join(clean(cell.value) for cell in cells))
    return Line(cells[0].rule, "held", sheet, names, values, _HELD_WITH.format(columns=columns), _KEEP)


def _without_place(message: str, file_name: str, place: str) -> str:
    """The sentence without its file and place: both stand in columns of their own."""
    for opening in _openings(file_name, place):
        if message.startswith(opening):
            message = message.removeprefix(opening)
            break
    plain = clean(message)
    return plain[:1].upper() + plain[1:]


def _openings(file_name: str, place: str) -> Iterator[str]:
    yield f"Tệp {file_name}, ô {place}: "
    yield f"Tệp {file_name}, {place}: "
    yield f"Tệp {file_name}: "


def _rank(level: Level) -> int:
    return list(LEVELS).index(level)
