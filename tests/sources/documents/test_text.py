"""Plain text: sentences cut by line ends and page ends are whole again."""

from sources.documents.blocks import Block
from sources.documents.text import read_text


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_text(text).blocks]


def test_a_sentence_cut_by_a_page_end_is_joined() -> None:
    text = "- Mở thêm quầy đón tiếp ở tầng trệt và tầng hai để bà con\n\nkhông phải chờ lâu.\n\n- Trực trưa."
    assert blocks(text) == [
        ("bullet", "Mở thêm quầy đón tiếp ở tầng trệt và tầng hai để bà con không phải chờ lâu."),
        ("bullet", "Trực trưa."),
    ]


def test_a_page_end_before_an_acronym_is_joined_only_inside_a_bullet() -> None:
    assert len(blocks("- Xin ý kiến của\n\nUBND tỉnh;")) == 1
    assert len(blocks("**1. Đầu mối**\n\nUBND tỉnh giao việc này.")) == 2


def test_a_finished_bullet_does_not_swallow_the_next_paragraph() -> None:
    assert len(blocks("- Làm xong việc này.\n\nĐoạn sau nói chuyện khác.")) == 2


def test_headings_numbers_and_bold_lines_begin_blocks() -> None:
    text = "## **II. VIỆC LÀM**\n**1. Việc nhỏ**\nmột đoạn văn thường viết dưới đề mục và khá dài\n2. Việc khác"
    assert [kind for kind, _ in blocks(text)] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_a_converter_with_blank_lines_between_all_lines_is_joined_by_width() -> None:
    wrapped = [
        "- Bố trí người trực ở quầy đón tiếp từ bảy giờ sáng để người dân",
        "không phải chờ; ghi sổ từng lượt và báo lại cho lãnh đạo vào cuối",
        "mỗi tuần làm việc.",
        "- Sửa lại biển chỉ đường ở cổng chính và cổng phụ cho dễ nhìn hơn",
        "vào ban đêm.",
    ]
    assert [kind for kind, _ in blocks("\n\n".join(wrapped))] == ["bullet", "bullet"]


def test_tabs_make_table_rows_and_blank_cells_stay() -> None:
    (row,) = read_text("1\t\tSửa cổng\t\t<b>Quý I</b>").blocks
    assert row == Block("table_row", "1 Sửa cổng Quý I", "dòng 1", cells=("1", "", "Sửa cổng", "", "Quý I"), table=1)


def test_lists_left_in_a_cell_become_lines() -> None:
    (row,) = read_text("A\t<ul><li>- một;</li><li>- hai.</li></ul>").blocks
    assert row.cells[1] == "- một;\n- hai."


def test_places_count_lines_from_one() -> None:
    assert [block.place for block in read_text("\n\nMột.\n\n\nHai.").blocks] == ["dòng 3", "dòng 6"]


def test_signs_without_words_are_no_blocks() -> None:
    assert blocks("-----\n\n***\n\n…") == []
