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
    """Letters from A and numbers from 1, each one more than the last: small figures of a first line never run so.

    texts: the cells of the row with content; width: columns of the table.
    """
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    if len(texts) < max(width - 1, _LEAST_NUMBERED):
        return False
    signs = [match[1].upper() for match in found if match]
    letters = [sign for sign in signs if not sign.isdigit()]
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    return (
        len(signs) == len(texts)
        and signs[: len(letters)] == letters
        and letters == [chr(ord("A") + number) for number in range(len(letters))]
        and numbers == list(range(1, len(numbers) + 1))
    )
