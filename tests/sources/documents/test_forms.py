"""Markdown, HTML and Word to the same neutral blocks."""

from pathlib import Path
from typing import Any

from docx import Document as NewWord
from docx.oxml.ns import qn

from sources.documents.markdown import read_markdown
from sources.documents.web import read_web
from sources.documents.word import read_word


def test_markdown_writes_the_numbers_of_its_lists_back() -> None:
    found = read_markdown("3. Một việc\n4. Việc nữa\n\n- gạch\n  + cộng\n").blocks
    assert [(block.kind, block.level, block.text) for block in found] == [
        ("paragraph", 0, "3. Một việc"),
        ("paragraph", 0, "4. Việc nữa"),
        ("bullet", 1, "gạch"),
        ("bullet", 2, "cộng"),
    ]


def test_markdown_knows_bold_lines_forced_breaks_and_tables() -> None:
    found = read_markdown("**ĐẬM**  \n*nghiêng*\n\n| A | B |\n|---|---|\n| 1 | **hai** |\n").blocks
    assert [(block.text, block.is_bold) for block in found[:2]] == [("ĐẬM", True), ("nghiêng", False)]
    assert [block.cells for block in found[2:]] == [("A", "B"), ("1", "hai")]


def test_html_inside_markdown_is_text_and_never_markup() -> None:
    (block,) = read_markdown("Đơn vị <script>alert(1)</script> A").blocks
    assert "alert(1)" in block.text


def test_a_web_page_gives_headings_bullets_and_merged_cells_blank() -> None:
    page = (
        "<html><head><style>x</style></head><body><h2>II. Việc</h2><p>Đoạn &amp; đoạn</p><ul><li>gạch</li></ul>"
        "<table><tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr>"
        "<tr><td colspan=2>C</td></tr></table></body></html>"
    )
    found = read_web(page).blocks
    assert [(block.kind, block.text) for block in found[:3]] == [
        ("heading", "II. Việc"),
        ("paragraph", "Đoạn & đoạn"),
        ("bullet", "gạch"),
    ]
    assert [block.cells for block in found[3:]] == [("A", "1"), ("", "2"), ("C", "")]


def test_word_counts_its_automatic_numbers(tmp_path: Path) -> None:
    word: Any = NewWord()
    for text in ("Một", "Hai"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("Gạch", style="List Bullet")
    word.add_heading("Đề mục", 2)
    word.save(str(tmp_path / "a.docx"))
    found = read_word(tmp_path / "a.docx").blocks
    assert [(block.kind, block.text) for block in found] == [
        ("paragraph", "1. Một"),
        ("paragraph", "2. Hai"),
        ("bullet", "Gạch"),
        ("heading", "Đề mục"),
    ]
    assert found[3].place == "đoạn 4"


def test_word_leaves_merged_cells_blank_after_the_first(tmp_path: Path) -> None:
    word: Any = NewWord()
    table = word.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "nhóm"
    table.cell(0, 1).text, table.cell(1, 1).text = "một", "hai"
    table.cell(2, 0).merge(table.cell(2, 2)).text = "cả dòng"
    word.save(str(tmp_path / "a.docx"))
    found = read_word(tmp_path / "a.docx").blocks
    assert [block.cells for block in found] == [("nhóm", "một", ""), ("", "hai", ""), ("cả dòng", "", "")]
    assert found[1].place == "bảng 1, hàng 2"


def test_word_cells_that_claim_a_million_columns_are_cut(tmp_path: Path) -> None:
    word: Any = NewWord()
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "một", "hai"
    table.cell(0, 0)._tc.grid_span = 1_000_000
    word.save(str(tmp_path / "a.docx"))
    (row,) = read_word(tmp_path / "a.docx").blocks
    assert len(row.cells) == 51
    assert (row.cells[0], row.cells[-1]) == ("một", "hai")


def test_word_lists_that_begin_at_a_billion_are_cut(tmp_path: Path) -> None:
    word: Any = NewWord()
    word.add_paragraph("Một", style="List Number")
    for level in word.part.numbering_part.element.iter(qn("w:lvl")):
        level.find(qn("w:start")).set(qn("w:val"), "1000000000")
        level.find(qn("w:numFmt")).set(qn("w:val"), "upperRoman")
    word.save(str(tmp_path / "a.docx"))
    (block,) = read_word(tmp_path / "a.docx").blocks
    assert len(block.text) < 200
