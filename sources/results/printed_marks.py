"""What official tables print around their lines, whatever the layout: words of the foot, a line of column numbers."""

import re
from collections.abc import Sequence
from typing import Final

from sources.results.headings import HEAD, PREPARER
from sources.vietnamese.normal import match_key

MAX_HEAD_ROW: Final = 30
"""Headings of annexes take up to a dozen rows; thirty leaves room for notes above the table."""

_PREPARERS: Final = frozenset(match_key(words) for words in (PREPARER, "Người lập"))
_SIGNERS: Final = frozenset(match_key(words) for words in (HEAD, "Thủ trưởng"))
# The longest words of the foot have four syllables.
_LONGEST: Final = 40
# The line of column numbers under a head: A, B, 1, (2), 3=1/2.
_COLUMN_NUMBER: Final = re.compile(r"\(?([A-Za-z]|[0-9]{1,2})\)?(\s*=.*)?")
# It numbers all columns but one at most; of very few columns, all of them.
_LEAST_NUMBERED: Final = 3


def is_preparer(text: str) -> bool:
    """The words over the name of who drew up the table."""
    return len(text) <= _LONGEST and match_key(text) in _PREPARERS


def is_signer(text: str) -> bool:
    """The words over the name of who signs it."""
    return len(text) <= _LONGEST and match_key(text) in _SIGNERS


def are_column_numbers(texts: Sequence[str], width: int) -> bool:
    """Letters, and numbers that run from 1 without a gap: small figures of a first line never run so.

    texts: the cells of the row with content; width: columns of the table.
    """
    found = [match for text in texts if (match := _COLUMN_NUMBER.fullmatch(text))]
    if len(found) < len(texts) or len(texts) < max(width - 1, _LEAST_NUMBERED):
        return False
    # In any order: people move columns together with their numbers.
    numbers = sorted(int(match[1]) for match in found if match[1].isdigit())
    return numbers == list(range(1, len(numbers) + 1))
