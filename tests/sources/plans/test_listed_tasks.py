"""Tasks in lists: the owner and the deadline stand under the item, behind it, or in brackets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.plans.labels import read_labels
from sources.plans.owners import read_owned
from tests.sources.plans.writing import found_in

PLAN = """I. MỤC TIÊU

- 95% hồ sơ trả trước hẹn.

II. NHIỆM VỤ

1. Cải cách thể chế

a) Gộp quy chế làm việc của Sở.

- Đơn vị chủ trì: Văn phòng Sở.
- Đơn vị phối hợp: Các phòng chuyên môn; Thanh tra Sở.
- Thời gian hoàn thành: Quý II/2025.

b) Vẽ quy trình tiếp đón (Chủ trì: Phòng Nghiệp vụ Y; thời gian: tháng 3/2025; sản phẩm: Quy trình).

- Mở hội nghị. Chủ trì: Phòng KHTC. Thời hạn: Thường xuyên.

- Nói rõ việc cần làm với người dân.

2. Đặt thêm bàn hướng dẫn
- Chủ trì: Văn phòng Sở
- Thời gian: Trong năm 2025

III. TỔ CHỨC THỰC HIỆN

Văn phòng Sở theo dõi.

GIÁM ĐỐC

Hồ Thị An
"""


def test_labels_make_a_task_of_the_item_above_them_or_around_them(tmp_path: Path) -> None:
    tasks = found_in(tmp_path, PLAN)["tasks"]
    assert [
        (task["area_code"], task["description"], task["lead_units"], task["deadline_kind"], task["product"])
        for task in tasks
    ] == [
        ("II.1.a", "Gộp quy chế làm việc của Sở", ["Văn phòng Sở"], "in_quarter", None),
        ("II.1.b", "Vẽ quy trình tiếp đón", ["Phòng Nghiệp vụ Y"], "in_month", "Quy trình"),
        ("II.1", "Mở hội nghị", ["Phòng KHTC"], "ongoing", None),
        ("II.2", "Đặt thêm bàn hướng dẫn", ["Văn phòng Sở"], "within_year", None),
    ]
    assert tasks[0]["coordinating_units"] == ["Các phòng chuyên môn", "Thanh tra Sở"]
    assert {task["reform_area"] for task in tasks[:3]} == {"institutions"}


def test_an_item_without_owner_or_deadline_stays_a_measure(tmp_path: Path) -> None:
    found = found_in(tmp_path, PLAN)
    assert [row["description"] for row in found["measures"]] == ["Nói rõ việc cần làm với người dân"]


@pytest.mark.parametrize(
    ("text", "rest", "cells"),
    [
        ("Chủ trì: Văn phòng Sở", "", {"lead": "Văn phòng Sở"}),
        (
            "Sửa quy chế (đơn vị chủ trì: Phòng A; phối hợp: Phòng B, Phòng C (nếu có); thời gian: Quý I)",
            "Sửa quy chế",
            {"lead": "Phòng A", "coordinating": "Phòng B, Phòng C (nếu có)", "deadline": "Quý I"},
        ),
        ("Thời gian: 8:30 ngày 02/3/2025", "", {"deadline": "8:30 ngày 02/3/2025"}),
        ("Gồm các việc: rà soát, công bố", "Gồm các việc: rà soát, công bố", {}),
        ("Phối hợp với Sở Nội vụ", "Phối hợp với Sở Nội vụ", {}),
        ("Thời gian giải quyết: giảm còn 5 ngày", "Thời gian giải quyết: giảm còn 5 ngày", {}),
    ],
)
def test_labels_are_headings_of_columns_with_a_colon(text: str, rest: str, cells: dict[str, str]) -> None:
    labelled = read_labels(text)
    assert (labelled.rest, labelled.cells) == (rest, cells)


@pytest.mark.parametrize(
    ("text", "rest", "cells"),
    [
        (
            "Rà soát quy trình (Phòng A chủ trì, Phòng B phối hợp; hoàn thành trong quý II/2025)",
            "Rà soát quy trình",
            {"lead": "Phòng A", "coordinating": "Phòng B", "deadline": "trong quý II/2025"},
        ),
        (
            "Rà soát quy trình (Phòng A - Quý II/2025)",
            "Rà soát quy trình",
            {"lead": "Phòng A", "deadline": "Quý II/2025"},
        ),
        (
            "Mở lớp học. Giao Phòng A chủ trì, phối hợp với Phòng B thực hiện trong tháng 9.",
            "Mở lớp học",
            {"lead": "Phòng A", "coordinating": "Phòng B", "deadline": "trong tháng 9"},
        ),
        (
            "Giao Phòng A chủ trì xây dựng quy chế mới, hoàn thành trước ngày 15/9/2025.",
            "xây dựng quy chế mới",
            {"lead": "Phòng A", "deadline": "trước ngày 15/9/2025"},
        ),
        ("Giao Phòng A chủ trì, phối hợp với Phòng B.", "Giao Phòng A chủ trì, phối hợp với Phòng B.", {}),
        ("Rà soát (theo Nghị định mới)", "Rà soát (theo Nghị định mới)", {}),
    ],
)
def test_an_owner_said_in_a_sentence_with_its_time_makes_a_task(text: str, rest: str, cells: dict[str, str]) -> None:
    owned = read_owned(text)
    assert (owned.rest, owned.cells) == (rest, cells)


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    assert len(read_labels(text).rest) <= len(text) * 3
