"""The body of a plan: goals, measures and duties by the part they stand in."""

from typing import Literal

from sources.plans.duties import read_duties
from sources.plans.headings import is_closing
from sources.plans.measures import read_measures
from sources.plans.outline import Item, Outline
from sources.plans.plan_draft import PlanDraft
from sources.plans.targets import Place, read_clauses


def read_body(draft: PlanDraft, outline: Outline) -> None:
    """Fill in what the parts of the body hold, by the role of each part."""
    for item in outline.items:
        role = item.part.role
        if role == "goals":
            draft.take_goals(read_clauses(item.text, _at(item, draft, "goal")), item.section, item.block.place)
        elif role in {"tasks", "duties"}:
            found = read_clauses(item.text, _at(item, draft, "commitment"))
            draft.take_commitments(found, item.section, item.block.place)
        elif role == "requirements":
            for target in read_clauses(item.text, _at(item, draft, "commitment")).targets:
                draft.hold("figure_outside_goals", item.section, item.block.place, target.statement)
    _read_unknown_parts(draft, outline)
    draft.measures = read_measures(outline.items, by_content=draft.is_reform)
    draft.duties = read_duties(outline.items, draft.one_year)


def _read_unknown_parts(draft: PlanDraft, outline: Outline) -> None:
    """Parts whose headings no rule knows: their contents are held back, one finding a part."""
    unknown: dict[int, list[Item]] = {}
    for item in outline.items:
        if item.part.role is None and item.part.section and not item.text.startswith("(") and not is_closing(item.text):
            unknown.setdefault(id(item.part), []).append(item)
    for items in unknown.values():
        first = items[0]
        draft.hold("unknown_part", first.part.section, first.block.place, first.part.title, len(items))


def _at(item: Item, draft: PlanDraft, kind: Literal["goal", "commitment"]) -> Place:
    return Place(
        section=item.section,
        place=item.block.place,
        source="body",
        kind=kind,
        years=item.part.years or draft.years,
        area=item.part.area,
        dimension=item.part.dimension,
        is_reform=draft.is_reform,
    )
