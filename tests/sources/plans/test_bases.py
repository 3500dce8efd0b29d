"""What a figure is held against: a year named, a figure of that year, a start that it rises or falls from."""

from decimal import Decimal
from pathlib import Path

import pytest

from sources.plans.bases import read_base
from sources.plans.years import Years
from tests.sources.plans.writing import found_in, table

PLAN = Years(2025, 2025)


@pytest.mark.parametrize(
    ("clause", "unit", "years", "value"),
    [
        ("Giảm ít nhất 10% chi phí in ấn so với năm 2024", "percent", (2024, 2024), None),
        ("Giảm 15% so với bình quân giai đoạn 2021 - 2024", "percent", (2021, 2024), None),
        ("Tăng 5% so với cùng kỳ năm trước", "percent", (2024, 2024), None),
        ("Đạt 85% (năm 2024 đạt 79,5%)", "percent", (2024, 2024), Decimal("79.5")),
        ("Đạt 85% (kết quả năm 2024: 80%)", "percent", (2024, 2024), Decimal(80)),
        ("Rút ngắn từ 15 ngày xuống còn 10 ngày", "days", None, Decimal(15)),
        ("Nâng từ 60% lên 75% so với năm 2023", "percent", (2023, 2023), Decimal(60)),
        ("Cắt giảm 20% thời gian so với quy định của Bộ Y tế", "percent", None, None),
    ],
)
def test_a_base_is_read_with_its_years_and_its_figure(
    clause: str, unit: str, years: tuple[int, int] | None, value: Decimal | None
) -> None:
    base = read_base(clause, unit, PLAN)
    assert base is not None
    assert base.text in clause
    assert ((base.years.first, base.years.last) if base.years else None, base.value) == (years, value)


@pytest.mark.parametrize("clause", ["Đạt 85%", "Đạt 85% (tối thiểu 80%)", "Từ 85% trở lên", "Đạt 90% vào năm 2025"])
def test_a_clause_without_a_base_has_none(clause: str) -> None:
    assert read_base(clause, "percent", PLAN) is None


def test_a_figure_of_another_unit_is_no_value_of_the_base() -> None:
    base = read_base("Giảm 20% (năm 2024 có 143 cuộc gọi)", "percent", PLAN)
    assert base is not None
    assert base.value is None


def test_last_year_is_not_known_in_a_plan_of_several_years() -> None:
    base = read_base("Tăng 5% so với năm trước", "percent", Years(2021, 2025))
    assert base is not None
    assert base.years is None


def test_a_table_gives_the_base_from_its_column_of_last_year(tmp_path: Path) -> None:
    rows = table("1|Hồ sơ trả trước hẹn|%|60|≥ 70", columns="TT\tChỉ tiêu\tĐVT\tThực hiện năm 2024\tNăm 2025")
    (target,) = found_in(tmp_path, "I. MỤC TIÊU\n\n" + rows)["targets"]
    assert (target["base_text"], target["base_start"], target["base_value"]) == ("60 (năm 2024)", 2024, 60)
