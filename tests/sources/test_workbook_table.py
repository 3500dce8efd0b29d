"""Workbooks as flat tables: read by a child, and every way in which that can end is a reason in words."""

from pathlib import Path
from unittest.mock import patch

import pytest
from openpyxl import Workbook

from sources import workbook_table
from sources.bounded import Fault, Refusal
from sources.flat_table import UnreadableTableError
from sources.workbook_table import read_workbook


def test_the_first_visible_sheet_is_a_table_of_text(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["unit_key", "valid_from"])  # type: ignore[union-attr]
    book.active.append(["a/b", 2026])  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    table = read_workbook(tmp_path / "a.xlsx")
    assert table.columns == ("unit_key", "valid_from")
    assert [(line.number, dict(line.cells)) for line in table.lines] == [(2, {"unit_key": "a/b", "valid_from": "2026"})]


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (Refusal("too_slow"), "quá lâu"),
        (Refusal("too_heavy"), "bộ nhớ"),
        (Refusal("reader_stopped"), "làm hỏng chương trình đọc"),
        (Fault("KeyError", "trace"), "lỗi của chính mình (KeyError)"),
        ("tệp hỏng", "tệp hỏng"),
    ],
)
def test_a_table_that_was_not_read_says_why(tmp_path: Path, outcome: object, reason: str) -> None:
    with (
        patch.object(workbook_table, "each", lambda *_: [outcome]),
        pytest.raises(UnreadableTableError) as error,
    ):
        read_workbook(tmp_path / "a.xlsx")
    assert reason in str(error.value)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTableError, match="không mở được"):
        read_workbook(tmp_path / "a.xlsx")
