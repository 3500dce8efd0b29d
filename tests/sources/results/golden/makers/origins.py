"""Golden files about whose figures these are: form, unit, period."""

from datetime import date
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.packaging.custom import CustomPropertyList

from sources.results.headings import FIGURE_SHEET, INFO_SHEET, TASK_SHEET
from tests.sources.results.golden.makers.desk import Desk, filled
from tests.sources.results.golden.makers.registry import golden

# The form of 2026.1 as it was issued; no code writes it any more.
_OLD_FORM: Final = Path(__file__).parents[1] / "issued" / "form_2026_1.xlsx"


@golden()
def form_2026_1() -> bytes:
    """The quarter before's form: one column of figures."""
    desk = Desk(load_workbook(_OLD_FORM))
    desk.info(report_number="12/BC-CCATTP", sent_date=date(2026, 3, 16), prepared_by="Nguyễn Văn Mẫu")
    sheet = desk.sheet(FIGURE_SHEET)
    for place, value in {"E11": 412, "F11": 420, "E12": 24, "F12": 25, "E13": 3, "G14": 96.5}.items():
        sheet[place] = value
    tasks = desk.sheet(TASK_SHEET)
    for place, words in {"F11": "Hoàn thành", "G11": date(2026, 2, 10), "F12": "Đang thực hiện"}.items():
        tasks[place] = words
    return desk.saved()


@golden()
def form_unknown() -> bytes:
    desk = filled()
    desk.info(template_version="2024.1")
    return desk.saved()


@golden()
def last_years_workbook() -> bytes:
    """Last year's file filled in anew; only the key of the period was typed over, its days are those of 2025."""
    desk = filled("2025-q1")
    desk.info(period_key="2026-q1", sent_date=date(2026, 3, 16))
    desk.task("A001", done_date=date(2026, 2, 10), document_date=date(2026, 2, 9))
    return desk.saved()


@golden()
def period_not_begun() -> bytes:
    desk = filled()
    desk.info(period_key="2026-annual", window_to=date(2026, 12, 14))
    return desk.saved()


@golden()
def period_outside_calendar() -> bytes:
    desk = filled()
    desk.info(period_key="2026-q2")
    return desk.saved()


@golden()
def period_in_own_words() -> bytes:
    desk = filled()
    desk.info(period_key="Quý I năm 2026")
    return desk.saved()


@golden()
def unit_not_in_register() -> bytes:
    desk = filled()
    desk.info(unit_key="so-y-te-minh-hoa/chi-cuc-atvs-thuc-pham", unit_name="Chi cục ATVS thực phẩm")
    return desk.saved()


@golden()
def unit_of_another_agency() -> bytes:
    desk = filled()
    desk.info(unit_key="so-y-te-noi-khac/van-phong-so")
    return desk.saved()


@golden()
def unit_key_typed_as_name() -> bytes:
    desk = filled()
    desk.info(unit_key="Chi cục ATTP")
    return desk.saved()


@golden()
def information_sheet_lost() -> bytes:
    desk = filled()
    desk.book.custom_doc_props = CustomPropertyList()
    del desk.book[INFO_SHEET]
    return desk.saved()


@golden()
def real_or_simulated_unclear() -> bytes:
    desk = filled()
    desk.info(is_simulated="có lẽ")
    return desk.saved()
