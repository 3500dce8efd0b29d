"""What run.json says of a night: what came in, what went out, what was held back, and hashes of it all."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from orchestration import fingerprints
from orchestration.night import Night
from orchestration.warehouse import status


def night_record(night: Night, contents: dict[str, str], files: Iterable[Path]) -> dict[str, Any]:
    """The record of a night that is about to be published. `contents`: SHA-256 of every public table, by schema
    and name. `files`: what else lies beside the exported tables.

    code, inputs: what it was made with and of, so that a night built again can say why it differs.
    """
    workspace = night.workspace
    context = night.context
    counts = status.site_counts(workspace.build_warehouse)
    return {
        "run_id": night.run_id,
        "as_of": context.as_of.isoformat(),
        "known_until": context.known_until and context.known_until.isoformat(),
        "rebuilds": night.scope.rebuilds,
        "previous_night_at": context.previous_night_at and context.previous_night_at.isoformat(),
        "collection": {"name": context.collection_name, "is_sample": context.is_sample},
        "started_at": night.started_at.isoformat(),
        "came_in": {name: counts[name] for name in ("files_received", "files_read", "values_read")},
        "went_out": {name: counts[name] for name in ("agencies", "plans", "targets", "goals", "tasks", "units")},
        "held_back": {
            name: counts[name] for name in ("files_unreadable", "files_ignored", "values_quarantined", "values_ignored")
        },
        "findings": {name: counts[f"findings_{name}"] for name in ("error", "warning", "info")},
        "data_tests": night.dbt().test_results(),
        "code": dict(night.code),
        "inputs": fingerprints.of_inputs(workspace.build_raw),
        "contents": contents,
        "files": {file.name: _digest(file) for file in files},
        "pages": _hashes(workspace.build_site),
    }


def _hashes(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): _digest(file) for file in sorted(folder.rglob("*")) if file.is_file()}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
