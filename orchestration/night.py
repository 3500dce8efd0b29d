"""What the assets of one night share: its folders, its as-of date, its dbt child, its progress lines."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

import filelock
from rich.console import Console

from orchestration.dbt_session import DbtSession
from orchestration.progress import Progress
from orchestration.resources import Workspace, now, today
from orchestration.warehouse import RunContext
from sources.receipts.collection import Collection, CollectionMissingError, read_collection


class NightRunningError(RuntimeError):
    """Another process holds the lock of the night."""


@dataclass
class Night:
    """One night. `as_of` given on the command line wins over the collection's, which wins over today at home."""

    workspace: Workspace
    given_as_of: date | None = None
    progress: Progress = field(default_factory=lambda: Progress(None))
    started_at: datetime = field(default_factory=now)
    _dbt: DbtSession | None = None

    @property
    def run_id(self) -> str:
        """Name of the night in the run ledger and of its version: when it began, sortable."""
        return self.started_at.strftime("%Y%m%dT%H%M%S")

    def dbt(self) -> DbtSession:
        """The dbt child, started on first call."""
        if self._dbt is None:
            self._dbt = DbtSession(self.workspace)
        return self._dbt

    @cached_property
    def context(self) -> RunContext:
        """As-of date and name of the collection. CollectionError where collection.yml cannot be read."""
        try:
            collection = read_collection(self.workspace.collected)
        except CollectionMissingError:
            collection = Collection()
        return RunContext(self.given_as_of or collection.as_of or today(), collection.name, collection.is_sample)

    def close(self) -> None:
        """End what was started."""
        if self._dbt is not None:
            self._dbt.stop()


@contextmanager
def open_night(workspace: Workspace, as_of: date | None = None, console: Console | None = None) -> Iterator[Night]:
    """Hold the lock of the workspace for a whole night. NightRunningError where another process holds it.

    The lock is the operating system's: it goes with the process that held it, however that ended.
    """
    workspace.state.mkdir(parents=True, exist_ok=True)
    try:
        with filelock.FileLock(workspace.lock, timeout=0):
            night = Night(workspace, as_of, Progress(console))
            try:
                yield night
            finally:
                night.close()
    except filelock.Timeout as busy:
        raise NightRunningError(str(workspace.lock)) from busy
