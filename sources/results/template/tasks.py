"""Sheet Biểu 2: one task of a plan a row, with what the unit said of it last."""

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import TASK_COLUMNS, TASK_STATES
from sources.results.template import layout, table
from sources.results.template.form import Form, TaskLine
from sources.results.template.lines import put_lines
from sources.results.template.table import Column, Kind
from sources.worksheet import Content

# Width in signs, kind, and whether people type into it.
_LOOKS: Final[dict[str, tuple[float, Kind, bool]]] = {
    "row_no": (5, "label", False),
    "task_key": (24, "machine", False),
    "description": (36, "label", False),
    "product": (21, "label", False),
    "deadline_text": (14, "label", False),
    "state": (13, "choice", True),
    "done_date": (13, "day", True),
    "document_number": (15, "reference", True),
    "document_date": (12, "day", True),
    "explanation": (22, "text", True),
    "extension_until": (13, "day", True),
    "extension_document": (15, "reference", True),
}
_COLUMNS: Final = tuple(
    Column(TASK_COLUMNS[field][0], width, kind, is_entry, tuple(TASK_STATES.values()) if field == "state" else ())
    for field, (width, kind, is_entry) in _LOOKS.items()
)
_ADVICE: Final = (
    "Chọn “Tình trạng” cho từng nhiệm vụ; đã hoàn thành thì ghi ngày và văn bản, chậm thì ghi nguyên nhân; "
    "xin thêm thời gian thì ghi ngày đề nghị gia hạn và văn bản."
)
_NO_TASKS: Final = "Đơn vị không còn nhiệm vụ chủ trì nào chưa hoàn thành. Nhiệm vụ đơn vị tự đặt ghi ở Biểu 3."
_LEAST_HEIGHT: Final = 32


def write_tasks(sheet: Worksheet, form: Form) -> None:
    """Head, one row a task, foot."""
    widths = table.widths_of(_COLUMNS)
    row = layout.put_heading(sheet, form, "PHỤ LỤC 2", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH", widths)
    layout.put_advice(sheet, row, len(widths), _ADVICE if form.tasks else _NO_TASKS)
    table.put_head(sheet, row + 1, _COLUMNS)
    lines = [_contents(number, line) for number, line in enumerate(form.tasks, start=1)]
    last = put_lines(sheet, form, (row + 1, row + 1), _COLUMNS, lines, _LEAST_HEIGHT)
    if form.tasks:
        table.put_offers(sheet, _COLUMNS, row + 2, last)
    layout.finish(sheet, landscape=True)


def _contents(number: int, line: TaskLine) -> tuple[Content, ...]:
    words = f"{line.description}\n({line.last_word})" if line.last_word else line.description
    return (
        number,
        f"{line.plan_key}/{line.task_no}",
        words,
        line.product,
        line.deadline_text,
        TASK_STATES[line.state] if line.state else None,
        line.done_date,
        line.document_number,
        line.document_date,
        line.explanation,
        line.extension_until,
        line.extension_document,
    )
