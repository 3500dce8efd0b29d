"""Words that code asks for by their whole path, as `book.words.plan.title` does, or `words.title` where `words` is
`book.words.plan`. A word that shares only its last name with another is not meant."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Known = Mapping[str, tuple[str, ...]]
"""Name in the code -> path of the block that it stands for."""


def words_of(root: Path) -> frozenset[str]:
    """Every path that the code and the templates below a folder ask for."""
    found = {path for file in root.rglob("*.py") for path in words_of_code(ast.parse(file.read_text(encoding="utf-8")))}
    for file in root.rglob("*.j2"):
        found |= set(re.findall(r"\bw\.([a-z_0-9.]+)", file.read_text(encoding="utf-8")))
    return frozenset(found)


def words_of_code(tree: ast.AST, known: Known | None = None) -> Iterator[str]:
    """Every path that a piece of code asks for; known: names that were given outside it."""
    known = known or {}
    for node in ast.iter_child_nodes(tree):
        inside = known
        if isinstance(node, ast.FunctionDef):
            inside = {**known, **_given(node, known)}
        elif isinstance(node, ast.ClassDef):
            inside = {**known, **{k: v for k, v in _given(node, known).items() if k.startswith("self.")}}
        elif (path := _path(node, known)) is not None:
            yield ".".join(path)
        yield from words_of_code(node, inside)


def _given(scope: ast.AST, known: Known) -> Known:
    """What the names that are assigned in a scope stand for, where they stand for a block of words."""
    found = dict(known)
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target, value in _pairs(node.targets[0], node.value):
                path = _path(value, found)
                if path is not None:
                    found[".".join(_chain(target))] = path
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value


def _path(node: ast.AST, known: Known) -> tuple[str, ...] | None:
    """The path of a word or block that an expression asks for; None where it asks for none."""
    names = _chain(node)
    for length in range(len(names), 0, -1):
        block = known.get(".".join(names[:length]))
        if block is not None:
            return (*block, *names[length:])
    return tuple(names[names.index("words") + 1 :]) if "words" in names else None


def _chain(node: ast.AST) -> Sequence[str]:
    """["book", "words", "plan"] of `book.words.plan`, or of `book.words["plan"]`."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [*_chain(node.value), node.attr]
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        return [*_chain(node.value), node.slice.value]
    return ["?"]
