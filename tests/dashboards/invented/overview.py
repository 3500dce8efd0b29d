"""Invented rows that only an overview draws: what each unit sent for a target, dossiers, the data of an agency."""

from datetime import date
from decimal import Decimal

from tests.dashboards.invented.common import HOSTILE, Rows

_UNITS = {
    "benh-vien": (HOSTILE, "off_track", "-16.0000", 10, 100),
    "van-phong": ("Văn phòng Sở", "off_track", "-1.0000", 95, 100),
    "cac-don-vi": ("Các đơn vị trực thuộc", "on_track", "4.0000", 100, 100),
    "ban-la": ("Ban lạ", None, None, None, None),
}


def overview() -> Rows:
    for key, (name, status, gap, numerator, denominator) in _UNITS.items():
        yield (
            "rpt_target_unit",
            {
                "plan_key": "an_hoa_2026",
                "target_no": "T001",
                "period_key": "2026-q3",
                "unit_key": f"so-y-te-an-hoa/{key}",
                "unit_name": name,
                "agency_key": "so-y-te-an-hoa",
                "state": "reported" if status else "not_reported",
                "numerator": numerator,
                "denominator": denominator,
                "figure_basis": "ratio" if status else None,
                "target_value": Decimal(96),
                "gap": gap and Decimal(gap),
                "status": status,
                "is_carried": False,
                "is_simulated": False,
            },
        )
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
    for key in ("so-y-te-an-hoa", "so-y-te-dong-lam", "minh-hoa", None):
        count = 12 if key == "so-y-te-an-hoa" else 0
        counts = dict.fromkeys(("files", "values_read", "values_loaded", "values_ignored"), count)
        findings = dict.fromkeys(("findings_error", "findings_warning", "findings_info"), 0)
        yield (
            "rpt_quality_summary",
            {"summary_key": key or "none", "agency_key": key, "values_quarantined": count} | counts | findings,
        )
