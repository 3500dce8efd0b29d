"""Task tables: columns in any order, groups, merged and cut rows, pages printed twice."""

from pathlib import Path

import pytest

from sources.plans.deadlines import read_deadline
from sources.plans.tables.columns import read_columns
from sources.plans.unit_cells import is_collective, split_units
from tests.sources.plans.writing import found_in, kinds, table

BODY = "I. MỤC TIÊU\n\n- Tốt hơn.\n\nGIÁM ĐỐC\n\nHồ Thị An\n\nPHỤ LỤC\n\n"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn"),
            {"number": 0, "activity": 1, "lead": 2, "deadline": 3},
        ),
        (("Thời gian hoàn thành", "Sản phẩm dự kiến", "Hoạt động"), {"deadline": 0, "product": 1, "activity": 2}),
        (("Nội dung", "Nhiệm vụ", "Chủ trì"), {"group": 0, "activity": 1, "lead": 2}),
        (("STT", "Chỉ tiêu", "Nhiệm vụ", "Kết quả/ Sản phẩm"), {"number": 0, "goal": 1, "activity": 2, "product": 3}),
    ],
)
def test_columns_are_found_by_their_words_in_any_order(cells: tuple[str, ...], expected: dict[str, int]) -> None:
    assert read_columns(cells) == expected


@pytest.mark.parametrize("cells", [("Nơi nhận", "GIÁM ĐỐC"), ("STT", "Họ tên", "Chức vụ"), ("1", "Sửa cổng", "Quý I")])
def test_other_rows_are_no_heading_of_a_task_table(cells: tuple[str, ...]) -> None:
    assert read_columns(cells) is None


def test_groups_subgroups_and_carried_goals(tmp_path: Path) -> None:
    rows = table(
        "I|Cải cách thủ tục hành chính|||||",
        "1|Đón tiếp|||||",
        "1.1|100% quy trình niêm yết|Dán quy trình|Bảng|Văn phòng Sở||Quý I/2025",
        "||Chụp ảnh|Ảnh|Văn phòng Sở||Thường xuyên",
        "|Dân dễ hỏi|Mở đường dây|Số máy|Văn phòng Sở||Tháng 2/2025",
        "II|Cải cách thể chế|||||",
        "1|Gọn quy chế|Gộp quy chế|Quy chế|Phòng TCCB|Các phòng, ban thuộc Sở; Thanh tra Sở|Trong năm",
    )
    tasks = found_in(tmp_path, BODY + rows)["tasks"]
    assert [(task["area_code"], task["group_title"], task["reform_area"]) for task in tasks] == [
        ("I.1.1", "Đón tiếp", "procedures"),
        ("I.1.1", "Đón tiếp", "procedures"),
        ("I.1.1", "Đón tiếp", "procedures"),
        ("II.1", "Cải cách thể chế", "institutions"),
    ]
    assert [task["goal"] for task in tasks[:3]] == ["100% quy trình niêm yết", "100% quy trình niêm yết", "Dân dễ hỏi"]
    assert tasks[3]["coordinating_units"] == ["Các phòng, ban thuộc Sở", "Thanh tra Sở"]


def test_a_page_printed_twice_is_read_once_and_accounted_for(tmp_path: Path) -> None:
    page = table(
        "1|Gọn|Gộp quy chế làm việc|Quy chế|Văn phòng Sở||Quý I/2025",
        "2|Rõ|Vẽ lại sơ đồ|Sơ đồ|Văn phòng Sở||Quý II/2025",
    )
    found = found_in(tmp_path, BODY + page + "\n\n" + page)
    assert len(found["tasks"]) == 2
    assert kinds(found).count("repeated_page") == 1


def test_a_row_cut_by_a_page_end_is_joined(tmp_path: Path) -> None:
    first = table("1|Hồ sơ gọn|Rà lại giấy tờ|Danh mục giấy tờ được|Văn phòng Sở|Các phòng,|Quý I/2025")
    second = table("|và nhanh||bỏ||02 Chi cục|", "2|Rõ|Vẽ sơ đồ|Sơ đồ|Văn phòng Sở||Quý II/2025")
    tasks = found_in(tmp_path, BODY + first + "\n\n" + second)["tasks"]
    assert (tasks[0]["goal"], tasks[0]["product"]) == ("Hồ sơ gọn và nhanh", "Danh mục giấy tờ được bỏ")
    assert tasks[0]["coordinating_units"] == ["Các phòng", "02 Chi cục"]
    assert len(tasks) == 2


def test_a_row_cut_and_printed_whole_on_the_next_page_is_read_once(tmp_path: Path) -> None:
    first = table("1|Gọn|Rà lại toàn bộ giấy tờ của|Danh mục|Văn phòng Sở||Quý I/2025")
    second = table("1|Gọn|Rà lại toàn bộ giấy tờ của từng phòng|Danh mục|Văn phòng Sở||Quý I/2025")
    found = found_in(tmp_path, BODY + first + "\n\n" + second)
    assert [task["description"] for task in found["tasks"]] == ["Rà lại toàn bộ giấy tờ của từng phòng"]
    assert "cut_row" in kinds(found)


def test_numbers_that_jump_tell_of_a_lost_page(tmp_path: Path) -> None:
    rows = table("I|Cải cách thể chế|||||", "1|Gọn|Gộp|Quy chế|Văn phòng||Quý I", "4|Rõ|Vẽ|Sơ đồ|Văn phòng||Quý I")
    assert "lost_page" in kinds(found_in(tmp_path, BODY + rows))


def test_a_heading_of_two_rows_is_one(tmp_path: Path) -> None:
    rows = table(
        "||Chủ trì|Phối hợp|",
        "(1)|(2)|(3)|(4)|(5)",
        "1|Sơn cổng|Văn phòng|Bảo vệ|15/4/2025",
        columns="TT\tNội dung\tĐơn vị thực hiện\t\tThời hạn",
    )
    (task,) = found_in(tmp_path, BODY + rows)["tasks"]
    assert (task["lead_units"], task["coordinating_units"], task["due_to"]) == (["Văn phòng"], ["Bảo vệ"], "2025-04-15")


def test_the_group_and_the_number_may_stand_in_the_cells(tmp_path: Path) -> None:
    rows = table(
        "<b>I. Cải cách thể chế</b>|1. Gộp quy chế|100% quy chế gọn|Văn phòng|Quý I/2025",
        "|2. In quy chế|Bản in|Văn phòng|Quý II/2025",
        columns="Nhiệm vụ chung\tNhiệm vụ cụ thể\tSản phẩm\tChủ trì\tThời gian",
    )
    found = found_in(tmp_path, BODY + rows)
    assert [(task["area_code"], task["description"]) for task in found["tasks"]] == [
        ("I.1", "Gộp quy chế"),
        ("I.2", "In quy chế"),
    ]
    assert [(row["kind"], row["source"], row["value"]) for row in found["targets"]] == [("commitment", "annex", 100)]


def test_a_figure_beside_the_goal_column_is_no_target_but_a_finding(tmp_path: Path) -> None:
    rows = table("1|Rõ|Kiểm tra tối thiểu 30% đơn vị|Biên bản|Văn phòng||Quý I/2025")
    found = found_in(tmp_path, BODY + rows)
    assert found["targets"] == []
    assert "figure_in_task_text" in kinds(found)


def test_blank_cells_stay_blank_and_are_named(tmp_path: Path) -> None:
    found = found_in(tmp_path, BODY + table("1|Rõ|Vẽ sơ đồ||||"))
    (task,) = found["tasks"]
    assert (task["product"], task["lead_units"], task["deadline_kind"]) == (None, [], "none")
    assert {"lead_missing", "deadline_missing"} <= set(kinds(found))


def test_a_table_of_unknown_columns_is_held_back(tmp_path: Path) -> None:
    rows = "Họ tên\tChức vụ\tĐiện thoại\nA\tTrưởng phòng\t1\nB\tPhó phòng\t2\n"
    assert "unknown_table" in kinds(found_in(tmp_path, BODY + rows))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "Văn phòng Sở, các phòng chuyên môn Sở, 02 Chi cục",
            ["Văn phòng Sở", "các phòng chuyên môn Sở", "02 Chi cục"],
        ),
        ("Các phòng, ban cơ quan Sở; các đơn vị trực thuộc", ["Các phòng, ban cơ quan Sở", "các đơn vị trực thuộc"]),
        ("Phòng KHTC, Văn phòng", ["Phòng KHTC", "Văn phòng"]),
        ("Phòng KHTC Phòng TCCB", ["Phòng KHTC", "Phòng TCCB"]),
        ("Phòng Tổ chức và Phòng Điều dưỡng", ["Phòng Tổ chức", "Phòng Điều dưỡng"]),
        ("Sở Khoa học và Công nghệ", ["Sở Khoa học và Công nghệ"]),
        ("Văn phòng thường xuyên kiểm tra sổ sách", ["Văn phòng"]),
        ("các đơn vị tiếp nhận hồ sơ", ["các đơn vị tiếp nhận hồ sơ"]),
        ("Ban chỉ đạo CCHC", ["Ban chỉ đạo CCHC"]),
        ("Phối hợp với Sở Nội vụ (phòng CCHC, thanh tra)", ["Sở Nội vụ (phòng CCHC, thanh tra)"]),
        ("- Văn phòng Sở\n- Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("", []),
        (None, []),
    ],
)
def test_units_of_a_cell_are_told_apart(cell: str | None, expected: list[str]) -> None:
    assert split_units(cell) == expected


def test_groups_of_units_are_collective() -> None:
    assert all(is_collective(name) for name in ("Các phòng", "02 Chi cục", "toàn bộ đơn vị", "Thủ trưởng các đơn vị"))
    assert not any(is_collective(name) for name in ("Văn phòng Sở", "Chi cục Dân số"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thường xuyên theo kế hoạch", "ongoing"),
        ("Trong năm", "within_year"),
        ("Trước ngày 15/6", "before_date"),
        ("Theo tiến độ", "per_schedule"),
        ("Hằng quý", "per_schedule"),
        ("Khi có hướng dẫn", "on_guidance"),
        ("Khi có phát sinh", "conditional"),
        ("Năm 2025", "in_year"),
        ("2025 - 2026", "year_range"),
        ("", "none"),
    ],
)
def test_every_kind_of_deadline_is_known(text: str, kind: str) -> None:
    deadline = read_deadline(text, 2025)
    assert (deadline.kind, deadline.is_known) == (kind, True)


def test_an_unknown_deadline_keeps_its_words_and_is_a_finding(tmp_path: Path) -> None:
    found = found_in(tmp_path, BODY + table("1|Rõ|Vẽ sơ đồ|Sơ đồ|Văn phòng||sớm nhất"))
    assert (found["tasks"][0]["deadline_text"], found["tasks"][0]["deadline_kind"]) == ("sớm nhất", "none")
    assert "unknown_deadline" in kinds(found)


def test_numbers_that_run_on_from_group_to_group_miss_no_page(tmp_path: Path) -> None:
    rows = table(
        "I|Cải cách thể chế|||||",
        "1|Gọn|Gộp quy chế|Quy chế|Văn phòng Sở||Quý I/2025",
        "2|Rõ|Vẽ sơ đồ|Sơ đồ|Văn phòng Sở||Quý I/2025",
        "II|Cải cách thủ tục hành chính|||||",
        "3|Nhanh|Mở quầy|Quầy|Văn phòng Sở||Quý I/2025",
        "5|Êm|Đặt ghế|Ghế|nt||Quý I/2025",
    )
    found = found_in(tmp_path, BODY + rows)
    assert [row["value"] for row in found["findings"] if row["kind"] == "lost_page"] == [
        "“Cải cách thủ tục hành chính”: từ 3 sang 5"
    ]
    assert found["tasks"][-1]["lead_units"] == ["Văn phòng Sở"]
