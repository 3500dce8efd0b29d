"""What is known before the golden files are read: a simulated agency, its units, some indicators, two years' windows.

Indicators and windows come from the shipped seeds, so that codes and days are the real ones.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from sources.results.known import Indicator, Known, OverPeriods, Unit, Window
from sources.vietnamese.normal import match_key
from tests.places import PROJECT

AGENCY_KEY: Final = "so-y-te-minh-hoa"
AGENCY_NAME: Final = "Sở Y tế tỉnh Minh Họa"
_SEEDS = PROJECT / "dbt_project" / "seeds"
_YEARS = ("2025", "2026")
_CODES: Final = (
    "dossier_on_time_rate",
    "online_dossier_rate",
    "pakn_on_time_rate",
    "outgoing_doc_format_rate",
    "communication_products_count",
    "staff_rotation_count",
    "agency_service_satisfaction_rate",
    "public_health_satisfaction_rate",
    "staff_trained_rate",
    "public_investment_disbursement_rate",
    "exam_waiting_time_minutes",
)
# unit -> name, kind, other names
_UNITS: Final = {
    "so-y-te": (AGENCY_NAME, "agency", ("Toàn ngành",)),
    "van-phong-so": ("Văn phòng Sở", "office", ("VP Sở", "Văn phòng")),
    "phong-nghiep-vu-y": ("Phòng Nghiệp vụ Y", "division", ("Phòng NVY",)),
    "chi-cuc-an-toan-thuc-pham": ("Chi cục An toàn thực phẩm", "sub_department", ("Chi cục ATTP",)),
    "chi-cuc-dan-so": ("Chi cục Dân số", "sub_department", ("CC Dân số",)),
    "benh-vien-da-khoa-tinh": ("Bệnh viện đa khoa tỉnh", "hospital", ("BVĐK tỉnh", "Bệnh viện ĐK tỉnh")),
    "trung-tam-y-te-hoa-an": ("Trung tâm Y tế huyện Hòa An", "health_centre", ("TTYT Hòa An",)),
}


@cache
def known() -> Known:
    """The golden files' Known."""
    units = {
        f"{AGENCY_KEY}/{key}": Unit(AGENCY_KEY, f"{AGENCY_KEY}/{key}", name, kind)
        for key, (name, kind, _) in _UNITS.items()
    }
    names = {
        (AGENCY_KEY, match_key(written)): f"{AGENCY_KEY}/{key}"
        for key, (name, _, others) in _UNITS.items()
        for written in (name, *others)
    }
    return Known(
        indicators={indicator.code: indicator for indicator in _indicators()},
        units=units,
        names=names,
        windows={(None, window.period_key): window for window in windows()},
    )


def windows() -> Iterator[Window]:
    """The windows of two years."""
    for line in _seed("reporting_periods"):
        if line["year"] in _YEARS:
            yield Window(
                line["period_key"],
                line["period_name"],
                date.fromisoformat(line["window_from"]),
                date.fromisoformat(line["window_to"]),
                line["is_cumulative"] == "true",
            )


def unit_name(unit: str) -> str:
    """Full name of a unit of the agency."""
    return _UNITS[unit][0]


def _indicators() -> Iterator[Indicator]:
    over_periods: dict[str, OverPeriods] = {
        "ratio_of_sums": "ratio_of_sums",
        "flow_sum": "flow_sum",
        "last_value": "last_value",
    }
    for line in _seed("indicators"):
        if line["code"] in _CODES:
            yield Indicator(
                line["code"],
                line["name_vi"],
                line["unit"],
                line["value_kind"],
                line["aggregation_over_units"],
                over_periods[line["aggregation_over_periods"]],
                tuple(line["contributing_unit_kinds"].split("|")),
                line["numerator_vi"],
            )


def _seed(name: str) -> Iterator[dict[str, str]]:
    with (_SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
