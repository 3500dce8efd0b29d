"""What the plan says of a target: where, in which words, who answers by when, what serves it and what it bears on."""

from dashboards.blocks.layout import Block, Facts, Sheet
from dashboards.blocks.table import Cell, Column, plain
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.tasks import cells as task_cells
from dashboards.row import Row
from dashboards.theme import formats


def facts(book: Book, target: Row, origins: Origins) -> list[Block]:
    """Label and value; what the plan does not say is left out."""
    words, column = book.words.target_page, book.words.column
    plan = book.plan[target["plan_key"]]
    clause = origins.of("fct_target", target["plan_key"], target["target_no"])
    found = [
        (
            column.plan,
            Cell(
                book.plan_title(plan),
                lines=[plan["title"]] if plan["number"] and plan["title"] else [],
                href=book.plan_pages.get(plan["plan_key"]),
            ),
        ),
        (
            words.place,
            Cell(target["source_place"] or formats.DASH, origin=clause, flags=target_cells.marks_of(book, target)),
        ),
        (words.printed, Cell(target["comparator_printed"] or "")),
        (words.repeats, Cell("; ".join(_repeats(book, target)))),
        (words.base, Cell(target["base_text"] or "")),
        (words.owner, target_cells.owner(book, target)),
        (words.due, Cell(target_cells.due(book, target))),
        (words.area, Cell(target["reform_area_name"] or "")),
        (words.dimension, Cell(target["papi_dimension_name"] or "")),
        (words.components, _components(book, target)),
        (words.reviewed, Cell(_reviewed(book, target))),
    ]
    return [Facts([(label, cell) for label, cell in found if not cell.is_blank])]


def _repeats(book: Book, target: Row) -> list[str]:
    """Places where the plan prints the same figure again."""
    return [
        row["source_place"] or row["target_no"]
        for row in book.rows_of("plan_targets", "plan_key")[target["plan_key"]]
        if row["is_repeat"] and row["commitment_key"] == target["commitment_key"]
    ]


def _reviewed(book: Book, target: Row) -> str:
    if not target["is_corrected"]:
        return ""
    return book.phrases.reviewed(target["reviewed_by"], target["reviewed_on"], target["review_reason"])


def _components(book: Book, target: Row) -> Cell:
    """Components of the indices that what is measured bears on; whose score they are is another matter."""
    rows = book.rows_of("indicator_indices", "indicator_code")[target["indicator_code"]]
    words = book.words.target_page
    said = [words.component.format(index=row["index_name"], component=row["component_name"]) for row in rows]
    return Cell(lines=list(dict.fromkeys(said)))


def tasks(book: Book, target: Row, origins: Origins) -> list[Block]:
    """Annex tasks that serve the target, in the order of the annex."""
    plan_key, column = target["plan_key"], book.words.column
    served = book.rows_of("target_tasks", "plan_key")[plan_key]
    numbers = [row["task_no"] for row in served if row["target_no"] == target["target_no"]]
    by_number = {row["task_no"]: row for row in book.rows_of("plan_tasks", "plan_key")[plan_key]}
    found = [by_number[number] for number in numbers if number in by_number]
    if not found:
        return []
    columns = [
        Column(column.task, "name"),
        Column(column.lead),
        Column(column.due, "day"),
        Column(column.state, "status"),
    ]
    rows = [
        [
            task_cells.name(book, task),
            Cell(task["lead_units"] or book.words.common.no_lead),
            task_cells.deadline(book, task, origins),
            task_cells.state(book, task, origins, "fct_task_status", plan_key, task["task_no"]),
        ]
        for task in found
    ]
    return [Sheet(plain("nhiem-vu-phuc-vu", book.words.target_page.tasks, columns, rows))]
