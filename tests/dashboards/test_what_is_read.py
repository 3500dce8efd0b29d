"""Every column that a query brings is read, and every word is said: heard while the whole site is drawn, with its
exports. A name that occurs elsewhere in the code excuses nobody."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import dashboards
from dashboards import site
from dashboards.pages.book import Checks
from dashboards.queries.columns import COLUMNS
from dashboards.queries.marts import Marts, read
from dashboards.theme.words import words
from orchestration import code_words
from tests.dashboards.nights import NIGHTS, night
from tests.dashboards.paths import words_of, words_of_code
from tests.dashboards.warehouse import build_warehouse
from tests.dashboards.watching import Column, WatchedMarts, WatchedWords

Read = set[tuple[str, str]]
LISTS = {name: {code.code for code in codes} for name, codes in code_words.lists().items()}
# Blocks of which a word is chosen by a code of a list: a night holds few of the codes, the list holds them all.
CHOSEN = {name: codes for name, codes in LISTS.items() if isinstance(words().mapping().get(name), dict)} | {
    "amendment": {"replaces", "amends", "supplements"},
    "amended": {"replaces", "amends", "supplements"},
    "short_period": LISTS["report_type"],
    "overview.rest_of_year": LISTS["report_type"],
    "unit_page.part": LISTS["task_role"],
    "index.basis": LISTS["index_basis"],
    "index.comparability": LISTS["comparability"],
    "index.leads": LISTS["index"],
    "index.statistic": LISTS["statistic"],
    "index.statistic_named": LISTS["statistic"],
    "glossary.direction": LISTS["direction"],
    "glossary.frequency": LISTS["frequency"],
    "glossary.over_periods": LISTS["aggregation_over_periods"],
    "glossary.over_units": LISTS["aggregation_over_units"],
    "glossary.value_kind": LISTS["value_kind"],
}


@pytest.fixture(scope="module")
def heard(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Read, set[str]]:
    """Columns that were read and words that were said on any of the invented nights."""
    folder = tmp_path_factory.mktemp("nights")
    nights = [night(warehouse, folder / f"{number}.duckdb", name) for number, name in enumerate(NIGHTS)]
    nights.append(build_warehouse(folder / "empty.duckdb", is_empty=True))
    columns: Read = set()
    said: set[str] = set()

    def watched(database: Path) -> Marts:
        marts = WatchedMarts(read(database))
        marts.read = columns
        return marts

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "read", watched)
        patch.setattr(site, "words", lambda: WatchedWords(words().mapping(), said))
        for database in nights:
            site.build(database, folder / f"site-{database.stem}", Checks(12, 1))
    return columns, said


@pytest.mark.slow
@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_that_a_query_brings_is_read_from_its_rows(name: str, heard: tuple[Read, set[str]]) -> None:
    columns, _ = heard
    assert {column for column in COLUMNS[name] if (name, column) not in columns} == set()


@pytest.mark.slow
def test_every_word_is_said_on_a_night_or_chosen_by_a_code_or_asked_for_by_its_path(
    heard: tuple[Read, set[str]],
) -> None:
    _, said = heard
    asked = words_of(Path(dashboards.__file__).parent)
    unsaid = {path for path in _paths(words().mapping()) if path not in said | asked}
    assert {path for path in unsaid if not _is_chosen(path, said)} == set()


def test_a_column_is_read_where_its_row_or_a_copy_of_it_is_asked_and_not_where_it_is_copied() -> None:
    columns: Read = set()
    lower: dict[str, int] = {Column("targets", name, columns): 1 for name in ("actual", "unit")}
    upper: dict[str, int] = {Column("periods", name, columns): 2 for name in ("actual", "gap")}
    both: dict[str, int] = {**lower, **upper, "more": 3}
    assert columns == set()
    assert both["gap"] == both["actual"] == 2
    assert columns == {("periods", "gap"), ("periods", "actual"), ("targets", "actual")}


def test_of_two_rows_that_were_compared_both_ways_each_speaks_for_the_other() -> None:
    columns: Read = set()
    one: dict[str, int] = {Column("targets", "actual", columns): 1}
    other: dict[str, int] = {Column("periods", "actual", columns): 1}
    assert one == other
    assert other == one
    assert columns == set()
    assert one["actual"] == 1
    assert columns == {("targets", "actual"), ("periods", "actual")}


def test_a_word_is_asked_for_by_its_whole_path_alone() -> None:
    code = """
def said(book):
    words, name = book.words.plan, row["actual"]
    return words.title, words["held"].goals, book.words.unit_page.none, words[name]
"""
    asked = set(words_of_code(ast.parse(code)))
    assert {"plan.title", "plan.held.goals", "unit_page.none"} <= asked
    assert not {"unit_page.title", "plan.none", "plan.name", "plan.actual"} & asked


def _paths(block: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for name, part in block.items():
        if isinstance(part, dict):
            yield from _paths(part, f"{path}{name}.")
        else:
            yield path + name


def _is_chosen(path: str, said: set[str]) -> bool:
    """Whether a word stands for a code of a list, in a block that pages ask."""
    block, _, code = path.rpartition(".")
    return block in said and code in CHOSEN.get(block, ())
