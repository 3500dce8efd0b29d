"""Whose figures a line holds: its columns, else a title, else the path, else a .yml beside it, else a finding."""

from pathlib import Path

import pytest

from sources.results.tables.periods import period_key, spoken_period
from tests.sources.received import kinds
from tests.sources.results.tables.workshop import (
    AGENCY,
    COUNT,
    HOSPITAL,
    KNOWN,
    OFFICE,
    column_of,
    figures,
    read_text,
)

_BARE = f"Chỉ tiêu,Tử số\n{COUNT},3\n"
_BESIDE = {"agency_key": AGENCY, "unit_key": OFFICE, "period_key": "2026-h1", "report_state": "signed"}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("2026-q1", "2026-q1"),
        ("Quý I năm 2026", "2026-q1"),
        ("BÁO CÁO KẾT QUẢ QUÝ IV/2026", "2026-q4"),
        ("Q3/2026", "2026-q3"),
        ("quý 2 - 2026", "2026-q2"),
        ("6 tháng đầu năm 2026", "2026-h1"),
        ("sáu tháng đầu năm 2026", "2026-h1"),
        ("6 tháng cuối năm 2026", "2026-h2"),
        ("9 tháng năm 2026", "2026-9m"),
        ("Tháng 7/2026", "2026-m07"),
        ("tháng 12 năm 2026", "2026-m12"),
        ("Năm 2025", "2025-annual"),
        ("cả năm 2025", "2025-annual"),
    ],
)
def test_periods_are_read_from_words(words: str, key: str) -> None:
    assert (spoken_period(words) or words) == key


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Quý I",
        "Quý V/2026",
        "tháng 13/2026",
        "Quý I năm 2026 và quý II năm 2026",
        "Kế hoạch CCHC năm 2026",
        "xquý I/2026",
    ],
)
def test_no_period_is_guessed(words: str) -> None:
    assert spoken_period(words) is None


def test_two_periods_in_one_title_are_none() -> None:
    assert spoken_period("Quý I năm 2026 so với Quý I năm 2025") is None


def test_a_period_may_be_named_by_its_days() -> None:
    assert period_key("từ ngày 15/12/2025 đến ngày 14/3/2026", KNOWN, AGENCY) == "2026-q1"
    assert period_key("từ ngày 15/12/2025 đến ngày 15/3/2026", KNOWN, AGENCY) is None


def test_a_period_outside_the_calendar_is_held_back(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Kỳ,Tử số\nVP Sở,{COUNT},2031-q1,3\n")
    assert kinds(rows, "results") == ["period_not_in_calendar"]


def test_columns_go_before_titles_titles_before_the_path_and_the_path_before_a_yml(tmp_path: Path) -> None:
    title = "Đơn vị: Bệnh viện đa khoa tỉnh,\nQUÝ I NĂM 2026,\n"
    path = f"results/{AGENCY}/2026-m07/van-phong-so.csv"
    by_column = read_text(tmp_path, f"{title}Đơn vị,Chỉ tiêu,Kỳ,Tử số\nVP Sở,{COUNT},2026-h1,3\n", path)
    by_title = read_text(tmp_path, title + _BARE, path, beside=_BESIDE)
    by_path = read_text(tmp_path, _BARE, path, beside=_BESIDE)
    by_yml = read_text(tmp_path, _BARE, beside=_BESIDE)
    assert [next(iter(figures(rows)))[:2] for rows in (by_column, by_title, by_path, by_yml)] == [
        ("van-phong-so", "2026-h1"),
        ("benh-vien-da-khoa-tinh", "2026-q1"),
        ("van-phong-so", "2026-m07"),
        ("van-phong-so", "2026-h1"),
    ]
    assert column_of(by_yml, "results_submissions", "report_state") == ["signed"]


def test_year_and_window_may_be_two_folders(tmp_path: Path) -> None:
    rows = read_text(tmp_path, _BARE, "results/2026/q1/van-phong-so.csv")
    assert list(figures(rows)) == [("van-phong-so", "2026-q1", COUNT)]


def test_nothing_that_says_whose_is_a_finding_once(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{_BARE}waiting_minutes,5\n")
    assert kinds(rows, "results") == ["missing_unit", "missing_period"]
    assert column_of(rows, "results_quarantine", "rule") == ["missing_unit"] * 2
    assert rows["results_submissions"] == []


def test_a_title_that_is_not_understood_does_not_give_way_to_the_path(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị: Trạm y tế lạ,\n{_BARE}", "results/2026-q1/van-phong-so.csv")
    assert kinds(rows, "results") == ["unknown_unit_name"]


def test_the_unit_of_measure_above_a_table_is_no_unit(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị tính: hồ sơ,\n{_BARE}", "results/2026-q1/van-phong-so.csv")
    assert kinds(rows, "results") == []


def test_titles_say_the_day_and_that_figures_are_simulated(tmp_path: Path) -> None:
    text = f"SỐ LIỆU MÔ PHỎNG; KHÔNG PHẢI SỐ LIỆU THẬT,\nNgày gửi: 14/03/2026,\nTình trạng báo cáo: Dự thảo,\n{_BARE}"
    (row,) = (
        row.model_dump() for row in read_text(tmp_path, text, "results/2026/q1/van-phong-so.csv")["results_submissions"]
    )
    assert (row["is_simulated"], str(row["sent_date"]), row["report_state"]) == (True, "2026-03-14", "draft")


def test_a_unit_of_another_agency_is_held_back(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Mã cơ quan,Mã đơn vị,Chỉ tiêu,Kỳ,Tử số\nso-y-te-khac,{HOSPITAL},{COUNT},2026-q1,3\n")
    assert kinds(rows, "results") == ["unit_of_other_agency"]
