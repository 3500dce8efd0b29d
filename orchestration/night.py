"""One night: its folders, its as-of date, its dbt child, its progress lines, its place in the run ledger.

Whoever starts it, the command line or Dagster's schedule, opens it here: one lock, one empty build, one ledger.
"""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Final

import filelock
from rich.console import Console

from orchestration import fingerprints, runs, scope
from orchestration.dbt_session import DbtSession
from orchestration.progress import Progress
from orchestration.resources import Workspace, now, today
from orchestration.scope import Scope
from orchestration.warehouse.building import RunContext
from sources.receipts.collection import Collection, CollectionMissingError, read_collection

# A night takes minutes; who only looks whether one is running holds the lock for less than this.
_PATIENCE: Final = 0.5


class NightRunningError(RuntimeError):
    """Another process holds the lock of the night."""


class NightHeldBackError(RuntimeError):
    """The night must not be published. Its text says why and what to do, in Vietnamese, for the operator."""


@dataclass
class Night:
    """One night. An as-of date given on the command line makes it a rebuild: it judges that day, and knows no more than
    was known then. Without one it judges the collection's day or today, and knows everything.

    The publishing asset sets `counts`; without them the night counts as held back, for `reason`.
    """

    workspace: Workspace
    given_as_of: date | None = None
    progress: Progress = field(default_factory=lambda: Progress(None))
    started_at: datetime = field(default_factory=now)
    counts: dict[str, int] | None = None
    reason: str | None = None
    # Set with the first word in the ledger of receipts.
    entered_at: datetime | None = None
    # Taken at the start: what a night was made with is what was there when it began.
    code: Mapping[str, str] = field(default_factory=fingerprints.of_code)
    _dbt: DbtSession | None = None

    @property
    def run_id(self) -> str:
        """Name of the night in the run ledger and of its version: when it began, sortable, never twice."""
        return self.started_at.strftime("%Y%m%dT%H%M%S.%f")[:-3]

    def dbt(self) -> DbtSession:
        """The dbt child, started on first call."""
        if self._dbt is None:
            self._dbt = DbtSession(self.workspace, self.workspace.dbt_target)
        return self._dbt

    @cached_property
    def scope(self) -> Scope:
        """What the night judges and how much it knows. CollectionError where collection.yml cannot be read.

        A night that is built again has both from the run ledger: the folder of today has no say in it.
        """
        history = runs.history(self.workspace.runs)
        original = runs.night_of(history, self.given_as_of) if self.given_as_of else None
        if original is not None and original.collection_name is not None:
            return scope.rebuild(history, original, Collection())
        try:
            collection = read_collection(self.workspace.collected)
        except CollectionMissingError:
            collection = Collection()
        if self.given_as_of is None:
            return scope.plain(history, collection, today())
        if original is not None:
            return scope.rebuild(history, original, collection)
        return scope.past_day(history, collection, self.given_as_of)

    @property
    def context(self) -> RunContext:
        """What the warehouse is told of the scope."""
        told = self.scope
        return RunContext(
            told.as_of,
            told.collection_name,
            told.is_sample,
            told.until.at.astimezone(UTC) if told.until else None,
            told.previous.at.astimezone(UTC) if told.previous else None,
        )

    def close(self) -> None:
        """End what was started."""
        if self._dbt is not None:
            self._dbt.stop()

    def in_ledger(self, status: runs.Status, seconds: float = 0) -> runs.Run:
        """The line of this night in the run ledger."""
        told: Scope | None = self.__dict__.get("scope")
        known: dict[str, Any] = {}
        if told is not None:
            known = {
                "as_of": told.as_of.isoformat(),
                "known_until": told.until and told.until.at,
                "rebuilds": told.rebuilds,
                "previous_night_at": told.previous and told.previous.at,
                "is_previous_pinned": told.previous is not None and told.previous.by_receipt,
                "collection_name": told.collection_name,
                "is_sample": told.is_sample,
            }
        return runs.Run(
            run_id=self.run_id,
            collected=str(self.workspace.collected),
            started_at=self.started_at,
            entered_at=self.entered_at,
            seconds=round(seconds, 1),
            status=status,
            reason=self.reason,
            counts=self.counts or {},
            **known,
        )


def is_running(workspace: Workspace) -> bool | None:
    """Another process holds the lock of the night; None where that cannot be told."""
    if not workspace.lock.exists():
        return False
    try:
        with filelock.FileLock(workspace.lock, timeout=0):
            return False
    except filelock.Timeout:
        return True
    except OSError:
        return None


@contextmanager
def open_night(workspace: Workspace, as_of: date | None = None, console: Console | None = None) -> Iterator[Night]:
    """Hold the lock of the workspace for a whole night, from an empty build to its last line in the ledger.

    NightRunningError where another process holds the lock; NightHeldBackError where the folders cannot be used. The
    lock is the operating system's: it goes with the process that held it, however that ended.
    """
    _check_folders(workspace)
    try:
        with filelock.FileLock(workspace.lock, timeout=_PATIENCE):
            night = Night(workspace, as_of, Progress(console), started_at=now())
            started = time.monotonic()
            runs.append(workspace.runs, night.in_ledger("started"))
            try:
                workspace.clear_build()
                yield night
            finally:
                night.close()
                if night.counts is None and night.reason is None:
                    night.reason = "Đêm không hoàn thành."
                ended: runs.Status = "held_back" if night.counts is None else "published"
                runs.append(workspace.runs, night.in_ledger(ended, time.monotonic() - started))
    except filelock.Timeout as busy:
        raise NightRunningError(str(workspace.lock)) from busy


def _check_folders(workspace: Workspace) -> None:
    """What would stop the night at its end is said at its beginning."""
    for folder, name in ((workspace.state, "THUOCDO_STATE"), (workspace.published, "THUOCDO_PUBLISHED")):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NightHeldBackError(f"Không tạo được thư mục {folder}. Kiểm tra đường dẫn trong {name}.") from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise NightHeldBackError(f"Không có quyền ghi vào thư mục {folder} ({name}). Cấp quyền rồi chạy lại.")
    if workspace.current.exists() and not workspace.current.is_symlink():
        raise NightHeldBackError(f"{workspace.current} phải là liên kết do Thước Đo tạo. Chuyển nó đi rồi chạy lại.")
