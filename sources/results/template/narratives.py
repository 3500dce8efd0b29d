"""Sheet Biểu 5: the words that go with the report, one section a row in a wide cell."""

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import NARRATIVE_COLUMNS, SECTIONS
from sources.results.template import layout, table
from sources.results.template.form import Form
from sources.results.template.lines import put_lines
from sources.results.template.table import Column
from sources.worksheet import Content

_COLUMNS: Final = (
    Column(NARRATIVE_COLUMNS["row_no"][0], 5, "label", is_entry=False),
    Column(NARRATIVE_COLUMNS["section"][0], 28, "label", is_entry=False),
    Column(NARRATIVE_COLUMNS["content"][0], 68, "text"),
)
_ADVICE: Final = "Viết ngắn, mỗi ý một dòng (xuống dòng trong ô: Alt + Enter). Không có nội dung thì để trống."
# Five sections and the foot fill one page of A4.
_LEAST_HEIGHT: Final = 88


def write_narratives(sheet: Worksheet, form: Form) -> None:
    """Head, five sections, foot."""
    widths = table.widths_of(_COLUMNS)
    row = layout.put_heading(sheet, form, "PHỤ LỤC 5", "ĐÁNH GIÁ, KIẾN NGHỊ VÀ NHIỆM VỤ KỲ TỚI", widths)
    layout.put_advice(sheet, row, len(widths), _ADVICE)
    table.put_head(sheet, row + 1, _COLUMNS)
    lines: list[tuple[Content, ...]] = [
        (number, title, form.narratives.get(section)) for number, (section, title) in enumerate(SECTIONS.items(), 1)
    ]
    last = put_lines(sheet, form, (row + 1, row + 1), _COLUMNS, lines, _LEAST_HEIGHT, landscape=False)
    for line in range(row + 2, last + 1):
        table.align_top(sheet, line, len(_COLUMNS))
    layout.finish(sheet, landscape=False)
