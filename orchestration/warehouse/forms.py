"""What the forms ask for, of whom and for when."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from orchestration.warehouse.engine import rows


def forms(database: Path, agency: str, period: str) -> list[dict[str, Any]]:
    """The forms of an agency for a period, one a unit, by name. CatalogException where the file knows no forms."""
    return rows(
        database,
        "from reporting.rpt_form where agency_key = ? and period_key = ? order by unit_name, unit_key",
        [agency, period],
    )


def form_figures(database: Path, period: str, units: Sequence[str]) -> list[dict[str, Any]]:
    """What the forms of these units ask for, in the order of the form."""
    return rows(
        database,
        "from reporting.rpt_form_figure where period_key = ? and list_contains(?, unit_key)"
        " order by unit_key, sort_order",
        [period, list(units)],
    )


def form_tasks(database: Path, period: str, units: Sequence[str]) -> list[dict[str, Any]]:
    """The tasks that the forms of these units ask about, in the order of their plans."""
    return rows(
        database,
        "from reporting.rpt_form_task where period_key = ? and list_contains(?, unit_key)"
        " order by unit_key, plan_key, sort_order",
        [period, list(units)],
    )


def asked_of(database: Path, unit: str, period: str) -> list[dict[str, Any]]:
    """Codes and names of the indicators that the form of a unit and period asks for, in the order of the form."""
    return rows(
        database,
        "select indicator_code, indicator_name from reporting.rpt_form_figure"
        " where unit_key = ? and period_key = ? order by sort_order",
        [unit, period],
    )


def form_names(database: Path, agency: str) -> dict[str, dict[str, str]]:
    """What can be named, key -> name: agencies, and the periods that this one has forms for."""
    agencies = rows(database, "select agency_key, agency_name from core.dim_agency order by all")
    periods = rows(
        database,
        "select period_key, min(period_name) as period_name from reporting.rpt_form where agency_key = ?"
        " group by period_key order by period_key",
        [agency],
    )
    return {
        "agencies": {row["agency_key"]: row["agency_name"] for row in agencies},
        "periods": {row["period_key"]: row["period_name"] for row in periods},
    }
