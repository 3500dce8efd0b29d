"""Errors of the reader itself: they cost one file, are named as ours, and never hide."""

import logging
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from orchestration.cli import app
from sources.contract import SourceFile
from sources.plans import reader
from sources.plans.extract import extract
from sources.plans.reader import read
from sources.plans.reviews import collected, reading
from tests.places import SAMPLE
from tests.sources.plans import faulty
from tests.sources.plans.writing import HEAD, TITLE
from tests.sources.received import accounts, assert_balanced, kinds, receive

PLAN = HEAD + TITLE + "I. MỤC TIÊU\n\n- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95%.\n"
CORPUS = Path(__file__).with_name("corpus")
FOLDERS = (*CORPUS.iterdir(), SAMPLE / "plans")
PLANS = sorted(
    path for folder in FOLDERS for path in folder.glob("*") if path.suffix in {".docx", ".pdf", ".md", ".txt", ".html"}
)


@pytest.fixture
def faulty_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "read_one", faulty.read_one)


def _plan(folder: Path, name: str, more: str = "") -> Path:
    path = folder / name
    path.write_text(PLAN + more, encoding="utf-8")
    return path


@pytest.mark.usefixtures("faulty_reader")
def test_a_fault_in_one_of_two_files_costs_only_that_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    names = ("a_faulty.txt", "b_good.txt")
    with caplog.at_level(logging.ERROR):
        rows = read([receive(_plan(tmp_path, name, name), f"plans/{name}") for name in names])
    assert [row.plan_key for row in rows["plans_plans"]] == ["b_good"]  # type: ignore[attr-defined]
    assert [accounts(rows, "plans")[f"plans/{name}"][0] for name in names] == ["unreadable", "read"]
    (fault,) = [row for row in rows["plans_findings"] if row.kind == "reader_fault"]  # type: ignore[attr-defined]
    said: Any = fault.model_dump()
    assert (said["severity"], said["value"], said["source_path"]) == ("error", "LookupError", "plans/a_faulty.txt")
    assert "lỗi không phải do tệp" in said["message"]
    assert "Traceback" not in str(said)
    assert_balanced(rows, "plans")
    (logged,) = caplog.messages
    assert logged.startswith("plans/a_faulty.txt: LookupError")
    assert "a row without its table" in logged


@pytest.mark.usefixtures("faulty_reader")
def test_one_look_at_a_plan_says_the_fault_and_fails(tmp_path: Path) -> None:
    ended = CliRunner().invoke(app, ["extract", str(_plan(tmp_path, "faulty.txt"))])
    assert ended.exit_code == 1
    assert "LookupError" in ended.output
    assert not isinstance(ended.exception, LookupError)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_no_plan_at_hand_meets_a_fault_of_the_reader(path: Path) -> None:
    assert "reader_fault" not in {finding["kind"] for finding in extract(path)["findings"]}


@pytest.fixture
def beside(tmp_path: Path) -> list[SourceFile]:
    """A plan with a workbook beside it that is no review."""
    workbook = Workbook()
    workbook.save(tmp_path / "a.xlsx")
    return [receive(_plan(tmp_path, "a.txt"), "plans/a.txt"), receive(tmp_path / "a.xlsx", "plans/a.xlsx")]


def test_a_fault_in_a_review_costs_the_review_and_not_its_plan(
    beside: list[SourceFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collected, "read_review", faulty.read_review)
    rows = read(beside)
    assert kinds(rows, "plans").count("reader_fault") == 1
    assert [accounts(rows, "plans")[f"plans/a{ending}"][0] for ending in (".txt", ".xlsx")] == ["read", "unreadable"]


def test_a_review_is_never_opened_in_the_process_that_runs_the_night(
    beside: list[SourceFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(reading, "Book")
    assert "not_a_review" in kinds(read(beside), "plans")
