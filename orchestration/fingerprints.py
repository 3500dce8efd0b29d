"""Fingerprints of what a night was made with and of: the code of each room, the libraries, the receipts it knew.

Two nights with equal fingerprints must have equal contents; where they have not, the fingerprints say why.
"""

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from orchestration.resources import PROJECT

ROOMS: Final = ("sources", "dbt_project", "dashboards", "orchestration")
# What code is written in, its catalogues and templates. Readmes explain, and change nothing.
_ENDINGS: Final = frozenset({".py", ".sql", ".csv", ".yml", ".yaml", ".toml", ".j2", ".html", ".css", ".js", ".json"})
# Collected files are inputs, not code; the others are what tools leave behind.
_LEFT_OUT: Final = frozenset({"sample", "target", "logs", "dbt_packages", "__pycache__"})
# What is told of a file against another night changes with that night, not with what is known.
_TOLD_AGAINST_ANOTHER: Final = ("is_new", "change_kind")
# A column of a receipt is a file's; it cannot hold this sign.
_BETWEEN: Final = "\0"


def of_code(project: Path = PROJECT) -> dict[str, str]:
    """SHA-256 of every room's code, and of the libraries by name and version."""
    rooms = {room: _hash(_files(project / room)) for room in ROOMS}
    installed = {(item.name, item.version) for item in distributions()}
    libraries = [platform.python_version(), *(f"{name} {version}" for name, version in sorted(installed))]
    return {**rooms, "libraries": _hash(libraries)}


def of_inputs(raw: Path) -> str:
    """SHA-256 over the receipts as the night knew them. raw: folder of its Parquet files."""
    return _hash(sorted(_BETWEEN.join(map(str, row.values())) for row in receipts(raw)))


def receipts(raw: Path) -> list[dict[str, object]]:
    """The receipts of a night, without what they say against another night."""
    table = pq.read_table(raw / "receipts_files.parquet")
    kept = [name for name in table.column_names if name not in _TOLD_AGAINST_ANOTHER]
    rows: list[dict[str, object]] = table.select(kept).to_pylist()
    return rows


def _files(room: Path) -> Iterable[str]:
    for file in sorted(room.rglob("*")):
        inside = file.relative_to(room)
        if file.suffix in _ENDINGS and _LEFT_OUT.isdisjoint(inside.parts) and file.is_file():
            yield f"{inside.as_posix()}{_BETWEEN}{hashlib.sha256(file.read_bytes()).hexdigest()}"


def _hash(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()
