"""Small changes of single tokens: operators, constants, words that have an opposite. Pure; what a change of several
tokens is (branches, conditions, arguments) belongs in `structure`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tests.mutation.tokens import Token, inner_tokens, tokens


@dataclass(frozen=True, slots=True)
class Edit:
    """Text from `start` to `end` becomes `replacement`."""

    start: int
    end: int
    replacement: str
    change: str


# The boundary and the opposite of a comparison.
_COMPARISONS = {
    ">=": (">", "<"),
    ">": (">=", "<="),
    "<=": ("<", ">"),
    "<": ("<=", ">="),
    "=": ("<>",),
    "<>": ("=",),
}
_WORDS = {
    "and": "or",
    "or": "and",
    "true": "false",
    "false": "true",
    "desc": "asc",
    "asc": "desc",
    "first": "last",
    "last": "first",
}
_FUNCTIONS = {
    "min": "max",
    "max": "min",
    "sum": "max",
    "greatest": "least",
    "least": "greatest",
    "lead": "lag",
    "lag": "lead",
    "bool_and": "bool_or",
    "bool_or": "bool_and",
}
_BEFORE_AN_OPERAND = {
    *("select", "and", "or", "not", "when", "then", "else", "case", "where", "on", "by", "in", "between", "over"),
    *("distinct", "from", "as", "is", "having", "qualify", "filter"),
}
_TYPES = {"decimal", "varchar", "numeric"}


def token_edits(text: str) -> Iterator[Edit]:
    """Every change of one token of the SQL, and of the Jinja within it."""
    found = tokens(text)
    between = 0
    for at, token in enumerate(found):
        if token.kind in ("expression", "statement"):
            yield from _in_jinja(text, token)
        elif token.text == "between":
            between += 1
        elif token.text == "and" and between:
            between -= 1
        else:
            yield from _of_token(found, at)


def _of_token(found: list[Token], at: int) -> Iterator[Edit]:
    token = found[at]
    before, after = _text(found, at - 1), _text(found, at + 1)
    if token.kind == "string":
        yield _literal(token)
        yield from _alternatives(token)
    elif token.kind == "number":
        if not _is_of_a_type(found, at):
            yield from _numbers(token)
    elif token.kind == "sign":
        for other in _COMPARISONS.get(token.text, ()):
            yield _to(token, other)
        if token.text in "+-*" and _is_operand(found, at - 1) and after not in (",", ")", "exclude"):
            yield _to(token, {"+": "-", "-": "+", "*": "+"}[token.text])
    elif token.text in ("first", "last"):
        if before == "nulls":
            yield _to(token, _WORDS[token.text])
    elif token.text in _WORDS:
        yield _to(token, _WORDS[token.text])
    elif token.text in _FUNCTIONS and after == "(":
        yield _to(token, _FUNCTIONS[token.text])
    elif token.text == "is":
        yield (
            Edit(token.end, token.end, " not", "is → is not") if after != "not" else _drop(found[at + 1], "is not → is")
        )
    elif token.text == "not" and before != "is":
        yield _drop(token, f"not {after} → {after}")
    elif token.text == "distinct" and before in ("(", "select"):
        yield _drop(token, "distinct dropped")
    elif token.text in ("left", "inner") and after == "join":
        yield _to(token, "inner" if token.text == "left" else "left")
    elif token.text in ("semi", "anti") and after == "join":
        yield _to(token, "anti" if token.text == "semi" else "semi")
    elif token.text == "union":
        yield _drop(found[at + 1], "union all → union") if after == "all" else _to(token, "union all")


def _in_jinja(text: str, outer: Token) -> Iterator[Edit]:
    """Constants and operators of a Jinja expression or statement. The text given to a macro is a name of the SQL around
    it, not a constant; what a macro returns, or a loop goes through, is."""
    inner = inner_tokens(text, outer)
    first = next((token.text for token in inner if token.text != "-"), "")
    is_call = outer.kind == "expression" and first != "return" and any(token.text == "(" for token in inner)
    for at, token in enumerate(inner):
        if token.kind == "string" and not is_call:
            yield _literal(token)
        elif token.kind == "number":
            yield from _numbers(token)
        elif token.text in ("and", "or"):
            yield _to(token, _WORDS[token.text])
        elif token.text == "not":
            yield _drop(token, f"not {_text(inner, at + 1)} → {_text(inner, at + 1)}")
        elif token.text in ("==", "!="):
            yield _to(token, "!=" if token.text == "==" else "==")
        elif token.text in ("+", "-") and 0 < at < len(inner) - 1 and _is_operand(inner, at - 1):
            yield _to(token, "-" if token.text == "+" else "+")


def _literal(token: Token) -> Edit:
    return Edit(token.end - 1, token.end - 1, "~", f"{token.text} → {token.text[:-1]}~{token.text[-1]}")


def _alternatives(token: Token) -> Iterator[Edit]:
    """Each alternative of a pattern dropped: '(a|b)'."""
    for group in re.finditer(r"\(([^()|]*(?:\|[^()|]*)+)\)", token.text):
        words = group.group(1).split("|")
        for i, word in enumerate(words):
            kept = "|".join([*words[:i], *words[i + 1 :]])
            start = token.start + group.start(1)
            yield Edit(start, start + len(group.group(1)), kept, f"alternative dropped: {word}")


def _numbers(token: Token) -> Iterator[Edit]:
    """One more and one less, in the last digit written."""
    step = Decimal(1).scaleb(min(0, int(Decimal(token.text).as_tuple().exponent)))
    yield _to(token, str(Decimal(token.text) + step))
    yield _to(token, str(Decimal(token.text) - step))


def _is_of_a_type(found: list[Token], at: int) -> bool:
    """decimal(18, 4): types are held by contracts."""
    back = next((index for index in range(at, -1, -1) if found[index].depth < found[at].depth), -1)
    return back > 0 and found[back - 1].text in _TYPES


def _is_operand(found: list[Token], at: int) -> bool:
    token = found[at] if at >= 0 else None
    if token is None:
        return False
    return token.kind in ("number", "expression", "string") or (
        token.text == ")" or (token.kind == "word" and token.text not in _BEFORE_AN_OPERAND)
    )


def _text(found: list[Token], at: int) -> str:
    return found[at].text if 0 <= at < len(found) else ""


def _to(token: Token, other: str) -> Edit:
    return Edit(token.start, token.end, other, f"{token.text} → {other}")


def _drop(token: Token, change: str) -> Edit:
    return Edit(token.start, token.end, "", change)
