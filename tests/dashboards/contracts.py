"""Schema `reporting` as the dbt project promises it: every table and column with its type, from its contracts."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.places import PROJECT

CONTRACTS = PROJECT / "dbt_project" / "models" / "marts" / "reporting"


def statements() -> Iterator[str]:
    """SQL that makes the empty schema."""
    yield "create schema reporting"
    for path in sorted(Path(CONTRACTS).glob("_*__reporting.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8"))["models"]:
            columns = ", ".join(f"{column['name']} {column['data_type']}" for column in model["columns"])
            yield f"create table reporting.{model['name']} ({columns})"
