"""Flat tables: shapes and encodings."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.flat_table import UnreadableTableError, read_csv


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "bang.csv"
    path.write_bytes(content)
    return path


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, "\ufefftên,số\r\nHòa Bình,1\r\n".encode()))
    assert table.columns == ("tên", "số")
    assert table.lines[0].cells == {"tên": "Hòa Bình", "số": "1"}


def test_lines_know_their_number_across_quoted_breaks_and_blank_lines(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, b'a,b\n"x\ny",1\n\nz,2\n'))
    assert [line.number for line in table.lines] == [2, 5]
    assert table.lines[1].place == "dòng 5"


def test_a_line_with_more_or_fewer_cells_than_the_head_is_misshapen(tmp_path: Path) -> None:
    table = read_csv(_file(tmp_path, b"a,b\n1\n1,2\n1,2,3\n1,2,\n"))
    assert [line.is_misshapen for line in table.lines] == [True, False, True, False]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a,a\n1,2\n", b"a\n\xff\n", b'a\n"x', b"a\n\0"])
def test_what_is_no_table_is_refused_with_a_reason(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableTableError, match=r"tệp|cột|dấu"):
        read_csv(_file(tmp_path, content))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTableError):
        read_csv(tmp_path / "không-có.csv")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_a_reason(tmp_path: Path, content: bytes) -> None:
    try:
        table = read_csv(_file(tmp_path, content))
    except UnreadableTableError as error:
        assert str(error)  # noqa: PT017 -- either outcome is right
    else:
        assert table.columns
