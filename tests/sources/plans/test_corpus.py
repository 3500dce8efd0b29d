"""The reader on plans of offices it was not made for (see corpus/README.md): floors of F1 over all of them."""

import csv
import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sources.plans.extract import extract
from sources.vietnamese.normal import fold_spaces, match_key

CORPUS = Path(__file__).with_name("corpus")
PLANS = sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir())
# Pooled over all plans (0.98 and 1.00 when this was written); single plans may fall a little below.
LEAST = 0.97
LEAST_OF_ONE = 0.9


@cache
def found(plan: str) -> dict[str, Any]:
    return extract(next((CORPUS / plan).glob(f"{plan}.*")))


def annotated(plan: str, name: str) -> list[dict[str, str]]:
    with (CORPUS / plan / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def number(text: Any) -> float | None:
    return None if text in (None, "") else float(text)


def figure(row: dict[str, Any]) -> Hashable:
    """What a target asks for, to the comparator."""
    return row["comparator"], number(row["value"]), number(row["value_max"]), row["unit"], str(row["period_end"] or "")


def units(cell: Any) -> frozenset[str]:
    return frozenset(match_key(name) for name in (cell if isinstance(cell, list) else cell.split(";")) if name.strip())


def task(row: dict[str, Any]) -> Hashable:
    """Who does it by when, and the beginning of what is to be done."""
    words = match_key(fold_spaces(row["description"])).split()[:8]
    return tuple(words), units(row["lead_units"]), row["deadline_kind"], row["due_to"] or None


def f1(pairs: Iterable[tuple[list[Hashable], list[Hashable]]]) -> float:
    """Of the rows of several plans, each pair what is annotated and what is found."""
    matched = gold = got = 0
    for right, given in pairs:
        matched += (Counter(right) & Counter(given)).total()
        gold, got = gold + len(right), got + len(given)
    return 2 * matched / (gold + got)


def targets(plan: str) -> tuple[list[Hashable], list[Hashable]]:
    return [figure(row) for row in annotated(plan, "targets")], [figure(row) for row in found(plan)["targets"]]


def tasks(plan: str) -> tuple[list[Hashable], list[Hashable]]:
    return [task(row) for row in annotated(plan, "tasks")], [task(row) for row in found(plan)["tasks"]]


@pytest.mark.parametrize("plan", PLANS)
def test_targets_and_tasks_of_each_plan_are_as_annotated(plan: str) -> None:
    assert f1([targets(plan)]) >= LEAST_OF_ONE
    assert f1([tasks(plan)]) >= LEAST_OF_ONE


def test_targets_and_tasks_pooled_hold_the_aim() -> None:
    assert f1(map(targets, PLANS)) >= LEAST
    assert f1(map(tasks, PLANS)) >= LEAST


@pytest.mark.parametrize(
    ("kind", "file", "column", "own"),
    [
        ("goals", "qualitative_goals", "statement", "statement"),
        ("measures", "body_tasks", "description", "description"),
        ("duties", "responsibilities", "duty", "duty"),
    ],
)
def test_goals_measures_and_duties_pooled_hold_their_floor(kind: str, file: str, column: str, own: str) -> None:
    matched = right = got = 0
    for plan in PLANS:
        clauses = [match_key(row[own]) for row in found(plan)[kind]]
        rows = annotated(plan, file)
        right, got = right + len(rows), got + len(clauses)
        for row in rows:
            # A duty may be printed with its unit before it; the words themselves are the same.
            words = " ".join(match_key(row[column]).split()[:8])
            hit = next((clause for clause in clauses if words in clause), None)
            if hit is not None:
                clauses.remove(hit)
                matched += 1
    assert 2 * matched / (right + got) >= 0.9


@pytest.mark.parametrize("plan", PLANS)
def test_the_heading_block_is_as_annotated(plan: str) -> None:
    right = json.loads((CORPUS / plan / "plan.json").read_text(encoding="utf-8"))
    fields = (
        "number",
        "issued_date",
        "issued_place",
        "agency",
        "province",
        "plan_kind",
        "title",
        "signer",
        "signed_for",
    )
    assert {
        name: found(plan)["plan"][name]
        for name in fields
        if match_key(right[name] or "") != match_key(found(plan)["plan"][name] or "")
    } == {}


def test_contradictions_that_a_clerk_sees_are_found() -> None:
    """By the first figure of each side, in either order; at most as many others are said."""

    def sides(row: dict[str, Any]) -> frozenset[str]:
        return frozenset(re.findall(r"\d+", str(row[side]))[0] for side in ("value_a", "value_b"))

    right = [(plan, sides(row)) for plan in PLANS for row in annotated(plan, "conflicts")]
    said = [(plan, sides(row)) for plan in PLANS for row in found(plan)["findings"] if row["kind"] == "conflict"]
    assert set(right) <= set(said)
    assert len(said) <= 2 * len(right)


@pytest.mark.parametrize("plan", PLANS)
def test_documents_cited_are_as_annotated(plan: str) -> None:
    right = {row["number"] for row in annotated(plan, "citations") if "/" in row["number"]}
    assert {row["number"] for row in found(plan)["citations"] if "/" in row["number"]} == right
