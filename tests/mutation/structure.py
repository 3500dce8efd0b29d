"""Changes of several tokens: branches of `case`, conditions, arguments, keys of an order. Pure."""

from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.edits import Edit
from tests.mutation.exclusion import exclude_each_other
from tests.mutation.tokens import Token, matching_end, parts, tokens

_ARGUMENTS_THAT_FALL = {"coalesce", "greatest", "least", "nullif"}
# What ends an operand of and/or, or a condition, at its own depth.
_ENDS = {
    *("and", "or", "when", "then", "else", "where", "on", "qualify", "having", "group", "order", "window", "select"),
    *("from", "left", "inner", "cross", "semi", "anti", "join", "union", "limit", "except", "partition", "as", ","),
}


def structure_edits(text: str) -> Iterator[Edit]:
    """Every change of a branch, a condition, an argument or the key of an order."""
    found = tokens(text)
    for at, token in enumerate(found):
        if token.text == "case":
            yield from _branches(text, found, at)
        elif token.text in ("and", "or"):
            yield from _operands(text, found, at)
        elif token.text in ("where", "qualify"):
            yield from _condition(text, found, at)
        elif token.text in _ARGUMENTS_THAT_FALL and at + 1 < len(found) and found[at + 1].text == "(":
            yield from _arguments(text, found, at)
        elif token.text == "order" and at + 1 < len(found) and found[at + 1].text == "by":
            yield from _order(found, at)


def _branches(text: str, found: list[Token], at: int) -> Iterator[Edit]:
    """A branch dropped, neighbours swapped, `else` dropped. Neighbours that exclude each other by their literals are
    left where they are: swapping them says the same."""
    end = matching_end(found, at)
    depth = found[at].depth + 1
    marks = [i for i in range(at + 1, end) if found[i].depth == depth and found[i].text in ("when", "else")]
    spans = [(found[one].start, found[other - 1].end) for one, other in pairwise([*marks, end])]
    whens = [i for i, mark in enumerate(marks) if found[mark].text == "when"]
    has_else = len(whens) < len(marks)
    is_simple = bool(marks) and marks[0] > at + 1
    for i in whens if len(whens) > 1 else []:
        yield Edit(*spans[i], "", f"branch dropped: {_shown(text, spans[i])}")
    if len(whens) == 1 and has_else:
        alone = text[found[marks[1]].end : spans[1][1]].strip()
        yield Edit(found[at].start, found[end].end, alone, f"branch dropped: {_shown(text, spans[0])}")
    if has_else and found[marks[-1] + 1].text != "null":
        yield Edit(*spans[len(whens)], "", f"branch dropped: {_shown(text, spans[-1])}")
    for one, other in pairwise(whens):
        if is_simple or exclude_each_other(*(_conditions(found, marks[i]) for i in (one, other))):
            continue
        (start, middle), (next_start, finish) = spans[one], spans[other]
        swapped = text[next_start:finish] + text[middle:next_start] + text[start:middle]
        yield Edit(start, finish, swapped, f"branches swapped: {_shown(text, spans[one])}")


def _conditions(found: list[Token], when: int) -> list[Token]:
    """What stands between `when` and its `then`."""
    then = next(i for i in range(when, len(found)) if found[i].text == "then" and found[i].depth == found[when].depth)
    return found[when + 1 : then]


def _operands(text: str, found: list[Token], at: int) -> Iterator[Edit]:
    """One side of and/or dropped; the left side only of the first of a chain, so that none is dropped twice."""
    left, right = _reach(found, at, -1), _reach(found, at, 1)
    if right == at or _is_between(found, at, left):
        return
    right_span = found[at].start, found[right].end
    yield Edit(*right_span, "", f"dropped: {_shown(text, right_span)}")
    if 0 < left < at and found[left - 1].text not in ("and", "or"):
        left_span = found[left].start, found[at].end
        yield Edit(*left_span, "", f"dropped: {_shown(text, left_span)}")


def _reach(found: list[Token], at: int, step: int) -> int:
    """The last token of the operand on one side."""
    depth, reached, index = found[at].depth, at, at + step
    while 0 <= index < len(found):
        token = found[index]
        if token.depth < depth or (token.depth == depth and _ends(found, index)):
            break
        reached, index = index, index + step
    return reached


def _ends(found: list[Token], at: int) -> bool:
    """`is distinct from` ends nothing."""
    token = found[at]
    return token.kind == "statement" or (token.text in _ENDS and found[at - 1].text != "distinct")


def _is_between(found: list[Token], at: int, left: int) -> bool:
    return any(token.text == "between" and token.depth == found[at].depth for token in found[left:at])


def _condition(text: str, found: list[Token], at: int) -> Iterator[Edit]:
    """A whole condition dropped: where, qualify, filter (where ...)."""
    last, index = at, at + 1
    while index < len(found) and found[index].depth >= found[at].depth:
        if (
            found[index].depth == found[at].depth
            and _ends(found, index)
            and found[index].text not in ("and", "or", ",")
        ):
            break
        last, index = index, index + 1
    start, finish = found[at].start, found[last].end
    if at > 1 and found[at - 2].text == "filter":
        start, finish = found[at - 2].start, found[min(last + 1, len(found) - 1)].end
    if last > at:
        yield Edit(start, finish, "", f"dropped: {_shown(text, (start, finish))}")


def _arguments(text: str, found: list[Token], at: int) -> Iterator[Edit]:
    end = matching_end(found, at + 1)
    spans = [(found[one].start, found[last].end) for one, last in parts(found, at + 1, end) if one <= last]
    inside = found[at + 1].end, found[end].start
    words = [text[start:finish] for start, finish in spans]
    falling = range(1, len(words)) if found[at].text == "nullif" else range(len(words))
    for i in falling if len(words) > 1 else []:
        kept = words[:i] + words[i + 1 :]
        if len(kept) == 1:
            yield Edit(found[at].start, found[end].end, f"({kept[0]})", f"argument dropped: {_shown(text, spans[i])}")
        else:
            yield Edit(*inside, ", ".join(kept), f"argument dropped: {_shown(text, spans[i])}")
    if found[at].text == "coalesce":
        for i in range(len(words) - 1):
            swapped = [*words[:i], words[i + 1], words[i], *words[i + 2 :]]
            yield Edit(*inside, ", ".join(swapped), f"arguments swapped: {_shown(text, spans[i])}")


def _order(found: list[Token], at: int) -> Iterator[Edit]:
    """A key without a direction turned round; the words asc and desc are changed as words."""
    depth, index = found[at].depth, at + 2
    while index < len(found) and found[index].depth >= depth and found[index].kind != "statement":
        following = found[index + 1] if index + 1 < len(found) else None
        ends = following is None or following.depth < depth or following.kind == "statement" or following.text == ","
        nulls = following is not None and following.text == "nulls"
        key = found[index].text not in ("asc", "desc", "first", "last", ",")
        if found[index].depth == depth and key and (ends or nulls) and (following is None or following.depth <= depth):
            yield Edit(found[index].end, found[index].end, " desc", f"order turned: {found[index].text}")
        if found[index].text in ("limit", "rows", "range", "window", "union"):
            break
        index += 1


def _shown(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[slice(*span)].split())
