"""Numbers that jump and numbers used twice: headings and numbered items of the body, rows and groups of the annex."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.documents.blocks import Block
from sources.plans.numbering import read_number, roman_value
from sources.plans.outline import Outline
from sources.plans.remarks import Remark, place_text, remark, twice

# Letters in the order of Vietnamese lists; many lists leave out đ after d.
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_SKIPPED = "đ"
# "1)" and "a)" begin again wherever a paragraph needs them; so do numbered paragraphs that are no headings.
_FREE_RANK = 6.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or numbered item; number is "" where it has none. is_free: its list may begin again."""

    number: str
    rank: float
    place: str
    is_free: bool


def body_numbers(outline: Outline, blocks: Sequence[Block]) -> Iterator[Remark]:
    """Findings about the numbers of headings and items."""
    for siblings in _lists(_entries(outline, blocks)):
        yield from _jumps(siblings)
        yield from _repeats(siblings)


def _entries(outline: Outline, blocks: Sequence[Block]) -> list[Entry]:
    order = {id(block): index for index, block in enumerate(blocks)}
    found: list[tuple[int, Entry]] = []
    for part, block in outline.headings:
        number = read_number(block.text)
        place = place_text(part.section, block.place)
        found.append((order[id(block)], Entry(number.number if number else "", part.rank, place, is_free=False)))
    for item in outline.items:
        number = read_number(item.block.text) if item.number else None
        if number is not None:
            place = place_text(item.section, item.block.place)
            found.append((order[id(item.block)], Entry(number.number, number.rank, place, is_free=True)))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _lists(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Siblings: entries of one rank with nothing of a higher rank between them."""
    open_lists: dict[float, list[Entry]] = {}
    for entry in entries:
        for rank in [rank for rank in open_lists if rank > entry.rank]:
            yield open_lists.pop(rank)
        if not entry.number:
            continue
        siblings = open_lists.setdefault(entry.rank, [])
        if siblings and _starts_anew(siblings[-1], entry):
            yield siblings
            siblings = open_lists[entry.rank] = []
        siblings.append(entry)
    yield from open_lists.values()


def _starts_anew(last: Entry, entry: Entry) -> bool:
    if _stem(last.number) != _stem(entry.number):
        return True
    return value_of(entry.number) == 1 and (entry.is_free or entry.rank >= _FREE_RANK)


def _stem(number: str) -> str:
    """ "2." of "2.1"; nothing for numbers of one level."""
    return number[: number.rfind(".") + 1]


def value_of(number: str) -> int | None:
    """Place of a number in its list: 4 for "IV", "4", "2.4"; 5 for "đ". None for words."""
    last = number.rsplit(".", 1)[-1].split(" ")[-1]
    if last.isdigit():
        return int(last)
    if len(last) == 1 and last in _LETTERS:
        return _LETTERS.index(last) + 1
    return roman_value(last)


def follows(before: str, after: str) -> bool:
    """Whether no number is missing between two neighbours of a list; going back is no jump."""
    first, second = value_of(before), value_of(after)
    if first is None or second is None or second <= first + 1:
        return True
    return second == first + 2 and first < len(_LETTERS) and before.isalpha() and _LETTERS[first] == _SKIPPED


def _jumps(siblings: Sequence[Entry]) -> Iterator[Remark]:
    for before, after in pairwise(siblings):
        if not follows(before.number, after.number):
            yield remark("section_missing", after.place, f"từ {before.number} sang {after.number}")
    first = siblings[0]
    if len(siblings) > 1 and not first.is_free and first.rank < _FREE_RANK and (value_of(first.number) or 1) > 1:
        yield remark("section_missing", first.place, f"bắt đầu từ {first.number}")


def _repeats(siblings: Sequence[Entry]) -> Iterator[Remark]:
    """One finding for a run of numbers used again: III, IV after IV is one slip."""
    first: dict[str, Entry] = {}
    run: list[Entry] = []
    for entry in siblings:
        if entry.number in first:
            run.append(entry)
            continue
        yield from _run(run, first)
        run = []
        first[entry.number] = entry
    yield from _run(run, first)


def _run(run: Sequence[Entry], first: dict[str, Entry]) -> Iterator[Remark]:
    if run:
        numbers = ", ".join(dict.fromkeys(entry.number for entry in run))
        yield twice(
            "numbering_repeated", numbers, (first[run[0].number].place, run[0].number), (run[0].place, run[0].number)
        )
