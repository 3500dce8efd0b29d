"""What becomes of a form in LibreOffice: formulas are worked out, rules and locks stay, pages are pages of A4."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from openpyxl import Workbook, load_workbook

from sources.results import headings
from sources.results.headings import FIGURE_SHEET, INFO_SHEET, TASK_SHEET
from sources.results.template.form import FigureLine, Form, TaskLine
from tests.sources.results.template.issued import (
    FIRST_QUARTER,
    HALF_YEAR,
    THIRD_QUARTER,
    cell,
    info,
    issue,
    opened,
    sheet_of,
)

pytestmark = pytest.mark.slow
# A4 in points, as printers write it.
A4 = (595, 842)
XLSX = "xlsx:Calc MS Excel 2007 XML"


def _converted(path: Path, target: str, folder: Path) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "converted"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", target, "--outdir", out, path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out / f"{path.stem}.{target.partition(':')[0]}"


def _filled_in(folder: Path, form: Form, typed: dict[tuple[str, str], object]) -> Path:
    """The form with what a clerk typed: (code, field) -> value; Thông tin as well."""
    book = opened(folder, form)
    for (code, field), value in typed.items():
        found = cell(book, FIGURE_SHEET, code, field)
        assert not found.protection.locked, "a clerk could not have typed this"
        found.value = value
    for field, value in (("report_number", "12/BC-CCDS"), ("sent_date", date(2026, 9, 5)), ("prepared_by", "Lê A")):
        info(book, field).value = value
    path = folder / "da-dien.xlsx"
    book.save(path)
    return path


def _worked_out(folder: Path, form: Form, typed: dict[tuple[str, str], object]) -> Workbook:
    return load_workbook(_converted(_filled_in(folder, form, typed), XLSX, folder), data_only=True)


def _numbers(book: Workbook, code: str, fields: Iterable[str]) -> list[Any]:
    return [cell(book, FIGURE_SHEET, code, field).value or None for field in fields]


def test_a_cumulative_window_gives_its_own_quarter_and_rates(tmp_path: Path) -> None:
    typed = {
        ("share", "year_to_date"): 97,
        ("share", "denominator"): 100,
        ("unknown_before", "year_to_date"): 5,
        ("unknown_before", "denominator"): 0,
        ("stock", "year_to_date"): 10,
        ("minutes", "year_to_date"): 170.5,
        ("minutes", "denominator"): 8,
        ("count", "year_to_date"): 6,
        ("score", "value"): 91.5,
    }
    book = _worked_out(tmp_path, HALF_YEAR, typed)
    fields = ("in_window", "year_to_date", "value")
    assert _numbers(book, "share", fields) == [57, 97, 97]
    # The year before is not known, so that the quarter is not either; nothing is divided by nought.
    assert _numbers(book, "unknown_before", fields) == [None, 5, None]
    assert _numbers(book, "stock", fields) == [None, 10, None]
    assert _numbers(book, "minutes", fields) == [100, 170.5, 21.31]
    assert _numbers(book, "count", fields) == [4, 6, None]
    assert _numbers(book, "score", fields) == [None, None, 91.5]


def test_a_window_of_its_own_gives_the_year_to_date(tmp_path: Path) -> None:
    typed = {("share", "in_window"): 8, ("share", "denominator"): 9, ("count", "state"): "Không phát sinh"}
    book = _worked_out(tmp_path, THIRD_QUARTER, typed)
    fields = ("in_window", "year_to_date", "value")
    assert _numbers(book, "share", fields) == [8, 48, 88.89]
    # Where nothing arose the year stands where it stood.
    assert _numbers(book, "count", fields) == [None, 2, None]
    assert _numbers(book, "minutes", fields) == [None, None, None]


def test_the_first_window_of_a_year_is_the_year_so_far(tmp_path: Path) -> None:
    book = _worked_out(tmp_path, FIRST_QUARTER, {("share", "year_to_date"): 3})
    assert _numbers(book, "share", ("previous", "in_window", "year_to_date")) == [None, 3, 3]


def test_what_is_typed_once_is_repeated_on_every_sheet(tmp_path: Path) -> None:
    book = _worked_out(tmp_path, HALF_YEAR, {})
    for name in book.sheetnames[2:]:
        words = [value for row in sheet_of(book, name).iter_rows(values_only=True) for value in row if value]
        assert "(Kèm theo Báo cáo số 12/BC-CCDS ngày 05/09/2026 của Chi cục Dân số)" in words
        assert words[-1] == "Lê A"


def test_a_form_that_nobody_filled_in_has_dots_and_no_error(tmp_path: Path) -> None:
    book = load_workbook(_converted(issue(tmp_path), XLSX, tmp_path), data_only=True)
    cells = [str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value]
    assert "(Kèm theo Báo cáo số ……… ngày …/…/…… của Chi cục Dân số)" in cells
    assert [value for value in cells if value.startswith(("#", "Err:"))] == []


def test_rules_locks_notes_and_hidden_columns_outlive_saving(tmp_path: Path) -> None:
    before, after = opened(tmp_path), load_workbook(_converted(issue(tmp_path), XLSX, tmp_path))
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        sheet, again = sheet_of(before, name), sheet_of(after, name)
        assert again.protection.sheet
        assert _refused(again) == _refused(sheet)
        for row in sheet.iter_rows():
            for each in row:
                assert again[each.coordinate].protection.locked == each.protection.locked, each.coordinate
    assert cell(after, FIGURE_SHEET, "share", "indicator_name").comment.text == "Mẫu số: số hồ sơ."
    assert cell(after, FIGURE_SHEET, "score", "indicator_name").comment is None
    assert sheet_of(after, FIGURE_SHEET).column_dimensions["B"].hidden
    assert sheet_of(after, TASK_SHEET).column_dimensions["B"].hidden


def _refused(sheet: Any) -> set[tuple[tuple[int, int], str]]:
    """Every cell that has a rule, with the kind of rule."""
    return {
        (place, rule.type)
        for rule in sheet.data_validations.dataValidation
        for each in rule.sqref.ranges
        for place in each.cells
    }


@pytest.mark.parametrize("lines", [3, 11, 14, 26])
def test_printed_pages_are_a4_with_heads_and_signatures_never_stand_alone(tmp_path: Path, lines: int) -> None:
    form = replace(
        HALF_YEAR,
        figures=tuple(
            FigureLine(f"code_{number}", f"Tỷ lệ hồ sơ số {number} được giải quyết đúng hạn theo quy định", "%")
            for number in range(lines)
        ),
        tasks=tuple(
            TaskLine("xa_la_2026", f"A{number:03}", "Rà soát thủ tục hành chính nội bộ " * 4, "Quyết định")
            for number in range(lines)
        ),
    )
    with pdfplumber.open(_converted(issue(tmp_path, form), "pdf", tmp_path)) as printed:
        texts = [page.extract_text() for page in printed.pages]
        sizes = {tuple(sorted((round(page.width), round(page.height)))) for page in printed.pages}
    assert sizes == {A4}
    assert sum(headings.GUIDE_SHEET in text.splitlines()[-1] for text in texts) == 1
    for name, word in ((FIGURE_SHEET, "Chỉ tiêu theo dõi"), (TASK_SHEET, "Nhiệm vụ"), (INFO_SHEET, "Giá trị")):
        pages = [text for text in texts if text.splitlines()[-1].startswith(name)]
        assert all(word in page for page in pages)
        assert headings.PREPARER in pages[-1]
        assert sum(headings.PREPARER in page for page in pages) == 1
        # A line of the table at least goes with the signatures.
        if name != INFO_SHEET:
            assert "Tỷ lệ hồ sơ số" in pages[-1] or "Rà soát" in pages[-1]
