"""Workbooks as a whole: what is read, what is refused, which one stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from sources.results.headings import FIGURE_COLUMNS, FIGURE_SHEET, INFO_SHEET, TASK_SHEET
from sources.results.rows import ROW_TYPES
from tests.sources.received import accounts, assert_balanced, kinds, receive
from tests.sources.results.workshop import FORM, UNIT_KEY, by_code, read_here, read_spoiled, set_info, write_form


def test_a_clean_workbook_is_read_without_a_finding(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path)
    assert kinds(rows, "results") == []
    # Three entries of Thông tin, six cells of Biểu 1, four of Biểu 2.
    assert accounts(rows, "results") == {"results/bao-cao.xlsx": ("read", 14, 14, 0, 0)}
    assert set(rows) == {row_type.table for row_type in ROW_TYPES}


def test_the_submission_says_whose_and_of_which_period_it_is(tmp_path: Path) -> None:
    (row,) = read_spoiled(tmp_path)["results_submissions"]
    said = row.model_dump()
    assert (said["unit_key"], said["period_key"]) == (UNIT_KEY, "2026-q1")
    assert (said["report_number"], said["sent_date"]) == ("12/BC-BVĐK", date(2026, 3, 14))
    assert said["is_simulated"] is True
    assert said["source_place"] == "Thông tin!B13"


def test_every_state_of_a_figure_stays_itself(tmp_path: Path) -> None:
    figures = by_code(read_spoiled(tmp_path))
    assert {code: row.state for code, row in figures.items()} == {
        "on_time_rate": "reported",
        "satisfaction_rate": "reported",
        "dialogue_count": "reported",
        "complaint_rate": "nothing_arose",
        "one_stop_rate": "not_applicable",
    }
    assert figures["dialogue_count"].numerator == Decimal(0)
    assert (figures["on_time_rate"].numerator, figures["on_time_rate"].denominator) == (980, 1000)
    assert figures["satisfaction_rate"].value == Decimal("96.5")
    assert figures["on_time_rate"].source_place == "Biểu 1 Số liệu!G12"


def test_a_line_left_blank_is_no_zero_and_the_account_says_so(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path)
    assert "blank_rate" not in by_code(rows)
    reason = rows["results_files"][0].model_dump()["ignored_reason"]
    assert reason == "dòng để trống, coi là chưa báo cáo (2)"


@pytest.mark.parametrize(
    ("label", "value", "kind"),
    [
        ("Mã cơ quan", None, "missing_agency_key"),
        ("Mã cơ quan", "Sở Y tế", "unknown_agency_key"),
        ("Mã đơn vị", None, "missing_unit_key"),
        ("Mã đơn vị", "so-y-te-noi-khac/van-phong", "unknown_unit_key"),
        ("Kỳ báo cáo", None, "missing_period_key"),
        ("Kỳ báo cáo", "2026-q5", "unknown_period_key"),
        ("Kỳ báo cáo", "20٢٦-q1", "unknown_period_key"),
        ("Mã cơ quan", "so..y-te", "unknown_agency_key"),
        ("Mã đơn vị", "so-y-te-minh-hoa/phong/to", "unknown_unit_key"),
        ("Số liệu mô phỏng", "có lẽ", "unknown_is_simulated"),
    ],
)
def test_a_workbook_that_does_not_say_whose_it_is_is_unreadable(
    tmp_path: Path, label: str, value: str | None, kind: str
) -> None:
    rows = read_spoiled(tmp_path, set_info(label, value))
    assert kinds(rows, "results") == [kind]
    assert rows["results_submissions"] == []
    # Nothing of it is lost: every entry is counted and waits.
    assert accounts(rows, "results") == {"results/bao-cao.xlsx": ("unreadable", 14, 0, 0, 14)}


def test_an_unreadable_sending_date_is_held_back_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_info("Ngày gửi", "14-Mar"))
    assert kinds(rows, "results") == ["not_a_date"]
    assert accounts(rows, "results") == {"results/bao-cao.xlsx": ("read", 14, 13, 1, 0)}
    assert rows["results_submissions"][0].model_dump()["sent_date"] is None
    assert rows["results_quarantine"][0].model_dump()["value"] == "14-Mar"


def test_another_version_of_the_form_is_read_with_a_warning(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_info("Phiên bản biểu mẫu", "2025.3"))
    assert kinds(rows, "results") == ["unknown_template_version"]
    assert len(rows["results_figures"]) == 5


def test_formats_that_are_not_read_say_so(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(b"Ma,So\n")
    rows = read_here([receive(path, "results/a.ods")])
    assert kinds(rows, "results") == ["unsupported_format"]
    assert "chưa hỗ trợ" in rows["results_findings"][0].model_dump()["message"]


def test_a_file_that_is_no_workbook_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "ghi-chu.docx"
    path.write_bytes(b"x")
    rows = read_here([receive(path, "results/ghi-chu.docx")])
    assert accounts(rows, "results")["results/ghi-chu.docx"][0] == "ignored"


def test_text_named_xlsx_is_unreadable_and_the_others_are_read(tmp_path: Path) -> None:
    bad = tmp_path / "hong.xlsx"
    bad.write_text("không phải bảng tính")
    rows = read_here([receive(bad, "results/a.xlsx"), receive(write_form(tmp_path), "results/b.xlsx")])
    assert {path: account[0] for path, account in accounts(rows, "results").items()} == {
        "results/a.xlsx": "unreadable",
        "results/b.xlsx": "read",
    }
    message = rows["results_findings"][0].model_dump()["message"]
    assert "results/a.xlsx" in message


def test_a_workbook_that_would_swell_is_not_opened(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.xlsx"
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_000)
    rows = read_here([receive(bomb, "results/bom.xlsx")])
    assert kinds(rows, "results") == ["unreadable_file"]


def test_a_file_that_has_vanished_is_a_finding(tmp_path: Path) -> None:
    path = write_form(tmp_path)
    file = receive(path, "results/a.xlsx")
    path.unlink()
    assert kinds(read_here([file]), "results") == ["unreadable_file"]


def test_one_content_under_two_paths_is_read_once_under_the_one_given_first(tmp_path: Path) -> None:
    path = write_form(tmp_path)
    rows = read_here([receive(path, "results/b.xlsx"), receive(path, "results/a.xlsx")])
    assert kinds(rows, "results") == ["duplicate_file"]
    assert [row.source_path for row in rows["results_submissions"]] == ["results/b.xlsx"]
    assert len(rows["results_submissions"]) == 1
    assert accounts(rows, "results") == {
        "results/a.xlsx": ("ignored", 14, 0, 0, 14),
        "results/b.xlsx": ("read", 14, 14, 0, 0),
    }


def test_of_two_workbooks_for_one_unit_and_period_the_later_received_stands(tmp_path: Path) -> None:
    corrected = replace(FORM, report_number="15/BC-BVĐK")
    first = receive(write_form(tmp_path, name="1.xlsx"), "results/z.xlsx")
    second = receive(write_form(tmp_path, corrected, name="2.xlsx"), "results/a.xlsx", hours_later=5)
    rows = read_here([second, first])
    assert kinds(rows, "results") == ["superseded_submission"]
    assert {row.source_path for row in rows["results_submissions"]} == {"results/a.xlsx", "results/z.xlsx"}
    assert rows["results_findings"][0].source_path == "results/z.xlsx"
    # History keeps the rows of every version.
    assert accounts(rows, "results")["results/z.xlsx"] == ("read", 14, 14, 0, 0)
    assert {row.source_path for row in rows["results_figures"]} == {"results/a.xlsx", "results/z.xlsx"}


def test_workbooks_of_two_periods_stand_side_by_side(tmp_path: Path) -> None:
    other = receive(write_form(tmp_path, replace(FORM, period_key="2026-h1"), "2.xlsx"), "results/2.xlsx")
    rows = read_here([receive(write_form(tmp_path), "results/1.xlsx"), other])
    assert kinds(rows, "results") == []
    assert len(rows["results_submissions"]) == 2


def test_columns_are_found_in_any_order(tmp_path: Path) -> None:
    def turn_round(book: Workbook) -> None:
        sheet = book[FIGURE_SHEET]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        for row in range(10, 18):
            values = [sheet.cell(row, column).value for column in range(1, 13)]
            values = [None if str(value).startswith("=") else value for value in values]
            for column, value in enumerate(reversed(values), start=1):
                sheet.cell(row, column).value = value

    assert by_code(read_spoiled(tmp_path, turn_round)).keys() == by_code(read_spoiled(tmp_path)).keys()


def _rename(sheet: str, old: str, new: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == old)
        cell.value = new

    return change


def test_other_spellings_of_headings_are_understood(tmp_path: Path) -> None:
    rows = read_spoiled(
        tmp_path,
        _rename(FIGURE_SHEET, FIGURE_COLUMNS["year_to_date"][0], "LŨY KẾ"),
        _rename(FIGURE_SHEET, "Tỷ lệ (%)", "Tỉ lệ %"),
        _rename(TASK_SHEET, "Số ký hiệu văn bản", "Số, ký hiệu văn bản"),
    )
    assert kinds(rows, "results") == []
    assert len(rows["results_figures"]) == 5


def test_a_sheet_without_a_needed_column_is_not_read(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, _rename(TASK_SHEET, "Tình trạng", "Ghi chú"))
    assert kinds(rows, "results") == ["missing_column"]
    assert rows["results_tasks"] == []
    assert len(rows["results_figures"]) == 5


def test_two_columns_with_one_heading_are_not_chosen_from(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, _rename(FIGURE_SHEET, "Giải trình", FIGURE_COLUMNS["year_to_date"][0]))
    assert kinds(rows, "results") == ["duplicate_column"]
    assert rows["results_figures"] == []


def test_a_second_copy_of_a_table_is_not_added_up(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, lambda book: book.copy_worksheet(book[FIGURE_SHEET]) and None)
    assert kinds(rows, "results") == ["duplicate_sheet"]
    assert len(rows["results_figures"]) == 5


def test_hidden_sheets_are_skipped_and_hidden_rows_are_read_and_both_are_told(tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book[TASK_SHEET].sheet_state = "hidden"
        book[FIGURE_SHEET].row_dimensions[12].hidden = True

    rows = read_spoiled(tmp_path, hide)
    assert kinds(rows, "results") == ["hidden_rows", "hidden_sheet", "missing_table"]
    assert "on_time_rate" in by_code(rows)


def test_a_line_of_column_numbers_under_the_head_is_no_figure(tmp_path: Path) -> None:
    def drop_numbers(book: Workbook) -> None:
        for cell in book[FIGURE_SHEET][11]:
            cell.value = None

    rows = read_spoiled(tmp_path)
    assert kinds(rows, "results") == []
    assert by_code(rows) == by_code(read_spoiled(tmp_path)) != {}
    assert read_spoiled(tmp_path, drop_numbers)["results_figures"] != []


def test_numbers_below_the_foot_are_left_out_and_told(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, lambda book: book[FIGURE_SHEET].cell(40, 5, 12345) and None)
    assert kinds(rows, "results") == ["cells_below_table"]
    assert accounts(rows, "results") == {"results/bao-cao.xlsx": ("read", 15, 14, 0, 1)}


def test_a_sheet_that_never_ends_is_cut_off_and_told(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, lambda book: book[FIGURE_SHEET].cell(5000, 5, 12345) and None)
    assert kinds(rows, "results") == ["sheet_cut_off"]


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    files = [
        receive(write_form(tmp_path, replace(FORM, period_key=key), key), f"results/{key}.xlsx")
        for key in ("2025-annual", "2026-q1", "2026-h1")
    ]
    assert read_here(files) == read_here(files[::-1])


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(0, 10**6), byte=st.integers(0, 255), entry=st.integers(0, 20))
def test_a_byte_changed_anywhere_inside_never_stops_the_reader(
    tmp_path: Path, position: int, byte: int, entry: int
) -> None:
    path = write_form(tmp_path)
    with ZipFile(path) as archive:
        parts = {info.filename: bytearray(archive.read(info)) for info in archive.infolist()}
    spoiled = parts[sorted(parts)[entry % len(parts)]]
    spoiled[position % len(spoiled)] = byte
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, bytes(content))
    rows = read_here([receive(path, "results/bao-cao.xlsx")])
    assert_balanced(rows, "results")
    assert len(rows["results_files"]) == 1


def test_a_workbook_without_a_sheet_of_information_is_unreadable(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, lambda book: book.remove(book[INFO_SHEET]))
    assert kinds(rows, "results") == ["info_sheet_missing"]
