"""What the plan says of a target: where, in which words, who answers by when, what serves it and what it bears on."""

from collections.abc import Sequence

from dashboards.blocks.layout import Block, Facts
from dashboards.blocks.table import Cell
from dashboards.origins import Origins
from dashboards.pages import target_cells
from dashboards.pages.book import Book
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
    return Cell()


def tasks(book: Book, target: Row, origins: Origins) -> Sequence[Block]:
    return []
