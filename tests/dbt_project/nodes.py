"""The models, seeds and sources of the dbt project: names from the files, what dbt knows of them from its manifest.

Names come from the files so that rules can be parametrised without parsing the project while tests are collected; a
test of its own says that both know the same.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.places import PROJECT

DBT = PROJECT / "dbt_project"
MODEL_FILES = {file.stem: file for file in sorted((DBT / "models").rglob("*.sql"))}
SEEDS = sorted(file.stem for file in (DBT / "seeds").glob("*.csv"))
SOURCES = sorted(
    f"{source['name']}.{table['name']}"
    for file in sorted((DBT / "models").rglob("*__sources.yml"))
    for source in yaml.safe_load(file.read_text(encoding="utf-8"))["sources"]
    for table in source["tables"]
)

STAGING, INTERMEDIATE, CORE, REPORTING = (
    sorted(name for name, file in MODEL_FILES.items() if folder in file.relative_to(DBT).parts)
    for folder in ("staging", "intermediate", "core", "reporting")
)
MODELS = sorted(MODEL_FILES)
MARTS = sorted([*CORE, *REPORTING])
PUBLIC = sorted([*MARTS, *SEEDS])

_COMMENT = re.compile(r"\{#.*?#\}|--[^\n]*|/\*.*?\*/", re.DOTALL)

Manifest = Mapping[str, Any]


def node(manifest: Manifest, name: str) -> Mapping[str, Any]:
    """A model or seed by its name, a source as schema.table."""
    if "." in name:
        found: Mapping[str, Any] = manifest["sources"][f"source.thuocdo.{name}"]
    else:
        kind = "seed" if name in SEEDS else "model"
        found = manifest["nodes"][f"{kind}.thuocdo.{name}"]
    return found


def name_of(unique_id: str) -> str:
    """Back from dbt's own id: the name, for sources schema.table."""
    kind, _, rest = unique_id.split(".", 2)
    return rest if kind == "source" else rest.split(".")[0]


def parents(manifest: Manifest, name: str) -> list[str]:
    """What a model reads, each thing once."""
    return sorted({name_of(parent) for parent in node(manifest, name)["depends_on"]["nodes"]})


def ancestors(manifest: Manifest, name: str) -> set[str]:
    """Every model, seed and source behind a model."""
    seen: set[str] = set()
    waiting = [node(manifest, name)["unique_id"]]
    while waiting:
        for parent in manifest["parent_map"][waiting.pop()]:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return {name_of(parent) for parent in seen}


def data_tests(manifest: Manifest, name: str, kind: str) -> list[Mapping[str, Any]]:
    """The generic tests of one kind (unique, not_null, relationships) that hang on a model or seed."""
    children = (manifest["nodes"].get(child, {}) for child in manifest["child_map"][node(manifest, name)["unique_id"]])
    return [
        child
        for child in children
        if child.get("attached_node") == node(manifest, name)["unique_id"] and child["test_metadata"]["name"] == kind
    ]


def sql_of(name: str) -> str:
    """The SQL of a model without its comments."""
    return _COMMENT.sub("", MODEL_FILES[name].read_text(encoding="utf-8"))


def path_of(name: str) -> Path:
    """The file of a model inside models/."""
    return MODEL_FILES[name].relative_to(DBT / "models")
