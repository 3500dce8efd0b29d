"""The simulated plans as people send them: Word files with headings, bullets and an annex table."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from sources.office_times import with_fixed_times
from sources.simulation.agency import Agency
from sources.simulation.story import tell

PLANS: Final = ("minh_hoa_2025", "minh_hoa_2026")
"""Keys of the plans; each is a file of story/plans."""

_COLUMNS: Final = (
    "STT",
    "Mục tiêu",
    "Nhiệm vụ",
    "Sản phẩm",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
)
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII")
# Decree 30/2020/NĐ-CP: Times New Roman, 13 to 14 points; a seven-column table needs less.
_FONT: Final = "Times New Roman"
_TEXT_SIZE: Final = Pt(13)
_TABLE_SIZE: Final = Pt(10)


def plan_tasks(key: str) -> Iterator[dict[str, str]]:
    """The tasks of a plan's annex in their order: number, task, product, lead, with, when."""
    for group in tell(f"plans/{key}")["annex"]:
        for row in group["rows"]:
            yield from row["tasks"]


def write_plan(key: str, agency: Agency, folder: Path) -> None:
    """Write a plan and the .yml beside it into `folder`."""
    told = tell(f"plans/{key}")
    saved_at = datetime.combine(told["saved"], time(), UTC)
    document = Document()
    normal = document.styles["Normal"].font
    normal.name, normal.size = _FONT, _TEXT_SIZE
    properties = document.core_properties
    properties.author, properties.title, properties.comments = agency.name, told["title"], told["notice"]
    properties.last_modified_by, properties.created, properties.modified = agency.name, saved_at, saved_at
    _write_heading(document, agency, told)
    _write_body(document, told)
    _write_annex(document, told)
    saved = BytesIO()
    document.save(saved)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{told['key']}.docx").write_bytes(with_fixed_times(saved.getvalue(), saved_at))
    (folder / f"{told['key']}.yml").write_text(f"# {told['notice']}\nis_simulated: true\n", encoding="utf-8")


def _write_heading(document: Any, agency: Agency, told: dict[str, Any]) -> None:
    _line(document, "VĂN BẢN MÔ PHỎNG", bold=True, centred=True)
    _line(document, told["notice"], italic=True)
    _line(document, agency.superior.upper())
    _line(document, "SỞ Y TẾ", bold=True)
    _line(document, f"Số: {told['number']}")
    _line(document, told["place_and_date"], italic=True)
    _line(document, "KẾ HOẠCH", bold=True, centred=True)
    _line(document, told["title"], bold=True, centred=True)
    _line(document, told["opening"])


def _write_body(document: Any, told: dict[str, Any]) -> None:
    document.add_heading("I. MỤC ĐÍCH, YÊU CẦU", 1)
    _parts(document, told["purpose"])
    document.add_heading("II. MỤC TIÊU, NHIỆM VỤ", 1)
    for number, area in enumerate(told["areas"], start=1):
        document.add_heading(f"{number}. {area['title']}", 2)
        parts = ((f"{number}.1. Mục tiêu", area["goals"]), (f"{number}.2. Nhiệm vụ", area["measures"]))
        for title, bullets in parts:
            document.add_heading(title, 3)
            _bullets(document, bullets)
    document.add_heading("III. KINH PHÍ THỰC HIỆN", 1)
    _bullets(document, told["funding"])
    document.add_heading("IV. TỔ CHỨC THỰC HIỆN", 1)
    _parts(document, told["duties"])
    for line in told["signer"]:
        _line(document, line, bold=True)


def _write_annex(document: Any, told: dict[str, Any]) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    _line(document, "PHỤ LỤC", bold=True, centred=True)
    _line(document, f"NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM {told['year']}", bold=True, centred=True)
    _line(document, f"(Kèm theo Kế hoạch số {told['number']})", italic=True, centred=True)
    table = document.add_table(rows=1, cols=len(_COLUMNS))
    table.style = "Table Grid"
    for cell, heading in zip(table.rows[0].cells, _COLUMNS, strict=True):
        _fill(cell, heading, bold=True)
    for roman, group in zip(_ROMAN, told["annex"], strict=True):
        cells = table.add_row().cells
        _fill(cells[0], roman, bold=True)
        _fill(cells[1].merge(cells[-1]), group["group"], bold=True)
        for number, row in enumerate(group["rows"], start=1):
            _write_goal(table, number, row)


def _write_goal(table: Any, number: int, row: dict[str, Any]) -> None:
    """One goal and its tasks; the cells of number and goal are merged over the tasks' rows."""
    lines = []
    for task in row["tasks"]:
        cells = table.add_row().cells
        contents = (task["task"], task["product"], task["lead"], task["with"], task["when"])
        for cell, content in zip(cells[2:], contents, strict=True):
            _fill(cell, content)
        lines.append(cells)
    for column, content in ((0, str(number)), (1, row["goal"])):
        _fill(lines[0][column].merge(lines[-1][column]), content)


def _fill(cell: Any, content: str, *, bold: bool = False) -> None:
    """Write one paragraph into a cell; what merging left below it goes."""
    for paragraph in cell.paragraphs[1:]:
        paragraph._element.getparent().remove(paragraph._element)
    run = cell.paragraphs[0].add_run(content)
    run.bold, run.font.size = bold, _TABLE_SIZE


def _parts(document: Any, parts: list[dict[str, Any]]) -> None:
    for part in parts:
        document.add_heading(part["title"], 2)
        _bullets(document, part["bullets"])


def _bullets(document: Any, bullets: list[str]) -> None:
    for bullet in bullets:
        _line(document, f"- {bullet}")


def _line(document: Any, text: str, *, bold: bool = False, italic: bool = False, centred: bool = False) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
