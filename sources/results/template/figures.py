"""Sheet Biểu 1: one indicator a row, one column of figures to type by the window, the other computed from it."""

from decimal import Decimal
from typing import Final

from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.results.headings import FIGURE_COLUMNS, FIGURE_STATES, TO_TYPE
from sources.results.template import checks, formulas, layout, table, wording
from sources.results.template.form import FigureLine, Form
from sources.results.template.lines import put_lines
from sources.results.template.table import Column, Kind
from sources.worksheet import Content

# Width in signs and kind of each column. The form before this one had one column more ("numerator").
_LOOKS: Final[dict[str, tuple[float, Kind]]] = {
    "row_no": (5, "label"),
    "indicator_code": (24, "machine"),
    "indicator_name": (38, "label"),
    "unit_name": (9, "reference"),
    "previous": (13, "number"),
    "in_window": (12, "number"),
    "year_to_date": (12, "number"),
    "denominator": (12, "number"),
    "value": (10, "number"),
    "state": (16, "choice"),
    "explanation": (27, "text"),
    "evidence": (22, "text"),
}
FIELDS: Final = tuple(_LOOKS)
_TITLE: Final = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH"
_NO_FIGURES: Final = "Kỳ này đơn vị không có chỉ tiêu nào phải báo cáo số liệu."
_LEAST_HEIGHT: Final = 30
_CENTRED: Final = Alignment(horizontal="center", vertical="center")
# Pixels of a note; about so many signs fit on one of its lines.
_NOTE_WIDTH: Final = 380
_NOTE_SIGNS: Final = 52
_NOTE_LINE: Final = 18
_HEAD_NOTES: Final = {
    "previous": "Lũy kế từ đầu năm đến hết kỳ trước, theo báo cáo đã nhận. Ô trống: chưa có số liệu của kỳ trước.",
    "denominator": "Tổng số dùng để tính tỷ lệ hoặc số bình quân, lấy cùng khoảng thời gian với cột nhập số liệu.",
    "state": "Không phát sinh: trong kỳ không có việc nào. Không áp dụng: chỉ tiêu không thuộc đơn vị.",
}


def write_figures(sheet: Worksheet, form: Form) -> None:
    """Head, one row an indicator, checks, foot."""
    columns = _columns(form)
    widths = table.widths_of(columns)
    row = layout.put_heading(sheet, form, "PHỤ LỤC 1", _TITLE, widths)
    layout.put_advice(sheet, row, len(widths), _advice(form) if form.figures else _NO_FIGURES)
    table.put_head(sheet, row + 1, columns)
    for field, note in _HEAD_NOTES.items():
        _put_note(sheet, row + 1, field, note, form)
    _put_column_numbers(sheet, row + 2, form)
    first = row + 3
    lines = [_contents(number, form, line) for number, line in enumerate(form.figures, start=1)]
    last = put_lines(sheet, form, (row + 1, row + 2), columns, lines, _LEAST_HEIGHT)
    for number, line in enumerate(form.figures, start=first):
        _finish_line(sheet, number, form, line)
    if form.figures:
        table.put_offers(sheet, columns, first, last)
        checks.put_checks(sheet, form, first)
    layout.finish(sheet, landscape=True)


def _columns(form: Form) -> tuple[Column, ...]:
    entries = {formulas.typed_field(form), "denominator", "state", "explanation", "evidence"}
    words = {"state": tuple(FIGURE_STATES.values())}
    return tuple(
        Column(FIGURE_COLUMNS[field][0], width, kind, field in entries, words.get(field, ()))
        for field, (width, kind) in _LOOKS.items()
    )


def _advice(form: Form) -> str:
    typed, computed = formulas.typed_field(form), formulas.computed_field(form)
    has_rates = any(line.entry == "rate" or line.value is not None for line in form.figures)
    but = ", trừ dòng có ô tỷ lệ để nhập" if has_rates else ""
    return (
        f"Nhập cột “{wording.plain(typed)}” và cột “{wording.plain('denominator')}”: số liệu từ ngày "
        f"{form.window_from:%d/%m/%Y} đến hết ngày {form.window_to:%d/%m/%Y}. "
        f"Gõ số lượng, không gõ tỷ lệ{but}; tỷ lệ và cột “{wording.plain(computed)}” tự tính."
    )


def _put_column_numbers(sheet: Worksheet, row: int, form: Form) -> None:
    """The line of column numbers under the head, which says what is computed from what; both stay in view."""
    worksheet.put_row(sheet, row, formulas.column_numbers(form), frozenset())
    for number in range(1, len(FIELDS) + 1):
        cell = sheet.cell(row, number)
        cell.font, cell.alignment = layout.NUMBER_FONT, _CENTRED
    layout.set_height(sheet, row, 15)
    sheet.freeze_panes = f"D{row + 1}"
    sheet.print_title_rows = f"{row - 1}:{row}"


def _contents(number: int, form: Form, line: FigureLine) -> list[Content]:
    values: dict[str, Content] = {
        "row_no": number,
        "indicator_code": line.indicator_code,
        "indicator_name": f"{line.indicator_name}\n{TO_TYPE}{line.to_type})" if line.to_type else line.indicator_name,
        "unit_name": line.unit_name,
        "previous": _plain(line.previous),
        formulas.typed_field(form): _plain(line.numerator),
        "denominator": _plain(line.denominator),
        "value": line.value,
        "state": FIGURE_STATES.get(line.state),
        "explanation": line.explanation,
        "evidence": line.evidence,
    }
    return [values.get(field) for field in FIELDS]


def _plain(figure: Decimal | None) -> int | Decimal | None:
    """A whole figure without the noughts that its store gives it."""
    return int(figure) if figure is not None and figure == int(figure) else figure


def _finish_line(sheet: Worksheet, row: int, form: Form, line: FigureLine) -> None:
    """Open cells, formulas and the note, which depend on what the indicator is made of."""
    _open_and_close(sheet, row, form, line)
    for field, formula in formulas.of_line(row, form, line).items():
        cell = sheet.cell(row, FIELDS.index(field) + 1)
        cell.value, cell.data_type = formula, "f"
        cell.number_format = formulas.number_format(field, line)
    if line.definition:
        _put_note(sheet, row, "indicator_name", line.definition, form)


def _open_and_close(sheet: Worksheet, row: int, form: Form, line: FigureLine) -> None:
    """Which figures of a line are typed: two counts, one figure, or nothing but a rate."""
    is_rate = line.entry == "rate" or line.value is not None
    is_open = {
        formulas.typed_field(form): line.entry != "rate",
        "denominator": line.entry == "counts",
        "value": is_rate,
    }
    for field, opened in is_open.items():
        cell = sheet.cell(row, FIELDS.index(field) + 1)
        cell.fill = layout.ENTRY_FILL if opened else layout.CLOSED_FILL
        cell.protection = layout.OPEN if opened else layout.CLOSED
        if opened and cell.value is None:
            cell.number_format = formulas.number_format(field, line)


def _put_note(sheet: Worksheet, row: int, field: str, words: str, form: Form) -> None:
    """A note as large as its words need."""
    lines = sum(1 + len(line) // _NOTE_SIGNS for line in words.split("\n"))
    sheet.cell(row, FIELDS.index(field) + 1).comment = Comment(
        words, form.agency_name, height=(lines + 1) * _NOTE_LINE, width=_NOTE_WIDTH
    )
