"""Figure tables that could be read in two ways: other columns, other windows, units and agencies left unsaid."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sources.results.known import Window
from sources.results.tables.column_names import figure_field
from sources.results.tables.periods import period_key, spoken_period
from tests.sources.received import accounts, assert_balanced, kinds
from tests.sources.results.tables.workshop import (
    AGENCY,
    COUNT,
    FIGURES_HEAD,
    HOSPITAL,
    KNOWN,
    OFFICE,
    RATE,
    WAITING,
    column_of,
    figures,
    fill,
    read_sheet,
    read_text,
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Kết quả kỳ trước", None),
        ("Tỷ lệ kế hoạch (%)", None),
        ("Tỷ lệ năm 2025", None),
        ("Giá trị mục tiêu", None),
        ("Số đạt kỳ trước", None),
        ("Số thực hiện lũy kế từ đầu năm", None),
        ("Chỉ tiêu giao", None),
        ("Đơn vị phối hợp", None),
        ("Tỷ lệ (%)", "value"),
        ("Kết quả thực hiện trong kỳ", "value"),
        ("Tử số (số đạt)", "numerator"),
        ("Tổng số trong kỳ (hồ sơ)", "denominator"),
        ("Chỉ tiêu theo dõi", "indicator_name"),
        ("Không phát sinh / Không áp dụng", "state"),
    ],
)
def test_a_heading_with_other_words_is_another_column(heading: str, field: str | None) -> None:
    assert figure_field(heading) == field


def test_the_plan_is_never_loaded_as_the_result(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Kỳ,Tỷ lệ kế hoạch (%),Tử số,Mẫu số\nVP Sở,{RATE},2026-q1,98,2,3\n")
    row = figures(rows)["van-phong-so", "2026-q1", RATE]
    assert (row.numerator, row.denominator, row.value) == (2, 3, None)
    assert kinds(rows, "results") == ["unknown_column"]


@pytest.mark.parametrize(
    "words",
    [
        "Từ quý I đến quý III năm 2026",
        "Lũy kế đến hết quý III năm 2026",
        "Lũy kế quý III năm 2026",
        "Kết quả quý II, nhiệm vụ quý III năm 2026",
        "Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2026",
        "Quý I, quý II năm 2026",
        "Quý I-III/2026",
        "Quý III và 9 tháng năm 2026",
        "Tháng 1 đến tháng 9 năm 2026",
        "Phương hướng, nhiệm vụ quý III năm 2026",
        "Quý I năm 2025 và 2026",
    ],
)
def test_of_two_windows_in_one_phrase_neither_is_taken(words: str) -> None:
    assert spoken_period(words) is None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Kết quả thực hiện nhiệm vụ cải cách hành chính Quý I năm 2026", "2026-q1"),
        ("Lũy kế 6 tháng đầu năm 2026", "2026-h1"),
        ("Quý I/2026 (từ ngày 15/12/2025 đến ngày 14/3/2026)", "2026-q1"),
    ],
)
def test_one_window_is_taken_whatever_stands_beside_it(words: str, key: str) -> None:
    assert spoken_period(words) == key


def test_a_title_of_two_windows_does_not_give_way_to_the_path(tmp_path: Path) -> None:
    text = f"KẾT QUẢ QUÝ II; NHIỆM VỤ QUÝ III NĂM 2026,\nChỉ tiêu,Tử số\n{COUNT},3\n"
    assert kinds(read_text(tmp_path, text, "results/2026-q1/van-phong-so.csv"), "results") == ["unknown_period_words"]


def test_days_of_another_agencys_window_name_no_period_of_ours() -> None:
    other = Window("2026-x-dot1", "Đợt 1", date(2026, 1, 1), date(2026, 1, 31), is_cumulative=False, agency_key="khac")
    known = replace(KNOWN, windows={**KNOWN.windows, ("khac", other.period_key): other})
    assert period_key("từ ngày 01/01/2026 đến ngày 31/01/2026", known, AGENCY) is None
    assert period_key("từ ngày 01/01/2026 đến ngày 31/01/2026", known, "khac") == "2026-x-dot1"


def test_a_path_with_two_periods_says_none(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Tử số\nVP Sở,{COUNT},3\n", "results/2026-q1/2026-h1.csv")
    assert kinds(rows, "results") == ["missing_period"]


def test_a_unit_left_blank_below_another_is_not_that_of_the_title(tmp_path: Path) -> None:
    lines = f"Bệnh viện đa khoa tỉnh,{RATE},2026-q1,5,6,\n,{COUNT},2026-q1,3,,\n"
    rows = read_text(tmp_path, f"Đơn vị: Văn phòng Sở,,,,,\n{FIGURES_HEAD}\n{lines}")
    assert kinds(rows, "results") == ["label_left_blank"]
    assert list(figures(rows)) == [("benh-vien-da-khoa-tinh", "2026-q1", RATE)]
    assert_balanced(rows, "results")


def test_a_column_of_units_that_is_blank_throughout_says_nothing(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị: Văn phòng Sở,,,,,\n{FIGURES_HEAD}\n,{COUNT},2026-q1,3,,\nTổng cộng,,,3,,\n")
    assert list(figures(rows)) == [("van-phong-so", "2026-q1", COUNT)]


@pytest.mark.parametrize(
    "text",
    [
        f"Cơ quan nhận báo cáo,Đơn vị,Chỉ tiêu,Kỳ,Tử số\nSở Y tế tỉnh Khác,Văn phòng Sở,{COUNT},2026-q1,3\n",
        f"Tên cơ quan: Sở Y tế tỉnh Khác,,,\nĐơn vị,Chỉ tiêu,Kỳ,Tử số\nVăn phòng Sở,{COUNT},2026-q1,3\n",
    ],
)
def test_a_unit_of_an_agency_that_nobody_knows_is_not_ours(tmp_path: Path, text: str) -> None:
    rows = read_text(tmp_path, text)
    assert kinds(rows, "results") == ["unknown_agency_name"]
    assert figures(rows) == {}


@pytest.mark.parametrize("word", ["đúng", "?"])
def test_figures_that_may_be_simulated_are_not_taken_for_real(tmp_path: Path, word: str) -> None:
    column = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Kỳ,Tử số,Số liệu mô phỏng\nVP Sở,{COUNT},2026-q1,3,{word}\n")
    title = read_text(tmp_path, f"Số liệu mô phỏng: {word},,,\nĐơn vị,Chỉ tiêu,Kỳ,Tử số\nVP Sở,{COUNT},2026-q1,3\n")
    for rows in (column, title):
        assert kinds(rows, "results") == ["unknown_simulated_word"]
        assert rows["results_submissions"] == []


def test_a_figure_merged_over_two_indicators_is_of_neither(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        head = ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Giải trình")
        fill(sheet, head, ("VP Sở", RATE, "2026-q1", 12, 15, "x"), ("VP Sở", WAITING, "2026-q1", None, 40, None))
        for area in ("D2:D3", "F2:F3"):
            sheet.merge_cells(area)

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["merged_figure"]
    assert figures(rows) == {}
    assert column_of(rows, "results_quarantine", "value") == ["12", "15", "x", "40"]


def test_words_of_the_foot_inside_a_line_do_not_end_the_table(tmp_path: Path) -> None:
    lines = f"VP Sở,{COUNT},2026-q1,3,Thủ trưởng đơn vị\n{HOSPITAL},{COUNT},2026-q1,4,\n"
    foot = ",NGƯỜI LẬP BIỂU,,,THỦ TRƯỞNG ĐƠN VỊ\n,,,9,\n"
    rows = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Kỳ,Tử số,Giải trình\n{lines}{foot}")
    assert len(figures(rows)) == 2
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 4, 3, 0, 1)


def test_hidden_columns_are_read_and_told(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        fill(sheet, ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số"), (OFFICE, COUNT, "2026-q1", 3))
        sheet.column_dimensions["D"].hidden = True

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["hidden_columns"]
    assert len(figures(rows)) == 1


def test_findings_name_indicators_as_people_do(tmp_path: Path) -> None:
    lines = f"VP Sở,{COUNT},2026-q1,3,,,\nVP Sở,{COUNT},2026-q1,4,,,\nVP Sở,{RATE},2026-q1,,,,ghi chú\n"
    rows = read_text(tmp_path, f"{FIGURES_HEAD},Ghi chú\n{lines}")
    messages = [row.model_dump()["message"] for row in rows["results_findings"]]
    assert "“Số cuộc đối thoại”" in messages[0]
    assert "“Tỷ lệ hồ sơ giải quyết đúng hạn”" in messages[1]


def test_a_sheet_whose_headings_are_not_known_is_told_with_its_numbers(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        fill(sheet, ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số"), (OFFICE, COUNT, "2026-q1", 3))
        fill(sheet.parent.create_sheet("Bổ sung"), ("Đơn vị", "Việc", "Con số"), (HOSPITAL, "Đối thoại", 4))
        fill(sheet.parent.create_sheet("Ghi chú"), ("Bảng do Văn phòng lập",))

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["sheet_not_read"]
    assert accounts(rows, "results")["results/bang.xlsx"] == ("read", 2, 1, 0, 1)
