"""Mutants of a text of SQL with Jinja. Pure.

A mutant is the text with one small change that makes the rule another one: a comparison without its boundary or turned
round, `and` for `or`, plus for minus, a constant with another last digit or letter, a branch of a `case` dropped or
swapped with its neighbour, an argument, a condition or one side of it dropped, `not` dropped, an order turned round,
the least taken for the most. Comments and blanks are never changed, nor types, which contracts hold.
"""

from collections import Counter
from dataclasses import dataclass

from tests.mutation.edits import token_edits
from tests.mutation.structure import structure_edits


@dataclass(frozen=True, slots=True)
class Mutant:
    """Line number and the line as it stands, what is changed, and the whole text after the change.

    Equal changes on one line are numbered, so that line and change name one mutant."""

    line_no: int
    line: str
    change: str
    text: str


def mutants(text: str) -> list[Mutant]:
    """All mutants of a text, in the order of their places."""
    edits = sorted(
        {*token_edits(text), *structure_edits(text)}, key=lambda e: (e.start, e.end, e.replacement, e.change)
    )
    lines = text.splitlines()
    made: list[Mutant] = []
    seen: Counter[tuple[int, str]] = Counter()
    for edit in edits:
        line_no = text.count("\n", 0, edit.start) + 1
        seen[line_no, edit.change] += 1
        again = seen[line_no, edit.change]
        change = edit.change if again == 1 else f"{edit.change} ({again})"
        changed = text[: edit.start] + edit.replacement + text[edit.end :]
        made.append(Mutant(line_no, lines[line_no - 1].strip(), change, changed))
    return made
