"""Rows of a plan's contents from its draft, numbered in reading order."""

from collections.abc import Iterator
from typing import Any

from sources.contract import RawRow, SourceFile, provenance
from sources.plans.bases import Base
from sources.plans.plan_draft import PlanDraft
from sources.plans.plan_row import PARSER_VERSION
from sources.plans.remarks import place_text
from sources.plans.rows import AmendmentRow, CitationRow, DutyRow, GoalRow, MeasureRow, ParentRow, TargetRow
from sources.plans.unit_cells import unit_match_key


def content_rows(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    """Rows of all tables but the plan's own and its tasks."""
    yield from _targets(draft, file, plan_key)
    yield from _goals(draft, file, plan_key)
    yield from _measures(draft, file, plan_key)
    yield from _duties(draft, file, plan_key)
    yield from _citations(draft, file, plan_key)
    yield from _amendments(draft, file, plan_key)


def _from(file: SourceFile, section: str, place: str) -> dict[str, Any]:
    return provenance(file, place_text(section, place), PARSER_VERSION)


def _targets(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    for number, target in enumerate(draft.targets, start=1):
        yield TargetRow(
            plan_key=plan_key,
            target_no=f"T{number:03d}",
            section=target.at.section,
            source=target.at.source,
            kind=target.at.kind,
            reform_area=target.area,
            papi_dimension=target.at.dimension,
            period_start=target.years.first,
            period_end=target.years.last,
            statement=target.statement,
            subject=target.subject,
            comparator=target.comparator,
            comparator_printed=target.printed,
            value=target.value,
            value_max=target.value_max,
            unit=target.unit,
            indicator_code=target.indicator,
            **_base(target.base),
            **_from(file, target.at.section, target.at.place),
        )


def _base(base: Base | None) -> dict[str, Any]:
    years = base.years if base else None
    return {
        "base_text": base.text if base else None,
        "base_start": years.first if years else None,
        "base_end": years.last if years else None,
        "base_value": base.value if base else None,
    }


def _goals(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    for number, goal in enumerate(draft.goals, start=1):
        yield GoalRow(
            plan_key=plan_key,
            goal_no=f"Q{number:03d}",
            section=goal.at.section,
            source=goal.at.source,
            reform_area=goal.area,
            period_start=goal.at.years.first,
            period_end=goal.at.years.last,
            statement=goal.statement,
            **_from(file, goal.at.section, goal.at.place),
        )


def _measures(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    for number, measure in enumerate(draft.measures, start=1):
        item = measure.item
        yield MeasureRow(
            plan_key=plan_key,
            measure_no=f"B{number:03d}",
            section=item.section,
            section_title=item.part.title or None,
            reform_area=measure.area,
            papi_dimension=item.part.dimension,
            parent_no=f"B{measure.parent + 1:03d}" if measure.parent is not None else None,
            description=measure.description,
            **_from(file, item.section, item.block.place),
        )


def _duties(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    for number, duty in enumerate(draft.duties, start=1):
        deadline = duty.deadline
        yield DutyRow(
            plan_key=plan_key,
            duty_no=f"P{number:03d}",
            section=duty.item.section,
            unit=duty.unit,
            unit_match_key=unit_match_key(duty.unit) if duty.unit else None,
            duty=duty.duty,
            deadline_text=duty.deadline_text,
            deadline_kind=deadline.kind,
            due_date=deadline.due_to if deadline.kind == "before_date" else None,
            **_from(file, duty.item.section, duty.item.block.place),
        )


def _citations(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    parents = 0
    for number, mention in enumerate(draft.mentions, start=1):
        where = _from(file, mention.section, mention.place)
        if mention.is_opening:
            parents += 1
            yield ParentRow(
                plan_key=plan_key,
                parent_no=parents,
                number=mention.number,
                document_date=mention.document_date,
                issuer=mention.issuer,
                **where,
            )
        yield CitationRow(
            plan_key=plan_key,
            citation_no=number,
            number=mention.number,
            document_date=mention.document_date,
            document_type=mention.document_type,
            issuer=mention.issuer,
            section=mention.section,
            role="implements" if mention.is_opening else "reference",
            **where,
        )


def _amendments(draft: PlanDraft, file: SourceFile, plan_key: str) -> Iterator[RawRow]:
    for number, amendment in enumerate(draft.amendments, start=1):
        yield AmendmentRow(
            plan_key=plan_key,
            amendment_no=number,
            relation=amendment.relation,
            number=amendment.number,
            document_date=amendment.document_date,
            issuer=amendment.issuer,
            is_called_plan=amendment.is_called_plan,
            **_from(file, "", amendment.place),
        )
