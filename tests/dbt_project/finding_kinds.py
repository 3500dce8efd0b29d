"""Which kinds of findings the readers can raise: read from code and tables, so that a rule no test meets counts too."""

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

# Calls that name a kind, with its position among the arguments.
_NAMED_BY = {"find": 0, "add": 2, "warn": 1, "remark": 0, "HeldBackError": 0, "DocumentError": 0}
# What stands in an f-string is made of a column's name: these are the columns that can stand there.
MADE_OF_COLUMNS = {
    "unknown_{column}": ("statistic", "unit"),
}


def kinds_in(folder: Path) -> tuple[set[str], set[str]]:
    """Kinds written out in the code below `folder`, and the patterns of those that are put together."""
    expressions = [
        expression
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for expression in (*_of_call(node), *_of_choice(node))
    ]
    literals = {item.value for item in expressions if isinstance(item, ast.Constant) and isinstance(item.value, str)}
    patterns = {ast.unparse(item)[2:-1] for item in expressions if isinstance(item, ast.JoinedStr)}
    tabled = {kind for path in folder.rglob("*.csv") for kind in _of_words(path)}
    return tabled | {kind for kind in literals if kind.isidentifier()}, {
        pattern for pattern in patterns if "_{" in pattern
    }


def _of_call(node: ast.AST) -> Iterator[ast.expr]:
    """account.find("not_a_date", …) and its like."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    position = _NAMED_BY.get(name)
    if position is not None and len(node.args) > position:
        yield node.args[position]


def _of_words(path: Path) -> Iterator[str]:
    """The kinds of a table that says for each its severity and its words."""
    with path.open(encoding="utf-8", newline="") as handle:
        lines = csv.DictReader(handle)
        if {"kind", "severity"} <= set(lines.fieldnames or ()):
            yield from (line["kind"] for line in lines)


def _of_choice(node: ast.AST) -> Iterator[ast.expr]:
    """kind, what = "missing_column", …."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
        for target, value in zip(node.targets[0].elts, node.value.elts, strict=False):
            if isinstance(target, ast.Name) and target.id == "kind":
                yield value
