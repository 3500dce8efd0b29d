"""A published row and the way back from it to file, hash and place: what is meant by an ID, and what is known of it.

What it looks like on a screen stands in traced.
"""

import difflib
import re
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
_SCHEMA: Final = re.compile(r"(?:core|reporting|reference|raw)\.")
# Tables whose rows have origins only where they are more than what facts already say.
_SELDOM_TRACED: Final = re.compile(r"(?:dim|bridge|rpt)_\w+")
_FILE: Final = re.compile(r".*\.(?:csv|docx?|xlsx?|pdf|parquet)")


class NothingPublishedError(Exception):
    """No night has been published, or the published one keeps no origins. Its text says what to do."""


class UnknownRowError(ValueError):
    """No row has this ID. near: IDs that look like it, or that its key is part of."""

    def __init__(self, near: Sequence[str], why: str = "không có dòng nào mang mã này") -> None:
        super().__init__(why)
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
    row, comments = lineage.traced_row(database, row_id)
    origins = [{**origin, "stored_copy": _stored(workspace, origin)} for origin in lineage.origins(database, row_id)]
    return Trace(row_id, row, comments, origins)


def meant(asked: str, known: Sequence[str]) -> str:
    """The one ID that is meant: written in full, without its table, or by its end.

    Neither case nor stray spaces count, nor the schema before the table.

    >>> meant(" FCT_TASK / p / n001", ["fct_task/p/N001", "fct_target/p/T001"])
    'fct_task/p/N001'
    """
    wanted = _SCHEMA.sub("", _plain(asked), count=1)
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
    raise _unknown(wanted, plain)


def _unknown(wanted: str, plain: dict[str, str]) -> UnknownRowError:
    """Why nothing is found: what was pasted names a table without IDs, or a file; else no row is like it."""
    table, _, key = wanted.partition("/")
    has_origins = any(row_id.startswith(f"{table}/") for row_id in plain)
    if _SELDOM_TRACED.fullmatch(table) and not has_origins:
        same = [row_id for row_id, written in plain.items() if key and written.partition("/")[2] == key]
        return UnknownRowError(same[:NEAR], f"bảng {table} không có mã truy; dùng mã của một dòng ở bảng fct_…")
    if _FILE.fullmatch(wanted):
        return UnknownRowError([], "đây là tên tệp; dùng mã của một dòng ở bảng fct_… (cột source_path nêu tệp)")
    return UnknownRowError(_near(wanted, plain))


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
