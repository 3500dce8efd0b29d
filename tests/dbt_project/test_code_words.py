"""Codes have their words: every column that holds codes names its lists, and no value of it is without words.

A column holds codes where a test closes its values, or where it is explained by the docs block of a column that does.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping

import duckdb
import pytest

from dashboards.theme.words import words
from orchestration import code_words
from orchestration.resources import Workspace
from sources.plans.reviews import words as review_words
from sources.plans.reviews.kinds import KIND
from tests.dbt_project import nodes
from tests.dbt_project.nodes import DBT, PUBLIC, Manifest

# Lists of codes by the block of the pages' words that holds the same codes.
PAGES = {
    "target_status": "target_status",
    "task_status": "task_status",
    "report_status": "report_status",
    "figure_state": "figure_state",
    "status_reason": "status_reason",
    "unit": "unit",
    "upcoming_kind": "upcoming_kind",
    "plan_kind": "plan_kind",
    "unit_kind": "unit_kind",
    "severity": "severity",
    "file_status": "file_status",
    "source_kind": "source_kind",
    "receipt_basis": "receipt_basis",
    "report_state": "report_state",
    "change_kind": "change_kind",
    "review_kind": "review_kind",
    "review_action": "review_action",
    "review_outcome": "review_outcome",
}
INDEX_PAGES = {"index": "names", "statistic": "statistic", "index_basis": "basis"}
SEEDS = {
    "reform_area": ("reform_areas", "code", "name_vi"),
    "papi_dimension": ("papi_dimensions", "gold_code", "name_vi"),
    "papi_component": ("papi_dimensions", "code", "name_vi"),
    "origin_role": ("origin_roles", "role", "role_name"),
}
REVIEWS = ("deadline_kind", "target_kind")
CODES = {domain: {one.code: one.word for one in codes} for domain, codes in code_words.lists().items()}
ALLOWED = {column: {code for use in used for code in CODES[use.domain]} for column, used in code_words.uses().items()}


def _blocks(manifest: Manifest) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (name, column): tuple(said["doc_blocks"])
        for name in PUBLIC
        for column, said in nodes.node(manifest, name)["columns"].items()
    }


def test_every_value_that_a_column_accepts_has_its_words(manifest: Manifest) -> None:
    wordless = {
        (name, test["column_name"]): sorted(accepted - ALLOWED.get((name, test["column_name"]), set()))
        for name in PUBLIC
        for test in nodes.data_tests(manifest, name, "accepted_values")
        if (accepted := set(map(str, test["test_metadata"]["kwargs"]["values"])))
    }
    assert {column: codes for column, codes in wordless.items() if codes} == {}, "code_words.csv, code_columns.csv"


def test_a_column_is_listed_where_another_of_the_same_meaning_is(manifest: Manifest) -> None:
    blocks = _blocks(manifest)
    assert sorted(ALLOWED.keys() - blocks.keys()) == [], "code_columns.csv names a column that is gone"
    coded = {blocks[column] for column in ALLOWED}
    assert sorted(column for column, said in blocks.items() if said in coded and column not in ALLOWED) == []


def test_every_value_that_occurs_has_its_words(sample_night: Workspace) -> None:
    wordless = defaultdict(set)
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as warehouse:
        tables = "select table_name, schema_name from duckdb_tables() where schema_name <> 'raw'"
        schemas = dict(warehouse.execute(tables).fetchall())
        for (table, column), allowed in ALLOWED.items():
            held = f'select distinct "{column}" from {schemas[table]}.{table} where "{column}" is not null'
            wordless[table, column] = {value for (value,) in warehouse.execute(held).fetchall()} - allowed
    assert {column: codes for column, codes in wordless.items() if codes} == {}


def test_every_list_is_used_and_tells_its_codes_apart() -> None:
    assert {use.domain for used in code_words.uses().values() for use in used} == set(CODES)
    for domain, codes in CODES.items():
        assert all(codes.values()), domain
        assert len({word.casefold() for word in codes.values()}) == len(codes), domain


@pytest.mark.parametrize("domain", [*PAGES, *INDEX_PAGES])
def test_words_are_those_of_the_pages(domain: str) -> None:
    block = words()[PAGES[domain]] if domain in PAGES else words()["index"][INDEX_PAGES[domain]]
    printed: Mapping[str, str] = block.mapping()
    shared = {code for code in printed if printed[code] and code in CODES[domain]}
    assert {code: CODES[domain][code] for code in shared} == {code: printed[code] for code in shared}
    assert shared, f"{domain} has no code of the pages"


def test_a_comparator_is_said_as_on_the_pages_with_dots_for_the_figure() -> None:
    printed = {
        code: pattern.format(value="…", value_max="…")
        for code, pattern in words().comparator.mapping().items()
        if code != "assumed_floor"
    }
    assert CODES["comparator"] == printed


@pytest.mark.parametrize(("domain", "seed"), SEEDS.items())
def test_words_are_those_of_the_catalogue(domain: str, seed: tuple[str, str, str]) -> None:
    file, code, name = seed
    with (DBT / "seeds" / f"{file}.csv").open(encoding="utf-8", newline="") as rows:
        assert CODES[domain] == {row[code]: row[name] for row in csv.DictReader(rows)}


@pytest.mark.parametrize("kind", KIND)
def test_every_field_that_a_person_may_correct_is_called_as_on_its_sheet_and_no_other_is(kind: str) -> None:
    assert CODES[f"review_field_{kind}"] == {field.name: field.heading for field in KIND[kind].fields}


@pytest.mark.parametrize("domain", REVIEWS)
def test_words_are_those_of_the_review_workbook(domain: str) -> None:
    assert CODES[domain] == review_words.words(domain)
