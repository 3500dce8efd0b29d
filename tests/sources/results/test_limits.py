"""Guarded reading: every file in a child within limits; what goes wrong costs that file and is said of it."""

from pathlib import Path
from unittest.mock import patch

import pytest

from sources.bounded import Fault, Refusal
from sources.results import reader
from sources.results.jobs import LIMITS, MAX_BYTES, Job, Reading
from sources.results.known import Known
from sources.results.refusals import owners_of, say_unread
from sources.results.workbooks import properties
from tests.sources.received import accounts, assert_balanced, kinds, receive
from tests.sources.results.workshop import read_here, read_spoiled, set_figure, write_form


def test_children_say_what_this_process_says(tmp_path: Path) -> None:
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    files = [receive(write_form(tmp_path), "results/b.xlsx"), receive(bad, "results/a.xlsx")]
    assert reader.read(files, Known()) == reader.read(files[::-1], Known()) == read_here(files)


@pytest.mark.parametrize("kind", ["too_slow", "too_heavy", "reader_stopped"])
def test_a_limit_that_was_met_is_a_finding_about_that_file(tmp_path: Path, kind: str) -> None:
    good = receive(write_form(tmp_path), "results/a.xlsx")
    (tmp_path / "b.xlsx").write_bytes(b"x")
    bad = receive(tmp_path / "b.xlsx", "results/b.xlsx")

    def outcomes(_: object, jobs: list[Job], __: object) -> list[Reading | Refusal]:
        return [Refusal(kind) if job.file == bad else reader.read_one(job) for job in jobs]  # type: ignore[arg-type]

    with patch.object(reader, "each", outcomes):
        rows = reader.read([good, bad], Known())
    assert kinds(rows, "results") == [kind]
    assert rows["results_findings"][0].source_path == "results/b.xlsx"
    assert accounts(rows, "results")["results/a.xlsx"][0] == "read"


def test_a_fault_of_ours_is_told_apart_from_a_bad_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    job = Job(receive(write_form(tmp_path), "results/a.xlsx"), Known())
    (owner,) = owners_of([job])
    (finding,) = say_unread(job, Fault("KeyError", "the trace"), owner).account.findings
    assert (finding.kind, finding.value, finding.unit_key) == (
        "reader_fault",
        "KeyError",
        "so-y-te-minh-hoa/benh-vien-da-khoa-tinh",
    )
    assert "the trace" in caplog.text
    assert "the trace" not in finding.message
    assert "KeyError" not in finding.message


def test_whose_a_stopped_file_is_costs_this_process_nothing(tmp_path: Path) -> None:
    job = Job(receive(write_form(tmp_path), "results/a.xlsx"), Known())
    with patch.object(properties, "ZipFile", side_effect=AssertionError("opened here")):
        assert owners_of([job, job])[0]["period_key"] == "2026-q1"


def test_a_page_in_a_cell_is_kept_by_its_beginning_alone(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "numerator", "x" * 30_000))
    cell = rows["results_quarantine"][0].model_dump()
    finding = rows["results_findings"][-1].model_dump()
    assert cell["value"] == finding["value"] == "x" * 500 + "…"
    assert len(finding["message"]) < 1_000


def test_of_a_file_with_too_many_findings_the_rest_is_counted_once(tmp_path: Path) -> None:
    reading = reader.read_one(Job(receive(write_form(tmp_path), "results/a.xlsx"), Known()))
    for row in range(5_000):
        reading.account.say("negative_count", f"Biểu 1 Số liệu!G{row}", value="-1")
    closed = reading.close()
    said = [row.model_dump() for row in closed if row.table == "results_findings"]
    assert len(said) == 2_001
    assert said[-1]["kind"] == "more_findings"
    # What the reader itself says of the file is among the two thousand.
    left_out = 5_000 - sum(row["kind"] == "negative_count" for row in said)
    assert said[-1]["value"] == str(left_out)
    assert reading.account.is_even


def test_a_file_far_beyond_any_workbook_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    assert kinds(read_here([receive(path, "results/a.xlsx")]), "results") == ["too_large"]


def test_a_reader_that_loses_count_gives_nothing_of_the_file(tmp_path: Path) -> None:
    reading = reader.read_one(Job(receive(write_form(tmp_path), "results/a.xlsx"), Known()))
    reading.account.loaded -= 1
    closed = reading.close()
    rows = {"results_files": [row for row in closed if row.table == "results_files"]}
    assert [finding.kind for finding in reading.account.findings] == ["account_unbalanced"]
    assert_balanced(rows, "results")
    assert accounts(rows, "results")["results/a.xlsx"] == ("unreadable", 0, 0, 0, 0)
    assert {row.table for row in closed} == {"results_findings", "results_files"}


def test_the_limits_leave_room_for_the_largest_workbook_and_end_a_hang() -> None:
    assert 10 <= LIMITS.seconds <= 120
    assert LIMITS.memory_bytes >= 3 * 1024**3 // 2
