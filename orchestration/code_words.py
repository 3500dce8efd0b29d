"""The lists of codes that columns hold, with their words: the two seeds that keep them, as the dictionary prints them.

Every column of the public tables that holds codes names its list; tests hold the lists to the values that a column
accepts, to those that occur, and the words to those of the pages.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from orchestration.resources import PROJECT

_SEEDS = PROJECT / "dbt_project" / "seeds"


@dataclass(frozen=True)
class Code:
    """A code of a list. meaning: "" where the words say it."""

    code: str
    word: str
    meaning: str


@dataclass(frozen=True)
class Use:
    """A list that a column uses. applies_when: the rows that use it, "" for all."""

    domain: str
    applies_when: str


@cache
def lists() -> dict[str, tuple[Code, ...]]:
    """Every list of codes by its name, in reading order."""
    found: dict[str, list[Code]] = defaultdict(list)
    for row in sorted(_rows("code_words"), key=lambda row: (row["domain"], int(row["code_order"]))):
        found[row["domain"]].append(Code(row["code"], row["word"], row["meaning"]))
    return {domain: tuple(codes) for domain, codes in found.items()}


@cache
def uses() -> dict[tuple[str, str], tuple[Use, ...]]:
    """The lists that a column uses, by table and column."""
    found: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for row in _rows("code_columns"):
        found[row["table_name"], row["column_name"]].append(Use(row["domain"], row["applies_when"]))
    return {column: tuple(used) for column, used in found.items()}


def _rows(seed: str) -> Iterator[dict[str, str]]:
    with (_SEEDS / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
