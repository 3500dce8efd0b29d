"""A clerk fills in the workbook; what was typed comes back as data, whatever was sorted, inserted or saved again."""

import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sources.plans.reviews.entries import entries_of
from sources.plans.reviews.kinds import KINDS
from sources.plans.reviews.workbook import Subject, write
from sources.plans.rows import ParentRow, PlanRow, TaskUnitRow
from tests.sources.plans.reviews.desk import KEY, Clerk, back, found, issue, kinds, plan_rows, reviewed, target


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(issue(tmp_path / "xa_lang.review.xlsx"))


def _saved_by_libreoffice(path: Path, folder: Path) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "again"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out / path.name


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    assert issue(tmp_path / "a.xlsx").read_bytes() == issue(tmp_path / "b.xlsx").read_bytes()


def test_a_workbook_that_nobody_changed_says_nothing(clerk: Clerk) -> None:
    review = back(clerk.save())
    assert review.statements == ()
    assert review.remarks == ()
    assert review.refusal is None


def test_nothing_said_in_a_workbook_that_libreoffice_saved_again(clerk: Clerk, tmp_path: Path) -> None:
    review = back(_saved_by_libreoffice(clerk.save(), tmp_path))
    assert (review.statements, review.remarks, review.refusal) == ((), (), None)


def test_every_row_and_every_field_of_the_plan_stands_in_it(clerk: Clerk) -> None:
    for kind in KINDS:
        codes = [cell.value for cell in clerk.sheet(kind.name)["B"][4:] if cell.value]
        numbers = [str(getattr(row, kind.number)) for row in plan_rows() if row.table == kind.row_type.table]
        assert codes[: len(numbers)] == numbers
        assert {field.heading for field in kind.fields} <= set(clerk.columns(kind.name))
    assert clerk.sheet("plan").cell(5, 2).value == "Kế hoạch cải cách hành chính năm 2026"


def test_words_stand_in_the_cells_not_codes_and_a_list_to_choose_from(clerk: Clerk) -> None:
    sheet, columns = clerk.sheet("target"), clerk.columns("target")
    assert sheet.cell(5, columns["Mức"]).value == "tối thiểu"
    assert sheet.cell(5, columns["Lĩnh vực"]).value == "Cải cách thủ tục hành chính"
    assert len(sheet.data_validations.dataValidation) == sum(1 for field in KINDS[0].fields if field.words) + 1


def test_text_that_looks_like_a_formula_stays_text(clerk: Clerk) -> None:
    cell = clerk.sheet("goal").cell(5, clerk.columns("goal")["Nội dung mục tiêu"])
    assert (cell.data_type, cell.value) == ("s", "=1+1 là hai, người dân hài lòng hơn")
    assert cell.quotePrefix


def test_machine_columns_are_hidden_sheets_protected_without_password_and_printed_on_a4(clerk: Clerk) -> None:
    for kind in ("plan", *(kind.name for kind in KINDS)):
        sheet = clerk.sheet(kind)
        letter = sheet.cell(4, clerk.columns(kind)["Dành cho máy (không sửa)"]).column_letter
        assert sheet.column_dimensions[letter].hidden
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert not sheet.protection.sort
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)


def test_a_corrected_figure_comes_back_with_name_date_and_reason(clerk: Clerk) -> None:
    clerk.type("target", "T002", Con_số=85, Thao_tác="sửa", Lý_do="in nhầm")
    row = found(reviewed(clerk.save()), "T002")
    assert (row.value, row.review_state) == (Decimal(85), "corrected")
    assert (row.reviewed_by, row.reviewed_on, row.review_reason) == ("Trần Thị B", date(2026, 2, 1), "in nhầm")


@pytest.mark.parametrize(
    ("typed", "kept"), [("96,5", "96.5"), ("96,5%", "96.5"), (96.5, "96.5"), (100, "100"), ("1.234,5", "1234.5")]
)
def test_a_figure_is_understood_as_people_type_it(clerk: Clerk, typed: Any, kept: str) -> None:
    clerk.type("target", "T002", Con_số=typed, Thao_tác="sửa")
    assert found(reviewed(clerk.save()), "T002").value == Decimal(kept)


def test_a_share_in_a_cell_with_a_percent_format_is_that_many_percent(clerk: Clerk) -> None:
    clerk.type("target", "T002", Con_số=0.85)
    clerk.sheet("target").cell(clerk.row("target", "T002"), clerk.columns("target")["Con số"]).number_format = "0%"
    assert found(reviewed(clerk.save()), "T002").value == Decimal(85)


@pytest.mark.parametrize(
    ("heading", "typed"),
    [
        ("Con số", "khoảng tám mươi"),
        ("Con số", "1.234"),
        ("Con số", "=1/0"),
        ("Từ năm", "năm ngoái"),
        ("Mức", "cỡ chừng"),
        ("Lĩnh vực", "Cải cách gì đó"),
    ],
)
def test_a_cell_that_cannot_be_read_is_a_finding_with_its_place_and_the_row_stays(
    clerk: Clerk, heading: str, typed: str
) -> None:
    clerk.type("target", "T002", **{heading: typed}, Đo_cái_gì="điều khác", Thao_tác="sửa")
    review = back(clerk.save())
    letter = clerk.sheet("target").cell(4, clerk.columns("target")[heading]).column_letter
    assert [(one.kind, one.place) for one in review.remarks] == [
        ("review_cell_unreadable", f"Chỉ tiêu!{letter}{clerk.row('target', 'T002')}")
    ]
    assert review.statements == ()
    assert review.held == 1


def test_a_change_counts_without_an_action_but_a_cell_made_blank_needs_one(clerk: Clerk) -> None:
    clerk.type("target", "T001", Con_số=90).type("task", "A001", Sản_phẩm=None)
    review = back(clerk.save())
    assert [one.values for one in review.statements] == [{"value": "90"}]
    assert [one.kind for one in review.remarks] == ["review_row_unclear"]
    clerk.type("task", "A001", Thao_tác="sửa")
    assert found(reviewed(clerk.save()), "A001").product is None


@pytest.mark.parametrize("action", ["giữ", "bỏ qua"])
def test_an_action_against_the_cells_is_asked_about(clerk: Clerk, action: str) -> None:
    clerk.type("target", "T001", Con_số=90, Thao_tác=action)
    review = back(clerk.save())
    assert review.statements == ()
    assert [one.kind for one in review.remarks] == ["review_row_unclear"]


def test_a_required_cell_cannot_be_made_blank(clerk: Clerk) -> None:
    clerk.type("target", "T001", Con_số=None, Thao_tác="sửa")
    applied = reviewed(clerk.save())
    assert kinds(applied) == ["review_cell_unreadable"]
    assert found(applied, "T001").value == 95


def test_a_struck_row_goes_with_its_units_and_the_other_numbers_stay(clerk: Clerk) -> None:
    clerk.type("target", "T001", Thao_tác="xóa", Lý_do="không phải chỉ tiêu").type("task", "A001", Thao_tác="Xóa")
    applied = reviewed(clerk.save())
    assert found(applied, "T001") is None
    assert found(applied, "T002").review_state == "none"
    assert not any(isinstance(row, TaskUnitRow) for row in applied.rows)


def test_a_row_added_at_the_foot_gets_a_number_of_its_own(clerk: Clerk) -> None:
    row = clerk.row("target", "T902")
    clerk.type_at("target", row, Nội_dung_chỉ_tiêu="Tối thiểu 02 sáng kiến", Con_số=2, Đơn_vị_tính="số lượng",
                  Mức="tối thiểu", Mục="phụ lục III.1", Thao_tác="thêm", Lý_do="bỏ sót")  # fmt: skip
    added = found(reviewed(clerk.save()), "T902")
    assert (added.value, added.unit, added.comparator, added.review_state) == (2, "count", "ge", "added")
    assert (added.section, added.source, added.source_path, added.source_place) == (
        "annex III.1",
        "annex",
        "plans/xa_lang.review.xlsx",
        f"Chỉ tiêu!{row}",
    )


def test_a_row_inserted_and_one_copied_with_its_hidden_cells_are_added(clerk: Clerk) -> None:
    sheet = clerk.sheet("measure")
    sheet.insert_rows(6)
    clerk.type_at("measure", 6, Nội_dung_giải_pháp="Đặt màn hình gọi số", Thao_tác="thêm")
    last = sheet.max_row + 1
    for cell in sheet[5]:
        sheet.cell(last, cell.column).value = cell.value
    clerk.type_at("measure", last, Nội_dung_giải_pháp="Trả kết quả qua bưu chính", Thao_tác="thêm")
    applied = reviewed(clerk.save())
    assert {found(applied, number).description for number in ("B901", "B902")} == {
        "Đặt màn hình gọi số",
        "Trả kết quả qua bưu chính",
    }
    assert found(applied, "B001").review_state == "none"


def test_rows_may_be_sorted_and_saved_again_by_libreoffice(clerk: Clerk, tmp_path: Path) -> None:
    clerk.type("target", "T002", Con_số=85.5, Thao_tác="sửa").type("target", "T003", Thao_tác="xóa")
    clerk.type("task", "A001", Thời_hạn="Trước ngày 01/9/2026", Chủ_trì="Phòng Dược; Khoa Xét nghiệm")
    sheet = clerk.sheet("target")
    lines = [[cell.value for cell in sheet[row]] for row in range(5, 8)]
    for row, values in zip(range(5, 8), reversed(lines), strict=True):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
    applied = reviewed(_saved_by_libreoffice(clerk.save(), tmp_path))
    assert kinds(applied) == []
    assert found(applied, "T002").value == Decimal("85.5")
    assert found(applied, "T003") is None
    task = found(applied, "A001")
    assert (task.deadline_kind, task.due_to, task.is_strict) == ("before_date", date(2026, 9, 1), True)
    leads = [row.unit_name for row in applied.rows if isinstance(row, TaskUnitRow) and row.role == "lead"]
    assert leads == ["Phòng Dược", "Khoa Xét nghiệm"]


def test_a_date_given_by_hand_wins_over_the_words_of_the_deadline(clerk: Clerk) -> None:
    clerk.type("task", "A001", Thời_hạn="Quý III", Đến_ngày=date(2026, 8, 31))
    assert found(reviewed(clerk.save()), "A001").due_to == date(2026, 8, 31)


def test_fields_of_the_plan_itself_are_corrected_too(clerk: Clerk) -> None:
    clerk.type("plan", "Số, ký hiệu", Giá_trị_đúng="05/KH-TTYT", Lý_do="theo bản đóng dấu")
    clerk.type("plan", "Người ký", Giá_trị_đúng=None, Thao_tác="sửa")
    plan = next(row for row in reviewed(clerk.save()).rows if isinstance(row, PlanRow))
    assert (plan.number, plan.signer, plan.review_state) == ("05/KH-TTYT", None, "corrected")


def test_a_corrected_citation_is_the_corrected_document_carried_out(clerk: Clerk) -> None:
    clerk.type("citation", "1", **{"Số, ký hiệu": "76/2021/NQ-CP"})
    applied = reviewed(clerk.save())
    assert [row.number for row in applied.rows if isinstance(row, ParentRow)] == ["76/2021/NQ-CP"]
    assert found(applied, "2").number == "76/NQ-CP"


@pytest.mark.parametrize(("name", "day"), [(None, date(2026, 2, 1)), ("Trần Thị B", None), ("12", date(2026, 2, 1)),
                                           ("Trần Thị B", "hôm qua"), ("Trần Thị B", date(2027, 2, 1))])  # fmt: skip
def test_without_a_name_and_a_believable_date_nothing_is_used(tmp_path: Path, name: str | None, day: Any) -> None:
    clerk = Clerk(issue(tmp_path / "a.xlsx"), name, day).type("target", "T001", Con_số=1)
    review = back(clerk.save())
    assert review.refusal is not None
    assert review.refusal.kind == "review_without_signature"
    assert review.statements == ()


def test_a_row_whose_hidden_cell_was_spoiled_is_asked_about(clerk: Clerk) -> None:
    for spoiled in ("T001", '{"read": 5}', '{"read": {"khac": "1"}}', '{"standing": {"value": []}}', "[" * 5000):
        clerk.type("target", "T001", **{"Dành cho máy (không sửa)": spoiled}, Con_số=1)
        review = back(clerk.save())
        assert review.statements == ()
        assert [one.kind for one in review.remarks] == ["review_machine_lost"]


def test_columns_and_sheets_that_were_deleted_are_told_by_name_and_the_rest_is_used(clerk: Clerk) -> None:
    clerk.sheet("target").delete_cols(clerk.columns("target")["Đo cái gì"])
    clerk.type("target", "T001", Con_số=90)
    del clerk.book["Giải pháp"]
    review = back(clerk.save())
    assert [one.values for one in review.statements] == [{"value": "90"}]
    assert [(one.kind, one.place) for one in review.remarks] == [
        ("review_column_missing", "Chỉ tiêu!4"),
        ("review_sheet_missing", "Giải pháp"),
    ]
    assert "“Đo cái gì”" in review.remarks[0].message
    assert "“Giải pháp”" in review.remarks[1].message
    assert "các trang khác vẫn được dùng" in review.remarks[1].message


def test_another_workbook_is_no_review(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "khac.xlsx")
    (tmp_path / "hong.xlsx").write_bytes(b"PK hong")
    refusals = [back(tmp_path / name).refusal for name in ("khac.xlsx", "hong.xlsx")]
    assert [one.kind for one in refusals if one] == ["not_a_review", "unreadable_review"]


def test_a_plan_that_fills_cells_to_the_brim_is_cut_in_the_sheet_and_whole_in_the_data(tmp_path: Path) -> None:
    rows = [plan_rows()[0], target(1, "dài " * 50_000 + '"\\', "5")]
    write(Subject(KEY, "x.docx", None, None, None), entries_of(rows), tmp_path / "a.xlsx")
    clerk = Clerk(tmp_path / "a.xlsx").type("target", "T001", Con_số=6)
    applied = reviewed(clerk.save(), rows=rows)
    assert kinds(applied) == []
    assert len(found(applied, "T001").statement) > 150_000
    assert found(applied, "T001").value == 6
