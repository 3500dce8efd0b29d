"""What every table and column says of itself, in the project and in the published file.

Two forms, both read by the data dictionary (orchestration/dictionary.py). A table an analyst meets:
`Mỗi dòng là … | One row per …`. A column of it, by one docs block: `Tên (đơn vị): nghĩa | English name: meaning`.
Tables behind them are described in English alone.
"""

import json
from collections import Counter, defaultdict
from typing import Any

import duckdb
import pytest

from orchestration import dictionary
from orchestration.resources import Workspace
from tests.dbt_project import nodes
from tests.dbt_project.nodes import INTERMEDIATE, MODELS, PUBLIC, SEEDS, SOURCES, STAGING, Manifest

# Units of measure that a column may be given in. Where rows differ in it, it says whose unit the figure has.
UNITS = {
    "ngày",
    "%",
    "điểm",
    "điểm phần trăm",
    "byte",
    "đơn vị của chỉ tiêu",
    "đơn vị của chỉ tiêu theo dõi",
    "đơn vị của điểm",
    "số đếm",
    "báo cáo",
    "bản",
    "biểu",
    "cơ quan",
    "chỉ tiêu",
    "chỉ tiêu theo dõi",
    "chỗ",
    "dòng",
    "hồ sơ",
    "đơn vị",
    "giá trị",
    "giải pháp",
    "kế hoạch",
    "mục tiêu",
    "nhiệm vụ",
    "nội dung",
    "ô",
    "số liệu",
    "sự việc",
    "tệp",
    "thành phần",
    "tỉnh",
    "trách nhiệm",
    "văn bản",
}
WORKING = {*STAGING, *INTERMEDIATE}
# Comments by column, by schema and table.
Columns = dict[tuple[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def entries(manifest: Manifest) -> dict[str, list[dictionary.Entry]]:
    """The dictionary's rows by table."""
    found: dict[str, list[dictionary.Entry]] = defaultdict(list)
    for entry in dictionary.rows(manifest):
        found[entry.table].append(entry)
    return found


@pytest.mark.parametrize("name", sorted(WORKING))
def test_the_description_of_a_working_table_opens_with_its_grain(manifest: Manifest, name: str) -> None:
    assert nodes.node(manifest, name)["description"].startswith("One row"), f"{name}: One row per …"


@pytest.mark.parametrize("name", PUBLIC)
def test_the_description_of_a_public_table_says_its_grain_in_vietnamese_and_then_in_english(
    manifest: Manifest, name: str
) -> None:
    vietnamese, bar, english = nodes.node(manifest, name)["description"].partition(" | ")
    assert bar, f"{name}: Mỗi dòng là … | One row per …"
    assert vietnamese.startswith("Mỗi dòng là "), f"{name}: Mỗi dòng là … | One row per …"
    assert english.startswith("One row"), f"{name}: Mỗi dòng là … | One row per …"
    assert english.rstrip().endswith(".")
    assert vietnamese.rstrip().endswith(".")


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_and_its_columns_are_described(manifest: Manifest, name: str) -> None:
    source = nodes.node(manifest, name)
    assert source["source_description"]
    assert source["description"]
    assert source["columns"]
    assert [column for column, said in source["columns"].items() if not said["description"]] == []


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_column_is_explained_by_exactly_one_docs_block(manifest: Manifest, name: str) -> None:
    loose = {}
    for column, said in nodes.node(manifest, name)["columns"].items():
        blocks = said.get("doc_blocks") or []
        contents = [manifest["docs"][block]["block_contents"] for block in blocks]
        if contents != [said["description"]]:
            loose[column] = said["description"]
    assert loose == {}, f"{name}: description: \"{{{{ doc('…') }}}}\" and nothing beside it"


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_column_has_names_and_meanings_in_both_languages(
    entries: dict[str, list[dictionary.Entry]], name: str
) -> None:
    formless = {
        entry.column: entry.meaning_en
        for entry in entries[name]
        if not (entry.name_vi and entry.name_en and entry.meaning_vi and entry.meaning_en)
    }
    assert formless == {}, "Tên (đơn vị): nghĩa | English name: meaning"
    assert {entry.column: entry.unit for entry in entries[name] if entry.unit and entry.unit not in UNITS} == {}
    assert {entry.column for entry in entries[name] if not entry.data_type} == set()


def test_every_docs_block_explains_a_public_column(manifest: Manifest) -> None:
    used = {
        block
        for name in PUBLIC
        for column in nodes.node(manifest, name)["columns"].values()
        for block in column.get("doc_blocks") or []
    }
    written = {block for block in manifest["docs"] if block.startswith("doc.thuocdo.")}
    assert sorted(written - used) == [], "a block that nothing uses explains nothing: remove it"


def test_no_two_docs_blocks_say_the_same(manifest: Manifest) -> None:
    ours = [item["block_contents"] for item in manifest["docs"].values() if item["package_name"] == "thuocdo"]
    assert [text for text, times in Counter(ours).items() if times > 1] == [], "one meaning, one block"


@pytest.fixture(scope="module")
def built(sample_night: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Columns:
    """Columns of every table as built, with their comments.

    A published file has neither staging nor intermediate: their SQL, as the night ran it, is run again without rows.
    """
    file = tmp_path_factory.mktemp("columns") / "warehouse.duckdb"
    file.write_bytes((sample_night.current / "warehouse.duckdb").read_bytes())
    results = json.loads((sample_night.dbt_target / "run_results.json").read_text(encoding="utf-8"))["results"]
    with duckdb.connect(str(file)) as warehouse:
        for schema in ("staging", "intermediate"):
            warehouse.execute(f"create schema {schema}")
        for result in results:
            if result["unique_id"].startswith("model.") and nodes.name_of(result["unique_id"]) in WORKING:
                warehouse.execute(f"create table {result['relation_name']} as {result['compiled_code']} with no data")
        rows = warehouse.execute(
            "select schema_name, table_name, column_name, comment from duckdb_columns()"
        ).fetchall()
    columns: Columns = defaultdict(dict)
    for schema, table, column, comment in rows:
        columns[schema, table][column] = comment
    return columns


@pytest.mark.parametrize("name", [*MODELS, *SEEDS])
def test_every_column_that_is_built_is_described(manifest: Manifest, built: Columns, name: str) -> None:
    table = nodes.node(manifest, name)
    described = {column for column, said in table["columns"].items() if said["description"]}
    assert set(built[table["schema"], name]) == described, f"{name}: describe every column, and none that is gone"


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_column_carries_its_explanation_into_duckdb(manifest: Manifest, built: Columns, name: str) -> None:
    table = nodes.node(manifest, name)
    assert built[table["schema"], name] == {column: said["description"] for column, said in table["columns"].items()}
