"""The order in which the units of a target stand, wherever they are listed: who needs a call first."""

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
