"""Invented rows that only an overview draws: dossiers, and the state of the data of an agency."""

from datetime import date
from decimal import Decimal

from tests.dashboards.invented.common import Rows


def overview() -> Rows:
    for scope, key, is_latest in (("agency", "so-y-te-an-hoa", True), ("unit", "so-y-te-an-hoa/benh-vien", True)):
        yield (
            "rpt_dossier",
            {
                "agency_key": "so-y-te-an-hoa",
                "period_key": "2026-m08",
                "scope": scope,
                "scope_key": key,
                "period_name": "Tháng 8/2026",
                "window_to": date(2026, 8, 31),
                "is_latest": is_latest,
                "state": "reported",
                "units_reported": 1,
                "units_awaited": 2,
                "received": Decimal(192),
                "resolved": Decimal(198),
                "resolved_in_time": Decimal(195),
                "open_overdue": Decimal(3),
                "judged": Decimal(201),
                "on_time_percent": Decimal("97.0149"),
                "values_quarantined": 0,
                "is_simulated": False,
            },
        )
