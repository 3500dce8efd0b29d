"""Who reads whom, and what things are called: the structure of the dbt project, from its manifest.

raw -> staging -> intermediate -> core -> reporting. Core may read staging where a row needs no rule of its own: a model
in between would be a name without content. Dimensions are for every layer above staging. Facts rest on staging,
intermediate and dimensions; the few that speak of other facts are named here (docs/decisions/0014-who-reads-whom.md).
"""

import re
from collections import Counter

import pytest

from tests.dbt_project import nodes
from tests.dbt_project.nodes import CORE, INTERMEDIATE, MARTS, MODELS, REPORTING, SEEDS, SOURCES, STAGING, Manifest

MAX_LINES = 80
# Facts about facts: what needs attention, the scorecard, and where every row of a fact comes from.
ABOUT_FACTS = {"bridge_row_origin", "fct_attention", "fct_unit_period"}
# What the night is told from outside (as-of date, name of the collection): every layer may ask for it.
RUN = "stg_run__context"
# Days follow from each other: they are counted, not read.
COUNTED = {"int_calendar_dates"}
PREFIXES = {"staging": r"stg", "intermediate": r"int", "core": r"(dim|fct|bridge)", "reporting": r"rpt"}


def test_the_files_and_the_manifest_know_the_same(manifest: Manifest) -> None:
    kinds = {"model": set(MODELS), "seed": set(SEEDS)}
    for kind, names in kinds.items():
        parsed = {item["name"] for item in manifest["nodes"].values() if item["resource_type"] == kind}
        assert parsed == names, f"{kind}s that have a file but no place in the project, or the other way round"
    assert {f"{item['source_name']}.{item['name']}" for item in manifest["sources"].values()} == set(SOURCES)


@pytest.mark.parametrize("name", STAGING)
def test_a_staging_model_reads_one_source_and_nothing_else(manifest: Manifest, name: str) -> None:
    read = nodes.parents(manifest, name)
    assert [table for table in read if table in SOURCES] == read, f"{name} reads {read}: one raw table, no model"
    assert len(read) == 1, f"{name} reads {read}: join in intermediate, read one raw table here"
    assert not re.search(r"\b(join|union)\b", nodes.sql_of(name), re.I), f"{name} joins: do it in intermediate"


@pytest.mark.parametrize("name", STAGING)
def test_a_staging_model_is_called_after_its_source(manifest: Manifest, name: str) -> None:
    (table,) = (read.removeprefix("raw.") for read in nodes.parents(manifest, name))
    folder = nodes.path_of(name).parts[1]
    assert name == f"stg_{folder}__{table.removeprefix(f'{folder}_')}", f"{name} reads raw.{table} in staging/{folder}"


@pytest.mark.parametrize("name", [*INTERMEDIATE, *MARTS])
def test_no_model_but_staging_reads_a_source(manifest: Manifest, name: str) -> None:
    assert [read for read in nodes.parents(manifest, name) if read in SOURCES] == [], "read its staging model instead"


def test_every_source_has_exactly_one_staging_model(manifest: Manifest) -> None:
    readers = Counter(read for name in STAGING for read in nodes.parents(manifest, name))
    assert readers == dict.fromkeys(SOURCES, 1), "a raw table is renamed and typed in one place, or nobody needs it"


def test_no_raw_table_is_declared_twice(manifest: Manifest) -> None:
    tables = Counter(f"{item['schema']}.{item['identifier']}".lower() for item in manifest["sources"].values())
    assert [table for table, times in tables.items() if times > 1] == []


@pytest.mark.parametrize("name", INTERMEDIATE)
def test_an_intermediate_model_reads_no_reporting_mart(manifest: Manifest, name: str) -> None:
    assert [read for read in nodes.parents(manifest, name) if read in REPORTING] == []


@pytest.mark.parametrize("name", sorted({*CORE} - ABOUT_FACTS))
def test_no_fact_rests_on_a_fact_through_an_intermediate_model(manifest: Manifest, name: str) -> None:
    behind = {
        read: sorted(fact for fact in nodes.ancestors(manifest, read) if fact.startswith("fct_"))
        for read in nodes.parents(manifest, name)
        if read in INTERMEDIATE
    }
    assert {read: facts for read, facts in behind.items() if facts} == {}, (
        f"{name}: read the fact itself, or what it reads"
    )


@pytest.mark.parametrize("name", CORE)
def test_core_reads_no_reporting_mart(manifest: Manifest, name: str) -> None:
    assert [read for read in nodes.parents(manifest, name) if read in REPORTING] == []


@pytest.mark.parametrize("name", REPORTING)
def test_a_reporting_mart_reads_no_staging(manifest: Manifest, name: str) -> None:
    staging = [read for read in nodes.parents(manifest, name) if read in STAGING and read != RUN]
    assert staging == [], f"{name}: give these rows a mart in core"


@pytest.mark.parametrize("name", MODELS)
def test_a_model_has_a_parent_and_its_tables_come_from_refs(manifest: Manifest, name: str) -> None:
    assert nodes.parents(manifest, name) or name in COUNTED, f"{name} reads nothing: put fixed rows into a seed"
    hard_coded = re.findall(
        r"\b(?:from|join)\s+(?:raw|staging|intermediate|core|reporting|reference)\.", nodes.sql_of(name)
    )
    assert hard_coded == [], "use ref() or source()"


@pytest.mark.parametrize("name", MODELS)
def test_the_name_of_a_model_tells_its_folder(name: str) -> None:
    layer = nodes.path_of(name).parts[-2] if name in MARTS else nodes.path_of(name).parts[0]
    assert re.fullmatch(rf"{PREFIXES[layer]}_[a-z0-9_]+", name), f"{name} stands in {layer}"
    if name in INTERMEDIATE:
        assert nodes.path_of(name).parts[1:-1], f"{name} wants a folder named after its subject"


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_at_most_eighty_lines_long(name: str) -> None:
    lines = len(nodes.MODEL_FILES[name].read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_LINES, f"{name} has {lines} lines: it holds two things, give one a name of its own"


def test_an_exposure_reads_marts_only(manifest: Manifest) -> None:
    read = {
        exposure["name"]: sorted({nodes.name_of(parent) for parent in exposure["depends_on"]["nodes"]} - set(MARTS))
        for exposure in manifest["exposures"].values()
    }
    assert {name: rest for name, rest in read.items() if rest} == {}


@pytest.mark.parametrize("name", REPORTING)
def test_a_reporting_mart_is_drawn_by_somebody(manifest: Manifest, name: str) -> None:
    exposed = {
        nodes.name_of(parent) for item in manifest["exposures"].values() for parent in item["depends_on"]["nodes"]
    }
    read = {parent for other in REPORTING for parent in nodes.parents(manifest, other)}
    assert name in exposed | read, f"{name} has no exposure: say in exposures.yml which page or command reads it"


def test_a_test_of_its_own_sql_says_whose_check_it_is(manifest: Manifest) -> None:
    silent = [
        item["name"]
        for item in manifest["nodes"].values()
        if item["resource_type"] == "test" and not item.get("test_metadata")
        if len(item["depends_on"]["nodes"]) > 1 and "dagster" not in item["config"].get("meta", {})
    ]
    assert silent == [], "of several models Dagster cannot tell whose check it is: name one in config(meta=...)"
