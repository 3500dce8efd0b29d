"""Cells of a task that the page of tasks and the pages of units share: what it is, until when, how it stands."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats


def name(book: Book, task: Row, lines: Sequence[str] = ()) -> Cell:
    """What is to be done, leading to its line in the plan."""
    code = book.words.tasks.code.format(no=task["task_no"], plan=book.plan_title(book.plan[task["plan_key"]]))
    href = book.task_page(task["plan_key"], task["task_no"])
    return Cell(task["description"], lines=[code, *lines], href=href, flags=cells.flags(book, task))


def deadline(book: Book, task: Row, origins: Origins | None) -> Cell:
    """As printed, as read, as extended; leading to the clause."""
    words = book.words.tasks
    origin = origins.of("fct_task", task["plan_key"], task["task_no"]) if origins else None
    lines = []
    if task["due_to"]:
        pattern = words.before_day if task["is_strict"] else words.until_day
        lines.append(pattern.format(date=formats.day(task["due_to"])))
    if task["extended_until"]:
        lines.append(words.extended.format(date=formats.day(task["extended_until"])))
    if task["extension_document"]:
        lines.append(words.extension_by.format(document=task["extension_document"]))
    # A document that gives more time answers what was asked for.
    if task["extension_asked_until"] and not task["extended_until"]:
        lines.append(words.asked_until.format(date=formats.day(task["extension_asked_until"])))
    return Cell(task["deadline_text"] or book.words.common.no_deadline, lines=lines, origin=origin)


def unread(book: Book, part: Row) -> str:
    """Where a late lead may have spoken unread; which task a line there is about is not guessed. part: of the lead."""
    if part["unread_place"] is None:
        return ""
    words = book.words.tasks
    pattern = words.unread_sheet if part["is_sheet_unread"] else words.unread_lines
    return pattern.format(period=part["unread_period_name"], place=part["unread_place"])


def state(book: Book, task: Row, origins: Origins | None, *keys: str, more: Sequence[str] = ()) -> Cell:
    """How it stands, how late, when it was done; leading to the word of the units. keys: of the row it is told by."""
    late = book.phrases.task_late(task)
    done = book.words.tasks.done_on.format(date=formats.day(task["done_date"])) if task["done_date"] else ""
    lines = [line for line in (late, done, *more) if line]
    return cells.state(book, "task_status", task["status"], lines=lines, origin=origins.of(*keys) if origins else None)
