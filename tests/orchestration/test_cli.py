"""The command line without a night: reading one plan, asking for the status, wrong usage."""

import json
from datetime import UTC, datetime
from pathlib import Path

import filelock
import pytest
from typer.testing import CliRunner

from orchestration import runs
from orchestration.cli import app
from orchestration.commands.extract import PLAN_WORDS, ROW_WORDS
from orchestration.resources import Workspace
from sources.simulation.plan import plan_tasks
from tests.places import SAMPLE

PLAN = SAMPLE / "plans" / "minh_hoa_2026.docx"
TASKS = len(list(plan_tasks("minh_hoa_2026")))


def test_extract_prints_what_the_night_would_find_as_json() -> None:
    result = CliRunner().invoke(app, ["extract", str(PLAN), "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["plan"]["number"] == "15/KH-SYT"
    assert len(found["tasks"]) == TASKS
    assert all(row["place"] for row in (*found["targets"], *found["tasks"], *found["goals"]))


def test_extract_says_it_in_vietnamese_to_a_person() -> None:
    result = CliRunner().invoke(app, ["extract", str(PLAN)])
    assert result.exit_code == 0
    assert [line[:26].strip() for line in result.stdout.splitlines()] == [*PLAN_WORDS.values(), *ROW_WORDS.values()]


def test_extract_of_a_broken_file_says_why_and_fails(tmp_path: Path) -> None:
    broken = tmp_path / "hong_2026.docx"
    broken.write_bytes(b"not a Word file")
    result = CliRunner().invoke(app, ["extract", str(broken)])
    assert result.exit_code == 1
    assert "hong_2026.docx" in result.output


def test_review_writes_the_workbook_and_says_how_many_rows_to_look_at(tmp_path: Path) -> None:
    out = tmp_path / "ra-soat.xlsx"
    result = CliRunner().invoke(app, ["review", str(PLAN), "--out", str(out), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["rows"]["Nhiệm vụ"] == TASKS
    assert out.exists()


def test_review_never_writes_over_a_workbook_that_may_be_filled_in(tmp_path: Path) -> None:
    filled = tmp_path / "ra-soat.xlsx"
    filled.write_text("đã rà soát", encoding="utf-8")
    result = CliRunner().invoke(app, ["review", str(PLAN), "--out", str(filled)])
    assert result.exit_code == 2
    assert filled.read_text(encoding="utf-8") == "đã rà soát"


def test_review_of_a_broken_plan_says_why_and_writes_nothing(tmp_path: Path) -> None:
    broken, out = tmp_path / "hong_2026.docx", tmp_path / "ra-soat.xlsx"
    broken.write_bytes(b"not a Word file")
    result = CliRunner().invoke(app, ["review", str(broken), "--out", str(out)])
    assert result.exit_code == 1
    assert "hong_2026.docx" in result.output
    assert not out.exists()


def test_status_before_the_first_night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THUOCDO_STATE", str(tmp_path))
    result = CliRunner().invoke(app, ["status"])
    assert result.exit_code == 0
    assert "Chưa chạy đêm nào" in result.output


@pytest.mark.parametrize("arguments", [["extract", "khong-co.docx"], ["run", "--khong-co"], ["khong-co"]])
def test_wrong_usage_has_its_own_exit_code(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_status_tells_a_night_that_runs_from_one_that_was_killed_by_its_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THUOCDO_STATE", str(tmp_path))
    workspace = Workspace.from_environment()
    begun = runs.Run(run_id="1", collected="/kho", started_at=datetime(2026, 10, 1, tzinfo=UTC), status="started")
    runs.append(workspace.runs, begun)
    with filelock.FileLock(workspace.lock):
        assert CliRunner().invoke(app, ["status"]).output.strip().endswith(": đang chạy")
    for _ in ("the lock is free", "who asked left it free"):
        assert CliRunner().invoke(app, ["status"]).output.strip().endswith(": đã bị ngắt giữa chừng")
