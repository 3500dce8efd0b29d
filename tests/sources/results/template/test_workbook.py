"""The period workbook as it is issued: sheets, heads, properties, bytes, text that would be run."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from sources.results import headings
from sources.results.headings import FIGURE_SHEET, INFO_SHEET, SIMULATED_NOTICE
from sources.results.template.form import FigureLine
from tests.sources.results.template.issued import HALF_YEAR, cell, info, issue, opened, sheet_of
from tests.sources.results.workshop import FORM, cell_of, write_form

ANNEXES = (
    headings.FIGURE_SHEET,
    headings.TASK_SHEET,
    headings.OWN_TASK_SHEET,
    headings.EVENT_SHEET,
    headings.NARRATIVE_SHEET,
)


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    for form in (FORM, HALF_YEAR):
        assert issue(tmp_path, form, "a.xlsx").read_bytes() == issue(tmp_path, form, "b.xlsx").read_bytes()


def test_no_time_of_writing_stays_in_the_archive(tmp_path: Path) -> None:
    with ZipFile(write_form(tmp_path)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-12-15T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_every_sheet_that_is_printed_with_a_report_says_where_figures_are_simulated(tmp_path: Path) -> None:
    book = load_workbook(write_form(tmp_path))
    for name in (INFO_SHEET, *ANNEXES):
        assert SIMULATED_NOTICE in [row[0] for row in sheet_of(book, name).iter_rows(max_row=9, values_only=True)]


def test_a_real_workbook_does_not_speak_of_simulation_in_its_heading(tmp_path: Path) -> None:
    book = load_workbook(write_form(tmp_path, replace(FORM, is_simulated=False)))
    assert all(SIMULATED_NOTICE not in row for sheet in book for row in sheet.iter_rows(values_only=True))


def test_sheets_stand_in_order_on_a4_with_heads_on_every_page(tmp_path: Path) -> None:
    book = opened(tmp_path)
    assert book.sheetnames == [headings.GUIDE_SHEET, INFO_SHEET, *ANNEXES]
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        pages_long = 1 if sheet.title == headings.GUIDE_SHEET else 0
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, pages_long)
        assert sheet.oddFooter.center.text == "Trang &P/&N"
    for name in ANNEXES:
        assert sheet_of(book, name).freeze_panes is not None
        assert sheet_of(book, name).print_title_rows


def test_the_heading_names_the_superior_body_the_unit_and_the_report(tmp_path: Path) -> None:
    sheet = load_workbook(write_form(tmp_path))[FIGURE_SHEET]
    assert sheet["A1"].value == "SỞ Y TẾ TỈNH MINH HỌA"
    assert sheet["A2"].value == "BỆNH VIỆN ĐA KHOA TỈNH"
    assert sheet["A4"].value == "PHỤ LỤC 1"
    assert sheet["A6"].value == "(Kèm theo Báo cáo số 12/BC-BVĐK ngày 14/03/2026 của Bệnh viện đa khoa tỉnh)"
    assert sheet["A7"].value == "Quý I năm 2026 (số liệu từ ngày 15/12/2025 đến hết ngày 14/03/2026)"


def test_every_annex_ends_with_who_prepared_it_and_who_answers_for_it(tmp_path: Path) -> None:
    book = opened(tmp_path, replace(HALF_YEAR, head_name="Trần Thị B"))
    for name in (INFO_SHEET, *ANNEXES):
        words = [cell.value for row in sheet_of(book, name).iter_rows() for cell in row if cell.value is not None]
        foot = words.index(headings.PREPARER)
        assert words[foot + 1] == headings.HEAD
        assert words[-1] == "Trần Thị B"


def test_the_workbook_knows_unit_period_and_version_apart_from_its_cells(tmp_path: Path) -> None:
    book = opened(tmp_path)
    told = {each.name: each.value for each in book.custom_doc_props.props}
    assert told == {
        "Mã cơ quan": "so-y-te-xa-la",
        "Mã đơn vị": "so-y-te-xa-la/chi-cuc-dan-so",
        "Kỳ báo cáo": "2026-h1",
        "Phiên bản biểu mẫu": headings.FORM_VERSION,
    }
    assert info(book, "unit_key").value == "so-y-te-xa-la/chi-cuc-dan-so"
    assert info(book, "template_version").value == headings.FORM_VERSION


def test_every_sheet_is_protected_without_a_password(tmp_path: Path) -> None:
    for sheet in opened(tmp_path).worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None


def test_the_page_of_guidance_says_what_this_period_types_and_by_when(tmp_path: Path) -> None:
    sheet = sheet_of(opened(tmp_path), headings.GUIDE_SHEET)
    words = " ".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row if value)
    assert "Kỳ này nhập cột “Lũy kế từ đầu năm”" in words
    assert "hạn gửi 15/06/2026" in words
    # A label of Thông tin on another sheet would be read as one.
    labels = {spelling for spellings in headings.INFO_LABELS.values() for spelling in spellings}
    assert not labels & {value for row in sheet.iter_rows(values_only=True) for value in row}


def test_the_state_of_the_report_is_chosen_or_left_open(tmp_path: Path) -> None:
    assert info(opened(tmp_path), "report_state").value is None
    assert (
        info(opened(tmp_path, replace(HALF_YEAR, report_state="signed")), "report_state").value == "Chính thức, đã ký"
    )
    book = opened(tmp_path)
    offers = sheet_of(book, INFO_SHEET).data_validations.dataValidation
    place = next(str(offer.formula1) for offer in offers if offer.type == "list")
    # A list of the rule itself would cut these words at their comma.
    listed = sheet_of(book, headings.GUIDE_SHEET)[place.partition("!")[2].replace("$", "")]
    assert [row[0].value for row in listed] == ["Dự thảo", "Chính thức, đã ký"]


@pytest.mark.parametrize("text", ["=1+1", "+84 123", "-cmd", "@SUM(A1)", "\t=1"])
def test_text_that_begins_like_a_formula_stays_quoted_text(tmp_path: Path, text: str) -> None:
    line = FigureLine("hostile", text, "cuộc", explanation=text)
    book = load_workbook(write_form(tmp_path, replace(FORM, figures=(line,))))
    for column in ("indicator_name", "explanation"):
        found = cell_of(book, FIGURE_SHEET, "hostile", column)
        assert (found.data_type, found.quotePrefix, found.value) == ("s", True, text)


def test_a_name_with_quotes_breaks_no_formula(tmp_path: Path) -> None:
    book = opened(tmp_path, replace(HALF_YEAR, unit_name='Khoa "A"&B1'))
    assert 'Khoa "A"' not in str(sheet_of(book, FIGURE_SHEET)["A6"].value)
    assert info(book, "unit_name").value == 'Khoa "A"&B1'


def test_characters_that_xml_forbids_are_left_out(tmp_path: Path) -> None:
    line = FigureLine("control", "Chuông\x07", "cuộc")
    assert (
        cell(opened(tmp_path, replace(HALF_YEAR, figures=(line,))), FIGURE_SHEET, "control", "indicator_name").value
        == "Chuông"
    )


def test_a_form_without_lines_is_written_too(tmp_path: Path) -> None:
    book = opened(tmp_path, replace(HALF_YEAR, figures=(), tasks=()))
    advice = [row[0] for row in sheet_of(book, FIGURE_SHEET).iter_rows(max_row=9, values_only=True)]
    assert "Kỳ này đơn vị không có chỉ tiêu nào phải báo cáo số liệu." in advice
