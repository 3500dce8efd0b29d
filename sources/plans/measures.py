"""Measures (giải pháp) of the body: bullets, sub-bullets, numbered items and lone paragraphs of task parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from sources.plans.headings import area_of_text
from sources.plans.outline import Item
from sources.vietnamese.normal import fold_spaces


@dataclass(slots=True)
class MeasureDraft:
    """One measure; parent: index of the bullet that a sub-bullet belongs to, in the same list."""

    item: Item
    description: str
    area: str | None
    parent: int | None = None


def read_measures(items: Iterable[Item], *, by_content: bool) -> list[MeasureDraft]:
    """Measures among the items of task parts, in reading order. Paragraphs that lead to a list are none.

    by_content: outside a part of one reform area, the area follows from what is said.
    """
    drafts: list[MeasureDraft] = []
    parent: int | None = None
    section = None
    for item in items:
        if item.part.section != section:
            section, parent = item.part.section, None
        if item.part.role != "tasks" or (item.depth == 0 and not item.is_alone) or item.text.startswith("("):
            continue
        description = without_last_sign(item.text)
        area = item.part.area or (area_of_text(description) if by_content else None)
        draft = MeasureDraft(item, description, area, parent if item.depth == 2 else None)
        if item.depth < 2:
            parent = len(drafts)
        drafts.append(draft)
    return drafts


def without_last_sign(text: str) -> str:
    """Text without one closing semicolon or full stop; a closing colon stays, and so does an ellipsis."""
    bare = fold_spaces(text).removesuffix("/").rstrip()
    return bare[:-1].rstrip() if bare.endswith((";", ".")) and not bare.endswith("..") else bare
