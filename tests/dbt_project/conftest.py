"""The dbt project parsed, once a session for all rules that look at it."""

import json
from pathlib import Path
from typing import Any

import filelock
import pytest

from orchestration.dbt_session import DbtSession
from orchestration.resources import Workspace
from tests.places import SAMPLE


@pytest.fixture(scope="session")
def manifest(shared_folder: Path) -> dict[str, Any]:
    """What dbt makes of the project: nodes, sources, docs blocks, exposures."""
    target = shared_folder / "parsed_project"
    with filelock.FileLock(shared_folder / "parsed_project.lock"):
        if not (target / "manifest.json").exists():
            session = DbtSession(Workspace(SAMPLE, target / "published", target / "state"), target)
            try:
                session.wait_parsed()
            finally:
                session.stop()
    parsed: dict[str, Any] = json.loads((target / "manifest.json").read_bytes())
    return parsed
