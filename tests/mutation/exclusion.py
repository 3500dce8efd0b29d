"""Conditions that can never both hold, by their literals alone: swapping their branches says the same. Pure."""

from tests.mutation.tokens import Token

_NOTHING = "null"


def exclude_each_other(one: list[Token], other: list[Token]) -> bool:
    """Some expression may have one set of literals in the first condition and only others in the second."""
    left, right = _allowed(one), _allowed(other)
    return any(not left[name] & right[name] for name in left.keys() & right.keys())


def _allowed(condition: list[Token]) -> dict[str, set[str]]:
    """Expression -> literals it may have, of a chain of `and`: x = 'a', x in ('a', 'b'), x is null. Nothing of a chain
    that has an `or`."""
    depth = min((token.depth for token in condition), default=0)
    if any(token.text == "or" and token.depth == depth for token in condition):
        return {}
    allowed: dict[str, set[str]] = {}
    for conjunct in _conjuncts(condition, depth):
        words = [token.text for token in conjunct]
        for sign in ("=", "in", "is"):
            if words.count(sign) == 1:
                at = words.index(sign)
                literals = conjunct[at + 1 :]
                values = {token.text for token in literals if token.kind == "string" or token.text == _NOTHING}
                rest = {token.text for token in literals} - values - {"(", ")", ","}
                if values and not rest:
                    allowed["".join(words[:at])] = values
    return allowed


def _conjuncts(condition: list[Token], depth: int) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for token in condition:
        if token.text == "and" and token.depth == depth:
            found.append([])
        else:
            found[-1].append(token)
    return found
