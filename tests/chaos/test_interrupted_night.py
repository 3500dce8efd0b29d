"""A night that is killed, locked out or fails a check: readers keep the last one, and the next night is whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboards import site
from dashboards.pages.book import Checks
from orchestration import runs
from orchestration.night import open_night
from orchestration.resources import Workspace
from orchestration.runner import run_night


def _environment(workspace: Workspace) -> dict[str, str]:
    return {
        **os.environ,
        "THUOCDO_COLLECTED": str(workspace.collected),
        "THUOCDO_PUBLISHED": str(workspace.published),
        "THUOCDO_STATE": str(workspace.state),
    }


def _start(workspace: Workspace) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "orchestration.cli", "run"],
        env=_environment(workspace),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.mark.slow
def test_neither_a_killed_night_nor_a_failed_check_takes_the_last_night_away(
    tmp_path: Path, small_night: Workspace, models_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (small_night.published, small_night.state):
        shutil.copytree(folder, tmp_path / folder.name, symlinks=True)
    workspace = Workspace(small_night.collected, tmp_path / "published", tmp_path / "state")
    before = workspace.current.readlink()
    shutil.rmtree(workspace.build, ignore_errors=True)
    night = _start(workspace)
    deadline = time.monotonic() + 60
    while not workspace.build_warehouse.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(night.pid, signal.SIGKILL)
    night.wait()
    assert [run.status for run in runs.history(workspace.runs)] == ["published", "started"]
    assert workspace.current.readlink() == before
    build = site.build

    def build_and_lose_a_page(database: Path, out: Path, checks: Checks | None = None) -> site.SiteReport:
        report = build(database, out, checks)
        next(out.glob("*/ke-hoach-*.html")).unlink()
        return report

    # The night after it gets as far as the checks: what the killed one left stops nothing.
    monkeypatch.setattr(site, "build", build_and_lose_a_page)
    run = run_night(workspace, None, None)
    assert run.status == "held_back"
    assert "Kiểm tra trước khi công bố" in (run.reason or "")
    assert workspace.current.readlink() == before


def test_a_second_run_is_turned_away_with_its_own_exit_code(tmp_path: Path, small_collection: Path) -> None:
    workspace = Workspace(small_collection, tmp_path / "published", tmp_path / "state")
    with open_night(workspace):
        second = _start(workspace)
        output, _ = second.communicate(timeout=60)
    assert second.returncode == 3
    assert "đang giữ khóa" in output
