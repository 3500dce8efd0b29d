"""Reads sheet Thông tin: whose figures these are, for which period, in which version of the form."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.account import Account
from sources.keys import KEY, PERIOD_KEY, UNIT_KEY
from sources.results.amounts import HeldBackError, check_cell, read_day
from sources.results.headings import FORM_VERSION, INFO_LABELS, INFO_SHEET, NO, YES
from sources.spreadsheet import Book, Typed
from sources.vietnamese.normal import match_key

# Keys stand in the upper part of the sheet, in its first columns.
_ROWS: Final = 60
_COLUMNS: Final = 8


class UnknownSubmissionError(ValueError):
    """The workbook does not say whose figures it holds, or says something unknown. Findings were added already."""


@dataclass(frozen=True, slots=True)
class Info:
    """What sheet Thông tin says. sent: the cell of the sending date, kept where it was held back."""

    place: str
    agency_key: str
    unit_key: str
    unit_name: str
    period_key: str
    template_version: str
    report_number: str | None
    sent_date: date | None
    prepared_by: str | None
    is_simulated: bool
    held_back: tuple[tuple[Typed, HeldBackError], ...]


def read_info(book: Book, account: Account) -> Info:
    """UnknownSubmissionError after a finding for each thing that is missing or unknown."""
    cells = _info_cells(book)
    before = len(account.findings)
    agency = _key(account, cells, "agency_key", KEY)
    unit = _key(account, cells, "unit_key", UNIT_KEY)
    period = _key(account, cells, "period_key", PERIOD_KEY)
    simulated = _is_simulated(account, cells)
    if unit and agency and not unit.startswith(agency + "/"):
        _find_unknown(account, cells["unit_key"], "unit_key", f"đơn vị không thuộc cơ quan “{agency}”")
    if len(account.findings) > before:
        raise UnknownSubmissionError(account.file.name)
    sent, held_back = _sent_date(cells)
    return Info(
        place=cells["unit_key"].place,
        agency_key=agency,
        unit_key=unit,
        unit_name=_text(cells, "unit_name") or unit,
        period_key=period,
        template_version=_version(account, cells),
        report_number=_text(cells, "report_number"),
        sent_date=sent,
        prepared_by=_text(cells, "prepared_by"),
        is_simulated=simulated,
        held_back=held_back,
    )


def _info_cells(book: Book) -> dict[str, Typed]:
    """Field -> cell right of its label, from the first visible sheet that names an agency or a unit."""
    for sheet in book.visible:
        cells = _labelled_cells(book, sheet)
        if "agency_key" in cells or "unit_key" in cells:
            return cells
    return {}


def _labelled_cells(book: Book, sheet: Worksheet) -> dict[str, Typed]:
    labels = {match_key(spelling): field for field, spellings in INFO_LABELS.items() for spelling in spellings}
    cells: dict[str, Typed] = {}
    columns = min(sheet.max_column, _COLUMNS)
    for row in range(1, min(sheet.max_row, _ROWS) + 1):
        for column in range(1, columns):
            value = sheet.cell(row, column).value
            field = labels.get(match_key(value)) if isinstance(value, str) else None
            if field is None or field in cells:
                continue
            beside = (book.typed(sheet, row, right) for right in range(column + 1, columns + 1))
            cell = next((cell for cell in beside if cell is not None), None)
            if cell is not None:
                cells[field] = cell
    return cells


def _key(account: Account, cells: dict[str, Typed], field: str, pattern: re.Pattern[str]) -> str:
    """A key as typed, lower case; "" after a finding."""
    text = (_text(cells, field) or "").casefold()
    if pattern.fullmatch(text):
        return text
    label = INFO_LABELS[field][0]
    if field not in cells:
        account.find(
            f"missing_{field}",
            "error",
            f"trang {INFO_SHEET}",
            f"Tệp {account.file.name}: không tìm thấy “{label}”; chưa biết số liệu của ai, kỳ nào nên chưa đọc.",
            f"Dùng biểu mẫu do hệ thống phát hành và giữ nguyên trang {INFO_SHEET}.",
        )
    else:
        _find_unknown(account, cells[field], field, f"“{label}” không đúng dạng")
    return ""


def _find_unknown(account: Account, cell: Typed, field: str, reason: str) -> None:
    account.find(
        f"unknown_{field}",
        "error",
        cell.place,
        f"Tệp {account.file.name}, ô {cell.place}: “{cell.text}”: {reason}; cả tệp chưa được đọc.",
        f"Ghi đúng mã như biểu mẫu được phát hành, không sửa trang {INFO_SHEET}.",
        value=cell.text,
    )


def _is_simulated(account: Account, cells: dict[str, Typed]) -> bool:
    """Blank is no: real workbooks need not say that they are real. Any other word is asked about, never guessed."""
    word = match_key(_text(cells, "is_simulated") or NO)
    if word not in {match_key(YES), match_key(NO)}:
        _find_unknown(account, cells["is_simulated"], "is_simulated", "chỉ ghi “Có” hoặc “Không”")
    return word == match_key(YES)


def _version(account: Account, cells: dict[str, Typed]) -> str:
    version = _text(cells, "template_version") or "không ghi"
    if version != FORM_VERSION:
        account.find(
            "unknown_template_version",
            "warning",
            cells["template_version"].place if "template_version" in cells else f"trang {INFO_SHEET}",
            f"Tệp {account.file.name}: phiên bản biểu mẫu “{version}” khác phiên bản hiện hành {FORM_VERSION}.",
            "Kỳ sau dùng biểu mẫu hiện hành; kiểm tra các cột đã được đọc đủ chưa.",
            value=version,
        )
    return version


def _sent_date(cells: dict[str, Typed]) -> tuple[date | None, tuple[tuple[Typed, HeldBackError], ...]]:
    cell = cells.get("sent_date")
    if cell is None:
        return None, ()
    try:
        return read_day(cell), ()
    except HeldBackError as error:
        return None, ((cell, error),)


def _text(cells: dict[str, Typed], field: str) -> str | None:
    cell = cells.get(field)
    if cell is None:
        return None
    try:
        check_cell(cell)
    except HeldBackError:
        return None
    return cell.text
