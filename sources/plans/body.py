"""The body of a plan: goals, measures and duties by the part they stand in."""

from typing import Literal

from sources.plans.duties import read_duties
from sources.plans.headings import is_closing
from sources.plans.listed_tasks import read_listed_tasks
from sources.plans.measures import read_measures
from sources.plans.outline import Item, Outline, Part
from sources.plans.owners import read_owned
from sources.plans.plan_draft import PlanDraft
from sources.plans.targets import Place, read_clauses

_NO_HEADING = "không có đề mục"


def read_body(draft: PlanDraft, outline: Outline) -> None:
    """Fill in what the parts of the body hold, by the role of each part."""
    for item in outline.items:
        role = item.part.role
        if role == "goals":
            draft.take_goals(read_clauses(item.text, _at(item, draft, "goal")), item.section, item.block.place)
        elif role in {"tasks", "duties"}:
            for text in _own_words(item):
                found = read_clauses(text, _at(item, draft, "commitment"))
                draft.take_commitments(found, item.section, item.block.place)
        elif role == "requirements":
            for target in read_clauses(item.text, _at(item, draft, "commitment")).targets:
                draft.hold("figure_outside_goals", item.section, item.block.place, target.statement)
    _read_unknown_parts(draft, outline)
    listed = read_listed_tasks(outline)
    draft.tasks.extend(listed.tasks)
    for task in listed.headings:
        if task.part is not None:
            at = _place(task.part, task.section, task.line.place, draft, "commitment")
            draft.take_commitments(read_clauses(task.description, at), at.section, at.place)
    measures = [item for at, item in enumerate(outline.items) if at not in listed.taken]
    draft.measures = read_measures(measures, by_content=draft.is_reform)
    draft.duties = read_duties(outline.items, draft.one_year)


def _own_words(item: Item) -> list[str]:
    """What an item says without its labels: owners and deadlines hold no commitments, the product may."""
    labelled = read_owned(item.text)
    texts = (labelled.rest, labelled.cells.get("activity"), labelled.cells.get("product"))
    return [text for text in texts if text] if labelled.cells else [item.text]


def _read_unknown_parts(draft: PlanDraft, outline: Outline) -> None:
    """Parts whose headings no rule knows: their contents are held back, one finding a part."""
    unknown: dict[int, list[Item]] = {}
    for item in outline.items:
        if item.part.role is None and not item.text.startswith("(") and not is_closing(item.text):
            unknown.setdefault(id(item.part), []).append(item)
    for items in unknown.values():
        first = items[0]
        draft.hold("unknown_part", first.part.section, first.block.place, first.part.title or _NO_HEADING, len(items))


def _at(item: Item, draft: PlanDraft, kind: Literal["goal", "commitment"]) -> Place:
    return _place(item.part, item.section, item.block.place, draft, kind)


def _place(part: Part, section: str, place: str, draft: PlanDraft, kind: Literal["goal", "commitment"]) -> Place:
    return Place(
        section=section,
        place=place,
        source="body",
        kind=kind,
        years=part.years or draft.years,
        area=part.area,
        dimension=part.dimension,
        is_reform=draft.is_reform,
    )
