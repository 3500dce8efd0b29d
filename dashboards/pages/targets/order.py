"""The orders in which targets and the units of a target stand, wherever they are listed: what is worst, who needs a
call first."""

from decimal import Decimal
from typing import Any

from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.states import TARGET_WELL, position


def calling_order(row: Row) -> tuple[Any, ...]:
    """State, then who is furthest behind or, of those that stand well, nearest to falling back, then names.

    The sign of a gap tells nothing here: below the level is behind of a floor and well of a ceiling.
    """
    place = position("target_status", row["status"])
    if row["status"] is None:
        place = -1 if row["state"] == "not_reported" else place + position("figure_state", row["state"])
    distance = abs(row["gap"] or Decimal(0))
    nearness = distance if row["status"] in TARGET_WELL else -distance
    return place, nearness, collation_key(row["unit_name"] or row["unit_key"])


def worst_first(row: Row) -> tuple[Any, ...]:
    """State, then how far from the level, as the pages print it, then in the order of the plan: for all targets as for
    what needs attention."""
    return position("target_status", row["status"]), -abs(row["gap"] or Decimal(0)), row["plan_key"], row["sort_order"]
