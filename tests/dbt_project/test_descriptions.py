"""Every table an analyst meets says what one of its rows is; every public column says what it means."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.places import PROJECT

DBT = PROJECT / "dbt_project"
MODELS = sorted((DBT / "models").rglob("*.sql"))
MARTS = sorted((DBT / "models" / "marts").rglob("*.sql"))
SEEDS = sorted((DBT / "seeds").glob("*.csv"))


@cache
def _described(folder: str, kind: str) -> dict[str, dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}
    for file in sorted((DBT / folder).rglob("*.yml")):
        for entry in (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).get(kind, []):
            assert entry["name"] not in entries, f"{entry['name']} is described twice"
            entries[entry["name"]] = entry
    return entries


@pytest.mark.parametrize("file", MODELS, ids=lambda file: file.stem)
def test_the_description_of_a_model_opens_with_its_grain(file: Path) -> None:
    assert _described("models", "models")[file.stem]["description"].startswith("One row")


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.stem)
def test_the_description_of_a_seed_opens_with_its_grain(file: Path) -> None:
    assert _described("seeds", "seeds")[file.stem]["description"].startswith("One row")


@pytest.mark.parametrize("file", MARTS, ids=lambda file: file.stem)
def test_every_column_of_a_mart_has_a_type_and_a_description(file: Path) -> None:
    columns = _described("models", "models")[file.stem]["columns"]
    assert [column["name"] for column in columns if not (column.get("description") and column.get("data_type"))] == []
