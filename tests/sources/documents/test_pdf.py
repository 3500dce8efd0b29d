"""PDF pages give the blocks that a person reads on them."""

from pathlib import Path

import pytest

from sources.documents.blocks import Block, DocumentError
from sources.documents.files import read_document
from tests.sources.documents.pdf_bytes import line, pdf, ruled, text
from tests.sources.documents.printing import PRINTED, SAMPLE

LEFT, RIGHT = 85, 510
FULL = "This line is so long that the word which follows it could never have found any room beside it"


def blocks(folder: Path, *pages: list[str]) -> list[Block]:
    path = folder / "a.pdf"
    path.write_bytes(pdf(*pages))
    return list(read_document(path).blocks)


def texts(folder: Path, *pages: list[str]) -> list[str]:
    return [block.text for block in blocks(folder, *pages)]


def test_a_word_plan_printed_to_pdf_has_the_blocks_of_the_word_plan() -> None:
    printed, written = (read_document(path).blocks for path in (PRINTED / "sample_by_office.pdf", SAMPLE))
    assert [(block.text, block.cells) for block in printed] == [(block.text, block.cells) for block in written]
    assert [block.is_bold for block in printed] == [block.is_bold for block in written]
    assert [block.kind for block in printed] == [block.kind.replace("heading", "paragraph") for block in written]


def test_an_annex_over_several_pages_is_one_table_and_says_page_and_row() -> None:
    rows = [block for block in read_document(PRINTED / "sample_by_office.pdf").blocks if block.kind == "table_row"]
    annex = [row for row in rows if row.table == rows[-1].table]
    assert len({row.page for row in annex}) > 5
    assert len({len(row.cells) for row in annex}) == 1
    assert annex[0].place == f"trang {annex[0].page}, bảng {annex[0].table}, hàng 1"


@pytest.mark.parametrize("name", ["invented_by_office.pdf", "invented_by_browser.pdf"])
def test_bullets_bold_and_the_heading_block_are_read_from_both_printers(name: str) -> None:
    found = read_document(PRINTED / name).blocks
    assert [block.text for block in found[:3]] == ["UBND TỈNH LÂM ĐỒNG", "SỞ Y TẾ", "Số: 45/KH-SYT"]
    assert [block.level for block in found if block.text.startswith("Tỷ lệ")] == [1]
    assert {block.text: block.is_bold for block in found}["I. MỤC TIÊU"]
    assert not any("file:" in block.text for block in found)


def test_wrapped_lines_are_joined_and_short_lines_are_not(tmp_path: Path) -> None:
    page = [text(LEFT, 100, FULL), text(LEFT, 115, "and goes on here."), text(LEFT, 130, "Another paragraph.")]
    assert texts(tmp_path, page) == [f"{FULL} and goes on here.", "Another paragraph."]


def test_an_indented_line_begins_a_paragraph_even_after_a_full_line(tmp_path: Path) -> None:
    page = [
        text(LEFT + 30, 100, f"The {FULL[5:86]}"),
        text(LEFT, 115, FULL),
        text(LEFT + 30, 130, f"Surroundings of {FULL[:70]}"),
        text(LEFT, 145, FULL),
    ]
    assert len(texts(tmp_path, page)) == 2


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    first = [text(290, 40, "1"), text(LEFT, 780, FULL)]
    second = [text(290, 40, "2"), text(LEFT, 100, "and goes on overleaf."), text(LEFT, 120, "In 2026 all ends.")]
    found = blocks(tmp_path, first, second)
    assert [block.text for block in found] == [f"{FULL} and goes on overleaf.", "In 2026 all ends."]
    assert [block.place for block in found] == ["trang 1, dòng 1", "trang 2, dòng 2"]


def test_a_running_head_is_left_out_and_a_repeated_sentence_inside_pages_is_kept(tmp_path: Path) -> None:
    pages = [
        [
            text(LEFT, 30, f"Draft of 2026, page {page}"),
            *(text(LEFT, 100 + 20 * row, f"In {2000 + 7 * page} row {row} came.") for row in range(9)),
        ]
        for page in range(1, 4)
    ]
    found = texts(tmp_path, *pages)
    assert not any(line.startswith("Draft") for line in found)
    assert len(found) == 27


def test_columns_beside_each_other_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = [
        text(90, 100, "PEOPLE'S COMMITTEE"),
        text(330, 100, "SOCIALIST REPUBLIC"),
        text(90, 115, "DEPARTMENT"),
        text(330, 116, "Independence"),
        text(90, 131, "No: 12/KH"),
        text(330, 132, "Town, 3 May 2026"),
        text(270, 160, "THE PLAN", is_bold=True),
        text(LEFT, 180, FULL),
    ]
    found = texts(tmp_path, page)
    assert found[:3] == ["PEOPLE'S COMMITTEE", "DEPARTMENT", "No: 12/KH"]
    assert found[3:7] == ["SOCIALIST REPUBLIC", "Independence", "Town, 3 May 2026", "THE PLAN"]


def test_merged_cells_are_blank_after_the_first(tmp_path: Path) -> None:
    page = [
        *ruled((100, 200, 300, 400), (100, 130, 190)),
        line(200, 160, 400, 160),
        text(105, 115, "goal"), text(205, 115, "task"), text(305, 115, "when"),
        text(105, 150, "one goal"), text(205, 150, "first"), text(305, 150, "May"),
        text(205, 180, "second"), text(305, 180, "June"),
    ]  # fmt: skip
    rows = blocks(tmp_path, page)
    assert [row.cells for row in rows] == [
        ("goal", "task", "when"),
        ("one goal", "first", "May"),
        ("", "second", "June"),
    ]
    assert [row.place for row in rows] == [f"trang 1, bảng 1, hàng {number}" for number in (1, 2, 3)]


def test_a_table_goes_on_overleaf_and_a_row_that_the_page_cut_is_joined(tmp_path: Path) -> None:
    first = [
        *ruled((100, 130, 300, 400), (700, 730, 790)),
        text(105, 715, "no"), text(135, 715, "task"), text(305, 715, "unit"),
        text(105, 745, "1"), text(135, 745, "Write a list of all documents"), text(305, 745, "Office and"),
        text(135, 760, "which stand in contradiction"),
    ]  # fmt: skip
    second = [
        *ruled((100, 130, 300, 400), (60, 90, 120)),
        text(135, 75, "to one another"),
        text(105, 105, "2"), text(135, 105, "Publish it"), text(305, 105, "Office"),
    ]  # fmt: skip
    rows = blocks(tmp_path, first, second)
    assert {row.table for row in rows} == {1}
    assert rows[1].cells[1] == "Write a list of all documents which stand in contradiction to one another"
    assert rows[2].place == "trang 2, bảng 1, hàng 1"


def test_lines_of_a_cell_are_joined_where_only_the_border_broke_them(tmp_path: Path) -> None:
    page = [
        *ruled((100, 200, 400), (100, 200)),
        text(105, 115, "Office of the"), text(105, 130, "Department"), text(105, 145, "Lab"), text(105, 160, "Clinics"),
        text(205, 115, "x"),
    ]  # fmt: skip
    assert blocks(tmp_path, page)[0].cells[0] == "Office of the Department\nLab\nClinics"


def test_letters_printed_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    page = [text(100, 100, "98 percent"), text(100.3, 100, "98 percent")]
    assert texts(tmp_path, page) == ["98 percent"]


def test_a_number_that_wrapping_cut_behind_its_dash_is_whole(tmp_path: Path) -> None:
    page = [
        text(LEFT, 100, f"{FULL.replace('found any room beside it', 'room in 45/QD-')}"),
        text(LEFT, 115, "UBND now."),
    ]
    assert texts(tmp_path, page)[0].endswith("45/QD-UBND now.")


def test_text_in_an_old_font_is_read_by_the_name_of_its_font(tmp_path: Path) -> None:
    page = [text(LEFT, 100, "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m nay")]
    (tmp_path / "a.pdf").write_bytes(pdf(page, font="ABCDEF+.VnTime,Bold"))
    assert [block.text for block in read_document(tmp_path / "a.pdf").blocks] == [
        "Kế hoạch cải cách hành chính năm nay"
    ]


def test_a_raised_note_mark_is_not_a_digit_of_the_figure(tmp_path: Path) -> None:
    page = [text(100, 100, "at least 30"), text(155.6, 96, "1", size=7), text(170, 100, "minutes")]
    assert texts(tmp_path, page) == ["at least 30¹ minutes"]


def test_old_fonts_are_refused_as_text_files_in_old_codes_are(tmp_path: Path) -> None:
    page = [text(LEFT, 100 + 15 * row, "KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña Së Y tÕ tØnh n¨m nay") for row in range(12)]
    (tmp_path / "a.pdf").write_bytes(pdf(page))
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path / "a.pdf")
    assert caught.value.kind == "not_unicode"
    assert "TCVN3" in str(caught.value)
