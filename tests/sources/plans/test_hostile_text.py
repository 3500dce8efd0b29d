"""Texts as long as the guard lets through, made to be slow: every reader of a text is done with them in a moment."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from sources.documents.files import LONGEST_TEXT
from sources.plans.clauses import Clause, split_clauses
from sources.plans.history import is_past
from sources.plans.labels import read_labels
from sources.plans.owners import read_owned
from sources.plans.tables.value_cells import read_value_cell
from sources.plans.targets import Place, read_clauses
from sources.plans.years import Years

AT = Place("I", "dòng 1", "body", "goal", Years(2024, 2025))
READERS: dict[str, Callable[[str], Any]] = {
    "split_clauses": split_clauses,
    "read_clauses": lambda text: read_clauses(text, AT),
    "read_labels": read_labels,
    "read_owned": read_owned,
    "read_value_cell": lambda text: read_value_cell(text, "%", text),
    "is_past": lambda text: is_past(Clause(text), 2025),
}
REPEATED = (
    *("1,", "1.", "1%", "1% và ", "((1%)", " ", "\n", "\t", "năm 2025 ", "(năm 2025", "có từ 1 a ", "từ 1 ", "1 ngày "),
    *("a, ", "(a, ", "Chủ trì: ", "tháng 1, ", "kế hoạch năm 2020 "),
)
# Work that grows with the square of these texts took more than four seconds; half as much again as a second is room
# for a busy machine.
SECONDS = 1.5


@pytest.mark.parametrize("ending", ["", " đạt 1%"])
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", REPEATED)
def test_a_hostile_text_is_read_or_left_in_bounded_time(words: str, reader: str, ending: str) -> None:
    text = (words * LONGEST_TEXT)[: LONGEST_TEXT - len(ending)] + ending
    start = time.process_time()
    READERS[reader](text)
    assert time.process_time() - start < SECONDS
