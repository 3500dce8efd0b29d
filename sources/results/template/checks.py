"""What Biểu 1 refuses while it is being typed: words, negative figures, parts above the whole, 0,965 for 96,5 %."""

from collections import defaultdict
from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sources.results.template.form import FigureLine, Form
from sources.results.template.formulas import LETTERS, typed_field

_SHARE: Final = "%"
_REPAIR: Final = "Không phát sinh hoặc không áp dụng thì để trống ô này và chọn ở cột bên phải."


def put_checks(sheet: Worksheet, form: Form, first: int) -> None:
    """One rule for all cells that ask the same; `first`: row of the first line."""
    rows: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for row, line in enumerate(form.figures, start=first):
        for field, (formula, error) in _rules(form, line).items():
            rows[LETTERS[field], formula, error].append(row)
    for (letter, formula, error), places in rows.items():
        check = DataValidation(type="custom", formula1=formula.replace("#", str(places[0])), allow_blank=True)
        check.showErrorMessage, check.errorTitle, check.error = True, "Số liệu chưa hợp lệ", error
        for place in places:
            check.add(f"{letter}{place}")
        sheet.add_data_validation(check)


def _rules(form: Form, line: FigureLine) -> dict[str, tuple[str, str]]:
    """Field -> rule and what is said when it is broken. # stands for the row: programs move it down the range."""
    typed, part, whole = typed_field(form), LETTERS[typed_field(form)], LETTERS["denominator"]
    if line.entry == "rate" or line.value is not None:
        return {"value": _rate()}
    is_share = line.entry == "counts" and line.unit_name == _SHARE
    order = f"OR(NOT(ISNUMBER({part}#)),NOT(ISNUMBER({whole}#)),{part}#<={whole}#)" if is_share else None
    rules = {typed: _count(part, line, order, f"không lớn hơn mẫu số (cột {whole})")}
    if line.entry == "counts":
        rules["denominator"] = _count(whole, line, order, f"không nhỏ hơn số liệu ở cột {part}")
    return rules


def _count(letter: str, line: FigureLine, order: str | None, ordered: str) -> tuple[str, str]:
    conditions = [f"ISNUMBER({letter}#)", f"{letter}#>=0"]
    said = ["Chỉ nhập số, không âm"]
    if line.is_whole:
        conditions.append(f"{letter}#=INT({letter}#)")
        said = ["Chỉ nhập số nguyên, không âm"]
    if order:
        conditions.append(order)
        said.append(ordered)
    return f"AND({','.join(conditions)})", f"{', '.join(said)}. {_REPAIR}"


def _rate() -> tuple[str, str]:
    """A share between 0 and 1 is the trap of the percent format: the reader would have to hold it back."""
    letter = LETTERS["value"]
    return (
        f"AND(ISNUMBER({letter}#),OR({letter}#=0,{letter}#>1),{letter}#<=100)",
        "Nhập tỷ lệ theo phần trăm, từ 0 đến 100: nhập 96,5 cho 96,5 %, không nhập 0,965.",
    )
