"""Letters and delimiters of tables kept as text: told for sure, or refused."""

import unicodedata

import pytest

from sources.csv_rows import csv_rows
from sources.table_encoding import UnreadableTextError, decode_table

TEXT = "Đơn vị;Chỉ tiêu;Tử số;Mẫu số\nVăn phòng Sở;Tỷ lệ hồ sơ giải quyết đúng hạn;12;15\nChi cục Dân số;Hồ sơ;1;1\n"
_UNICODE = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3 = "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¡¢£¤¥¦§"
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _in_1258(text: str) -> bytes:
    """Letters with their tones behind them, as Windows wrote Vietnamese before Unicode."""
    coded = b""
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in marks if mark in _TONES)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        coded += letter.encode("cp1258") + tones.encode("cp1258")
    return coded


def _in_tcvn3(text: str) -> str:
    return text.translate(str.maketrans(_UNICODE, _TCVN3))


@pytest.mark.parametrize(
    ("content", "coding"),
    [
        (TEXT.encode(), ""),
        (b"\xef\xbb\xbf" + TEXT.encode(), ""),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16-le"), ""),
        (TEXT.encode("utf-16-be"), ""),
        (_in_1258(TEXT), "Windows-1258"),
        (_in_tcvn3(TEXT).encode("latin-1"), "TCVN3"),
        (_in_tcvn3(TEXT).encode(), "TCVN3"),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-le", "utf-16-be", "1258", "tcvn3", "tcvn3 in utf-8"],
)
def test_a_table_is_read_in_the_coding_it_came_in(content: bytes, coding: str) -> None:
    assert decode_table(content) == (TEXT, coding)


@pytest.mark.parametrize(
    "content",
    [
        b"a\n\xff\n",
        b"ab\0cd",
        "Sở Y tế".encode("utf-16-le")[:-1],
        bytes(range(128, 256)),
        "Café à Paris, né".encode("latin-1"),
    ],
)
def test_what_cannot_be_told_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableTextError):
        decode_table(content)


def test_foreign_names_in_unicode_stay_as_they_are() -> None:
    assert decode_table("Société Générale;Ångström;Façade".encode()) == ("Société Générale;Ångström;Façade", "")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]]),
        ("a\tb\n1,5\t2;5\n", [["a", "b"], ["1,5", "2;5"]]),
        ("sep=|\na|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ("Kết quả, quý I\na;b;c\n1,5;2,5;3\n", [["Kết quả, quý I"], ["a", "b", "c"], ["1,5", "2,5", "3"]]),
        ('a,b\n"x; y; z","1;2"\n', [["a", "b"], ["x; y; z", "1;2"]]),
        ("một cột\n1\n", [["một cột"], ["1"]]),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(text: str, rows: list[list[str]]) -> None:
    assert [row for _, row in csv_rows(text)] == rows


def test_rows_know_the_line_they_begin_on() -> None:
    assert [number for number, _ in csv_rows('sep=;\na;b\n"x\ny";1\nz;2\n')] == [2, 3, 5]
