"""Writes the period workbook of one unit: a page of guidance, Thông tin, Biểu 1 to Biểu 5. The reader's counterpart.

The same form gives the same bytes: document properties and the times inside the archive are fixed.
"""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.office_times import with_fixed_times
from sources.results import headings
from sources.results.template.events import write_events
from sources.results.template.figures import write_figures
from sources.results.template.form import Form
from sources.results.template.guide import write_guide
from sources.results.template.info import write_info
from sources.results.template.narratives import write_narratives
from sources.results.template.own_tasks import write_own_tasks
from sources.results.template.tasks import write_tasks


def write(form: Form, path: Path) -> None:
    """Write the workbook of `form` to `path`, replacing what is there."""
    path.write_bytes(content(form))


def content(form: Form) -> bytes:
    """The workbook of `form` as bytes."""
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)  # noqa: S101 -- a new Workbook always has one; narrows the library's type
    guide.title = headings.GUIDE_SHEET
    lists = write_guide(guide, form)
    write_info(book, book.create_sheet(headings.INFO_SHEET), form, lists["report_state"])
    write_figures(book.create_sheet(headings.FIGURE_SHEET), form)
    write_tasks(book.create_sheet(headings.TASK_SHEET), form)
    write_own_tasks(book.create_sheet(headings.OWN_TASK_SHEET), form)
    write_events(book.create_sheet(headings.EVENT_SHEET), form, lists["event_kind"])
    write_narratives(book.create_sheet(headings.NARRATIVE_SHEET), form)
    _set_usual_font(book)
    _say_whose(book, form)
    saved = BytesIO()
    book.save(saved)
    return with_fixed_times(saved.getvalue(), datetime.combine(form.window_from, time()))


def _set_usual_font(book: Any) -> None:
    """Widths of columns are counted in digits of this font; the library has no public way to it."""
    book._named_styles["Normal"].font = Font(name=worksheet.FONT, size=worksheet.SIZE)


def _say_whose(book: Any, form: Form) -> None:
    """Unit, period and version of the form among the properties of the document: they outlive renaming and printing."""
    properties = book.properties
    properties.creator = form.unit_name
    properties.title = f"{form.unit_name}: {form.period_name}"
    properties.subject = f"Báo cáo kết quả cải cách hành chính, biểu mẫu {headings.FORM_VERSION}"
    properties.created = datetime.combine(form.window_from, time())
    for field, value in (
        ("agency_key", form.agency_key),
        ("unit_key", form.unit_key),
        ("period_key", form.period_key),
        ("template_version", headings.FORM_VERSION),
    ):
        book.custom_doc_props.append(StringProperty(name=headings.INFO_LABELS[field][0], value=value))
