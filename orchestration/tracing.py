"""A row of a fact and the way back from it to file, hash and place: what is meant by an ID, and what is known of it.

What it looks like on a screen stands in commands.trace.
"""

import difflib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import duckdb

from orchestration.resources import Workspace
from orchestration.warehouse import lineage
from sources.receipts.store import kept_path

# More than a person looks through; the full ID says the rest.
LISTED: Final = 12
NEAR: Final = 5


class NothingPublishedError(Exception):
    """No night has been published, or the published one keeps no origins. Its text says what to do."""


class UnknownRowError(ValueError):
    """No row has this ID. near: IDs that look like it."""

    def __init__(self, near: Sequence[str]) -> None:
        super().__init__("không có dòng nào mang mã này")
        self.near = near


class AmbiguousRowError(ValueError):
    """Several rows are meant. matches: their IDs."""

    def __init__(self, matches: Sequence[str]) -> None:
        super().__init__(f"có {len(matches)} dòng ứng với mã này; ghi đủ mã của một dòng")
        self.matches = matches


@dataclass(frozen=True, slots=True)
class Trace:
    """A row (column -> value), the comments of its columns, its origins with `stored_copy`: the kept file or None."""

    row_id: str
    row: dict[str, Any]
    comments: dict[str, str | None]
    origins: list[dict[str, Any]]


def trace(workspace: Workspace, asked: str) -> Trace:
    """The row that is asked for in the published warehouse.

    Raises NothingPublishedError, UnknownRowError, AmbiguousRowError.
    """
    database = workspace.current / "warehouse.duckdb"
    if not database.exists():
        raise NothingPublishedError("Chưa có bản công bố nào. Chạy: thuocdo run")
    try:
        row_id = meant(asked, lineage.row_ids(database))
    except duckdb.CatalogException:
        raise NothingPublishedError("Bản đang công bố chưa có bảng truy nguồn. Chạy lại: thuocdo run") from None
    row, comments = lineage.fact_row(database, row_id)
    origins = [{**origin, "stored_copy": _stored(workspace, origin)} for origin in lineage.origins(database, row_id)]
    return Trace(row_id, row, comments, origins)


def meant(asked: str, known: Sequence[str]) -> str:
    """The one ID that is meant: written in full, without its table, or by its end; case and stray spaces do not count.

    >>> meant(" FCT_TASK / p / n001", ["fct_task/p/N001", "fct_target/p/T001"])
    'fct_task/p/N001'
    """
    wanted = _plain(asked)
    plain = {row_id: _plain(row_id) for row_id in known}
    readings: tuple[Callable[[str], bool], ...] = (
        lambda key: key == wanted,
        lambda key: key.partition("/")[2] == wanted,
        lambda key: bool(wanted) and (key.endswith(f"/{wanted}") or key.startswith(f"{wanted}/")),
    )
    # What is written exactly so is meant, though another row differs by case alone.
    if asked in plain:
        return asked
    for reading in readings:
        matches = [row_id for row_id, key in plain.items() if reading(key)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise AmbiguousRowError(matches)
    raise UnknownRowError(_near(wanted, plain))


def _near(wanted: str, plain: dict[str, str]) -> list[str]:
    by_key: dict[str, str] = {}
    for row_id, key in plain.items():
        by_key.setdefault(key, row_id)
        by_key.setdefault(key.partition("/")[2], row_id)
    found = difflib.get_close_matches(wanted, by_key, n=NEAR, cutoff=0.75)
    return list(dict.fromkeys(by_key[key] for key in found))


def _plain(text: str) -> str:
    parts = (" ".join(part.split()) for part in unicodedata.normalize("NFC", text).strip().strip("/").split("/"))
    return "/".join(parts).casefold()


def _stored(workspace: Workspace, origin: dict[str, Any]) -> Path | None:
    if origin["source_sha256"] is None:
        return None
    path = kept_path(workspace.received, origin["source_sha256"], PurePosixPath(origin["source_path"]).suffix)
    return path if path.exists() else None
