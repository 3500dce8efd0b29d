"""Rows of a table of targets: what is measured in one cell, a figure for each year in the cells beside it."""

from dataclasses import replace

from sources.plans.bases import Base
from sources.plans.headings import area_of_text, dimension_of
from sources.plans.indicators import area_of_indicator, indicator_of
from sources.plans.numbering import read_number
from sources.plans.tables.rows import Row
from sources.plans.tables.value_cells import ValueCell, read_value_cell
from sources.plans.targets import Found, GoalDraft, Place, TargetDraft, read_clauses
from sources.plans.years import Years
from sources.vietnamese.normal import fold_spaces

# Cells that say that there is nothing to say.
_BLANKS = frozenset({"", "-", "–", "x", "X", "/", "…", "..."})


def read_figures(row: Row, at: Place) -> Found:
    """A target for each figure of the row; a goal where a cell says something without a figure."""
    measured = row.line.text("indicator")
    number = read_number(measured)
    if "number" not in row.line.columns and number is not None and number.rank >= 2:
        measured = number.rest
    if at.is_papi and at.dimension is None:
        at = replace(at, dimension=dimension_of(measured))
    targets: list[TargetDraft] = []
    goals: list[GoalDraft] = []
    unread: list[str] = []
    for cell, column in row.line.values:
        text = fold_spaces(cell)
        if text in _BLANKS:
            continue
        place = replace(at, years=_years(column.years, at.years))
        value = read_value_cell(text, row.line.text("unit"), measured)
        if value is not None:
            said = f"{column.part} {text}".strip()
            target = _target(measured, said, row.line.text("unit"), value, place)
            targets.append(replace(target, part=column.part, base=_base(row, value.unit)))
            continue
        found = read_clauses(text, place)
        targets.extend(found.targets)
        unread.extend((*found.unread, *found.doubtful))
        if not found.targets and not any(char.isdigit() for char in text):
            goals.append(GoalDraft(place, f"{measured}: {text}", place.area or _area(measured, at)))
    return Found(tuple(targets), tuple(goals), tuple(unread), ())


def _target(measured: str, text: str, unit_words: str, value: ValueCell, at: Place) -> TargetDraft:
    statement = f"{measured}: {text}" if unit_words in text else f"{measured}: {text} {unit_words}"
    indicator = indicator_of(statement, value.unit)
    return TargetDraft(
        at=at,
        statement=statement,
        subject=measured,
        comparator="le" if (value.comparator, value.unit) == ("eq", "rank") else value.comparator,
        printed=value.printed,
        value=value.value,
        value_max=value.value_max,
        unit=value.unit,
        indicator=indicator,
        area=at.area or (area_of_indicator(indicator) if indicator else _area(measured, at)),
        years=at.years,
    )


def _base(row: Row, unit: str) -> Base | None:
    """What was reached in the last year before, from a column of its own."""
    for cell, column in reversed(row.line.past):
        reached = read_value_cell(cell, row.line.text("unit"), row.line.text("indicator"))
        if reached is not None and column.years is not None and reached.unit == unit:
            return Base(f"{fold_spaces(cell)} (năm {column.years.last})", column.years, reached.value)
    return None


def _area(measured: str, at: Place) -> str | None:
    return area_of_text(measured) if at.is_reform else None


def _years(column: Years | None, plan: Years) -> Years:
    """The column's own year; "đến năm 2030" begins with the plan."""
    return column if column is not None else plan
