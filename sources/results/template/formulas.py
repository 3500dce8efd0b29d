"""The formulas of Biểu 1 and the line of column numbers that explains them; columns by letter."""

from typing import Final

from sources.results.headings import FIGURE_STATES
from sources.results.template.form import FigureLine, Form

# Letters of the columns of Biểu 1.
LETTERS: Final = {
    "previous": "E",
    "in_window": "F",
    "year_to_date": "G",
    "denominator": "H",
    "value": "I",
    "state": "J",
}
_SHARE: Final = "%"


def typed_field(form: Form) -> str:
    """The column of figures that is typed: what adds up from the beginning of the year, else the window's own."""
    return "year_to_date" if form.is_cumulative else "in_window"


def computed_field(form: Form) -> str:
    """The other one."""
    return "in_window" if form.is_cumulative else "year_to_date"


def of_line(row: int, form: Form, line: FigureLine) -> dict[str, str]:
    """The computed cells of a line: field -> formula. A cell that cannot be computed shows nothing, never a zero."""
    formulas: dict[str, str] = {}
    if line.is_additive and line.entry != "rate":
        formulas[computed_field(form)] = _other_reading(row, form)
    if line.value is None and line.entry == "counts":
        typed, whole = LETTERS[typed_field(form)], LETTERS["denominator"]
        factor = "*100" if line.unit_name == _SHARE else ""
        formulas["value"] = (
            f"=IF(AND(ISNUMBER({typed}{row}),ISNUMBER({whole}{row})),"
            f'IF({whole}{row}>0,ROUND({typed}{row}/{whole}{row}{factor},2),""),"")'
        )
    return formulas


def column_numbers(form: Form) -> tuple[str, ...]:
    """Letters for words, numbers for figures, as forms of state statistics print them; the second column is hidden."""
    is_first = form.previous_to is None
    if form.is_cumulative:
        own, so_far, typed = "2 = 3" if is_first else "2 = 3 - 1", "3", 3
    else:
        own, so_far, typed = "2", "3 = 2" if is_first else "3 = 1 + 2", 2
    return ("A", "M", "B", "C", "1", own, so_far, "4", f"5 = {typed} : 4", "D", "E", "G")


def number_format(field: str, line: FigureLine) -> str:
    """Whole pieces with marks between thousands; rates with two decimals; a quotient that is no share says its unit;
    measured figures as they are typed: a format with decimals would show 33.0 for 33."""
    if field == "value":
        unit = line.unit_name.replace('"', "")
        return "0.00" if unit == _SHARE else f'#,##0.00" {unit}"'
    return "#,##0" if line.is_whole else "General"


def _other_reading(row: int, form: Form) -> str:
    """Window = year to date - before; year to date = before + window. Where nothing arose the year stands still."""
    before, own, so_far = (f"{LETTERS[field]}{row}" for field in ("previous", "in_window", "year_to_date"))
    if form.previous_to is None:
        typed = so_far if form.is_cumulative else own
        return f'=IF(ISNUMBER({typed}),{typed},"")'
    if form.is_cumulative:
        return f'=IF(AND(ISNUMBER({before}),ISNUMBER({so_far})),{so_far}-{before},"")'
    state, word = f"{LETTERS['state']}{row}", FIGURE_STATES["nothing_arose"]
    return f'=IF(ISNUMBER({before}),IF(ISNUMBER({own}),{before}+{own},IF({state}="{word}",{before},"")),"")'
