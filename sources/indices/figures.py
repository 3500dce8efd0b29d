"""One line of an index table -> one typed row, or the column that keeps it back. No files, no duplicates."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from sources.flat_table import Line
from sources.held_back import HeldBackError, required

STATISTICS: Final = ("score", "rank", "min", "max", "mean", "median")
UNITS: Final = ("percent", "points", "rank")
# PAPI, the oldest of the three, was first surveyed in 2009.
_FIRST_YEAR: Final = 2009
_LAST_YEAR: Final = 2100
_COMPONENT = re.compile(r"[A-Z0-9_]+")
_PLAIN = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,4})?")


def score_columns(line: Line) -> dict[str, Any]:
    """Columns of IndexScoreRow from a line of a score table. A table without statistics holds scores."""
    statistic = _one_of(line, "statistic", STATISTICS, default="score")
    unit = _one_of(line, "unit", UNITS)
    value = number(line, "value")
    if (statistic == "rank") != (unit == "rank"):
        raise HeldBackError("unit_mismatch", "unit", unit, f"đơn vị “{unit}” không đi với thống kê “{statistic}”")
    if unit == "rank" and (value != value.to_integral_value() or value < 1):
        raise HeldBackError("out_of_range", "value", str(value), "thứ hạng phải là số nguyên từ 1")
    if value < 0 or (unit == "percent" and value > 100):
        raise HeldBackError("out_of_range", "value", str(value), "giá trị ngoài khoảng của chỉ số")
    return {
        "territory": required(line, "province"),
        "statistic": statistic,
        "year": year(line),
        "component_code": component(line, "component_code"),
        "value": value,
        "unit": unit,
        "basis": required(line, "basis"),
        "source_title": line.get("source_title"),
        "source_url": required(line, "source_url"),
        "published_date": line.get("published_date"),
        "note": line.get("note"),
    }


def distribution_columns(line: Line) -> dict[str, Any]:
    """Columns of IndexDistributionRow from a line of the distribution table."""
    provinces = required(line, "n_provinces")
    if not re.fullmatch(r"[1-9][0-9]{0,2}", provinces):
        raise HeldBackError("not_a_number", "n_provinces", provinces, "số tỉnh phải là số nguyên dương")
    spread = {name: number(line, name) for name in ("min", "q1", "median", "q3", "max")}
    if list(spread.values()) != sorted(spread.values()):
        raise HeldBackError("out_of_range", "min", str(spread["min"]), "min, q1, median, q3, max không tăng dần")
    return {
        "year": year(line),
        "component_code": component(line, "component"),
        "n_provinces": int(provinces),
        "minimum": spread["min"],
        "q1": spread["q1"],
        "median": spread["median"],
        "q3": spread["q3"],
        "maximum": spread["max"],
        "mean": number(line, "mean"),
    }


def year(line: Line) -> int:
    """The year, in four digits."""
    text = required(line, "year")
    if not re.fullmatch(r"[0-9]{4}", text) or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        raise HeldBackError("unknown_year", "year", text, "năm không hợp lệ")
    return int(text)


def component(line: Line, column: str, text: str | None = None) -> str:
    """A component code: TOTAL, F1, D8, POLICY_FACTOR_1. `text`: one of several in the cell."""
    code = text if text is not None else required(line, column)
    if not _COMPONENT.fullmatch(code):
        raise HeldBackError("unknown_component", column, code, "mã thành phần chỉ gồm chữ in hoa, chữ số, gạch dưới")
    return code


def number(line: Line, column: str) -> Decimal:
    """A figure with a decimal point, up to four decimals. A comma is not guessed to be one or the other."""
    text = required(line, column)
    if not _PLAIN.fullmatch(text):
        raise HeldBackError("not_a_number", column, text, "không phải số dùng dấu chấm thập phân, tối đa 4 chữ số lẻ")
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise HeldBackError("not_a_number", column, text, "không phải số") from error


def _one_of(line: Line, column: str, words: tuple[str, ...], default: str | None = None) -> str:
    text = line.get(column)
    if text is None and default is not None and column not in line.cells:
        return default
    if text not in words:
        raise HeldBackError(f"unknown_{column}", column, text, f"chỉ nhận {', '.join(words)}")
    return text
