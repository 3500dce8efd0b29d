"""Invented agencies, the site row and what needs attention."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.dashboards.invented.common import HOSTILE, PLACE, Rows

AGENCIES = {
    "so-y-te-an-hoa": ("Sở Y tế tỉnh An Hòa", "An Hòa", False),
    "so-y-te-dong-lam": ("Sở Y tế tỉnh Đông Lâm", "Đông Lâm", False),
    "minh-hoa": ("Sở Y tế tỉnh Minh Họa", None, True),
}
# Its units owe no report.
SILENT = "so-y-te-dong-lam"
_REPORTS = ("reports_due", "reports_on_time", "reports_late", "reports_missing", "reports_unreadable")


def site(is_empty: bool) -> dict[str, Any]:
    """The one row of the site."""
    counts = {"agencies": 3, "plans": 4, "targets": 26, "tasks": 13, "goals": 2, "units": 4, "files_received": 5}
    counts |= {"files_read": 3, "files_unreadable": 1, "files_ignored": 1, "values_read": 1250, "values_loaded": 1200}
    counts |= {
        "values_quarantined": 30,
        "values_ignored": 20,
        "findings_error": 2,
        "findings_warning": 2,
        "findings_info": 1,
        "changes_new": 8,
        "changes_corrected": 1,
        "changes_held_back": 1,
        "files_new": 2,
    }
    return {
        "as_of_date": date(2026, 9, 30),
        "collection_name": "Bộ thử <i>nghiêng</i>",
        "is_sample": True,
        "has_simulated": not is_empty,
        "has_digest": not is_empty,
        "last_received_at": None if is_empty else "2026-09-29 18:30:00",
        "previous_night_at": None if is_empty else "2026-09-28 18:30:00",
    } | (dict.fromkeys(counts, 0) if is_empty else counts)


def _rates(counts: dict[str, int]) -> dict[str, Any]:
    """Rates of the tasks; open late work stands in the denominator."""
    base = counts["tasks_done"] + counts["tasks_past_due_open"]
    return {
        "tasks_done_or_past_due": base,
        "tasks_done_percent": Decimal(100 * counts["tasks_done"]) / 13,
        "tasks_on_time_percent": Decimal(100 * counts["tasks_done_on_time"]) / base if base else None,
        "tasks_past_due_percent": Decimal(100 * counts["tasks_past_due_open"]) / 13,
    }


def agencies() -> Rows:
    numbers = "plans targets targets_met targets_missed targets_on_track targets_at_risk targets_off_track"
    numbers += (
        " targets_in_progress targets_not_due targets_not_reported targets_not_assessable targets_other goals measures"
    )
    numbers += (
        " tasks tasks_done tasks_done_on_time tasks_past_due_open tasks_overdue tasks_overdue_unconfirmed tasks_ongoing"
    )
    numbers += " tasks_other reports_due reports_on_time reports_late reports_missing"
    numbers += " findings_error findings_warning findings_info"
    for rank, (key, (name, province, is_simulated)) in enumerate(AGENCIES.items(), start=1):
        counts = {column: (position * rank) % 4 for position, column in enumerate(numbers.split())}
        counts["reports_unreadable"] = min(1, counts["reports_missing"])
        yield (
            "rpt_agency",
            {"agency_key": key, "agency_name": name, "province_name": province, "is_simulated": is_simulated}
            | counts
            | {
                "has_digest": rank == 1,
                "has_simulated_results": rank == 1,
                "worst_rank": rank,
                "targets": 14,
                "tasks": 13,
                "reports_due": 6,
            }
            | (dict.fromkeys(_REPORTS, 0) if key == SILENT else {})
            | _rates(counts),
        )
    base = {
        "agency_key": "so-y-te-an-hoa",
        "agency_name": "Sở Y tế tỉnh An Hòa",
        "is_simulated": False,
        "plan_key": "an_hoa_2026",
    } | PLACE
    share = {
        "actual": Decimal("71.4286"),
        "target_value": Decimal(96),
        "comparator": "ge",
        "unit": "percent",
        "gap": Decimal("-24.5714"),
    }
    yield (
        "rpt_attention",
        base
        | share
        | {
            "attention_rank": 1,
            "kind": "target",
            "item_no": "T003",
            "title": "Hồ sơ giải quyết đúng hạn",
            "status": "missed",
        },
    )
    yield (
        "rpt_attention",
        base
        | {
            "attention_rank": 2,
            "kind": "task",
            "item_no": "A004",
            "title": "Rà soát thủ tục " + HOSTILE,
            "status": "overdue",
            "due_date": date(2026, 6, 30),
            "days_late": 92,
            "is_simulated": True,
        },
    )
    yield (
        "rpt_attention",
        base
        | {
            "attention_rank": 3,
            "kind": "report",
            "item_no": None,
            "plan_key": None,
            "unit_key": "so-y-te-an-hoa/benh-vien",
            "unit_name": HOSTILE,
            "title": "Báo cáo quý III năm 2026",
            "status": "not_reported",
            "due_date": date(2026, 9, 21),
            "days_late": 9,
        },
    )
    yield (
        "rpt_attention",
        base
        | {
            "attention_rank": 4,
            "kind": "conflict",
            "item_no": "T005",
            "title": "92 % ở một nơi, 93 % ở nơi khác",
            "status": None,
        },
    )
    yield (
        "rpt_attention",
        base
        | share
        | {
            "attention_rank": 5,
            "kind": "target",
            "item_no": "T012",
            "title": "Mức hài lòng",
            "status": "not_reported",
            "actual": None,
            "gap": None,
        },
    )
