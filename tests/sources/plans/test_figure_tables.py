"""Tables of targets: what is measured, a unit, and a column of figures for each year."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.plans.tables.value_cells import read_value_cell
from sources.plans.tables.value_columns import read_target_columns
from sources.plans.years import Years
from tests.sources.plans.writing import found_in, kinds, table

PLAN = Years(2025, 2025)


def figures(found: dict[str, Any]) -> list[tuple[str, str, int | float, str, int | None]]:
    return [
        (row["statement"], row["comparator"], row["value"], row["unit"], row["period_end"]) for row in found["targets"]
    ]


@pytest.mark.parametrize(
    ("cells", "positions"),
    [
        (("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025"), (1, 2, [3])),
        (("TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024", "Kế hoạch năm 2025", "Ghi chú"), (1, 2, [4])),
        (("STT", "Nội dung", "Đơn vị tính", "Chỉ tiêu"), (1, 2, [3])),
        (("Chỉ tiêu", "Năm 2024", "Năm 2025", "Đến năm 2030"), (0, None, [2, 3])),
        (("Tiêu chí", "Điểm tối đa", "Điểm năm 2024", "Chỉ tiêu phấn đấu"), (0, None, [3])),
    ],
)
def test_columns_of_figures_are_told_from_those_of_the_past(
    cells: tuple[str, ...], positions: tuple[int, int | None, list[int]]
) -> None:
    columns = read_target_columns(cells, PLAN)
    assert columns is not None
    assert (columns.indicator, columns.unit, [value.position for value in columns.values]) == positions


@pytest.mark.parametrize(
    "cells",
    [
        ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn"),
        ("STT", "Mục tiêu", "Nhiệm vụ", "Chủ trì", "Thời gian"),
        ("1", "Hồ sơ đúng hạn", "%", "95"),
    ],
)
def test_other_heading_rows_are_no_table_of_targets(cells: tuple[str, ...]) -> None:
    assert read_target_columns(cells, PLAN) is None


def test_a_table_of_what_was_reached_before_asks_for_nothing(tmp_path: Path) -> None:
    rows = table("1|Hồ sơ trả trước hẹn|%|60", columns="TT\tChỉ tiêu\tĐVT\tThực hiện năm 2024")
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n- Tốt hơn.\n\n" + rows)
    assert found["targets"] == []
    assert "unknown_table" not in kinds(found)


@pytest.mark.parametrize(
    ("cell", "unit", "expected"),
    [
        ("≥ 95", "%", ("ge", 95, None, "percent")),
        ("80 - 85", "%", ("between", 80, 85, "percent")),
        ("95% trở lên", "", ("ge", 95, None, "percent")),
        ("Trên 02", "Sáng kiến", ("gt", 2, None, "count")),
        ("01", "Lần/quý", ("eq", 1, None, "times_per_quarter")),
        ("1.200", "Lượt", ("eq", 1200, None, "count")),
        ("86,5", "Điểm", ("eq", Decimal("86.5"), None, "points")),
        ("1,5", "Tỷ đồng", ("eq", 1_500_000_000, None, "vnd")),
        ("Dưới 15", "Phút", ("lt", 15, None, "minutes")),
        ("Giảm 10", "%", ("decrease_eq", 10, None, "percent")),
        ("32", "giường/10.000 dân", ("eq", 32, None, "beds_per_10000_people")),
        ("15", "Triệu đồng/người", ("eq", 15_000_000, None, "vnd")),
        ("≤ 5", "Hạng", ("le", 5, None, "rank")),
    ],
)
def test_a_cell_is_read_with_its_unit(cell: str, unit: str, expected: tuple[Any, ...]) -> None:
    value = read_value_cell(cell, unit, "")
    assert value is not None
    assert (value.comparator, value.value, value.value_max, value.unit) == expected


@pytest.mark.parametrize("cell", ["Đạt", "Nhóm 10", "96.5", "80/90", "3 - 2", "Theo Quyết định số 12/QĐ-SYT"])
def test_a_cell_that_says_no_single_figure_is_not_guessed(cell: str) -> None:
    assert read_value_cell(cell, "%" if cell[0].isdigit() else "", "") is None


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("24", "giờ"), ("150000", "tỷ đồng"), ("150000000000000", "đồng"), ("1,23456", "điểm")],
)
def test_a_unit_that_no_count_says_truly_and_a_figure_beyond_the_column_are_held_back(cell: str, unit: str) -> None:
    assert read_value_cell(cell, unit, "") is None


@given(st.integers(0, 10_000), st.sampled_from(["lớp", "sáng kiến", "hồ sơ"]))
def test_every_count_of_a_table_is_read_back(number: int, unit: str) -> None:
    value = read_value_cell(f"{number:,}".replace(",", "."), unit, "")
    assert value is not None
    assert (value.value, value.unit) == (number, "count")


def test_each_year_is_a_target_of_its_own_and_groups_give_the_area(tmp_path: Path) -> None:
    rows = table(
        "I|Cải cách thủ tục hành chính||||",
        "1|Hồ sơ trả trước hẹn|%|60|70|≥ 85",
        "2|Bàn hướng dẫn được mở|bàn|2|3|-",
        columns="STT\tChỉ tiêu\tĐVT\tThực hiện năm 2024\tNăm 2025\tĐến năm 2030",
    )
    found = found_in(
        tmp_path, "I. MỤC TIÊU\n\n" + rows, title="KẾ HOẠCH\n\n**Cải cách hành chính giai đoạn 2025 - 2030**\n\n"
    )
    assert figures(found) == [
        ("Hồ sơ trả trước hẹn: 70 %", "eq", 70, "percent", 2025),
        ("Hồ sơ trả trước hẹn: ≥ 85 %", "ge", 85, "percent", 2030),
        ("Bàn hướng dẫn được mở: 3 bàn", "eq", 3, "count", 2025),
    ]
    assert {row["reform_area"] for row in found["targets"]} == {"procedures"}
    assert {(row["source"], row["section"]) for row in found["targets"]} == {("body", "I")}
    assert "unknown_table" not in kinds(found)


def test_a_row_may_be_a_target_and_a_task(tmp_path: Path) -> None:
    rows = table(
        "1|Điểm hài lòng|8,1|≥ 8,6 điểm|Sắp lại lối đón tiếp|Văn phòng Sở|Quý I/2025",
        columns="TT\tTiêu chí\tĐiểm năm 2024\tChỉ tiêu năm 2025\tNhiệm vụ, giải pháp\tĐơn vị thực hiện\tThời hạn",
    )
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n- Tốt hơn.\n\nGIÁM ĐỐC\n\nHồ Thị An\n\nPHỤ LỤC\n\n" + rows)
    assert figures(found) == [("Điểm hài lòng: ≥ 8,6 điểm", "ge", 8.6, "points", 2025)]
    (task,) = found["tasks"]
    assert (task["description"], task["lead_units"], task["due_to"]) == (
        "Sắp lại lối đón tiếp",
        ["Văn phòng Sở"],
        "2025-03-31",
    )
