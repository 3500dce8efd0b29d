"""A night that Dagster starts itself, by its schedule or by hand, is the same night: lock, empty build, ledger."""

from pathlib import Path

import dagster as dg
import pytest

from orchestration import definitions, runs
from orchestration.dbt_session import DbtSession
from orchestration.resources import Workspace


def test_the_job_opens_its_own_night_and_enters_it_in_the_ledger(
    tmp_path: Path, small_collection: Path, models_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THUOCDO_COLLECTED", str(small_collection))
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(tmp_path / "published"))
    monkeypatch.setenv("THUOCDO_STATE", str(tmp_path / "state"))
    workspace = Workspace.from_environment()
    left_over = workspace.build_site / "so-y-te-cu" / "ke-hoach-cu.html"
    left_over.parent.mkdir(parents=True)
    left_over.write_text("trang của một đêm trước", encoding="utf-8")
    session = DbtSession(workspace, workspace.dbt_definitions)
    try:
        job = definitions.build(session, definitions.workspace_night).resolve_job_def("nightly")
    finally:
        session.stop()
    with dg.DagsterInstance.ephemeral() as instance:
        assert job.execute_in_process(instance=instance).success
    assert [run.status for run in runs.history(workspace.runs)] == ["published"]
    assert not (workspace.current / "dashboards" / "so-y-te-cu").exists()
