"""The seed that names findings for people is held to the code that raises them."""

import csv
from pathlib import Path

from tests.dbt_project.finding_kinds import MADE_OF_COLUMNS, kinds_in

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "dbt_project" / "seeds"


def _column(seed: str, column: str) -> list[str]:
    with (SEEDS / seed).open(encoding="utf-8", newline="") as lines:
        return [line[column] for line in csv.DictReader(lines)]


def _raised() -> set[str]:
    literals, _ = kinds_in(ROOT / "sources")
    made = {
        f"{pattern.partition('{')[0]}{column}" for pattern, columns in MADE_OF_COLUMNS.items() for column in columns
    }
    return literals | made | set(_column("finding_rules.csv", "kind"))


def test_every_kind_of_finding_has_a_vietnamese_name() -> None:
    assert sorted(_raised() - set(_column("finding_kinds.csv", "kind"))) == []


def test_every_name_belongs_to_a_kind_that_something_raises() -> None:
    assert sorted(set(_column("finding_kinds.csv", "kind")) - _raised()) == []


def test_a_kind_put_together_from_a_column_is_declared() -> None:
    _, patterns = kinds_in(ROOT / "sources")
    assert patterns == set(MADE_OF_COLUMNS)


def test_kinds_are_in_order_and_named_once() -> None:
    kinds = _column("finding_kinds.csv", "kind")
    names = _column("finding_kinds.csv", "kind_name")
    assert kinds == sorted(set(kinds))
    assert len(set(names)) == len(names)
