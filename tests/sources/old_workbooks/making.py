"""Writes the old workbooks of the tests: openpyxl makes an .xlsx, LibreOffice turns it into an .xls.

Run `python -m tests.sources.old_workbooks.making` where soffice is installed, and look at what changed. The .xls files
are kept beside this module, so that the tests need no LibreOffice.
"""

import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

FOLDER = Path(__file__).parent


def types(book: Workbook) -> None:
    """Every kind of cell, a hidden sheet, a hidden row, a merged range, a legacy font."""
    sheet = book.worksheets[0]
    sheet.title = "Số liệu"
    sheet["A1"], sheet["B1"], sheet["B2"] = "Đơn vị", 0.96, 0.96
    sheet["B1"].number_format = "0%"
    sheet["C1"] = date(2026, 3, 14)
    sheet["C1"].number_format = "dd/mm/yyyy"
    sheet["D1"], sheet["D2"] = "=1/0", "=B1*2"
    sheet["E1"], sheet["E2"] = True, 1234
    sheet["F1"] = "gộp"
    sheet.merge_cells("F1:G2")
    sheet.row_dimensions[3].hidden = True
    sheet["A3"] = "dòng ẩn"
    sheet["A4"] = "=chữ"
    sheet["A4"].data_type = "s"
    sheet["A5"] = "§¬n vÞ"
    sheet["A5"].font = Font(name=".VnTime")
    hidden = book.create_sheet("Trang ẩn")
    hidden["A1"] = 1
    hidden.sheet_state = "hidden"


def days_of_1904(book: Workbook) -> None:
    """The calendar of old Macintosh workbooks."""
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet["A1"] = date(2026, 3, 14)
    sheet["A1"].number_format = "dd/mm/yyyy"


def figures(book: Workbook) -> None:
    """A figure table as a clerk keeps it."""
    sheet = book.worksheets[0]
    for row in (
        ("Kỳ báo cáo: Quý I năm 2026",),
        ("Đơn vị", "Chỉ tiêu", "Tử số", "Mẫu số", "Tỷ lệ"),
        ("Văn phòng Sở", "Tỷ lệ hồ sơ giải quyết đúng hạn", 12, 15, None),
        ("Bệnh viện đa khoa tỉnh", "Tỷ lệ hồ sơ giải quyết đúng hạn", None, None, 0.96),
    ):
        sheet.append(row)
    sheet["E4"].number_format = "0%"


def units(book: Workbook) -> None:
    """A register of units."""
    sheet = book.worksheets[0]
    sheet.append(("agency_key", "unit_name", "unit_kind", "valid_from"))
    sheet.append(("so-y-te-minh-hoa", "Văn phòng Sở", "office", date(2025, 7, 1)))
    sheet["D2"].number_format = "dd/mm/yyyy"


WORKBOOKS: Mapping[str, Callable[[Workbook], None]] = {
    "types": types,
    "days_of_1904": days_of_1904,
    "figures": figures,
    "units": units,
}


def convert(path: Path, folder: Path) -> Path:
    """The workbook at `path` as .xls in `folder`, by LibreOffice."""
    home = f"-env:UserInstallation=file://{folder}/home"
    command = ["soffice", home, "--headless", "--convert-to", "xls", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.xls"


def main() -> None:
    """Write all of them anew."""
    with TemporaryDirectory() as folder:
        for name, fill in WORKBOOKS.items():
            book = Workbook()
            fill(book)
            path = Path(folder) / f"{name}.xlsx"
            book.save(path)
            (FOLDER / f"{name}.xls").write_bytes(convert(path, Path(folder)).read_bytes())


if __name__ == "__main__":
    main()
