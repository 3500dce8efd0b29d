"""What stands in a cell of the review workbook, in its plain form; never guessed."""

import re
from datetime import date, datetime
from decimal import Decimal

from sources.plans.reviews.fields import Field
from sources.plans.reviews.values import plain, section_of
from sources.plans.reviews.words import code_of, words
from sources.spreadsheet import Typed
from sources.vietnamese.dates import read_date, read_partial_date
from sources.vietnamese.normal import fold_spaces
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_MONTH = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{4})")
# Raw keeps eighteen digits, four of them decimals.
_LIMIT = Decimal(10) ** 14
_PLACES = 4
_YEARS = range(1990, 2101)
_WITH_DOT = re.compile(r"([+-]?[0-9]+)\.([0-9]+)")
# More words than these are not read in a message; the column itself offers them all.
_NAMED_WORDS = 10


class UnreadableCellError(ValueError):
    """A cell that would have to be guessed. Its text is the reason, in Vietnamese."""


def read_cell(field: Field, cell: Typed | None) -> str | None:
    """The plain form of what stands in the cell. UnreadableCellError where it cannot be told."""
    if cell is None:
        return None
    if cell.error:
        raise UnreadableCellError("ô chứa lỗi hoặc công thức chưa có kết quả")
    if field.type == "number":
        return _number(cell)
    if field.type == "year":
        return _year(cell)
    if field.type == "day":
        return _day(cell).isoformat()
    if field.type == "partial_date":
        return _partial_date(cell)
    if field.type == "code":
        return _code(field, cell)
    if field.type == "units":
        lines = str(cell.value).replace("\n", ";").split(";")
        return plain("; ".join(fold_spaces(line) for line in lines if fold_spaces(line)))
    text = _text(cell)
    return section_of(text) if text and field.type == "section" else text


def _text(cell: Typed) -> str | None:
    """Numbers and days typed where words are expected, as they look."""
    return plain(cell.value if isinstance(cell.value, str) else cell.text)


def _number(cell: Typed) -> str:
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, str)):
        raise UnreadableCellError("không phải là số")
    if isinstance(value, str):
        number = _spoken_number(value.strip().removesuffix("%"))
    else:
        # Fifteen digits are what a spreadsheet shows.
        number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
        number = number * 100 if cell.is_percent else number
    if not number.is_finite() or abs(number) >= _LIMIT:
        raise UnreadableCellError("số quá lớn")
    if -int(number.normalize().as_tuple().exponent) > _PLACES:
        raise UnreadableCellError("số có quá bốn chữ số thập phân")
    return f"{number.normalize():f}"


def _spoken_number(text: str) -> Decimal:
    try:
        return read_decimal(text)
    except AmbiguousNumberError as error:
        whole, part = text.rsplit(".", 1) if "." in text else (text, "")
        choice = f"; viết {whole}{part} hoặc {whole},{part}" if _WITH_DOT.fullmatch(text) else "; gõ lại thành số"
        raise UnreadableCellError(f"dấu chấm có thể là hàng nghìn hoặc thập phân{choice}") from error
    except NotANumberError as error:
        if _WITH_DOT.fullmatch(text):
            raise UnreadableCellError(f"phần thập phân viết sau dấu phẩy: {text.replace('.', ',')}") from error
        raise UnreadableCellError("không phải là số") from error


def _year(cell: Typed) -> str:
    text = cell.text.strip()
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in _YEARS:
        raise UnreadableCellError("không phải là năm, ví dụ 2026")
    return text


def _day(cell: Typed) -> date:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    try:
        return read_date(cell.text)
    except ValueError as error:
        raise UnreadableCellError("không phải là ngày, ví dụ 31/03/2026") from error


def _partial_date(cell: Typed) -> str:
    """A day, or what a document leaves of it: "01/2024", "2024"."""
    if isinstance(cell.value, date):
        return _day(cell).isoformat()
    text = cell.text.strip()
    month = _MONTH.fullmatch(text)
    if month and 1 <= int(month[1]) <= 12:
        return f"{month[2]}-{int(month[1]):02d}"
    found = text if _ISO.fullmatch(text) else read_partial_date(text)
    try:
        date.fromisoformat(f"{found}-01-01"[:10] if found and len(found) == 4 else f"{found}-01"[:10])
    except ValueError as error:
        raise UnreadableCellError("không phải là ngày, tháng hoặc năm, ví dụ 19/01/2023, 01/2024, 2022") from error
    return str(found)


def _code(field: Field, cell: Typed) -> str:
    found = code_of(field.words, cell.text)
    # Words for new units of measure come into plans faster than into this list.
    if found is None and field.words in {"unit", "indicator"} and _CODE.fullmatch(cell.text):
        found = cell.text
    if found is None:
        raise UnreadableCellError(f"không có trong danh sách của cột này, gồm: {_choices(field.words)}")
    return found


def _choices(name: str) -> str:
    """The words of a list, as many as a message can hold."""
    listed = list(words(name).values())
    more = len(listed) - _NAMED_WORDS
    return "; ".join(listed[:_NAMED_WORDS]) + (f" và {more} từ khác ở danh sách thả xuống của ô" if more > 0 else "")
