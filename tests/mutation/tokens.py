"""SQL with Jinja in it, cut into tokens: what may be changed, and what (comments, blanks) never is. Pure."""

import re
from dataclasses import dataclass
from itertools import pairwise

_PIECE = re.compile(
    r"""
      (?P<blank>\s+|\{\#.*?\#\}|--[^\n]*)
    | (?P<expression>\{\{.*?\}\})
    | (?P<statement>\{%.*?%\})
    | (?P<string>'(?:\{\{.*?\}\}|[^'])*')
    | (?P<name>"[^"]*")
    | (?P<number>\d+(?:\.\d+)?)
    | (?P<word>\w+)
    | (?P<sign><=|>=|<>|!=|==|=>|->>|->|::|\|\||//|.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Inside {{ }} and {% %} both kinds of quotes make a string, and braces are no more than brackets.
_PIECE_OF_JINJA = re.compile(
    r"""
      (?P<blank>\s+)
    | (?P<string>'[^']*'|"[^"]*")
    | (?P<number>\d+(?:\.\d+)?)
    | (?P<word>\w+)
    | (?P<sign><=|>=|!=|==|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = {"(", "[", "case"}, {")", "]", "end"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: kind (expression, statement, string, name, number, word, sign), the text (a word in lower
    case), where it begins and ends, and how many brackets and `case` stand open around it."""

    kind: str
    text: str
    start: int
    end: int
    depth: int


def tokens(text: str) -> list[Token]:
    """All tokens of SQL; a Jinja expression or statement is one token."""
    return _cut(_PIECE, text, 0, len(text))


def inner_tokens(text: str, outer: Token) -> list[Token]:
    """The tokens within one Jinja expression or statement."""
    return _cut(_PIECE_OF_JINJA, text, outer.start + 2, outer.end - 2)


def matching_end(found: list[Token], at: int) -> int:
    """The index of the bracket, or `end`, that closes the one at `at`; the last index where none does."""
    for index in range(at + 1, len(found)):
        if found[index].text in _CLOSING and found[index].depth == found[at].depth:
            return index
    return len(found) - 1


def parts(found: list[Token], first: int, last: int) -> list[tuple[int, int]]:
    """The arguments between two brackets, as (first, last) indices of tokens: cut at the commas of that depth."""
    if last - first < 2:
        return []
    depth = found[first].depth + 1
    commas = [at for at in range(first + 1, last) if found[at].text == "," and found[at].depth == depth]
    return [(start + 1, end - 1) for start, end in pairwise([first, *commas, last])]


def _cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Token]:
    cut: list[Token] = []
    depth = 0
    for match in pattern.finditer(text, start, end):
        kind = match.lastgroup or ""
        if kind == "blank":
            continue
        piece = match.group().lower() if kind == "word" else match.group()
        structural = kind in ("word", "sign")
        depth -= structural and piece in _CLOSING
        cut.append(Token(kind, piece, match.start(), match.end(), depth))
        depth += structural and piece in _OPENING
    return cut
