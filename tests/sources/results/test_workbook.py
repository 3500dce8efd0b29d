"""The period workbook as it is issued."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from sources.results.form import FigureLine
from sources.results.headings import FIGURE_SHEET, INFO_SHEET, SIMULATED_NOTICE, TASK_SHEET
from tests.sources.results.workshop import FORM, cell_of, write_form


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = write_form(tmp_path, name="a.xlsx"), write_form(tmp_path, name="b.xlsx")
    assert first.read_bytes() == second.read_bytes()


def test_no_time_of_writing_stays_in_the_archive(tmp_path: Path) -> None:
    with ZipFile(write_form(tmp_path)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-12-15T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_every_sheet_of_a_simulated_workbook_says_so_in_its_heading(tmp_path: Path) -> None:
    book = load_workbook(write_form(tmp_path))
    for sheet in book.worksheets:
        heading = [row[0] for row in sheet.iter_rows(max_row=9, values_only=True)]
        assert SIMULATED_NOTICE in heading


def test_a_real_workbook_does_not_speak_of_simulation_in_its_heading(tmp_path: Path) -> None:
    book = load_workbook(write_form(tmp_path, replace(FORM, is_simulated=False)))
    assert all(SIMULATED_NOTICE not in row for sheet in book for row in sheet.iter_rows(values_only=True))


def test_sheets_stand_in_order_with_frozen_heads_on_a4(tmp_path: Path) -> None:
    book = load_workbook(write_form(tmp_path))
    assert book.sheetnames == [INFO_SHEET, FIGURE_SHEET, TASK_SHEET]
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.freeze_panes is not None
        assert sheet.print_title_rows


def test_the_heading_names_the_superior_body_the_unit_and_the_report(tmp_path: Path) -> None:
    sheet = load_workbook(write_form(tmp_path))[FIGURE_SHEET]
    assert sheet["A1"].value == "SỞ Y TẾ TỈNH MINH HỌA"
    assert sheet["A2"].value == "BỆNH VIỆN ĐA KHOA TỈNH"
    assert sheet["A6"].value == "(Kèm theo Báo cáo số 12/BC-BVĐK ngày 14/03/2026 của Bệnh viện đa khoa tỉnh)"
    assert sheet["A7"].value == "Quý I năm 2026 (số liệu từ ngày 15/12/2025 đến hết ngày 14/03/2026)"


def test_a_report_without_number_and_date_leaves_dots_to_fill_in(tmp_path: Path) -> None:
    sheet = load_workbook(write_form(tmp_path, replace(FORM, report_number=None, sent_date=None)))[FIGURE_SHEET]
    assert "số ……… ngày …/…/……" in str(sheet["A6"].value)


def test_the_rate_is_a_formula_where_counts_are_asked_for(tmp_path: Path) -> None:
    book = load_workbook(write_form(tmp_path))
    assert cell_of(book, FIGURE_SHEET, "on_time_rate", "value").data_type == "f"
    assert cell_of(book, FIGURE_SHEET, "satisfaction_rate", "value").value == 96.5


def test_states_of_tasks_are_offered_in_a_drop_down(tmp_path: Path) -> None:
    offers = load_workbook(write_form(tmp_path))[TASK_SHEET].data_validations.dataValidation
    assert [offer.formula1 for offer in offers] == ['"Chưa triển khai,Đang thực hiện,Hoàn thành,Dừng"']


@pytest.mark.parametrize("text", ["=1+1", "+84 123", "-cmd", "@SUM(A1)", "\t=1"])
def test_text_that_begins_like_a_formula_stays_quoted_text(tmp_path: Path, text: str) -> None:
    line = FigureLine("hostile", text, "cuộc", explanation=text)
    book = load_workbook(write_form(tmp_path, replace(FORM, figures=(line,))))
    for column in ("indicator_name", "explanation"):
        cell = cell_of(book, FIGURE_SHEET, "hostile", column)
        assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, text)


def test_characters_that_xml_forbids_are_left_out(tmp_path: Path) -> None:
    line = FigureLine("control", "Chuông\x07", "cuộc")
    book = load_workbook(write_form(tmp_path, replace(FORM, figures=(line,))))
    assert cell_of(book, FIGURE_SHEET, "control", "indicator_name").value == "Chuông"


def test_a_form_without_lines_is_written_too(tmp_path: Path) -> None:
    assert load_workbook(write_form(tmp_path, replace(FORM, figures=(), tasks=()))).sheetnames
