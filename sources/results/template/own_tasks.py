"""Sheet Biểu 3: tasks that the unit set itself, with the number and day of its own plan."""

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import OWN_TASK_COLUMNS, TASK_STATES
from sources.results.template import blank_lines
from sources.results.template.form import Form, OwnTaskLine
from sources.results.template.table import Column, Kind
from sources.worksheet import Content

_LOOKS: Final[dict[str, tuple[float, Kind]]] = {
    "row_no": (5, "label"),
    "description": (36, "text"),
    "product": (21, "text"),
    "due_date": (12, "day"),
    "plan_number": (16, "reference"),
    "plan_date": (12, "day"),
    "state": (14, "choice"),
    "done_date": (12, "day"),
    "document_number": (16, "reference"),
    "document_date": (12, "day"),
    "explanation": (22, "text"),
}
_COLUMNS: Final = tuple(
    Column(
        OWN_TASK_COLUMNS[field][0],
        width,
        kind,
        field != "row_no",
        tuple(TASK_STATES.values()) if field == "state" else (),
    )
    for field, (width, kind) in _LOOKS.items()
)
_ADVICE: Final = (
    "Ghi nhiệm vụ cải cách hành chính mà đơn vị tự đặt ra, không có trong Biểu 2, kèm số và ngày kế hoạch của đơn vị. "
    "Không có thì để trống."
)
# Lines and their height in points: one page. A unit's own plan seldom has more; rows can be put in.
_LINES: Final = (12, 30)


def write_own_tasks(sheet: Worksheet, form: Form) -> None:
    """Head, lines to type into, foot."""
    lines = [_contents(line) for line in form.own_tasks]
    titles = ("PHỤ LỤC 3", "NHIỆM VỤ DO ĐƠN VỊ TỰ ĐẶT RA")
    blank_lines.write(sheet, form, titles, _ADVICE, _COLUMNS, lines, _LINES)


def _contents(line: OwnTaskLine) -> tuple[Content, ...]:
    return (
        line.description,
        line.product,
        line.due_date,
        line.plan_number,
        line.plan_date,
        TASK_STATES[line.state] if line.state else None,
        line.done_date,
        line.document_number,
        line.document_date,
        line.explanation,
    )
