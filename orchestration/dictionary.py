"""The data dictionary as rows: what the dbt project says of every public table and column, for docs and exports.

Read from the manifest and from the lists of codes (orchestration/code_words.py). A column's description is
`Tên (đơn vị): nghĩa | English name: meaning`, from its docs block; a table's is `Mỗi dòng là … | One row per …`. What
is not of that form stands as the English meaning alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from orchestration import code_words

PUBLIC_SCHEMAS = ("core", "reporting", "reference")

_COLUMN = re.compile(
    r"(?P<name_vi>[^|:()]+?)(?: \((?P<unit>[^|:()]+)\))?: (?P<meaning_vi>.+?)"
    r" \| (?P<name_en>[^|:]+): (?P<meaning_en>.+)",
    re.DOTALL,
)
# Words of the unique-key tests that the house writes: one column, or several together.
_UNIQUE = "unique"
_UNIQUE_TOGETHER = "unique_combination"


@dataclass(frozen=True)
class Entry:
    """A column of a public table. `unit` is the Vietnamese unit of measure, "" for text, keys and states.

    `codes` names the lists of codes that the column uses (reference.code_words), "" where it holds none.
    """

    schema: str
    table: str
    column: str
    data_type: str
    name_vi: str
    name_en: str
    unit: str
    meaning_vi: str
    meaning_en: str
    source: str
    codes: str = ""


@dataclass(frozen=True)
class Table:
    """A public table: what one row is, its key, what it is made from, and which received files that goes back to."""

    schema: str
    table: str
    grain_vi: str
    grain_en: str
    key: tuple[str, ...]
    sources: tuple[str, ...]
    raw: tuple[str, ...]


def rows(manifest: Mapping[str, Any]) -> list[Entry]:
    """Every column of the public schemas, by schema and table, columns in the order of the table."""
    return [
        Entry(
            schema=node["schema"],
            table=node["name"],
            column=column["name"],
            data_type=_data_type(node, column),
            source=", ".join(_made_from(manifest, node)),
            codes=", ".join(use.domain for use in code_words.uses().get((node["name"], column["name"]), ())),
            **_said(column["description"]),
        )
        for node in _public(manifest)
        for column in node["columns"].values()
    ]


def tables(manifest: Mapping[str, Any]) -> list[Table]:
    """Every table of the public schemas, by schema and name."""
    found = []
    for node in _public(manifest):
        grain_vi, _, grain_en = " ".join(node["description"].split()).partition(" | ")
        raw = {_relation(manifest, name) for name in _origins(manifest, node["unique_id"])}
        found.append(
            Table(
                schema=node["schema"],
                table=node["name"],
                grain_vi=grain_vi,
                grain_en=grain_en,
                key=key_columns(manifest, node),
                sources=tuple(_made_from(manifest, node)),
                raw=tuple(sorted(raw)),
            )
        )
    return found


def key_columns(manifest: Mapping[str, Any], node: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns that name a row: the primary key of the contract, else what a test says is unique; () where none."""
    for constraint in node.get("constraints") or []:
        if constraint["type"] == "primary_key":
            return tuple(constraint["columns"])
    tests = sorted(
        (test for test in manifest["nodes"].values() if test.get("attached_node") == node["unique_id"]),
        key=lambda test: list(node["columns"]).index(test["column_name"]) if test["column_name"] else -1,
    )
    for test in tests:
        if test["test_metadata"]["name"] == _UNIQUE_TOGETHER:
            return tuple(test["test_metadata"]["kwargs"]["columns"])
        if test["test_metadata"]["name"] == _UNIQUE:
            return (test["column_name"],)
    return ()


def _public(manifest: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    kept = [
        node
        for node in manifest["nodes"].values()
        if node["resource_type"] in ("model", "seed") and node["schema"] in PUBLIC_SCHEMAS
    ]
    yield from sorted(kept, key=lambda node: (PUBLIC_SCHEMAS.index(node["schema"]), node["name"]))


def _said(description: str) -> dict[str, str]:
    text = " ".join(description.split())
    names = ("name_vi", "unit", "meaning_vi", "name_en", "meaning_en")
    match = _COLUMN.fullmatch(text)
    return {name: (match[name] or "") if match else "" for name in names} | ({} if match else {"meaning_en": text})


def _data_type(node: Mapping[str, Any], column: Mapping[str, Any]) -> str:
    """A mart's type stands beside its column, a seed's in its configuration."""
    return str(column.get("data_type") or node["config"]["column_types"].get(column["name"]) or "")


def _made_from(manifest: Mapping[str, Any], node: Mapping[str, Any]) -> list[str]:
    """The tables one step back, as schema.table; for a seed the file it is kept in."""
    if node["resource_type"] == "seed":
        return [f"dbt_project/{node['original_file_path']}"]
    return sorted(_relation(manifest, parent) for parent in node["depends_on"]["nodes"])


def _relation(manifest: Mapping[str, Any], unique_id: str) -> str:
    node = manifest["nodes"].get(unique_id) or manifest["sources"][unique_id]
    return f"{node['schema']}.{node['name']}"


def _origins(manifest: Mapping[str, Any], unique_id: str) -> set[str]:
    """The tables at the beginning of the flow: raw tables and, for models, seeds."""
    seen, waiting = set(), [unique_id]
    while waiting:
        for parent in manifest["parent_map"].get(waiting.pop(), []):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return {name for name in seen if name.startswith(("source.", "seed."))}
