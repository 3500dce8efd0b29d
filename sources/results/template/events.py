"""Sheet Biểu 4: inspections, dialogues, receptions of citizens, training, initiatives, feedback, one a row."""

from dataclasses import replace
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import EVENT_COLUMNS, EVENT_KINDS
from sources.results.template import blank_lines
from sources.results.template.form import EventLine, Form
from sources.results.template.table import Column, Kind
from sources.worksheet import Content

_LOOKS: Final[dict[str, tuple[float, Kind]]] = {
    "row_no": (5, "label"),
    "event_kind": (15, "choice"),
    "event_date": (12, "day"),
    "description": (36, "text"),
    "subject": (22, "text"),
    "quantity": (9, "number"),
    "document_number": (16, "reference"),
    "document_date": (12, "day"),
    "outcome": (26, "text"),
    "due_date": (12, "day"),
    "done_date": (12, "day"),
}
_COLUMNS: Final = tuple(
    Column(
        EVENT_COLUMNS[field][0],
        width,
        kind,
        field != "row_no",
        tuple(EVENT_KINDS.values()) if field == "event_kind" else (),
    )
    for field, (width, kind) in _LOOKS.items()
)
_ADVICE: Final = (
    "Mỗi việc một dòng: chọn “Loại việc”, ghi ngày và nội dung. “Số lượng” là số người, số vụ việc hoặc số tồn tại. "
    "Không có thì để trống."
)
# Lines and their height in points.
_LINES: Final = (15, 26)


def write_events(sheet: Worksheet, form: Form, kinds: str) -> None:
    """Head, lines to type into, foot. kinds: range that the kinds of event are chosen from."""
    columns = [replace(column, listed=kinds if column.words else "") for column in _COLUMNS]
    lines = [_contents(line) for line in form.events]
    titles = ("PHỤ LỤC 4", "DANH SÁCH CÁC VIỆC ĐÃ THỰC HIỆN TRONG KỲ")
    blank_lines.write(sheet, form, titles, _ADVICE, columns, lines, _LINES)


def _contents(line: EventLine) -> tuple[Content, ...]:
    return (
        EVENT_KINDS[line.event_kind],
        line.event_date,
        line.description,
        line.subject,
        line.quantity,
        line.document_number,
        line.document_date,
        line.outcome,
        line.due_date,
        line.done_date,
    )
