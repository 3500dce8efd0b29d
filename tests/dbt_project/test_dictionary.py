"""The data dictionary in docs/ says what the dbt project says now."""

from orchestration import dictionary, dictionary_page
from tests.dbt_project.nodes import PUBLIC, Manifest


def test_the_page_is_what_the_project_says(manifest: Manifest) -> None:
    written = dictionary_page.PAGE.read_text(encoding="utf-8")
    assert written == dictionary_page.page(manifest), "run `make dictionary` and review the difference"


def test_every_public_table_stands_in_the_dictionary_with_its_key_and_where_it_comes_from(manifest: Manifest) -> None:
    tables = {table.table: table for table in dictionary.tables(manifest)}
    assert sorted(tables) == PUBLIC
    assert [name for name, table in tables.items() if not (table.key and table.sources)] == []
