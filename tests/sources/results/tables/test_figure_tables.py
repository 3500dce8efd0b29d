"""Figure tables: one line is one indicator of one unit in one period, loaded whole or held back whole."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.sources.received import accounts, assert_balanced, kinds
from tests.sources.results.tables.workshop import (
    COUNT,
    FIGURES_HEAD,
    HOSPITAL,
    OFFICE,
    RATE,
    WAITING,
    column_of,
    figures,
    fill,
    read_book,
    read_sheet,
    read_text,
)


def test_a_line_gives_one_figure_with_its_place(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\nVăn phòng Sở,{RATE},2026-q1,12,15,\n")
    row = figures(rows)["van-phong-so", "2026-q1", RATE]
    assert (row.numerator, row.denominator, row.value, row.state) == (12, 15, None, "reported")
    assert row.source_place == "dòng 2, cột Tử số"
    assert kinds(rows, "results") == []
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 2, 2, 0, 0)


def test_a_report_is_noted_for_each_unit_and_period(tmp_path: Path) -> None:
    first, second = f"Văn phòng Sở,{RATE},2026-q1,12,15,", f"VP Sở,{RATE},2026-h1,30,40,"
    text = f"{FIGURES_HEAD}\n{first}\n{second}\n{HOSPITAL},{COUNT},2026-q1,3,,\n"
    rows = read_text(tmp_path, text)
    assert [(row.unit_key, row.period_key, row.layout) for row in rows["results_submissions"]] == [  # type: ignore[attr-defined]
        (OFFICE, "2026-q1", "figure_table"),
        (OFFICE, "2026-h1", "figure_table"),
        (HOSPITAL, "2026-q1", "figure_table"),
    ]
    assert column_of(rows, "results_submissions", "unit_name")[2] == "Bệnh viện đa khoa tỉnh"


@pytest.mark.parametrize(
    "text",
    [
        f"unit,indicator,period,numerator,denominator,value\n{OFFICE},{RATE},2026-q1,12,15,\n",
        "Mẫu số\tTử số\tKỳ\tChỉ tiêu\tĐơn vị\n15\t12\tQuý I/2026\tTỶ LỆ HỒ SƠ giải quyết đúng hạn\tvăn phòng sở\n",
        f"sep=;\nmã đơn vị;mã chỉ tiêu;kỳ báo cáo;tu so;mau so\n{OFFICE};{RATE};quý 1 năm 2026;12;15\n",
        f"\ufeffĐƠN VỊ;CHỈ TIÊU;KỲ;TỬ SỐ;MẪU SỐ\nVP Sở;{RATE};2026-Q1;12;15\n",
    ],
)
def test_spellings_order_and_delimiters_are_free(tmp_path: Path, text: str) -> None:
    rows = read_text(tmp_path, text)
    assert kinds(rows, "results") == []
    row = figures(rows)["van-phong-so", "2026-q1", RATE]
    assert (row.numerator, row.denominator) == (12, 15)


def test_a_semicolon_table_has_decimal_commas(tmp_path: Path) -> None:
    rows = read_text(
        tmp_path, f"Đơn vị;Chỉ tiêu;Kỳ;Giá trị\nVP Sở;{RATE};2026-q1;96,5\n{HOSPITAL};{RATE};2026-q1;97,25\n"
    )
    assert figures(rows)["van-phong-so", "2026-q1", RATE].value == Decimal("96.5")


def test_the_only_figure_of_a_count_may_stand_under_value(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Kỳ,Giá trị\nVP Sở,{COUNT},2026-q1,3\nVP Sở,{RATE},2026-q1,96\n")
    found = figures(rows)
    assert (found["van-phong-so", "2026-q1", COUNT].numerator, found["van-phong-so", "2026-q1", COUNT].value) == (
        3,
        None,
    )
    assert found["van-phong-so", "2026-q1", RATE].value == 96
    assert found["van-phong-so", "2026-q1", COUNT].source_place == "dòng 2, cột Giá trị"


def test_a_typed_rate_gives_way_to_its_counts(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f'{FIGURES_HEAD}\nVP Sở,{RATE},2026-q1,12,15,"90"\n')
    assert kinds(rows, "results") == ["rate_differs_from_counts"]
    assert figures(rows)["van-phong-so", "2026-q1", RATE].value is None
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 3, 2, 0, 1)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ("16,15,", "part_exceeds_whole"),
        (",,0.96", "percent_scale_unclear"),
        (',,"0,96"', "percent_scale_unclear"),
        ("96%,15,", "percent_in_count"),
        ("-1,15,", "negative_count"),
        ("#DIV/0!,15,", "cell_error"),
        ("=1+1,15,", "not_a_number"),
        ("khoảng 12,15,", "not_a_number"),
        ("12,Không phát sinh,", "state_contradicts_figures"),
        (f"{'9' * 400},15,", "out_of_range"),
    ],
)
def test_what_would_have_to_be_guessed_is_held_back_with_its_line(tmp_path: Path, cells: str, kind: str) -> None:
    text = f"{FIGURES_HEAD}\nVP Sở,{RATE},2026-q1,{cells}\nVP Sở,{COUNT},2026-q1,3,,\n"
    rows = read_text(tmp_path, text)
    assert kinds(rows, "results") == [kind]
    assert [code for _, _, code in figures(rows)] == [COUNT]
    assert kind in column_of(rows, "results_quarantine", "rule")
    assert set(column_of(rows, "results_quarantine", "indicator_code")) == {RATE}
    assert_balanced(rows, "results")


def test_a_finding_names_line_column_and_what_to_do(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\nVP Sở,{RATE},2026-q1,16,15,\n")
    finding = rows["results_findings"][0].model_dump()
    assert finding["message"].startswith("Tệp results/bang.csv, dòng 2, cột Tử số: ")
    assert (finding["unit_key"], finding["period_key"], finding["value"]) == (OFFICE, "2026-q1", "16")
    assert finding["remedy"]


def test_states_are_words_in_place_of_figures(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\nVP Sở,{RATE},2026-q1,Không phát sinh,,\nVP Sở,{COUNT},2026-q1,0,,\n")
    found = figures(rows)
    assert found["van-phong-so", "2026-q1", RATE].state == "nothing_arose"
    assert (found["van-phong-so", "2026-q1", COUNT].state, found["van-phong-so", "2026-q1", COUNT].numerator) == (
        "reported",
        0,
    )


def test_a_blank_line_of_figures_is_no_zero(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\nVP Sở,{RATE},2026-q1,,,\n")
    assert figures(rows) == {}
    assert rows["results_files"][0].model_dump()["ignored_reason"] == "dòng để trống, coi là chưa báo cáo (1)"


def test_an_unknown_unit_is_said_once_and_nearest_names_are_offered(tmp_path: Path) -> None:
    lines = f"Văn phòng Sơ,{RATE},2026-q1,12,15,\nVăn phòng Sơ,{COUNT},2026-q1,3,,\nVP Sở,{COUNT},2026-q1,3,,\n"
    text = f"{FIGURES_HEAD}\n{lines}"
    rows = read_text(tmp_path, text)
    assert kinds(rows, "results") == ["unknown_unit_name"]
    assert "Văn phòng Sở" in rows["results_findings"][0].model_dump()["message"]
    assert column_of(rows, "results_quarantine", "rule") == ["unknown_unit_name"] * 3
    assert len(figures(rows)) == 1
    assert_balanced(rows, "results")


def test_key_and_name_of_different_units_contradict_each_other(tmp_path: Path) -> None:
    text = f"Mã đơn vị,Tên đơn vị,Chỉ tiêu,Kỳ,Tử số\n{OFFICE},Bệnh viện đa khoa tỉnh,{COUNT},2026-q1,3\n"
    rows = read_text(tmp_path, text)
    assert kinds(rows, "results") == ["line_key_against_name"]


@pytest.mark.parametrize(
    ("indicator", "kind"),
    [("Số cuộc đối thọai", "unknown_indicator_name"), ("", "missing_indicator_code")],
)
def test_an_indicator_is_never_taken_for_a_similar_one(tmp_path: Path, indicator: str, kind: str) -> None:
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\nVP Sở,{indicator},2026-q1,3,,\n")
    assert kinds(rows, "results") == [kind]
    assert figures(rows) == {}


def test_a_repeated_line_is_left_out_and_a_different_one_held_back(tmp_path: Path) -> None:
    line = f"VP Sở,{COUNT},2026-q1,3,,\n"
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\n{line}{line}VP Sở,{COUNT},2026-q1,4,,\n")
    assert kinds(rows, "results") == ["duplicate_indicator"]
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 3, 1, 1, 1)


def test_a_total_line_is_no_unit_and_is_held_against_the_sum(tmp_path: Path) -> None:
    lines = f"{FIGURES_HEAD}\nVP Sở,{COUNT},2026-q1,3,,\n{HOSPITAL},{COUNT},2026-q1,4,,\n"
    right = read_text(tmp_path, f"{lines}Tổng cộng,{COUNT},2026-q1,7,,\n")
    assert kinds(right, "results") == []
    assert len(figures(right)) == 2
    wrong = read_text(tmp_path, f"{lines}Tổng cộng,,,8,,\n")
    assert kinds(wrong, "results") == ["total_differs"]
    assert "“7”" in wrong["results_findings"][0].model_dump()["message"]
    assert accounts(wrong, "results")["results/bang.csv"] == ("read", 3, 2, 0, 1)


def test_a_total_over_lines_that_were_held_back_is_not_judged(tmp_path: Path) -> None:
    lines = f"{FIGURES_HEAD}\nVP Sở,{COUNT},2026-q1,3,,\n{HOSPITAL},{COUNT},2026-q1,vài,,\n"
    rows = read_text(tmp_path, f"{lines}Tổng cộng,{COUNT},2026-q1,7,,\n")
    assert kinds(rows, "results") == ["not_a_number"]


def test_unknown_columns_and_numbers_below_the_foot_are_left_out_with_a_reason(tmp_path: Path) -> None:
    text = f"Đơn vị,Chỉ tiêu,Kỳ,Tử số,Xếp loại\nVP Sở,{COUNT},2026-q1,3,A\nNGƯỜI LẬP BIỂU,,,,\n,,,12,\n"
    rows = read_text(tmp_path, text)
    assert kinds(rows, "results") == ["unknown_column", "cells_below_table"]
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 3, 1, 0, 2)


def test_two_columns_of_one_field_are_not_chosen_between(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"Đơn vị,Chỉ tiêu,Kỳ,Tử số,Số đạt\nVP Sở,{COUNT},2026-q1,3,4\n")
    assert kinds(rows, "results") == ["duplicate_column"]
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 2, 0, 0, 2)


def test_days_and_simulation_are_columns_too(tmp_path: Path) -> None:
    lines = f"VP Sở,{COUNT},2026-q1,3,14/03/2026,Có\nVP Sở,{WAITING},2026-q1,5,31/02/2026,Có\n"
    text = f"Đơn vị,Chỉ tiêu,Kỳ,Tử số,Ngày gửi,Mô phỏng\n{lines}"
    rows = read_text(tmp_path, text)
    (submission,) = (row.model_dump() for row in rows["results_submissions"])
    assert (str(submission["sent_date"]), submission["is_simulated"]) == ("2026-03-14", True)
    assert kinds(rows, "results") == ["not_a_date"]
    assert_balanced(rows, "results")


def test_merged_labels_are_those_of_every_line_and_merged_figures_are_not(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        fill(
            sheet,
            ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số"),
            ("Văn phòng Sở", RATE, "2026-q1", 12, 15),
            (None, COUNT, None, 3, None),
        )
        for area in ("A2:A3", "C2:C3"):
            sheet.merge_cells(area)

    rows = read_sheet(tmp_path, write)
    assert sorted(code for _, _, code in figures(rows)) == [COUNT, RATE]
    assert figures(rows)["van-phong-so", "2026-q1", RATE].source_place == "Số liệu!D2"


def test_a_percent_format_decides_in_a_sheet(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        fill(
            sheet,
            ("Đơn vị", "Chỉ tiêu", "Kỳ", "Giá trị"),
            ("VP Sở", RATE, "2026-q1", 0.96),
            (HOSPITAL, RATE, "2026-q1", 0.96),
        )
        sheet["D2"].number_format = "0%"

    rows = read_sheet(tmp_path, write)
    assert figures(rows)["van-phong-so", "2026-q1", RATE].value == 96
    assert kinds(rows, "results") == ["percent_scale_unclear"]


def test_a_table_on_a_hidden_sheet_is_told_and_left_out(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        fill(sheet, ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số"), ("VP Sở", COUNT, "2026-q1", 3))
        hidden = sheet.parent.create_sheet("Ẩn")
        fill(hidden, ("Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số"), (HOSPITAL, COUNT, "2026-q1", 4))
        hidden.sheet_state = "hidden"

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["hidden_sheet"]
    assert accounts(rows, "results")["results/bang.xlsx"] == ("read", 2, 1, 0, 1)


def test_an_old_workbook_is_read_like_a_new_one() -> None:
    rows = read_book(Path(__file__).parents[2] / "old_workbooks" / "figures.xls", "results/figures.xls")
    assert rows is not None
    assert kinds(rows, "results") == []
    found = figures(rows)
    assert found["van-phong-so", "2026-q1", RATE].numerator == 12
    assert found["benh-vien-da-khoa-tinh", "2026-q1", RATE].value == 96


def test_what_has_no_such_head_is_no_such_table(tmp_path: Path) -> None:
    path = tmp_path / "khac.csv"
    path.write_text("Họ và tên,Điện thoại\nNguyễn Văn A,0123\n", encoding="utf-8")
    assert read_book(path) is None


def test_a_comma_that_nobody_quoted_holds_its_line_back(tmp_path: Path) -> None:
    lines = f"VP Sở,{COUNT},2026-q1,3,,\nVP Sở,{RATE},2026-q1,1,5,2,75\nVP Sở,{WAITING},2026-q1,1,5,2,75\n"
    rows = read_text(tmp_path, f"{FIGURES_HEAD}\n{lines}")
    assert kinds(rows, "results") == ["misshapen_line"] * 2
    assert rows["results_findings"][0].model_dump()["source_place"] == "dòng 3"
    assert [code for _, _, code in figures(rows)] == [COUNT]
    assert accounts(rows, "results")["results/bang.csv"] == ("read", 9, 1, 6, 2)
