"""Mutants that no input can tell from the original: rows of `equivalent.csv`, each with the reason why."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.mutation.mutants import Mutant

FILE = Path(__file__).with_name("equivalent.csv")


class Place(NamedTuple):
    """What names a mutant over time: the file, the line as it stands (line numbers move), and the change."""

    file: str
    line: str
    change: str


def place(file: str, mutant: Mutant) -> Place:
    """Where a mutant stands."""
    return Place(file, mutant.line, mutant.change)


def read(path: Path = FILE) -> dict[Place, str]:
    """Place -> reason; a row without a reason is a ValueError."""
    with path.open(encoding="utf-8", newline="") as lines:
        found = {Place(row["file"], row["line"], row["change"]): row["reason"] for row in csv.DictReader(lines)}
    without = [at for at, reason in found.items() if not reason.strip()]
    if without:
        raise ValueError(f"no reason: {without}")
    return found


def unmatched(known: Iterable[Place], made: Iterable[Place], files: Iterable[str]) -> list[Place]:
    """Rows about these files that no mutant answers to any more."""
    there, asked = set(made), set(files)
    return sorted(at for at in known if at.file in asked and at not in there)
