"""Word tables: rows and columns as they look on paper."""

from pathlib import Path

import pytest

from sources.documents.blocks import DocumentError
from tests.sources.documents.word_files import (
    cell,
    definition,
    levels,
    numbered,
    paragraph,
    read,
    row,
    run,
    table,
    texts,
)


def cells(folder: Path, *tables: str, numbering: str = "") -> list[tuple[str, ...]]:
    return [block.cells for block in read(folder, "".join(tables), numbering=numbering).blocks]


def test_columns_left_out_before_and_after_a_row_are_blank(tmp_path: Path) -> None:
    late = row("b", "c", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
    assert cells(tmp_path, table(row("1", "2", "3", "4"), late)) == [("1", "2", "3", "4"), ("", "b", "c")]


def test_cells_merged_down_and_across_are_blank_after_the_first(tmp_path: Path) -> None:
    rows = (
        row(cell("nhóm", '<w:vMerge w:val="restart"/>'), "một", "hai"),
        row(cell("", "<w:vMerge/>"), cell("cũ", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")),
        row(cell("ngang", '<w:gridSpan w:val="2"/>'), "ba"),
    )
    assert cells(tmp_path, table(*rows)) == [("nhóm", "một", "hai"), ("", "cũ", ""), ("ngang", "", "ba")]


def test_lines_dragged_by_a_few_millimetres_make_no_new_columns(tmp_path: Path) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        row("STT", cell("Việc", wide), "Hạn"),
        row(cell("1", wide), "Sửa cổng", "Quý I"),
        row(cell("chung", '<w:gridSpan w:val="3"/>'), "x"),
    )
    found = cells(tmp_path, table(*rows, widths=(600, 100, 3000, 1000)))
    assert found == [("STT", "Việc", "Hạn"), ("1", "Sửa cổng", "Quý I"), ("chung", "", "x")]


def test_a_row_with_as_many_cells_as_the_heading_has_them_under_it(tmp_path: Path) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = (row("STT", cell("Việc", wide), "Hạn"), row(cell("1", wide), "Sửa cổng", "Quý I"))
    found = cells(tmp_path, table(*rows, widths=(600, 900, 3000, 1000)))
    assert found == [("STT", "Việc", "", "Hạn"), ("1", "Sửa cổng", "", "Quý I")]


def test_deleted_rows_are_left_out_and_inserted_rows_are_read(tmp_path: Path) -> None:
    rows = (
        row("1", "một"),
        row("2", "bỏ", properties='<w:del w:id="1"/>'),
        row("3", "thêm", properties='<w:ins w:id="2"/>'),
    )
    assert cells(tmp_path, table(*rows)) == [("1", "một"), ("3", "thêm")]


def test_running_numbers_in_cells_without_text_are_read(tmp_path: Path) -> None:
    numbering = definition(1, levels(("decimal", "%1")), "1")
    rows = (row("STT", "Việc"), *(row(cell(numbered("", 1)), work) for work in ("một", "hai")))
    assert cells(tmp_path, table(*rows), numbering=numbering) == [("STT", "Việc"), ("1", "một"), ("2", "hai")]


def test_a_small_table_in_a_cell_is_what_the_cell_says(tmp_path: Path) -> None:
    inner = table(row("Quý I", "2"), row("Quý II", "3"))
    found = cells(tmp_path, table(row("1", cell(paragraph("Gồm:") + inner + paragraph("hết")))))
    assert found == [("1", "Gồm:\nQuý I 2\nQuý II 3\nhết")]


def test_a_frame_around_a_text_is_no_table(tmp_path: Path) -> None:
    inner = table(row("STT", "Việc", "Hạn"), row("1", "a", "b"), row("2", "c", "d"))
    body = table(row(cell(paragraph("I. MỤC TIÊU") + paragraph("- Một;") + inner)))
    found = read(tmp_path, body).blocks
    assert [(block.kind, block.place) for block in found[:3]] == [
        ("paragraph", "bảng 1, hàng 1"),
        ("bullet", "bảng 1, hàng 1"),
        ("table_row", "bảng 2, hàng 1"),
    ]
    assert found[4].cells == ("2", "c", "d")


def test_a_heading_block_of_two_columns_keeps_its_lines_apart(tmp_path: Path) -> None:
    left, right = paragraph("SỞ Y TẾ") + paragraph("Số: 1/KH-SYT"), paragraph("CỘNG HÒA") + paragraph("Độc lập")
    (block,) = read(tmp_path, table(row(cell(left), cell(right)))).blocks
    assert block.cells == ("SỞ Y TẾ\nSố: 1/KH-SYT", "CỘNG HÒA\nĐộc lập")


def test_lines_broken_by_hand_stay_in_their_cell(tmp_path: Path) -> None:
    broken = paragraph(run("Phòng A;") + "<w:r><w:br/></w:r>" + run("Phòng B"))
    assert cells(tmp_path, table(row("1", cell(broken)))) == [("1", "Phòng A;\nPhòng B")]


def test_deeply_nested_tables_are_refused_and_not_run_into_the_ground(tmp_path: Path) -> None:
    body = paragraph("đáy")
    for _ in range(300):
        body = table(row(cell(body)))
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, body)
    assert caught.value.kind == "broken_file"


def test_tables_nested_as_deep_as_the_parser_allows_are_read(tmp_path: Path) -> None:
    body = paragraph("đáy")
    for _ in range(80):
        body = table(row(cell(body)))
    assert texts(read(tmp_path, body)) == ["đáy"]


def test_a_row_of_a_thousand_cells_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, table(row(*["a"] * 1_000)))
    assert caught.value.kind == "too_long"
