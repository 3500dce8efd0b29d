"""The data dictionary in docs/ says what the dbt project says now."""

import duckdb

from orchestration import dictionary, dictionary_page
from orchestration.resources import Workspace
from tests.dbt_project.nodes import PUBLIC, Manifest


def test_the_page_is_what_the_project_says(manifest: Manifest) -> None:
    written = dictionary_page.PAGE.read_text(encoding="utf-8")
    assert written == dictionary_page.page(manifest), "run `make dictionary` and review the difference"


def test_every_public_table_stands_in_the_dictionary_with_its_key_and_where_it_comes_from(manifest: Manifest) -> None:
    tables = {table.table: table for table in dictionary.tables(manifest)}
    assert sorted(tables) == PUBLIC
    assert [name for name, table in tables.items() if not (table.key and table.sources)] == []


def test_the_id_that_is_printed_for_a_fact_is_that_of_each_of_its_rows(
    manifest: Manifest, sample_night: Workspace
) -> None:
    facts = [table for table in dictionary.tables(manifest) if table.table.startswith("fct_")]
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as warehouse:
        for fact in facts:
            printed = f"concat_ws('/', '{fact.table}', {', '.join(fact.key)})"
            known = "select row_id from core.bridge_row_origin"
            without = f"select count(*) from core.{fact.table} where {printed} not in ({known})"
            assert warehouse.execute(without).fetchone() == (0,), fact.table
