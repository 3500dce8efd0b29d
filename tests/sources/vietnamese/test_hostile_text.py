"""Texts made to be slow: the readers of figures, documents and dates take time in step with their length."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from sources.vietnamese.dates import read_partial_date
from sources.vietnamese.legal_documents import find_documents
from sources.vietnamese.masks import mask_non_figures
from sources.vietnamese.quantities import find_quantities
from sources.vietnamese.windows import read_window

# The longest text that a document may have.
LONGEST = 20_000
READERS: dict[str, Callable[[str], Any]] = {
    "find_quantities": find_quantities,
    "mask_non_figures": mask_non_figures,
    "find_documents": lambda text: list(find_documents(text)),
    "read_partial_date": read_partial_date,
    "read_window": lambda text: read_window(text, 2025),
}
REPEATED = (
    *("1", "1,", "1.", "1.1.", "1%", "1% ", "1 ", "1/2025 ", "1 ngày ", "1 con/phụ nữ ", "iso 1", " ", "\n", "…", "("),
    *("có từ 1 a ", "có từ hai a ", "năm 2025 ", "từ 1 ", "mức 1, ", "mức 1 và ", "có thời hạn 1 ngày ", "hai lớp "),
    *("Quyết định số 1/QĐ-UBND ", "hết ", "tháng 1, ", "(năm 2025"),
)
# Work that grows with the square of these texts took more than four seconds; half as much again as a second is room
# for a busy machine.
SECONDS = 1.5


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", REPEATED)
def test_a_hostile_text_is_read_or_left_in_bounded_time(words: str, reader: str) -> None:
    text = (words * LONGEST)[:LONGEST]
    start = time.process_time()
    READERS[reader](text)
    assert time.process_time() - start < SECONDS
