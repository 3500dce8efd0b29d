"""Word paragraphs: what is printed is read, once, and nothing else."""

from pathlib import Path

import pytest

from tests.sources.documents.word_files import paragraph, read, row, run, table, texts

BOX = "<w:txbxContent>" + paragraph("DỰ THẢO") + "</w:txbxContent>"


def begin(code: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_a_text_box_written_in_two_ways_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    both = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(read(tmp_path, paragraph(both + run("Kế hoạch năm")))) == ["Kế hoạch năm", "DỰ THẢO"]


def test_an_old_text_box_is_read(tmp_path: Path) -> None:
    old = f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"
    assert texts(read(tmp_path, paragraph(old))) == ["DỰ THẢO"]


def test_tracked_insertions_are_read_and_deletions_are_not_and_it_is_said(tmp_path: Path) -> None:
    changed = (
        run("đạt ")
        + '<w:del w:id="1"><w:r><w:delText>90%</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{run("95%")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run("cũ")}</w:moveFrom><w:moveTo w:id="4">{run(" mới")}</w:moveTo>'
    )
    found = read(tmp_path, paragraph("Một") + paragraph(changed))
    assert texts(found) == ["Một", "đạt 95% mới"]
    assert [(note.kind, note.place) for note in found.notes] == [("tracked_changes", "đoạn 2")]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert texts(read(tmp_path, paragraph("Rà soát ", mark) + paragraph("quy chế."))) == ["Rà soát quy chế."]


def test_marks_of_notes_do_not_touch_figures(tmp_path: Path) -> None:
    automatic = run("đạt 95%") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" hồ sơ")
    typed = run("đạt 96%") + run("1", '<w:vertAlign w:val="superscript"/>')
    assert texts(read(tmp_path, paragraph(automatic) + paragraph(typed))) == ["đạt 95% hồ sơ", "đạt 96%¹"]


def test_hidden_text_is_not_read_whether_hidden_itself_or_by_its_style(tmp_path: Path) -> None:
    styles = '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = run("Thấy") + run(" ẩn", "<w:vanish/>") + run(" ẩn", '<w:rStyle w:val="An"/>')
    shown = run(" hiện", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>')
    assert texts(read(tmp_path, paragraph(body + shown), styles=styles)) == ["Thấy hiện"]


def test_a_table_of_contents_is_no_text_though_it_spans_paragraphs(tmp_path: Path) -> None:
    body = (
        paragraph(begin("TOC \\o") + run("I. MỤC TIÊU\t1"))
        + paragraph(run("II. NHIỆM VỤ\t2") + END)
        + paragraph("I. MỤC TIÊU")
    )
    assert texts(read(tmp_path, body)) == ["I. MỤC TIÊU"]


def test_results_of_references_are_read_and_page_numbers_are_not(tmp_path: Path) -> None:
    body = run("Theo mục ") + begin(" REF muc ") + run("II") + END + run(", trang ") + begin(" PAGE ") + run("4") + END
    assert texts(read(tmp_path, paragraph(body))) == ["Theo mục II, trang"]


def test_a_field_that_is_never_closed_does_not_swallow_the_rest(tmp_path: Path) -> None:
    body = paragraph(begin("TOC \\o") + run("Mục lục")) + paragraph("Nội dung còn lại")
    assert texts(read(tmp_path, body)) == ["Nội dung còn lại"]


def test_signs_that_are_no_letters_are_read_as_they_look(tmp_path: Path) -> None:
    signs = (
        run("hành")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + run("chính")
        + "<w:r><w:softHyphen/></w:r>"
        + run("công")
        + "<w:r><w:tab/></w:r>"
        + run("5\u00a0năm\u2011 ")
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
        + run(" 90%")
    )
    assert texts(read(tmp_path, paragraph(signs))) == ["hành-chínhcông 5 năm- ≥ 90%"]


def test_a_formula_is_read_in_line(tmp_path: Path) -> None:
    formula = (
        "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
    )
    assert texts(read(tmp_path, paragraph(run("Tỷ lệ = ") + formula))) == ["Tỷ lệ = a/b"]


def test_capitals_by_format_are_capitals_as_printed(tmp_path: Path) -> None:
    assert texts(read(tmp_path, paragraph(run("Kế hoạch", "<w:caps/>")))) == ["KẾ HOẠCH"]


def test_lines_broken_by_hand_are_blocks_and_each_is_bold_by_itself(tmp_path: Path) -> None:
    body = run("KẾ HOẠCH", "<w:b/>") + "<w:r><w:br/></w:r>" + run("Năm 2025")
    found = read(tmp_path, paragraph(body)).blocks
    assert [(block.text, block.is_bold) for block in found] == [("KẾ HOẠCH", True), ("Năm 2025", False)]


def test_content_controls_links_and_tags_are_only_wrappers(tmp_path: Path) -> None:
    inline = (
        f"<w:hyperlink>{run('một ')}</w:hyperlink><w:smartTag><w:sdt><w:sdtContent>"
        f"{run('hai')}</w:sdtContent></w:sdt></w:smartTag>"
    )
    around = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(inline)}<w:customXml>{paragraph('ba')}</w:customXml>"
        f"</w:sdtContent></w:sdt>"
    )
    control = f"<w:sdtContent>{row('b', 'c')}</w:sdtContent>"
    cells = "<w:sdt><w:sdtContent><w:tc>" + paragraph("d") + "</w:tc></w:sdtContent></w:sdt>"
    rows = f"<w:sdt>{control}</w:sdt><w:tr><w:sdt><w:sdtPr/></w:sdt>{cells}<w:tc>{paragraph('e')}</w:tc></w:tr>"
    found = read(tmp_path, around + table(rows)).blocks
    assert [block.text for block in found] == ["một hai", "ba", "b c", "d e"]


HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="V2"><w:name w:val="Đầu đề 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục lớn"/><w:basedOn w:val="u1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="O"><w:name w:val="Riêng"/><w:pPr><w:outlineLvl '
    'w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/><w:basedOn w:val="Y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="Y"/><w:basedOn w:val="X"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="u1"/>', 1),
        ('<w:pStyle w:val="V2"/>', 2),
        ('<w:pStyle w:val="M"/>', 1),
        ('<w:pStyle w:val="O"/>', 3),
        ('<w:pStyle w:val="M"/><w:outlineLvl w:val="3"/>', 4),
        ('<w:pStyle w:val="M"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="X"/>', 0),
    ],
)
def test_headings_are_known_by_style_name_outline_level_or_what_the_style_is_based_on(
    tmp_path: Path, properties: str, level: int
) -> None:
    (block,) = read(tmp_path, paragraph("Mục", properties), styles=HEADINGS).blocks
    assert block.level == level


def test_a_style_makes_bold_and_a_run_may_undo_it(tmp_path: Path) -> None:
    body = paragraph("Đậm", '<w:pStyle w:val="u1"/><w:outlineLvl w:val="9"/>')
    body += paragraph(run("Thường", '<w:b w:val="0"/>'), '<w:pStyle w:val="u1"/><w:outlineLvl w:val="9"/>')
    assert [block.is_bold for block in read(tmp_path, body, styles=HEADINGS).blocks] == [True, False]


def test_an_item_or_a_long_paragraph_in_a_heading_style_is_no_heading(tmp_path: Path) -> None:
    style = '<w:pStyle w:val="u1"/>'
    body = paragraph("- Rà soát quy chế;", style) + paragraph("Nội dung dài. " * 40, style)
    assert [block.kind for block in read(tmp_path, body, styles=HEADINGS).blocks] == ["bullet", "paragraph"]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("name", "coded", "meant"),
    [
        (
            ".VnTime",
            "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2025 cña Së Y tÕ",
            "Kế hoạch cải cách hành chính năm 2025 của Sở Y tế",
        ),
        (".VnTimeH", "kÕ ho¹ch n¨m 2025 ®Æc biÖt", "KẾ HOẠCH NĂM 2025 ĐẶC BIỆT"),
        (".VnTime", "t\u00ad vÊn, ng\u00adêi d©n, §¬n vÞ", "tư vấn, người dân, Đơn vị"),
        (
            "VNI-Times",
            "Keá hoaïch caûi caùch haønh chính naêm 2025 cuûa Sôû Y teá",
            "Kế hoạch cải cách hành chính năm 2025 của Sở Y tế",
        ),
        (
            "VNI-Times",
            "ÑÔN VÒ, ngöôøi daân, ñöôïc kyù, kyõ thuaät, chuû tòch, nghæ, ñóa",
            "ĐƠN VỊ, người dân, được ký, kỹ thuật, chủ tịch, nghỉ, đĩa",
        ),
        ("VNI-Times", "BOÄ Y TEÁ, QUYEÀN, AÊN, NÖÔÙC, XÖÛ LYÙ", "BỘ Y TẾ, QUYỀN, ĂN, NƯỚC, XỬ LÝ"),
        (".VnTime", "Đã là Unicode", "Đã là Unicode"),
        ("Times New Roman", "Sở Y tế", "Sở Y tế"),
    ],
)
def test_legacy_fonts_are_converted_by_the_font_of_the_run(tmp_path: Path, name: str, coded: str, meant: str) -> None:
    found = read(tmp_path, paragraph(run(coded, font(name))))
    assert texts(found) == [meant]
    assert [note.kind for note in found.notes] == ([] if coded == meant else ["legacy_font"])


def test_a_legacy_font_of_the_style_counts_and_a_soft_hyphen_in_it_is_a_letter(tmp_path: Path) -> None:
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{font(".VnTime")}</w:rPr></w:style>'
    body = paragraph(run("ng") + "<w:r><w:softHyphen/></w:r>" + run("êi") + run(" dân", font("Arial")))
    assert texts(read(tmp_path, body, styles=styles)) == ["người dân"]


def test_a_letter_of_vni_may_be_cut_in_two_runs(tmp_path: Path) -> None:
    body = run("te", font("VNI-Times")) + run("á", font("VNI-Times"))
    assert texts(read(tmp_path, paragraph(body))) == ["tế"]


@pytest.mark.parametrize("name", ["Wingdings", "Symbol"])
def test_an_item_sign_of_a_symbol_font_begins_an_item(tmp_path: Path, name: str) -> None:
    (block,) = read(tmp_path, paragraph(run("\uf0b7", font(name)) + run(" Rà soát quy chế"))).blocks
    assert (block.kind, block.text) == ("bullet", "Rà soát quy chế")
