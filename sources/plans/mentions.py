"""Where a plan mentions documents: opening paragraphs, headings and items of the body, cells of the annex."""

from collections.abc import Sequence

from sources.documents.blocks import Block
from sources.plans.citations import find_mentions
from sources.plans.outline import Outline
from sources.plans.plan_draft import PlanDraft


def read_mentions(draft: PlanDraft, blocks: Sequence[Block], outline: Outline, body_start: int) -> None:
    """Fill in the documents mentioned, in reading order: opening paragraphs, body, annex."""
    own = draft.heading.number
    for block in blocks[draft.heading.body_start : body_start]:
        draft.mentions.extend(find_mentions(block.text, "preamble", block.place, own_number=own, is_opening=True))
    in_body: list[tuple[str, Block]] = [(part.section, block) for part, block in outline.headings]
    in_body.extend((item.section, item.block) for item in outline.items)
    order = {id(block): index for index, block in enumerate(blocks)}
    for section, block in sorted(in_body, key=lambda pair: order[id(pair[1])]):
        draft.mentions.extend(find_mentions(block.text, section, block.place, own_number=own))
    for task in (task for task in draft.tasks if not task.is_listed):
        section = task.section
        cells = [task.line.text(name) for name in task.line.cells if name != "goal" or task.has_own_goal]
        for text in cells:
            draft.mentions.extend(find_mentions(text, section, task.line.place, own_number=own))
