"""Pages as Word, Google Docs, LibreOffice and portals write them."""

import pytest

from sources.documents.blocks import Block, DocumentError
from sources.documents.decoding import decode
from sources.documents.web import read_web


def blocks(body: str, head: str = "") -> tuple[Block, ...]:
    return read_web(f"<html><head>{head}</head><body>{body}</body></html>").blocks


def texts(body: str, head: str = "") -> list[str]:
    return [block.text for block in blocks(body, head)]


def test_lists_of_word_keep_their_numbers_and_lose_their_bullets_of_symbol_fonts() -> None:
    item = (
        "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        "{sign}<![endif]>{text}<o:p></o:p></p>"
    )
    sign = "<span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"
    body = (
        item.format(level=1, sign=sign.format("1."), text="Rà soát")
        + item.format(level=1, sign=sign.format("<span style='font-family:Symbol'>·</span>"), text="Một")
        + item.format(level=2, sign=sign.format("o"), text="Hai")
    )
    found = blocks("<!--[if gte mso 9]><xml>rác</xml><![endif]-->" + body)
    assert [(block.kind, block.level, block.text) for block in found] == [
        ("paragraph", 0, "1. Rà soát"),
        ("bullet", 1, "Một"),
        ("bullet", 2, "Hai"),
    ]


def test_lists_of_google_docs_are_numbered_by_their_style_sheet() -> None:
    head = (
        '<style>.c3{font-weight:700}.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,upper-roman) ". "}'
        '.lst-kix_a-1 > li:before{content:"" counter(lst-ctn-kix_a-1,lower-latin) ") "}'
        '.lst-kix_b-1 > li:before{content:"\\0025cb   "}</style>'
    )
    body = (
        '<ol class="lst-kix_a-0 start" start="1"><li><span class="c3">Mục tiêu</span></li></ol>'
        '<ol class="lst-kix_a-1 start" start="1"><li>một</li><li>hai</li></ol>'
        '<ol class="lst-kix_a-0" start="2"><li>Nhiệm vụ</li></ol><ul class="lst-kix_b-1"><li>con</li></ul>'
    )
    found = blocks(body, head)
    assert [block.text for block in found] == ["I. Mục tiêu", "a) một", "b) hai", "II. Nhiệm vụ", "con"]
    assert (found[0].is_bold, found[1].is_bold, found[4].level) == (True, False, 2)


def test_numbers_of_lists_are_written_as_a_browser_shows_them() -> None:
    body = '<ol type="a" start=3><li>x</li><li value=7>y<ul><li>z</li></ul></li><li>t</li></ol>'
    body += '<ol style="list-style-type: upper-roman"><li><p>u</p></li></ol>'
    assert texts(body) == ["c) x", "g) y", "z", "h) t", "I. u"]


def test_a_portal_around_the_text_is_not_read() -> None:
    menu = "".join(f'<li><a href="/{n}">Chuyên mục {n}</a></li>' for n in range(6))
    page = (
        f"<nav>Trang chủ</nav><div class='left'><ul>{menu}</ul></div><script>x</script><div class='main-menu'>Tìm</div>"
        "<form><article><p>KẾ HOẠCH</p><p hidden>ẩn</p><p style='display: none'>ẩn</p></article></form>"
        "<div id='footer'>Bản quyền</div><aside>Tin khác</aside>"
    )
    assert texts(page) == ["KẾ HOẠCH"]


def test_a_list_of_laws_with_links_in_it_is_read() -> None:
    laws = "".join(
        f'<li><a href="/{n}">Nghị định số {n}</a> quy định chi tiết về thủ tục hành chính</li>' for n in range(5)
    )
    assert len(texts(f"<ul>{laws}</ul>")) == 5


def test_notes_and_what_is_deleted_are_no_text() -> None:
    body = (
        '<p>đạt 95%<a href="#_ftn1"><sup>[1]</sup></a> <del>cũ</del><ins>mới</ins>, rộng 3 m<sup>2</sup>'
        ", 96%<sup>1</sup></p>"
        '<div style="mso-element:footnote-list"><div id=ftn1><p>chú thích</p></div></div>'
        '<div id="sdfootnote1"><p>chú thích</p></div><div><p><a href="#ftnt_ref1">[1]</a> chú thích</p></div>'
    )
    assert texts(body) == ["đạt 95% mới, rộng 3 m², 96%¹"]


def test_a_page_laid_out_in_tables_is_read_as_text_and_its_task_table_as_a_table() -> None:
    tasks = "<table><tr><th>STT<th>Việc<th>Hạn<tr><td>1<td>a<td>b<tr><td>2<td>c<td>d</table>"
    found = blocks(f"<table><tr><td width=20>&nbsp;<td><p>I. MỤC TIÊU</p><ul><li>Một</li></ul>{tasks}</table>")
    assert [block.kind for block in found] == ["paragraph", "bullet", "table_row", "table_row", "table_row"]
    assert found[4].cells == ("2", "c", "d")


def test_cells_keep_their_lines_and_lists() -> None:
    (row,) = blocks("<table><tr><td>1<td>Phòng A;<br>Phòng B<td><ol><li>một<li>hai</ol></table>")
    assert row.cells == ("1", "Phòng A;\nPhòng B", "1. một\n2. hai")


def test_cells_that_reach_over_columns_and_rows_are_blank_after_the_first() -> None:
    found = blocks("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>")
    assert [block.cells for block in found] == [("a", "", "b"), ("", "", "c"), ("d", "e", "f")]


def test_folded_parts_captions_entities_and_forced_breaks_are_read() -> None:
    body = (
        "<details><summary>Xem thêm</summary><p>chi&nbsp;tiết &#7871; &ge; 5</p></details><p><b>KẾ "
        "HOẠCH</b><br>năm 2025</p>"
    )
    found = blocks(body + "<table><caption>Biểu 1</caption><tr><td>a<td>b</table>")
    assert [block.text for block in found] == ["Xem thêm", "chi tiết ế ≥ 5", "KẾ HOẠCH", "năm 2025", "Biểu 1", "a b"]
    assert [block.is_bold for block in found[2:4]] == [True, False]


@pytest.mark.parametrize(
    "content",
    [
        '<meta charset="utf-8"><p>Sở Y tế</p>'.encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><p>Sở Y tế</p></html>'.encode(),
        "<p>Sở Y tế</p>".encode("utf-16"),
        "<p>Sở Y tế</p>".encode("utf-16-le"),
        b'<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>S&#7903; Y t&#7871; \xe0</p>',
        b'<meta charset="windows-1258"><p>S' + b"\xf5\xd2 Y t\xea\xec</p>",
    ],
)
def test_a_page_is_read_in_the_coding_it_declares(content: bytes) -> None:
    (block,) = read_web(decode(content)).blocks
    assert block.text.removesuffix(" à") == "Sở Y tế"


@pytest.mark.parametrize("coding", ["x-viet-tcvn5712", "gb2312"])
def test_a_page_in_another_coding_is_refused(coding: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(f'<meta charset="{coding}">'.encode() + b"<p>S\xeb Y t\xd5</p>")
    assert caught.value.kind == "not_unicode"


def test_a_page_in_letters_of_a_legacy_font_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        blocks("<p>KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2025 cña Së Y tÕ, ®¬n vÞ vµ ng­êi d©n</p>")
    assert caught.value.kind == "not_unicode"
    assert "phông chữ cũ" in str(caught.value)


def test_a_few_foreign_letters_do_not_make_a_text_legacy() -> None:
    assert texts("<p>Hợp tác với Universität Köln và São Tomé, dự án ñ</p>") != []


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        blocks("<div>" * 5_000 + "đáy")
    assert caught.value.kind == "too_long"


def test_a_table_that_claims_millions_of_cells_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        blocks("<table>" + "<tr><td colspan=50 rowspan=50>a" * 30_000)
    assert caught.value.kind == "too_long"


def test_a_hundred_thousand_tags_of_one_line_are_read_in_time() -> None:
    assert len(blocks("<p>a</p>" * 15_000)) == 15_000
