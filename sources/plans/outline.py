"""The outline of a plan's body: which part each paragraph and bullet stands in, and what that part is about.

Parts are told by their numbers, with or without mark-up; the same Roman number may come twice. What a part holds
(goals, requirements, tasks, duties, funding) follows from its heading, else from the heading above.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sources.documents.blocks import Block
from sources.plans.headings import Role, area_of, dimension_of, names_papi, role_of
from sources.plans.labels import OWNING
from sources.plans.numbering import Number, read_number
from sources.plans.owners import read_owned
from sources.plans.years import Years, read_years

# A numbered line that ends like a sentence is an item; a heading rarely runs to this length.
_HEADING_LENGTH = 120
# Headings without a number stand below numbered ones, or above all where the plan has no Roman numbers.
_UNNUMBERED_RANK = 5.0
# The name of a table or picture above it: "Bảng 1. Chỉ tiêu ..." says nothing that the table does not.
_CAPTION = re.compile(r"^(?:Bảng|Biểu|Hình|Biểu đồ)\s+(?:số\s+)?\d+\s*[.:\-–]", re.IGNORECASE)
_FUNDING = re.compile(
    r"^(?:(?:tổng|nguồn|dự toán)\s+)?kinh phí(?:\s+(?:thực hiện|dự kiến|bố trí|được|bảo đảm)|\s*[:,])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with all that it passes on. section: numbers from the top, "II.2.1"; title without its number.

    is_papi: what stands under it goes by dimension, not by area.
    """

    section: str
    title: str
    rank: float
    number: str
    role: Role | None = None
    area: str | None = None
    dimension: str | None = None
    years: Years | None = None
    is_papi: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, bullet or numbered item. depth: 0 paragraph, 1 bullet or numbered item, 2 sub-bullet."""

    block: Block
    part: Part
    text: str
    depth: int
    number: str | None = None
    is_alone: bool = False

    @property
    def section(self) -> str:
        """Section with the item's own number where it has one."""
        own = (self.number or "").removeprefix(f"{self.part.number}.") if self.part.number else self.number
        return ".".join(piece for piece in (self.part.section, own) if piece)


@dataclass(frozen=True, slots=True)
class Outline:
    """Parts and items in reading order; headings keep their block for citations in them."""

    items: tuple[Item, ...]
    headings: tuple[tuple[Part, Block], ...]


def read_outline(blocks: Sequence[Block], first_year: int | None, *, is_papi: bool) -> Outline:
    """Outline of the body blocks; table rows are left to the annex reader."""
    written = [block for block in blocks if block.kind != "table_row"]
    over_table = {
        id(block) for block, below in pairwise(blocks) if block.kind != "table_row" and below.kind == "table_row"
    }
    numbers = [read_number(block.text) for block in written]
    has_roman = any(number is not None and number.rank == 1 for number in numbers)
    stack: list[Part] = []
    items: list[Item] = []
    headings: list[tuple[Part, Block]] = []
    top = Part("", "", -1, "", is_papi=is_papi)
    for index, (block, number) in enumerate(zip(written, numbers, strict=True)):
        if block.kind == "bullet":
            number = None
        follower = written[index + 1] if index + 1 < len(written) else None
        below = follower is not None and _is_below(follower, numbers[index + 1], number)
        if _is_heading(block, number, follower, below=below) or (
            id(block) in over_table and _heads_table(block, number)
        ):
            heading = number or Number("", _rank(block, has_roman), block.text)
            while stack and stack[-1].rank >= heading.rank:
                stack.pop()
            part = _part(heading, stack[-1] if stack else top, first_year)
            stack.append(part)
            headings.append((part, block))
            continue
        part = stack[-1] if stack else top
        while number is not None and part.rank >= number.rank and stack:
            stack.pop()
            part = stack[-1] if stack else top
        depth = block.level if block.kind == "bullet" else (1 if number else 0)
        items.append(Item(block, part, number.rest if number else block.text, depth, number.number if number else None))
    kept = [_with_own_role(item) for item in items if not _CAPTION.match(item.text)]
    return Outline(tuple(_mark_alone(kept)), tuple(headings))


def _is_below(follower: Block, follower_number: Number | None, number: Number | None) -> bool:
    if follower.kind == "bullet":
        return True
    if follower_number is None:
        return True
    return number is not None and follower_number.rank > number.rank


def _is_heading(block: Block, number: Number | None, follower: Block | None, *, below: bool) -> bool:
    if block.kind == "bullet" or follower is None or OWNING & set(read_owned(block.text).cells):
        return False  # a line that names its owner or its deadline is a task, whatever follows
    ends_as_sentence = block.text.rstrip().endswith((".", ";"))
    if block.kind == "heading":
        return True
    if number is None:
        return block.is_bold and below and not ends_as_sentence and len(block.text) <= _HEADING_LENGTH
    if block.is_bold and not ends_as_sentence:
        return True
    if ends_as_sentence:
        return below and follower.kind == "bullet" and len(block.text) <= _HEADING_LENGTH
    return below


def _heads_table(block: Block, number: Number | None) -> bool:
    """A numbered or bold line right above a table."""
    is_line = block.kind != "bullet" and len(block.text) <= _HEADING_LENGTH
    return is_line and (number is not None or block.is_bold) and not block.text.endswith((".", ";"))


def _rank(block: Block, has_roman: bool) -> float:
    return _UNNUMBERED_RANK if has_roman else block.level / 10 or 0.9


def _part(heading: Number, above: Part, first_year: int | None) -> Part:
    title = heading.rest.rstrip(":. ")
    label = heading.number or title
    if heading.number and above.number and heading.number.startswith(above.number.split()[-1] + "."):
        section = above.section[: len(above.section) - len(above.number)] + heading.number
    else:
        section = f"{above.section}.{label}" if above.section else label
    is_papi = above.is_papi or names_papi(title)
    dimension = dimension_of(title) if is_papi else None
    area = None if is_papi else area_of(title)
    years = read_years(title, first_year) if _scopes_years(title) else None
    return replace(
        above,
        section=section,
        title=title,
        rank=heading.rank,
        number=heading.number,
        role=role_of(title) or above.role or ("tasks" if area or dimension else None),
        area=area or above.area,
        dimension=dimension or above.dimension,
        years=years or above.years,
        is_papi=is_papi,
    )


def _scopes_years(title: str) -> bool:
    """ "Giai đoạn 2026 - 2030", "Mục tiêu đến năm 2025"; not "Luật ... năm 2015" inside a long heading."""
    return len(title.split()) <= 12


def _with_own_role(item: Item) -> Item:
    """ "Kinh phí: ..." among duties or tasks is about money, whatever part it stands in."""
    if item.part.role not in {"duties", "tasks"} or not _FUNDING.match(item.text):
        return item
    return replace(item, part=replace(item.part, role="funding"))


def _mark_alone(items: Sequence[Item]) -> list[Item]:
    """A paragraph that is the only content of its part is an item of its own."""
    # By the part itself: two parts may carry the same number.
    counts = Counter(id(item.part) for item in items)
    return [replace(item, is_alone=counts[id(item.part)] == 1) for item in items]
