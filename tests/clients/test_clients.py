"""The published file in the hands of clients of several DuckDB versions: at any hour, beside each other, read-only."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration import publish
from orchestration.resources import Workspace
from orchestration.warehouse.building import STORAGE_VERSION

# The version of the environment, and the older ones that .ci/clients puts beside it.
VERSIONS = ("1.4", "1.5", "2.0")
CLIENT = Path(__file__).with_name("client.py")
# `nobody`: an account that owns nothing.
NOBODY = 65534
LAST_NIGHT = 12
MARTS = ("core.fct_target", "core.fct_indicator_result_history", "core.fct_index_score", "reporting.rpt_unit_report")

Start = Callable[..., "Client"]


class Client:
    """A running client; `next` is the next thing it says."""

    def __init__(self, path: str | None, *arguments: str) -> None:
        environment = {**os.environ, **({"PYTHONPATH": path} if path else {})}
        self.process = subprocess.Popen(
            [sys.executable, CLIENT, *arguments],
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.version: str = self.next()

    def next(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.communicate()[1]
        return json.loads(line)

    def release(self) -> None:
        """What it holds may be let go; some clients say a last thing then."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()


@pytest.fixture
def start() -> Iterator[Start]:
    """Start clients of a version; those that still run are ended with the test."""
    running: list[Client] = []

    def client(version: str, *arguments: str) -> Client:
        beside = Path(sys.prefix) / "clients" / version
        at_home = duckdb.__version__.startswith(version)
        if not at_home and not beside.exists():
            pytest.skip(f"no DuckDB {version} beside the environment (.ci/clients installs it)")
        started = Client(None if at_home else str(beside), *arguments)
        running.append(started)
        assert started.version.startswith(version)
        return started

    yield client
    for started in running:
        started.process.kill()
        started.process.communicate()


@pytest.fixture
def published() -> Iterator[Path]:
    """A folder that every account may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder / "published"
    for inner, _, _ in os.walk(folder):
        Path(inner).chmod(0o755)
    shutil.rmtree(folder)


def _publish(published: Path, night: int) -> Path:
    """A small night, written and sealed as the real ones are."""
    build = published.parent / "build.duckdb"
    build.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{build}' as w (storage_version '{STORAGE_VERSION}')")
        connection.execute("create schema w.core")
        connection.execute(f"create table w.core.dim_plan as select {night} as night")
    return publish.publish(published, f"night-{night:02}", {"warehouse.duckdb": build})


@pytest.mark.parametrize("version", VERSIONS)
def test_every_client_reads_the_marts_and_their_comments(version: str, sample_night: Workspace, start: Start) -> None:
    file = sample_night.current / "warehouse.duckdb"
    sums = "select count(*), sum(value), min(dim_province.valid_from) from core.fct_target, core.dim_province"
    silent = "from duckdb_columns() where schema_name in ('core', 'reporting') and coalesce(comment, '') = ''"
    counts = [f"select count(*) from {mart}" for mart in MARTS]
    client = start(version, "ask", str(file), f"select count(*) {silent}", sums, *counts)
    assert client.next() == [[0]]
    with duckdb.connect(str(file), read_only=True) as connection:
        for query in (sums, *counts):
            assert client.next() == json.loads(json.dumps(connection.execute(query).fetchall(), default=str))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_client_reads_one_night_or_the_next_while_nights_switch(version: str, published: Path, start: Start) -> None:
    _publish(published, 0)
    file = str(published / "current" / "warehouse.duckdb")
    holder = start(version, "hold", file)
    assert holder.next() == "ready"
    watcher = start(version, "watch", file, str(LAST_NIGHT))
    assert watcher.next() == "ready"
    for night in range(1, LAST_NIGHT + 1):
        _publish(published, night)
    seen = watcher.next()
    assert seen == sorted(seen)
    assert seen[-1] == LAST_NIGHT
    holder.release()
    assert holder.next() == [[0]], "who opened the first night keeps it"


def test_clients_of_all_versions_hold_one_file_together(published: Path, start: Start) -> None:
    _publish(published, 1)
    file = str(published / "current" / "warehouse.duckdb")
    holders = [start(version, "hold", file) for version in VERSIONS]
    assert [holder.next() for holder in holders] == ["ready"] * len(VERSIONS)
    for holder in holders:
        holder.release()
        assert holder.next() == [[1]]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_client_that_opens_with_defaults_is_refused_and_holds_no_lock(
    version: str, published: Path, start: Start
) -> None:
    account = [str(NOBODY)] if os.geteuid() == 0 else []
    version_folder = _publish(published, 1)
    file = str(published / "current" / "warehouse.duckdb")
    careless = start(version, "open_with_defaults", file, *account)
    kind, message = careless.next()
    assert kind == "IOException"
    assert "Cannot open file" in message
    assert "Permission denied" in message
    # It still runs: whatever it could hold, it would hold now.
    reader = start(version, "ask", file, "select night from core.dim_plan")
    assert reader.next() == [[1]]
    assert [path.name for path in version_folder.iterdir()] == ["warehouse.duckdb"]
    _publish(published, 2)
    assert start(version, "ask", file, "select night from core.dim_plan").next() == [[2]]
