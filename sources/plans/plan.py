"""One plan from its document: the readers of its parts called in order."""

from collections.abc import Sequence

from sources.documents.blocks import Block, Document
from sources.plans.amendments import read_amendments
from sources.plans.body import read_body
from sources.plans.checks.checklist import check
from sources.plans.corrections import Corrections
from sources.plans.heading_block import read_heading_block
from sources.plans.heading_lines import joined_headings
from sources.plans.mentions import read_mentions
from sources.plans.numbering import read_number
from sources.plans.outline import read_outline
from sources.plans.plan_draft import PlanDraft
from sources.plans.plan_kind import plan_kind_of
from sources.plans.signature import read_signature
from sources.plans.tables.reader import read_tables
from sources.plans.years import Years, read_years


def read_plan(document: Document, corrections: Corrections) -> PlanDraft:
    """Read all parts of a plan; what is not understood is a remark."""
    blocks = joined_headings(document.blocks)
    heading = read_heading_block(blocks)
    for name in ("number", "issued_date", "issued_place", "agency", "province", "title"):
        setattr(heading, name, corrections.text(name, getattr(heading, name)))
    signature = read_signature(blocks, heading.body_start)
    years = _corrected(read_years(heading.title or "") or Years(None, None), corrections)
    kind = corrections.text("plan_kind", plan_kind_of(heading.title, years))
    draft = PlanDraft(heading, signature, kind, years)
    body_start = _body_start(blocks, heading.body_start, signature.body_end)
    is_papi = draft.kind == "papi_improvement"
    outline = read_outline(blocks[body_start : signature.body_end], years.first, is_papi=is_papi)
    read_body(draft, outline)
    read_tables(draft, blocks, outline)
    read_mentions(draft, blocks, outline, body_start)
    draft.amendments, amended = read_amendments(heading, blocks[: signature.body_end], heading.body_start)
    draft.remarks.extend(amended)
    draft.remarks.extend(check(draft, blocks, outline))
    return draft


def _corrected(years: Years, corrections: Corrections) -> Years:
    if not {"period_start", "period_end"} & set(corrections.values):
        return years
    first, last = (
        corrections.values.get(name, own) for name, own in (("period_start", years.first), ("period_end", years.last))
    )
    return Years(first, last, years.is_open_ended and last is None)


def _body_start(blocks: Sequence[Block], start: int, end: int) -> int:
    """The first numbered or marked heading after the title; what stands before it are opening paragraphs."""
    for index in range(start, min(end, len(blocks))):
        block = blocks[index]
        if block.kind in {"heading", "bullet"} or read_number(block.text) is not None:
            return index
    return end
