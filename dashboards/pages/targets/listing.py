"""The table of targets of an agency: what is asked, what was reached, who answers; by reform area, to be filtered."""

import hashlib
import textwrap
from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.results import judged
from dashboards.pages.tallies import standing, statuses, tally
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import early
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET

_SHORT = 130


def of_plan(book: Book, plan: Row) -> list[Row]:
    """The targets of a plan, in its order."""
    return book.rows_of("plan_targets", "plan_key")[plan["plan_key"]]


def table(book: Book, table_id: str, plans: Sequence[Row], origins: Origins, *, is_filtered: bool) -> Table:
    """Targets of some plans under their reform areas, in the order of each plan."""
    words, column = book.words.targets, book.words.column
    columns = [
        Column(column.statement_target, "name"),
        Column(column.actual, "number"),
        Column(column.target, "number"),
        Column(column.gap, "number"),
        Column(column.state, "status"),
        Column(column.units_reported, "number"),
        Column(words.owner_due, "name"),
    ]
    every = [row for plan in plans for row in of_plan(book, plan)]
    common = target_cells.common_period(every)
    groups = [
        Group(
            [Line(_cells(book, row, common, origins), facets=_facets(book, plan, area, row)) for row in rows],
            area_title(book, plan, area, len(plans)),
            area_anchor(rows[0]),
            tally=tally("target_status", statuses(row for row in rows if row["target_no"] in counted), book.phrases),
        )
        for plan, counted in ((plan, {row["target_no"] for row in standing(of_plan(book, plan))}) for plan in plans)
        for area, rows in by_area(book, of_plan(book, plan)).items()
    ]
    filters = _filters(book, groups) if is_filtered else ()
    note = target_cells.as_of_period(book, every)
    return Table(table_id, _caption(book, plans), columns, groups, filters=filters, note=note)


def _caption(book: Book, plans: Sequence[Row]) -> str:
    words = book.words.targets
    said: str = words.rows_of.format(plan=book.plan_title(plans[0])) if len(plans) == 1 else words.rows
    return said


def by_area(book: Book, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows under reform area, in a PAPI plan under dimension, in the order of the query."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(area_name(book, row), []).append(row)
    return found


def area_name(book: Book, row: Row) -> str:
    """What a target stands under: its reform area, in a PAPI plan its dimension."""
    return row["reform_area_name"] or row["papi_dimension_name"] or book.words.common.without_area


def area_title(book: Book, plan: Row, area: str, plans: int) -> str:
    """How an area is called: where several plans stand together, with the plan."""
    if plans == 1:
        return area
    said: str = book.words.targets.plan_area.format(plan=book.plan_title(plan), area=area)
    return said


def area_anchor(row: Row) -> str:
    """The place of the reform area of a target, in a PAPI plan of its dimension, in the list of its plan: names are as
    plans print them, too long for an address and not all of letters."""
    key = f"{row['plan_key']}\n{row['reform_area_name'] or row['papi_dimension_name'] or ''}"
    return f"linh-vuc-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def _facets(book: Book, plan: Row, area: str, row: Row) -> list[list[str]]:
    """What a row can be filtered by: area, state, and its plan where there are several."""
    state = book.words.target_status.get(row["status"], row["status"] or formats.DASH)
    return [[area], [state], [book.plan_title(plan)]]


def _filters(book: Book, groups: Sequence[Group]) -> list[tuple[str, Sequence[str]]]:
    """Areas and plans as they stand, states in the order of their family; one plan alone is no choice."""
    column = book.words.column
    lines = [line for group in groups for line in group.lines]
    areas, states, plans = (list(dict.fromkeys(line.facets[at][0] for line in lines)) for at in range(3))
    known = [book.words.target_status.get(code, code) for code in TARGET]
    states.sort(key=lambda state: known.index(state) if state in known else len(known))
    return [(column.area, areas), (column.state, states), *([(column.plan, plans)] if len(plans) > 1 else [])]


def _cells(book: Book, row: Row, common: str, origins: Origins) -> Sequence[Cell]:
    """One target: what is asked, what was reached, who answers."""
    key = (row["plan_key"], row["target_no"])
    clause, found = origins.of("fct_target", *key), judged(book, *key, origins)
    return [
        Cell(
            textwrap.shorten(row["statement"], _SHORT, placeholder="…"),
            lines=[row["target_no"]],
            href=book.target_page(*key),
            flags=target_cells.marks_of(book, row),
        ),
        target_cells.actual(book, row, found, target_cells.other_period(row, common), has_bar=True),
        target_cells.asked(book, row, clause),
        cells.gap(book, row, found),
        target_cells.state(book, row, found, early.notes(book, row)),
        target_cells.reported(book, row),
        target_cells.owner_due(book, row),
    ]
