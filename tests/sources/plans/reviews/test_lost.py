"""What earlier reviews said of rows that are gone stands in the next workbook, to be told again; pages fit paper."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook

from sources.plans.reviews.issuing import look_through
from sources.plans.reviews.lost_sheet import lost_of
from sources.plans.reviews.workbook import Subject, write
from sources.plans.rows import TargetRow
from tests.places import SAMPLE
from tests.sources.plans.reviews.desk import KEY, Clerk, back, issue, plan_rows, reviewed

SHEET = "Nội dung chưa khớp"
# Half an inch, less what rounding of widths takes.
MARGIN = 34


def _lost_workbook(folder: Path) -> Path:
    """A correction, a confirmation and a striking out whose rows a resent plan does not have any more."""
    clerk = Clerk(issue(folder / "a.xlsx")).type("target", "T002", Con_số=85, Đến_năm=2027, Lý_do="in nhầm")
    clerk.type("target", "T001", Thao_tác="giữ").type("goal", "Q001", Thao_tác="xóa")
    rows = [row for row in plan_rows() if not isinstance(row, TargetRow) and row.table != "plans_goals"]
    applied = reviewed(clerk.save(), rows=rows)
    write(Subject(KEY, "x.docx", None, None, None), applied.entries, folder / "b.xlsx", lost_of(applied.corrections))
    return folder / "b.xlsx"


def test_what_lost_its_row_is_listed_with_who_said_it_and_why(tmp_path: Path) -> None:
    sheet = load_workbook(_lost_workbook(tmp_path))[SHEET]
    lines = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=5)]
    assert [line[:6] for line in lines] == [
        ("Chỉ tiêu", "Tối thiểu 95% hồ sơ trả đúng hẹn", "giữ", None, None, None),
        ("Chỉ tiêu", "Tối thiểu 80% hồ sơ nộp trực tuyến", "sửa", "Con số", "80", "85"),
        ("Chỉ tiêu", "Tối thiểu 80% hồ sơ nộp trực tuyến", "sửa", "Đến năm", "2026", "2027"),
        ("Mục tiêu", "=1+1 là hai, người dân hài lòng hơn", "xóa", None, None, None),
    ]
    assert lines[1][6] == "Trần Thị B"
    assert lines[1][7].date() == date(2026, 2, 1)
    assert lines[1][8:] == ("in nhầm", "plans/a.xlsx, Chỉ tiêu!6")


def test_the_list_of_what_was_lost_says_nothing_when_the_workbook_comes_back(tmp_path: Path) -> None:
    review = back(Clerk(_lost_workbook(tmp_path)).save())
    assert (review.statements, review.remarks, review.refusal) == ((), (), None)


def test_without_anything_lost_there_is_no_such_sheet(tmp_path: Path) -> None:
    assert SHEET not in load_workbook(issue(tmp_path / "a.xlsx")).sheetnames


def test_the_workbook_of_a_plan_that_was_sent_again_has_the_list(tmp_path: Path) -> None:
    plan, review = tmp_path / "minh_hoa_2026.docx", tmp_path / "minh_hoa_2026.review.xlsx"
    shutil.copy(SAMPLE / "plans" / plan.name, plan)
    look_through(plan).issue(review)
    clerk = Clerk(review, day=date(2026, 1, 20)).type("target", "T011", Con_số=65)
    # As though the plan had read otherwise when the workbook was made.
    row, column = clerk.row("target", "T011"), clerk.columns("target")["Dành cho máy (không sửa)"]
    cell = clerk.sheet("target").cell(row, column)
    statement = clerk.sheet("target").cell(row, clerk.columns("target")["Nội dung chỉ tiêu"]).value
    cell.value = str(cell.value).replace(str(statement), "Một câu mà văn bản không còn")
    clerk.save()
    again = tmp_path / "lan-hai.xlsx"
    look_through(plan).issue(again)
    assert "Một câu mà văn bản không còn" in {cell.value for cell in load_workbook(again)[SHEET]["B"]}


def test_every_word_of_the_printed_workbook_stands_on_the_paper(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, _lost_workbook(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with pdfplumber.open(tmp_path / "b.pdf") as printed:
        for page in printed.pages:
            assert all(word["x0"] >= MARGIN and word["x1"] <= page.width - MARGIN for word in page.extract_words()), (
                page.page_number
            )
        assert any("1. Ở trang Thông tin" in page.extract_text() for page in printed.pages)
