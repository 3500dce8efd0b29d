"""Plain text as converters lay out pages: columns, tables by signs or blanks, what is printed on every page."""

import time

import pytest

from sources.documents.blocks import DocumentError
from sources.documents.text import read_text

TOP = """
   UBND TỈNH AN BÌNH                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ Y TẾ                            Độc lập - Tự do - Hạnh phúc
   Số: 12/KH-SYT                        An Bình, ngày 08 tháng 01 năm
                                        2025

                     KẾ HOẠCH

Văn bản này nói về việc sửa lại các biển chỉ đường trong khuôn viên và
ngoài cổng.
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks]


def rows(text: str) -> list[tuple[str, ...]]:
    return [block.cells for block in read_text(text).blocks if block.kind == "table_row"]


def test_a_heading_block_of_two_columns_is_read_column_by_column() -> None:
    found = read_text(TOP).blocks
    assert found[0].cells == (
        "UBND TỈNH AN BÌNH\nSỞ Y TẾ\nSố: 12/KH-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 08 tháng 01 năm 2025",
    )
    assert found[1].text == "KẾ HOẠCH"
    assert len(found) == 3


def test_a_signature_beside_recipients_is_read_with_the_name_after_the_blank_lines() -> None:
    text = (
        "Nơi nhận:                            KT. GIÁM ĐỐC\n- Bộ Y tế;                           PHÓ GIÁM ĐỐC\n"
        "- Lưu: VT.\n\n\n                                     Lê Văn Tám\n"
    )
    assert rows(text) == [("Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT.", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Văn Tám")]


def test_blanks_inside_sentences_make_no_columns() -> None:
    text = (
        "- Mở thêm quầy     đón tiếp ở tầng trệt;\n- Bố trí người trực ở cổng    từ bảy giờ.\n1.     Rà "
        "soát\n2.     Sửa cổng"
    )
    assert rows(text) == []


DRAWN = """
+-----+--------------+----------+
| STT | Việc         | Hạn      |
+=====+==============+==========+
| 1   | Sửa cổng     | Quý I    |
|     | chính        |          |
+-----+--------------+----------+
| 2   | Sơn \\| quét  |          |
+-----+--------------+----------+
"""


def test_a_table_drawn_with_borders_joins_the_lines_of_a_row() -> None:
    assert rows(DRAWN) == [("STT", "Việc", "Hạn"), ("1", "Sửa cổng chính", "Quý I"), ("2", "Sơn | quét", "")]


def test_a_table_drawn_with_box_signs_is_read_alike() -> None:
    boxed = DRAWN.translate(str.maketrans("|+-=", "│┼──"))
    assert rows(boxed.replace("\\│", "\\|"))[0:2] == rows(DRAWN)[0:2]


def test_a_table_drawn_with_bars_has_a_row_on_each_line() -> None:
    assert rows("| STT | Việc |\n|-----|------|\n| 1 | a |\n|  | b |\n") == [("STT", "Việc"), ("1", "a"), ("", "b")]


RULED = """
  ------------------------------------------
  STT   Việc              Hạn
  ----- ----------------- ------------------
  1     Sửa cổng          Quý I
        chính

  2     Sơn               Thường xuyên
  ------------------------------------------
"""


def test_a_table_ruled_by_pandoc_is_cut_at_its_dashes() -> None:
    assert rows(RULED) == [("STT", "Việc", "Hạn"), ("1", "Sửa cổng chính", "Quý I"), ("2", "Sơn", "Thường xuyên")]


def test_a_table_of_blanks_is_read_where_every_row_is_certain() -> None:
    text = (
        "STT   Việc               Chủ trì        Hạn\n"
        "1     Sửa cổng chính     Văn phòng      Quý I\n"
        "      và cổng phụ\n"
        "2     Sơn tường rào      Phòng A        Quý II\n"
    )
    assert rows(text)[1:] == [
        ("1", "Sửa cổng chính và cổng phụ", "Văn phòng", "Quý I"),
        ("2", "Sơn tường rào", "Phòng A", "Quý II"),
    ]


def test_a_table_of_blanks_whose_rows_run_into_each_other_is_named_and_not_read() -> None:
    text = (
        "STT   Việc               Chủ trì        Hạn\n"
        "      Sửa cổng chính\n"
        "1                        Văn phòng      Quý I\n"
        "      và cổng phụ\n"
        "2     Sơn tường rào      Phòng A        Quý II\n"
    )
    found = read_text("Đoạn trước.\n\n" + text)
    assert [block.text for block in found.blocks] == ["Đoạn trước."]
    assert [(note.kind, note.place) for note in found.notes] == [("table_by_spaces", "dòng 3 đến dòng 7")]


def test_page_numbers_and_running_heads_are_left_out_and_sentences_go_on() -> None:
    page = (
        "{head}\n\nBố trí người trực ở quầy đón tiếp từ bảy giờ sáng để bà "
        "con\n\n{number}\n\f{head}\n\nkhông phải chờ.\n\nTrang 3/15\n"
    )
    found = texts(page.format(head="Kế hoạch sửa cổng", number="- 2 -"))
    assert found == [
        "Kế hoạch sửa cổng",
        "Bố trí người trực ở quầy đón tiếp từ bảy giờ sáng để bà con không phải chờ.",
    ]


def test_page_numbers_without_form_feeds_are_known_by_counting_on() -> None:
    assert texts("Một.\n\n2\n\nHai.\n\n3\n\nBa.") == ["Một.", "Hai.", "Ba."]
    assert "2025" in texts("Một.\n\n2025\n\nHai.")


@pytest.mark.parametrize("sign", ["•", "●", "➢", "\uf0b7", "−", "▪", "✓", "–"])
def test_signs_of_items_are_known(sign: str) -> None:
    (block,) = read_text(f"{sign} Sửa cổng chính").blocks
    assert (block.kind, block.text) == ("bullet", "Sửa cổng chính")


def test_letters_and_digits_are_brought_to_one_form() -> None:
    assert texts(
        "\ufeffĐe\u0302\u0301n n\u0103m\u200b ２０２５ đạt ９５％, Ðơn vị; khoảng 5\u00a0−\u00a010".replace("ｎ", "n")
    ) == ["Đến năm 2025 đạt 95%, Đơn vị; khoảng 5 - 10"]


def test_raised_marks_left_by_converters_stay_raised() -> None:
    assert texts("đạt 95%<sup>1</sup> và 3 m<sup>2</sup>") == ["đạt 95%¹ và 3 m²"]


def test_text_in_letters_of_a_legacy_font_is_refused() -> None:
    with pytest.raises(DocumentError):
        read_text("Keá hoaïch caûi caùch haønh chính naêm 2025 cuûa Sôû Y teá, ñôn vò vaø ngöôøi daân\n" * 3)


@pytest.mark.parametrize("line", ["a   b   c", "| a |", "+--+", "a     b", "---- ----", "-" * 200])
def test_a_long_text_of_one_kind_of_line_is_read_in_time(line: str) -> None:
    begun = time.process_time()
    read_text(f"{line}\n" * 20_000)
    assert time.process_time() - begun < 20
