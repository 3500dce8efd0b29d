"""Markdown as people and pandoc write it."""

from sources.documents.blocks import Block
from sources.documents.markdown import read_markdown


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


GRID = """Đoạn đầu.

+-----+-----------+--------+
| STT | Việc      | Hạn    |
+=====+===========+========+
| 1   | Sửa cổng\\ | Quý I  |
|     | chính     |        |
+-----+-----------+--------+

| A | B |
|---|---|
| 1 \\| 2 | x<br>y |
"""


def test_grid_and_pipe_tables_are_read_and_counted_on() -> None:
    found = blocks(GRID)
    assert [block.cells for block in found[1:]] == [
        ("STT", "Việc", "Hạn"),
        ("1", "Sửa cổng\nchính", "Quý I"),
        ("A", "B"),
        ("1 | 2", "x\ny"),
    ]
    assert [block.table for block in found[1:]] == [1, 1, 2, 2]
    assert [block.place for block in found] == ["dòng 1", "dòng 4", "dòng 6", "dòng 10", "dòng 12"]


def test_a_table_in_html_is_read_as_a_table_and_other_html_as_text() -> None:
    found = blocks(
        "Một\n\n<table>\n<tr><td rowspan=2>a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n\n<p "
        "align=center>Hai</p>"
    )
    assert [block.text for block in found] == ["Một", "a b", "c", "Hai"]
    assert (found[2].cells, found[2].place) == (("", "c"), "dòng 5")


def test_a_table_in_html_that_is_never_closed_is_text() -> None:
    assert "b" in " ".join(texts("<table><tr><td>a\n\nb"))


def test_marks_of_pandoc_are_no_text() -> None:
    text = (
        "---\ntitle: Kế hoạch\nlang: vi\n---\n\n# I. MỤC TIÊU {#muc-tieu .unnumbered}\n\n<!-- -->\n\n::: center\n"
        "đạt 95%[^1], rộng 3 m^2^, [gạch chân]{.underline}\n:::\n\n[^1]: chú thích\n"
    )
    assert texts(text) == ["I. MỤC TIÊU", "đạt 95%, rộng 3 m², gạch chân"]


def test_lines_of_a_line_block_stand_for_themselves() -> None:
    assert texts("| UBND TỈNH AN BÌNH\n| Sở Y tế\n") == ["UBND TỈNH AN BÌNH", "Sở Y tế"]


def test_hard_wrapped_sentences_are_joined_and_what_begins_anew_is_not() -> None:
    text = (
        "Rà soát các quy chế\nđã ban hành.\na) Một\nb) Hai\n1.1. Ba\n\nSỞ Y TẾ\nSố: 1/KH-SYT\n\n**KẾ "
        "HOẠCH**\nnăm 2025\n"
    )
    assert texts(text) == [
        "Rà soát các quy chế đã ban hành.",
        *("a) Một", "b) Hai", "1.1. Ba", "SỞ Y TẾ", "Số: 1/KH-SYT", "KẾ HOẠCH", "năm 2025"),
    ]


def test_numbers_and_depths_of_nested_lists_are_kept() -> None:
    found = blocks("1. Một\n   - gạch\n     - cộng\n2. Hai\n\n5) Năm\n6) Sáu\n")
    assert [(block.kind, block.text) for block in found] == [
        ("paragraph", "1. Một"),
        ("bullet", "gạch"),
        ("bullet", "cộng"),
        ("paragraph", "2. Hai"),
        ("paragraph", "5) Năm"),
        ("paragraph", "6) Sáu"),
    ]
