"""Two nights; between them a correction, a withdrawal, a file taken away, a late one. Then the first once more."""

import json
import shutil
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import filelock
import openpyxl
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from orchestration import differences, night, runs
from orchestration.cli import app
from orchestration.resources import HOME_ZONE, Workspace
from orchestration.runner import run_night
from tests.conftest import without_data_tests
from tests.places import SAMPLE

pytestmark = pytest.mark.slow

FIRST, SECOND, LATER = (datetime(2026, 10, day, 1, 30, tzinfo=HOME_ZONE) for day in (1, 2, 9))
OUTSIDE = "lạ.txt"
PERIOD = "results/2026/h1"
CORRECTED, WITHDRAWN, TAKEN_AWAY, LATE = (
    f"{PERIOD}/{unit}.xlsx"
    for unit in (
        "benh-vien-da-khoa-tinh-minh-hoa",
        "benh-vien-san-nhi-minh-hoa",
        "benh-vien-y-hoc-co-truyen-minh-hoa",
        "chi-cuc-dan-so",
    )
)


@dataclass(frozen=True)
class Nights:
    """The workspace after its nights, and the run ids of the first, the second and the rebuilt one."""

    workspace: Workspace
    first: str
    second: str
    rebuilt: str

    def record(self, run_id: str) -> dict[str, Any]:
        """run.json of a version."""
        record: dict[str, Any] = json.loads(self.workspace.version(run_id).joinpath("run.json").read_text("utf-8"))
        return record

    def receipts(self, run_id: str) -> dict[str, dict[str, Any]]:
        """The ledger as a version tells it, by path and first letters of the hash."""
        rows = pq.read_table(self.workspace.version(run_id) / "raw" / "receipts_files.parquet").to_pylist()
        return {f"{row['source_path']} {row['source_sha256'][:6]}": row for row in rows}


def _collect(collected: Path, *names: str) -> None:
    for name in names:
        (collected / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLE / name, collected / name)


def _correct(file: Path) -> None:
    """Saved anew: another content for the same unit and period."""
    book = openpyxl.load_workbook(file)
    book.properties.title = "bản sửa"
    book.save(file)


@pytest.fixture(scope="session")
def nights(shared_folder: Path) -> Nights:
    """The three nights, run once a session for all workers."""
    root = shared_folder / "rebuilt"
    workspace = Workspace(root / "collected", root / "published", root / "state")
    with filelock.FileLock(shared_folder / "rebuilt.lock"):
        told = root / "nights.json"
        if not told.exists():
            with without_data_tests():
                ids = _run_nights(workspace)
            told.write_text(json.dumps(ids), encoding="utf-8")
    return Nights(workspace, *json.loads(told.read_text(encoding="utf-8")))


def _run_nights(workspace: Workspace) -> tuple[str, str, str]:
    """Run ids of the first night, the second and the first once more."""
    collected = workspace.collected
    registers = sorted(path.relative_to(SAMPLE).as_posix() for path in (SAMPLE / "registers").glob("*.csv"))
    _collect(collected, "plans/minh_hoa_2026.docx", *registers, CORRECTED, WITHDRAWN, TAKEN_AWAY)
    (collected / "collection.yml").write_text("name: Sở\n", encoding="utf-8")
    (collected / OUTSIDE).write_text("ngoài thư mục", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:

        def at(clock: datetime, as_of: date | None = None) -> str:
            patch.setattr(night, "now", lambda: clock)
            patch.setattr(night, "today", clock.date)
            run = run_night(workspace, as_of, None)
            assert run.status == "published", run.reason
            return run.run_id

        first = at(FIRST)
        _correct(collected / CORRECTED)
        digest = sha256((collected / WITHDRAWN).read_bytes()).hexdigest()
        line = f"{digest},2026-10-01T09:00:00+07:00,Bệnh viện,Gửi nhầm"
        (collected / "withdrawn.csv").write_text(f"sha256,withdrawn_at,withdrawn_by,reason\n{line}\n", encoding="utf-8")
        (collected / TAKEN_AWAY).unlink()
        (collected / OUTSIDE).unlink()
        (collected / "collection.yml").write_text("name: Sở Y tế\n", encoding="utf-8")
        _collect(collected, LATE)
        second = at(SECOND)
        rebuilt = at(LATER, FIRST.date())
    return first, second, rebuilt


def test_the_second_night_knows_what_happened_to_every_file(nights: Nights) -> None:
    before, after = nights.receipts(nights.first), nights.receipts(nights.second)
    assert before.keys() < after.keys()
    new = {row["source_path"] for row in after.values() if row["is_new"]}
    assert new == {CORRECTED, LATE}
    assert {row["source_path"]: row["change_kind"] for row in after.values() if row["change_kind"]} == {
        WITHDRAWN: "withdrawn",
        TAKEN_AWAY: "file_taken_away",
    }
    not_current = {row["source_path"] for row in after.values() if not row["is_current"]}
    assert not_current == {CORRECTED, WITHDRAWN, OUTSIDE}
    assert not any(row["is_new"] for row in before.values())


def test_a_file_taken_away_is_told_and_its_figures_stay(nights: Nights) -> None:
    with duckdb.connect(str(nights.workspace.version(nights.second) / "warehouse.duckdb")) as connection:
        told = connection.execute(
            "select source_path from raw.receipts_findings where kind = 'file_taken_away'"
        ).fetchall()
        figures = connection.execute(
            "select count(*) from raw.results_figures where source_path = ?", [TAKEN_AWAY]
        ).fetchone()
    assert told == [(TAKEN_AWAY,)]
    assert figures is not None
    assert figures[0] > 0


def test_a_night_built_again_has_the_contents_and_pages_of_then(nights: Nights) -> None:
    then, again, second = (nights.record(run_id) for run_id in (nights.first, nights.rebuilt, nights.second))
    assert again["contents"] == then["contents"]
    assert again["pages"] == then["pages"]
    assert again["inputs"] == then["inputs"]
    assert second["contents"] != then["contents"]
    assert second["inputs"] != then["inputs"]
    found = differences.read(nights.workspace.version(nights.rebuilt))
    assert found == differences.Differences(against=nights.first, is_equal=True)
    assert differences.read(nights.workspace.version(nights.second)) is None


def test_the_run_ledger_says_how_much_each_night_knew(nights: Nights) -> None:
    first, second, rebuilt = runs.history(nights.workspace.runs)
    assert [run.known_until for run in (first, second, rebuilt)] == [None, None, FIRST]
    assert [run.previous_night_at for run in (first, second, rebuilt)] == [None, FIRST, None]
    assert (rebuilt.rebuilds, rebuilt.as_of) == (nights.first, "2026-10-01")
    assert runs.plain_nights([first, second, rebuilt]) == [first, second]


def test_with_newer_code_every_difference_is_listed_with_its_cause(nights: Nights) -> None:
    """The second night stands for what newer code would have made of the first."""
    record = nights.record(nights.second)
    record["code"] = {**nights.record(nights.first)["code"], "dbt_project": "mới"}
    found = differences.compare(nights.workspace.version(nights.first), record, nights.workspace.version(nights.second))
    assert found is not None
    assert not found.is_equal
    changed = {
        name for name, digest in record["contents"].items() if nights.record(nights.first)["contents"][name] != digest
    }
    assert {mart.mart for mart in found.marts} == changed
    assert all(mart.only_there or mart.only_here for mart in found.marts)
    assert [(cause.kind, set(cause.names)) for cause in found.causes] == [
        ("inputs", {CORRECTED, WITHDRAWN, LATE}),
        ("code", {"dbt_project"}),
    ]


def test_the_operator_is_told_that_the_rebuilt_night_is_equal(nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = nights.workspace
    for name, folder in (
        ("COLLECTED", workspace.collected),
        ("PUBLISHED", workspace.published),
        ("STATE", workspace.state),
    ):
        monkeypatch.setenv(f"THUOCDO_{name}", str(folder))
    told = CliRunner().invoke(app, ["status"]).output
    assert "Chỉ dùng những gì đã biết đến 01:30 ngày 01/10/2026" in told
    assert f"Dựng lại đêm {nights.first}: nội dung giống hệt" in told
    assert json.loads(CliRunner().invoke(app, ["status", "--json"]).output)["differences"]["is_equal"] is True
