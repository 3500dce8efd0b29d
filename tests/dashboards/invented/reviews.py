"""Invented corrections: one of each kind and outcome, a hostile reason, blanks on either side."""

from datetime import date
from typing import Any

from orchestration import code_words
from tests.dashboards.invented.common import HOSTILE, Rows

TITLES = {(domain, code.code): code.word for domain, codes in code_words.lists().items() for code in codes}
REVIEW = {"source_path": "plans/an_hoa_2026.review.xlsx", "reviewer": "Trần Thị B", "reviewed_on": date(2026, 1, 20)}
LOOKED_AT = {
    "review_state": "corrected",
    "is_corrected": True,
    "reviewed_by": "Trần Thị B",
    "reviewed_on": date(2026, 1, 20),
    "review_reason": HOSTILE,
    "is_unconfirmed": False,
}
ADDED = LOOKED_AT | {"review_state": "added", "review_reason": None}


def reviews() -> Rows:
    lines: list[dict[str, Any]] = [
        {"row_kind": "goal", "row_no": "Q001", "action": "corrected", "field": "statement", "value_before": HOSTILE,
         "value_after": "Nâng cao chất lượng phục vụ, nội dung 1", "reason": HOSTILE, "source_place": "Mục tiêu!5"},
        {"row_kind": "goal", "row_no": "Q001", "action": "corrected", "field": "reform_area", "value_before": None,
         "value_after": "Cải cách thể chế", "reason": HOSTILE, "source_place": "Mục tiêu!5"},
        {"row_kind": "goal", "row_no": "Q002", "action": "added", "field": "statement",
         "value_after": "Nâng cao chất lượng phục vụ, nội dung 2", "source_place": "Mục tiêu!8"},
        {"row_kind": "target", "row_no": "T099", "action": "struck_out", "field": "value", "value_before": "15",
         "reason": "Số ngày, không phải chỉ tiêu", "source_place": "Chỉ tiêu!9"},
        {"row_kind": "task", "row_no": None, "action": "corrected", "state": "without_row", "field": "deadline_text",
         "value_before": "Quý II", "value_after": "Quý III", "source_place": "Nhiệm vụ!12"},
        {"row_kind": "duty", "row_no": "P001", "action": "corrected", "state": "overruled", "field": "unit",
         "value_before": "Văn phòng", "value_after": "Văn phòng Sở", "source_place": "Trách nhiệm!5"},
    ]  # fmt: skip
    for number, line in enumerate(lines, start=1):
        clause = {"clause": f"Nội dung rà soát {number}", "state": "applied", "plan_key": "an_hoa_2026"}
        known = {"correction_no": number, "field_title": TITLES[f"review_field_{line['row_kind']}", line["field"]]}
        yield "rpt_plan_correction", REVIEW | clause | known | line
