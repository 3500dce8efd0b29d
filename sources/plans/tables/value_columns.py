"""Columns of a table of targets: one row an indicator, one column a year or a plan ("Chỉ tiêu | ĐVT | Năm 2026").

Only what the heading cells say stands here; what is in the cells is read in value_cells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.plans.tables.columns import column_of
from sources.plans.vocabulary import holds, phrases, starts_with
from sources.plans.years import Years, read_years
from sources.vietnamese.abbreviations import expanded_key

# "Năm 2026", "2026", "Đến năm 2030", "2026 - 2030": a column that is headed by its time alone.
_TIME_ALONE = re.compile(
    r"^(?:(?:đến|hết|trong|cuối)\s+)*(?:năm|giai đoạn|quý [ivx]+\s*/?)?\s*\d{4}(?:\s*[-–]\s*\d{4})?$"
    r"|^(?:quý (?:iv|i{1,3}|[1-4])|(?:6|sáu|9|chín) tháng(?: đầu năm)?|cả năm|tháng \d{1,2})$",
    re.IGNORECASE,
)

_PART_OF_YEAR = re.compile(r"quý (?:iv|i{1,3}|[1-4])|(?:6|sáu|9|chín) tháng(?: đầu năm)?|tháng \d{1,2}", re.IGNORECASE)
_POINTS = expanded_key("điểm")


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """One column of figures. years: what its heading says, None where it names none. part: of the year, as printed."""

    position: int
    years: Years | None
    part: str


@dataclass(frozen=True, slots=True)
class TargetColumns:
    """Positions in a table of targets; number, group and unit are None where there is no such column.

    values is empty in a table of what was reached before. unit_words: the unit of all figures, where a heading says it.
    past: columns of what was reached in years before.
    """

    number: int | None
    group: int | None
    indicator: int
    unit: int | None
    values: tuple[ValueColumn, ...]
    unit_words: str
    past: tuple[ValueColumn, ...] = ()


def read_target_columns(cells: Sequence[str], plan: Years) -> TargetColumns | None:
    """Columns of a heading row. None where the row does not head a table of targets.

    Needed: what is measured, and a column that says "kế hoạch", "chỉ tiêu giao" or names a year of the plan. Columns
    of what was reached before ("thực hiện năm 2025"), of highest points and of years before the plan are none.
    """
    keys = [expanded_key(cell) for cell in cells]
    roles = [_role(key, cell) for key, cell in zip(keys, cells, strict=True)]
    unit = _first(roles, "unit")
    measured = [at for at, role in enumerate(roles) if role in {"measured", "named"}]
    values = [at for at, role in enumerate(roles) if role == "value"]
    named = [at for at, role in enumerate(roles) if role == "named"]
    if not values and unit is not None and len(measured) > 1 and named and named[-1] != measured[0]:
        values = [named[-1]]  # "Nội dung | Đơn vị tính | Chỉ tiêu"
    columns = [ValueColumn(at, read_years(_spelled(cells[at]), plan.first), _part(cells[at])) for at in values]
    columns = [column for column in columns if not _is_before(column.years, plan)]
    indicator = next((at for at in measured if at not in values), None)
    is_history = unit is not None and "past" in roles
    if indicator is None or not (columns or is_history):
        return None
    words = "điểm" if any(key.startswith(_POINTS) for key in keys) else "%" if "%" in "".join(cells) else ""
    reached = [ValueColumn(at, read_years(_spelled(cells[at])), "") for at, role in enumerate(roles) if role == "past"]
    number, group = _first(roles, "number"), _first(roles, "group")
    return TargetColumns(number, group, indicator, unit, tuple(columns), words, tuple(reached))


def _role(key: str, cell: str) -> str | None:
    if not key:
        return None
    keyed = phrases("value_columns", "role", "phrase")
    for phrase, role in keyed:
        if role == "past" and holds(key, phrase):
            return "past" if re.search(r"\b(?:19|20)\d\d\b", cell) else None
    if _TIME_ALONE.match(cell.strip(" ()*.")):
        return "value"
    matched = next(((phrase, role) for phrase, role in keyed if key == phrase), None) or next(
        ((phrase, role) for phrase, role in keyed if starts_with(key, phrase)), None
    )
    if matched is None:
        column = column_of(cell)
        return column if column in {"number", "group"} else None
    has_year = bool(re.search(r"\b(?:19|20)\d\d\b", cell))
    return "value" if matched[1] == "named" and has_year else matched[1]


def _part(cell: str) -> str:
    """ "Quý I", "6 tháng": the figure holds for this part of the year, or is to be reached by its end."""
    found = _PART_OF_YEAR.search(cell)
    return found[0] if found else ""


def _spelled(cell: str) -> str:
    """ "2026" -> "năm 2026"; a span stays."""
    return re.sub(r"(?<![\d-])(?<!- )(?<!– )((?:19|20)\d\d)(?!\s*[-–\d])", r"năm \1", re.sub(r"(?i)năm\s+", "", cell))


def _is_before(years: Years | None, plan: Years) -> bool:
    last = years.last if years else None
    return last is not None and plan.first is not None and last < plan.first


def _first(roles: Sequence[str | None], wanted: str) -> int | None:
    return next((at for at, role in enumerate(roles) if role == wanted), None)
