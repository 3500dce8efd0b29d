"""What happens to workbooks on their way: rows copied, columns wiped or renamed, saved in another form, days shared."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sources.plans.remarks import remark
from sources.plans.reviews.words import words
from sources.plans.rows import CorrectionRow
from tests.sources.plans.reviews.desk import Clerk, back, found, issue, kinds, reviewed

MACHINE = "Dành cho máy (không sửa)"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(issue(tmp_path / "xa_lang.review.xlsx"))


def _copied(clerk: Clerk, kind: str, code: str, **cells: Any) -> int:
    """Copy a row with its hidden cells to the foot of the sheet, and type into the copy."""
    sheet, last = clerk.sheet(kind), clerk.sheet(kind).max_row + 1
    for cell in sheet[clerk.row(kind, code)]:
        sheet.cell(last, cell.column).value = cell.value
    clerk.type_at(kind, last, **cells)
    return last


# One row twice in one workbook


@pytest.mark.parametrize("first", [{"Con_số": 85}, {"Thao_tác": "xóa"}, {}])
def test_a_row_that_stands_twice_with_unlike_values_is_asked_about_and_neither_counts(
    clerk: Clerk, first: dict[str, Any]
) -> None:
    last = _copied(clerk, "target", "T002", Con_số=90, Thao_tác="sửa")
    clerk.type("target", "T002", **first).type("target", "T001", Con_số=91)
    review = back(clerk.save())
    assert [(one.kind, one.value) for one in review.remarks] == [
        ("review_row_twice", f"Chỉ tiêu!{clerk.row('target', 'T002')} và Chỉ tiêu!{last}")
    ]
    assert [(one.number, one.values) for one in review.statements] == [("T001", {"value": "91"})]
    assert review.held == 1


def test_a_row_that_stands_twice_and_says_the_same_is_one(clerk: Clerk) -> None:
    clerk.type("target", "T002", Con_số=85)
    _copied(clerk, "target", "T002")
    review = back(clerk.save())
    assert ([one.values for one in review.statements], review.remarks) == ([{"value": "85"}], ())


def test_what_earlier_reviews_said_of_a_row_stands_though_it_stands_twice_now(clerk: Clerk, tmp_path: Path) -> None:
    before = reviewed(clerk.type("target", "T002", Con_số=85).type("target", "T001", Thao_tác="xóa").save())
    later = Clerk(issue(tmp_path / "b.xlsx", before), day=date(2026, 2, 9))
    _copied(later, "target", "T002", Con_số=90)
    _copied(later, "target", "T001", Thao_tác="giữ")
    applied = reviewed(later.save())
    assert (found(applied, "T002").value, found(applied, "T001")) == (85, None)


# Two workbooks of one day


def _same_day(folder: Path, name: str, who: str, **cells: Any) -> Path:
    return Clerk(issue(folder / name), who).type("target", "T002", **cells).save()


def test_two_reviews_of_one_day_that_disagree_are_told_and_the_later_file_stands(tmp_path: Path) -> None:
    first = _same_day(tmp_path, "a.xlsx", "Trần Thị B", Con_số=85, Từ_năm=2025)
    second = _same_day(tmp_path, "b.xlsx", "Lê Văn C", Con_số=90, Từ_năm=2025)
    for order in ((first, second), (second, first)):
        applied = reviewed(*order)
        assert kinds(applied) == ["reviews_disagree"]
        assert found(applied, "T002").value == 90
    message = applied.remarks[0][1].message
    assert "(Con số): “85” (Trần Thị B, plans/a.xlsx, Chỉ tiêu!6) và “90” (Lê Văn C, plans/b.xlsx," in message
    assert "đang dùng “90”" in message


@pytest.mark.parametrize("other", [{"Thao_tác": "xóa"}, {"Thao_tác": "giữ"}])
def test_keeping_or_striking_what_another_corrects_on_that_day_is_told_too(
    tmp_path: Path, other: dict[str, str]
) -> None:
    files = (_same_day(tmp_path, "a.xlsx", "B", Con_số=85), _same_day(tmp_path, "b.xlsx", "C", **other))
    assert kinds(reviewed(*files)) == ["reviews_disagree"]


def test_reviews_of_one_day_that_agree_or_speak_of_other_fields_are_in_peace(tmp_path: Path) -> None:
    first = _same_day(tmp_path, "a.xlsx", "B", Con_số=85, Lý_do="in nhầm")
    second = _same_day(tmp_path, "b.xlsx", "C", Con_số=85, Đến_năm=2027)
    assert kinds(reviewed(first, second)) == []


def test_who_had_the_other_review_before_them_overrules_it_on_the_same_day(tmp_path: Path) -> None:
    first = _same_day(tmp_path, "a.xlsx", "B", Con_số=85)
    later = Clerk(issue(tmp_path / "b.xlsx", reviewed(first)), "C").type("target", "T002", Con_số=90).save()
    applied = reviewed(first, later)
    assert (kinds(applied), found(applied, "T002").value) == ([], 90)


def test_a_whole_sheet_marked_as_seen_disagrees_with_nobody(tmp_path: Path) -> None:
    first = _same_day(tmp_path, "a.xlsx", "B", Con_số=85)
    second = Clerk(issue(tmp_path / "b.xlsx"), "C").see("target").save()
    assert kinds(reviewed(first, second)) == []


# Columns, cells, forms of file


def test_a_wiped_machine_column_is_one_finding_and_no_row_is_taken_for_a_new_one(clerk: Clerk) -> None:
    clerk.type("target", "T002", Con_số=85).type("measure", "B001", Nội_dung_giải_pháp="Rút gọn thêm giấy tờ")
    for number in ("T001", "T002", "T003"):
        clerk.type("target", number, **{MACHINE: None})
    review = back(clerk.save())
    assert [(one.kind, one.place) for one in review.remarks] == [("review_machine_lost", "Chỉ tiêu!5")]
    assert "3 hàng: 5, 6, 7;" in review.remarks[0].message
    assert "Mở bảng rà soát mới" in review.remarks[0].remedy
    assert [one.number for one in review.statements] == ["B001"]


def test_a_wiped_machine_cell_of_the_plan_itself_is_told(clerk: Clerk) -> None:
    clerk.type("plan", "Người ký", Giá_trị_đúng="Lò Văn Thử", **{MACHINE: None})
    assert [one.kind for one in back(clerk.save()).remarks] == ["review_machine_lost"]


def test_a_row_added_where_the_machine_cell_was_wiped_is_still_added(clerk: Clerk) -> None:
    clerk.type("measure", "B901", Nội_dung_giải_pháp="Đặt màn hình gọi số", Thao_tác="thêm", **{MACHINE: None})
    assert [one.action for one in back(clerk.save()).statements] == ["add"]


@pytest.mark.parametrize("heading", ["Con số", "Thao tác", MACHINE])
def test_a_renamed_heading_is_told_with_the_name_that_was_expected(clerk: Clerk, heading: str) -> None:
    clerk.type("target", "T002", Từ_năm=2025, Con_số=85)
    clerk.sheet("target").cell(4, clerk.columns("target")[heading]).value = "Tên khác"
    review = back(clerk.save())
    assert [(one.kind, one.place) for one in review.remarks] == [("review_column_missing", "Chỉ tiêu!4")]
    assert f"trang “Chỉ tiêu”, cột “{heading}”" in review.remarks[0].message
    expected = [{"period_start": "2025"}] if heading == "Con số" else []
    assert [one.values for one in review.statements] == expected


@pytest.mark.parametrize(
    ("heading", "typed", "told"),
    [
        ("Con số", "96.5", "phần thập phân viết sau dấu phẩy: 96,5"),
        ("Con số", "1.234", "viết 1234 hoặc 1,234"),
        ("Loại", "Ước mơ", "gồm: Mục tiêu; Cam kết trong nhiệm vụ"),
        ("Mức", "cỡ chừng", "bằng; tối thiểu; trên; tối đa; dưới"),
        ("Chỉ tiêu theo dõi", "Tỷ lệ gì đó", f"và {len(words('indicator')) - 10} từ khác"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_what_to_write(
    clerk: Clerk, heading: str, typed: str, told: str
) -> None:
    clerk.type("target", "T002", **{heading: typed})
    assert [told in one.message for one in back(clerk.save()).remarks] == [True]


@pytest.mark.parametrize("ending", [".ods", ".xls", ".XLS"])
def test_a_review_saved_in_another_form_is_asked_for_as_xlsx(clerk: Clerk, tmp_path: Path, ending: str) -> None:
    other = tmp_path / f"xa_lang{ending}"
    shutil.copy(clerk.save(), other)
    refusal = back(other, f"plans/{other.name}").refusal
    assert refusal is not None
    assert (refusal.kind, refusal.remedy) == ("unreadable_review", remark("unreadable_review", "").remedy)
    assert ".xlsx" in refusal.remedy
    assert ending.casefold() in refusal.message


def test_a_row_deleted_whole_changes_nothing_and_the_instructions_say_so(clerk: Clerk) -> None:
    clerk.sheet("target").delete_rows(clerk.row("target", "T002"))
    applied = reviewed(clerk.save())
    assert (found(applied, "T002").review_state, kinds(applied)) == ("none", [])
    said = [str(cell.value) for cell in clerk.book["Hướng dẫn"]["A"]]
    assert any("Xóa cả hàng của bảng tính thì không có gì thay đổi" in line for line in said)


# Sections, as people say them


def test_sections_are_shown_in_vietnamese_and_understood_back(clerk: Clerk) -> None:
    shown = {
        clerk.sheet(kind).cell(clerk.row(kind, code), clerk.columns(kind)["Mục"]).value
        for kind, code in (("target", "T001"), ("target", "T003"), ("citation", "1"))
    }
    assert shown == {"II.1", "phụ lục II.1", "phần mở đầu"}
    clerk.type("target", "T001", Mục="Phụ lục III.7").type("target", "T002", Mục="phần mở  đầu")
    clerk.type("target", "T003", Mục="annex II.1")
    applied = reviewed(clerk.save())
    assert [found(applied, f"T00{number}").section for number in (1, 2, 3)] == ["annex III.7", "preamble", "annex II.1"]
    assert found(applied, "T003").review_state == "none"
    assert {row.value_after for row in applied.corrections if isinstance(row, CorrectionRow)} == {
        "phụ lục III.7", "phần mở đầu"}  # fmt: skip
