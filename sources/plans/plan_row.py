"""The plan's own row: heading block, signature, period, agency key."""

from sources.contract import SourceFile, provenance
from sources.plans.corrections import Corrections
from sources.plans.names import capitalised
from sources.plans.plan_draft import PlanDraft
from sources.plans.rows import PlanRow
from sources.vietnamese.organisations import agency_key

PARSER_VERSION = "plans/2"
# A plan that names no agency still belongs somewhere; a finding says that it is to be completed.
UNKNOWN_AGENCY = "chua-ro"


def agency_key_of(draft: PlanDraft) -> str:
    """Key of the issuing agency, or of the unknown one."""
    return (agency_key(draft.heading.agency) if draft.heading.agency else "") or UNKNOWN_AGENCY


def plan_row(draft: PlanDraft, file: SourceFile, plan_key: str, corrections: Corrections) -> PlanRow:
    """The plan's own row."""
    heading, signature = draft.heading, draft.signature
    return PlanRow(
        plan_key=plan_key,
        number=heading.number,
        number_as_printed=heading.number_as_printed,
        issued_date=heading.issued_date,
        issued_place=heading.issued_place,
        agency=heading.agency,
        agency_key=agency_key_of(draft),
        province=heading.province,
        title=capitalised(heading.title) if heading.title else None,
        plan_kind=draft.kind,
        period_start=draft.years.first,
        period_end=draft.years.last,
        is_open_ended=draft.years.is_open_ended,
        signer=corrections.text("signer", signature.signer),
        signer_title=corrections.text("signer_title", signature.signer_title),
        signed_for=corrections.text("signed_for", signature.signed_for),
        replaces_plan_key=corrections.text("replaces", None),
        is_digest=bool(corrections.values.get("is_digest", heading.is_digest)),
        is_simulated=bool(corrections.values.get("is_simulated", False)),
        **provenance(file, "phần đầu văn bản", PARSER_VERSION),
    )
