"""What a plan says without figures as tables: goals, measures, duties, each with its clause."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dashboards.blocks.table import Cell, Column, Group, Line, Origin, Table
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.plans.corrections import reviewed
from dashboards.row import Row
from dashboards.theme import formats

Changes = Mapping[Any, Sequence[Row]]
# How sections of an annex are told from those of the body.
_ANNEX = "annex "
# The kind of a deadline that must be met before its day.
_BEFORE = "before_date"


def clause(book: Book, row: Row, origin: Origin | None) -> Cell:
    """The clause as a person cites it; where no section is known, the place as it was read."""
    words = book.words.plan
    section = row.get("section") or ""
    if section.startswith(_ANNEX):
        return cells.place(words.annex_section.format(section=section.removeprefix(_ANNEX)), origin)
    if row.get("area_code"):
        return cells.place(words.annex_section.format(section=row["area_code"]), origin)
    return cells.place(words.section.format(section=section) if section else row["source_place"], origin)


def day_printed(book: Book, day: date | None, *, is_strict: bool) -> list[str]:
    """The day that the printed words name, and where they ask for the day before it, that they do."""
    if day is None:
        return []
    said = formats.day(day)
    return [f"{said} ({book.words.plan.strict})" if is_strict else said]


def headed(rows: Sequence[Row], heading: Callable[[Row], str]) -> Mapping[str, list[Row]]:
    """Rows under their heading, in the order in which headings first occur."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(heading(row), []).append(row)
    return groups


def goals(book: Book, rows: Sequence[Row], changes: Changes, origins: Origins) -> Table:
    """By reform area."""
    column = book.words.column
    columns = [Column(column.code, "code"), Column(column.goal, "wide"), Column(column.clause, "place")]
    groups = [
        Group([Line(_said(book, row, "goal", "statement", changes, origins), row["goal_no"]) for row in found], name)
        for name, found in headed(rows, lambda row: row["reform_area_name"] or book.words.common.without_area).items()
    ]
    return Table("muc-tieu", book.words.plan.goals, columns, groups)


def measures(book: Book, rows: Sequence[Row], changes: Changes, origins: Origins) -> Table:
    """By reform area; a PAPI plan keeps its own headings, which are the dimensions."""
    column = book.words.column
    columns = [Column(column.code, "code"), Column(column.measure, "wide"), Column(column.clause, "place")]
    groups = [
        Group(
            [Line(_said(book, row, "measure", "description", changes, origins), row["measure_no"]) for row in found],
            name,
        )
        for name, found in headed(rows, lambda row: _measure_heading(book, row)).items()
    ]
    return Table("giai-phap", book.words.plan.measures, columns, groups)


def _measure_heading(book: Book, row: Row) -> str:
    """The heading a measure stands under."""
    area, title = row["reform_area_name"], row["section_title"]
    names = (title, area) if row["papi_dimension"] else (area, title)
    return names[0] or names[1] or book.words.common.without_area


def _said(book: Book, row: Row, kind: str, text: str, changes: Changes, origins: Origins) -> Sequence[Cell]:
    number = row[f"{kind}_no"]
    flags, lines = reviewed(book, row, changes[number])
    if row.get("parent_no"):
        lines.insert(0, book.words.plan.part_of.format(no=row["parent_no"]))
    origin = origins.of(f"fct_{kind}", row["plan_key"], number)
    return [Cell(number), Cell(row[text], lines=lines, flags=flags), clause(book, row, origin)]


def duties(book: Book, rows: Sequence[Row], changes: Changes, origins: Origins) -> Table:
    """In the plan's order."""
    column = book.words.column
    columns = [Column(column.code, "code"), Column(column.who), Column(column.duty, "wide")]
    columns += [Column(column.due), Column(column.clause, "place")]
    lines = [Line(_duty(book, row, changes, origins), row["duty_no"]) for row in rows]
    return Table("trach-nhiem", book.words.plan.duties, columns, [Group(lines)])


def _duty(book: Book, row: Row, changes: Changes, origins: Origins) -> Sequence[Cell]:
    flags, lines = reviewed(book, row, changes[row["duty_no"]])
    due = day_printed(book, row["due_date"], is_strict=row["deadline_kind"] == _BEFORE)
    who, deadline = row["unit"], row["deadline_text"]
    return [
        Cell(row["duty_no"]),
        Cell(who or formats.DASH, lines=[] if who else [book.words.common.no_unit]),
        Cell(row["duty"], lines=lines, flags=flags),
        Cell(deadline or formats.DASH, lines=[*([] if deadline else [book.words.common.no_deadline]), *due]),
        clause(book, row, origins.of("fct_duty", row["plan_key"], row["duty_no"])),
    ]
