"""Every rule that the reader names stands in the book, and every sentence gets the words that it asks for."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from sources.results.rules.book import RULES
from tests.places import PROJECT

_FOLDER = PROJECT / "sources" / "results"
# Calls that say a rule, with the position of its kind.
_SAYING = {"say": 0, "warn": 1, "HeldBackError": 0, "say_of": 1}
# The reader gives these to every sentence of the call: what stands in the cell.
_GIVEN = {"say": {"value"}, "warn": {"value"}, "HeldBackError": set[str](), "say_of": set[str]()}


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    for path in sorted(_FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                position = _SAYING.get(name)
                if position is not None and len(node.args) > position:
                    kind = node.args[position]
                    if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
                        yield name, kind.value, node


CALLS = [pytest.param(*call, id=f"{call[1]}-{number}") for number, call in enumerate(_calls())]


@pytest.mark.parametrize(("name", "kind", "call"), CALLS)
def test_a_rule_that_is_said_stands_in_the_book_with_all_its_words(name: str, kind: str, call: ast.Call) -> None:
    rule = RULES[kind]
    asked = {field for text in (rule.sentence, rule.remedy) for _, field, _, _ in Formatter().parse(text) if field}
    if any(keyword.arg is None for keyword in call.keywords):
        return
    given = {str(keyword.arg) for keyword in call.keywords} | _GIVEN[name]
    assert asked <= given, asked - given


def test_calls_are_found_at_all() -> None:
    assert len(CALLS) > 50


def test_sentences_go_on_from_a_frame_and_remedies_stand_alone() -> None:
    for kind, rule in RULES.items():
        assert not rule.sentence.endswith("."), kind
        assert rule.remedy.endswith("."), kind
        assert rule.remedy[0].isupper(), kind


def test_the_book_is_in_order_and_says_each_rule_once() -> None:
    lines = (Path(_FOLDER) / "rules" / "rules.csv").read_text(encoding="utf-8").splitlines()[1:]
    kinds = [line.partition(",")[0] for line in lines]
    assert kinds == sorted(set(kinds))
