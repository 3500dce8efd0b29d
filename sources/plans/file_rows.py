"""Rows about a plan file itself: what became of it, and what was found in it."""

from collections.abc import Iterable

from sources.contract import RawRow, SourceFile, provenance
from sources.plans.corrections import Corrections
from sources.plans.plan_draft import PlanDraft
from sources.plans.plan_row import PARSER_VERSION
from sources.plans.remarks import Remark
from sources.plans.rows import PlanFileRow, PlanFindingRow

WHOLE_FILE = "toàn bộ tệp"


def account_row(file: SourceFile, draft: PlanDraft) -> PlanFileRow:
    """What became of the file. Every row met is loaded, held back or left out with a reason."""
    loaded = sum(
        len(part) for part in (draft.targets, draft.goals, draft.tasks, draft.measures, draft.duties, draft.mentions)
    )
    return PlanFileRow(
        status="read",
        values_read=loaded + draft.held + draft.ignored,
        values_loaded=loaded,
        values_quarantined=draft.held,
        values_ignored=draft.ignored,
        ignored_reason="Dòng in lặp lại hoặc bị ngắt trang; số liệu năm trước; kinh phí của kế hoạch."
        if draft.ignored
        else None,
        **provenance(file, WHOLE_FILE, PARSER_VERSION),
    )


def correction_rows(file: SourceFile, corrections: Corrections, plan_key: str) -> list[RawRow]:
    """What became of the .yml beside a plan."""
    refused = len(corrections.remarks) if corrections.is_readable else 0
    account = PlanFileRow(
        status="read" if corrections.is_readable else "unreadable",
        values_read=corrections.entries,
        values_loaded=len(corrections.values),
        values_quarantined=refused,
        values_ignored=0,
        **provenance(file, WHOLE_FILE, PARSER_VERSION),
    )
    return [*finding_rows(file, corrections.remarks, plan_key, None), account]


def refused_rows(file: SourceFile, why: Remark, status: str = "unreadable") -> list[RawRow]:
    """A file that is not read, and why."""
    account = PlanFileRow(
        status=status,
        values_read=0,
        values_loaded=0,
        values_quarantined=0,
        values_ignored=0,
        ignored_reason=why.message if status == "ignored" else None,
        **provenance(file, WHOLE_FILE, PARSER_VERSION),
    )
    return [*finding_rows(file, [why], None, None), account]


def finding_rows(file: SourceFile, remarks: Iterable[Remark], plan_key: str | None, agency: str | None) -> list[RawRow]:
    """Findings of one file, numbered."""
    return [
        PlanFindingRow(
            finding_no=number,
            kind=found.kind,
            severity=found.severity,
            agency_key=agency,
            plan_key=plan_key,
            value=found.value,
            place_a=found.place_a,
            value_a=found.value_a,
            place_b=found.place_b,
            value_b=found.value_b,
            message=found.message,
            remedy=found.remedy,
            **provenance(file, found.place, PARSER_VERSION),
        )
        for number, found in enumerate(remarks, start=1)
    ]
