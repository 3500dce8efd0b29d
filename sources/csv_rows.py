"""Text of a table -> its rows, each with the number of the line it begins on. Delimiters and quotes, no meaning.

Excel writes semicolons where the comma is the decimal sign, and tabs as "Unicode text"; which it is, is told by the
delimiter that cuts the lines most evenly.
"""

import contextlib
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Final

from sources.table_encoding import UnreadableTextError

_DELIMITERS: Final = (",", ";", "\t", "|")
# A title and a head of three rows stand above the lines; fifty lines tell the delimiter.
_SAMPLE_LINES: Final = 50
_SAMPLE_LETTERS: Final = 100_000
# Excel's own first line, which names the delimiter.
_NAMED: Final = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)


def csv_rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Numbered rows. UnreadableTextError where quotes do not close or a cell is longer than any."""
    named = _NAMED.match(text)
    delimiter = named[1] if named else _delimiter(text)
    begins = 2 if named else 1
    skipped = begins - 1
    reader = csv.reader(StringIO(text[named.end() :] if named else text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + skipped + 1
    except csv.Error as error:
        raise UnreadableTextError(
            f"từ dòng {begins}, dấu phân cách và dấu ngoặc kép không thành bảng (dấu ngoặc kép mở mà không đóng?)"
        ) from error


def _delimiter(text: str) -> str:
    """The delimiter with the most cuts in rows that are equally long; the comma where none cuts."""
    sample = text[:_SAMPLE_LETTERS]
    return max(_DELIMITERS, key=lambda delimiter: _even_cuts(sample, delimiter))


def _even_cuts(sample: str, delimiter: str) -> float:
    """Cuts in rows of the commonest length, less where fewer rows have it."""
    reader = csv.reader(StringIO(sample, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    # A cell may be beyond the library's limit: what was cut before it counts.
    with contextlib.suppress(csv.Error):
        widths.update(len(row) for row in islice(reader, _SAMPLE_LINES) if any(row))
    return max(((width - 1) * rows * rows / widths.total() for width, rows in widths.items()), default=0.0)
