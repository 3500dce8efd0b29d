"""Golden files that are flat tables: figures by unit, indicator and period; dossiers of the one-stop system."""

import csv
import unicodedata
from collections.abc import Sequence
from io import StringIO
from typing import Final

from openpyxl import Workbook

from tests.sources.results.golden.makers.desk import Desk
from tests.sources.results.golden.makers.legacy import cp1258, tcvn3
from tests.sources.results.golden.makers.office import resave
from tests.sources.results.golden.makers.registry import golden

Rows = Sequence[Sequence[object]]

_HEAD: Final = ("Đơn vị", "Mã chỉ tiêu", "Kỳ báo cáo", "Tử số", "Mẫu số", "Tỷ lệ (%)")
_FIGURES: Final = (
    _HEAD,
    ("Chi cục An toàn thực phẩm", "dossier_on_time_rate", "2026-q1", 412, 420, ""),
    ("Chi cục Dân số", "dossier_on_time_rate", "2026-q1", 88, 90, ""),
    ("Bệnh viện đa khoa tỉnh", "public_health_satisfaction_rate", "2026-q1", "", "", "96,5"),
)
_DOSSIER_HEAD: Final = (
    ("STT", "Đơn vị", "Số hồ sơ tiếp nhận", "", "Số hồ sơ đã giải quyết", "", "", "Số hồ sơ đang giải quyết", ""),
    (
        "",
        "",
        "Kỳ trước chuyển sang",
        "Tiếp nhận trong kỳ",
        "Trước hạn",
        "Đúng hạn",
        "Quá hạn",
        "Trong hạn",
        "Quá hạn",
    ),
)

DOSSIER_COLUMNS: Final = (
    "Kỳ trước chuyển sang",
    "Tiếp nhận trong kỳ",
    "Đã giải quyết trước hạn",
    "Đã giải quyết đúng hạn",
    "Đã giải quyết quá hạn",
    "Đang giải quyết trong hạn",
    "Đang giải quyết quá hạn",
)


def written(rows: Rows, delimiter: str = ",") -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def _book(rows: Rows, title: str = "Sheet1") -> Desk:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    return Desk(book)


@golden("csv")
def table_utf8_with_mark() -> bytes:
    return written(_FIGURES).encode("utf-8-sig")


@golden("csv")
def table_utf8_semicolons() -> bytes:
    """Saved by an Excel with Vietnamese settings: semicolons, decimal commas, dots before thousands."""
    rows = [*_FIGURES[:1], ("Chi cục Dân số", "dossier_on_time_rate", "2026-q1", "1.088", "1.090", "99,82")]
    return written([*rows, *_FIGURES[3:]], ";").encode("utf-8")


@golden("csv")
def table_utf16_tabs() -> bytes:
    """Excel's "Unicode text"."""
    return written(_FIGURES, "\t").encode("utf-16")


@golden("csv")
def table_windows_1258() -> bytes:
    return cp1258(written(_FIGURES))


@golden("csv")
def table_tcvn3() -> bytes:
    return tcvn3(written(_FIGURES)).encode("latin-1")


@golden("csv")
def table_letters_apart() -> bytes:
    """Old tone placement (Hoà), and letters in loose marks (NFD) in the second line: one unit both times."""
    rows = (
        _HEAD,
        ("TTYT Hoà An", "pakn_on_time_rate", "2026-q1", 24, 25, ""),
        (
            unicodedata.normalize("NFD", "Trung tâm Y tế huyện Hoà An"),
            "public_health_satisfaction_rate",
            "2026-q1",
            "",
            "",
            "91,2",
        ),
    )
    return written(rows).encode("utf-8")


@golden("csv")
def table_in_unknown_code() -> bytes:
    """Letters of a Cyrillic code page: nothing Vietnamese comes out of it."""
    words = "Отчёт;Показатель;Число\r\nОтдел;первый;12\r\nОтдел;второй;15\r\n"
    return words.encode("cp1251")


@golden()
def table_workbook() -> bytes:
    """The same table as a sheet, below a title."""
    rows: Rows = (("BẢNG TỔNG HỢP SỐ LIỆU CCHC",), (), *_FIGURES[:3], (*_FIGURES[3][:5], 96.5))
    return _book(rows).saved()


@golden("xls")
def table_old_excel() -> bytes:
    rows: Rows = (*_FIGURES[:3], (*_FIGURES[3][:5], 0.965))
    desk = _book(rows)
    desk.book.worksheets[0]["F4"].number_format = "0.0%"
    return resave(desk.saved(), "xls")


@golden("csv")
def table_period_in_words() -> bytes:
    rows = (
        _HEAD,
        ("Chi cục Dân số", "dossier_on_time_rate", "Quý I/2026", 88, 90, ""),
        ("Chi cục Dân số", "dossier_on_time_rate", "6 tháng đầu năm 2025", 170, 180, ""),
        ("Chi cục Dân số", "dossier_on_time_rate", "Quý III năm 2025", 85, 85, ""),
        ("Chi cục Dân số", "dossier_on_time_rate", "Năm 2025", 350, 360, ""),
    )
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_unit_by_other_name() -> bytes:
    rows = (
        _HEAD,
        ("CHI CỤC ATTP", "dossier_on_time_rate", "2026-q1", 412, 420, ""),
        ("bvđk tỉnh", "pakn_on_time_rate", "2026-q1", 9, 10, ""),
        ("so-y-te-minh-hoa/chi-cuc-dan-so", "dossier_on_time_rate", "2026-q1", 88, 90, ""),
        ("Chi cục Dân sô", "pakn_on_time_rate", "2026-q1", 5, 6, ""),
    )
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_with_total_line() -> bytes:
    rows = (*_FIGURES[:3], ("Tổng cộng", "dossier_on_time_rate", "2026-q1", 500, 510, ""))
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_with_bad_lines() -> bytes:
    rows = (
        *_FIGURES[:2],
        ("Chi cục Dân số", "dossier_on_time_rate", "2026-q1", "90", "88", ""),
        ("Chi cục Dân số", "ty_le_khong_co", "2026-q1", "5", "6", ""),
        ("Chi cục Dân số", "online_dossier_rate", "Quý V/2026", "5", "6", ""),
        ("Chi cục Dân số", "pakn_on_time_rate", "2026-q1", "", "", "0,96"),
        ("Chi cục Dân số", "communication_products_count", "2026-q1", "-2", "", ""),
        ("Văn phòng Sở", "pakn_on_time_rate", "2026-q1", "0", "0", ""),
    )
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_ragged() -> bytes:
    """A comma inside a number that nobody quoted: the line has one cell too many."""
    text = written(_FIGURES[:3]) + "Văn phòng Sở,pakn_on_time_rate,2026-q1,1,5,2,75\r\n"
    return text.encode("utf-8-sig")


@golden("csv")
def table_line_twice() -> bytes:
    """One figure on three lines: the second differs, the third is a true copy."""
    rows = (*_FIGURES[:2], (*_FIGURES[1][:3], 405, 420, ""), _FIGURES[1])
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_states_in_words() -> bytes:
    rows = (
        _HEAD,
        ("Chi cục Dân số", "dossier_on_time_rate", "2026-q1", "Không phát sinh", "", ""),
        ("Chi cục Dân số", "online_dossier_rate", "2026-q1", "không áp dụng", "", ""),
        ("Chi cục Dân số", "pakn_on_time_rate", "2026-q1", "", "", ""),
    )
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_of_heads_only() -> bytes:
    return written(_FIGURES[:1]).encode("utf-8-sig")


@golden("csv")
def table_without_period() -> bytes:
    rows = [(row[0], row[1], row[3], row[4], row[5]) for row in _FIGURES]
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_period_from_folder() -> bytes:
    """The same table without a column for the period, in a folder that names it."""
    return table_without_period()


@golden("csv")
def table_of_something_else() -> bytes:
    rows = (("Ngày", "Khách", "Số tiền"), ("01/02/2026", "Công ty A", "1.200.000"))
    return written(rows).encode("utf-8-sig")


@golden("csv")
def table_with_formula_words() -> bytes:
    """A unit's name that would run as a formula where it is opened again."""
    rows = (*_FIGURES[:2], ('=cmd|" /C calc"!A0', "pakn_on_time_rate", "2026-q1", 5, 6, ""))
    return written(rows).encode("utf-8-sig")


@golden()
def one_stop_workbook() -> bytes:
    """The one-stop system's table: two rows of heads, merged groups, a total line, the period in the title."""
    rows: Rows = (
        ("TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",),
        ("Kỳ báo cáo: Quý I/2026",),
        (),
        *_DOSSIER_HEAD,
        (1, "Chi cục An toàn thực phẩm", 30, 420, 100, 312, 8, 29, 1),
        (2, "Chi cục Dân số", 5, 90, 20, 68, 2, 5, 0),
        ("", "Tổng cộng", 35, 510, 120, 380, 10, 34, 1),
    )
    desk = _book(rows, "Báo cáo")
    for merged in ("A1:I1", "A2:I2", "A4:A5", "B4:B5", "C4:D4", "E4:G4", "H4:I4"):
        desk.book.worksheets[0].merge_cells(merged)
    return desk.saved()


@golden("xls")
def one_stop_old_excel() -> bytes:
    return resave(one_stop_workbook(), "xls")


@golden()
def one_stop_as_circular_prints_it() -> bytes:
    """The table of Circular 01/2020/TT-VPCP (II.06): three rows of heads, totals before their parts, column numbers."""
    rows: Rows = (
        ("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ",),
        ("Kỳ báo cáo: Quý I/2026",),
        (),
        (
            *("STT", "Đơn vị", "Số lượng hồ sơ tiếp nhận", "", "", "", "Số lượng hồ sơ đã giải quyết", "", "", ""),
            *("Số lượng hồ sơ đang giải quyết", "", ""),
        ),
        (
            *("", "", "Tổng số", "Trong kỳ", "", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
            *("Tổng số", "Trong hạn", "Quá hạn"),
        ),
        ("", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "", "", "", "", "", "", "", ""),
        tuple(f"({number})" for number in range(1, 14)),
        (1, "Chi cục An toàn thực phẩm", 450, 300, 120, 30, 420, 100, 312, 8, 30, 29, 1),
        (2, "Chi cục Dân số", 95, 60, 30, 5, 90, 20, 68, 2, 5, 5, 0),
        ("", "Tổng cộng", 545, 360, 150, 35, 510, 120, 380, 10, 35, 34, 1),
    )
    desk = _book(rows, "II.06")
    for merged in (
        *("A1:M1", "A2:M2", "A4:A6", "B4:B6", "C4:F4", "G4:J4", "K4:M4", "C5:C6", "D5:E5", "F5:F6"),
        *("G5:G6", "H5:H6", "I5:I6", "J5:J6", "K5:K6", "L5:L6", "M5:M6"),
    ):
        desk.book.worksheets[0].merge_cells(merged)
    return desk.saved()


@golden("csv")
def one_stop_by_field() -> bytes:
    """One unit's table by field, every column with its whole name."""
    rows = (
        (
            "Đơn vị",
            "Kỳ báo cáo",
            "Lĩnh vực",
            *DOSSIER_COLUMNS,
        ),
        ("Chi cục ATTP", "Quý I/2026", "An toàn thực phẩm", 20, 300, 80, 220, 5, 14, 1),
        ("Chi cục ATTP", "Quý I/2026", "Quảng cáo thực phẩm", 10, 120, 20, 92, 3, 15, 0),
    )
    return written(rows).encode("utf-8-sig")


@golden("csv")
def one_stop_does_not_balance() -> bytes:
    """Ten dossiers are neither resolved nor open; the second line has a word where a number belongs."""
    head = ("Đơn vị", "Kỳ báo cáo", *DOSSIER_COLUMNS)
    rows = (
        head,
        ("Chi cục ATTP", "2026-q1", 30, 420, 100, 302, 8, 29, 1),
        ("Chi cục Dân số", "2026-q1", 5, "90 hồ sơ", 20, 68, 2, 5, 0),
        ("Văn phòng Sở", "2026-q1", 0, 12, 4, 8, 0, 0, 0),
    )
    return written(rows).encode("utf-8-sig")
