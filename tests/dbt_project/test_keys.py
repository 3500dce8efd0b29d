"""Keys, references and types of the tables: what makes a join of the published file safe."""

import pytest

from tests.dbt_project import nodes
from tests.dbt_project.nodes import CORE, INTERMEDIATE, MARTS, MODELS, SEEDS, Manifest

# What a column of core points at, by the end of its name.
DIMENSIONS = {
    "agency_key": "dim_agency",
    "unit_key": "dim_unit",
    "plan_key": "dim_plan",
    "period_key": "dim_reporting_period",
    "indicator_code": "dim_indicator",
    "reform_area": "dim_reform_area",
    "province_key": "dim_province",
    "component_key": "dim_index_component",
    "source_file_key": "dim_source_file",
    "document_key": "dim_document",
}
# A finding may speak of an agency, a unit, a plan or a period that nobody declared: often that is what was found.
SPEAKS_OF_THE_UNKNOWN = {"fct_finding"}
# Origins of rows are gathered fact by fact; their number, and with it their key, comes with bridge_row_origin.
NUMBERED_LATER = {name for name in INTERMEDIATE if name.startswith("int_origins_of_")}
# DOUBLE and REAL are missing on purpose: sums of them change with the number of threads.
TYPES = {"varchar", "integer", "bigint", "boolean", "date", "timestamp", "decimal(18,4)"}


@pytest.mark.parametrize("name", sorted({*MODELS, *SEEDS} - NUMBERED_LATER))
def test_a_table_has_a_key_that_is_tested(manifest: Manifest, name: str) -> None:
    unique = {test["column_name"] for test in nodes.data_tests(manifest, name, "unique")}
    given = {test["column_name"] for test in nodes.data_tests(manifest, name, "not_null")}
    together = nodes.data_tests(manifest, name, "unique_combination")
    assert together or unique & given, f"{name}: add unique_combination, or unique and not_null on one column"


@pytest.mark.parametrize("name", MARTS)
def test_a_mart_has_an_enforced_contract_and_the_primary_key_that_is_tested(manifest: Manifest, name: str) -> None:
    mart = nodes.node(manifest, name)
    assert mart["config"]["contract"]["enforced"]
    keys = [set(item["columns"]) for item in mart["constraints"] if item["type"] == "primary_key"]
    tested = [
        set(test["test_metadata"]["kwargs"]["columns"])
        for test in nodes.data_tests(manifest, name, "unique_combination")
    ] + [{test["column_name"]} for test in nodes.data_tests(manifest, name, "unique")]
    assert len(keys) == 1, f"{name}: one primary_key constraint"
    assert keys[0] in tested, f"{name}: the primary key {sorted(keys[0])} is not what its test says is unique"


@pytest.mark.parametrize("name", CORE)
def test_a_key_that_names_a_dimension_is_tested_against_it(manifest: Manifest, name: str) -> None:
    pointing = {
        (column, dimension)
        for column in nodes.node(manifest, name)["columns"]
        for ending, dimension in DIMENSIONS.items()
        if (column == ending and name != dimension) or column.endswith(f"_{ending}")
        if dimension in CORE and name not in SPEAKS_OF_THE_UNKNOWN
    }
    tested = {
        (test["column_name"], test["test_metadata"]["kwargs"]["to"].split("'")[1])
        for test in nodes.data_tests(manifest, name, "relationships")
    }
    assert sorted(pointing - tested) == [], f"{name}: add a relationships test to the dimension"


@pytest.mark.parametrize("name", MARTS)
def test_a_mart_counts_in_whole_numbers_and_decimals(manifest: Manifest, name: str) -> None:
    columns = nodes.node(manifest, name)["columns"].values()
    strange = {column["name"]: column["data_type"] for column in columns if column["data_type"] not in TYPES}
    assert strange == {}, f"{name}: figures are decimal(18,4), counts integer or bigint"


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_says_the_type_of_every_column(manifest: Manifest, name: str) -> None:
    seed = nodes.node(manifest, name)
    header = (nodes.DBT / "seeds" / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    types = seed["config"]["column_types"]
    assert sorted(types) == sorted(header)
    assert set(types.values()) <= TYPES
