"""The run ledger."""

from datetime import UTC, datetime
from pathlib import Path

from orchestration import runs


def _run(run_id: str) -> runs.Run:
    return runs.Run(
        run_id=run_id,
        as_of="2026-10-15",
        collected="/kho",
        started_at=datetime(2026, 10, 15, tzinfo=UTC),
        seconds=1.5,
        status="held_back",
        reason="Bước «publish» không đạt.",
    )


def test_nights_come_back_in_order(tmp_path: Path) -> None:
    ledger = tmp_path / "state" / "runs.jsonl"
    for run_id in ("1", "2"):
        runs.append(ledger, _run(run_id))
    assert runs.history(ledger) == [_run("1"), _run("2")]


def test_a_line_cut_by_a_power_failure_is_passed_over(tmp_path: Path) -> None:
    ledger = tmp_path / "runs.jsonl"
    runs.append(ledger, _run("1"))
    with ledger.open("a", encoding="utf-8") as handle:
        handle.write('{"run_id": "2", "as_')
    runs.append(ledger, _run("3"))
    assert runs.history(ledger) == [_run("1"), _run("3")]


def test_a_line_cut_inside_a_letter_takes_nothing_with_it(tmp_path: Path) -> None:
    ledger = tmp_path / "runs.jsonl"
    runs.append(ledger, _run("1"))
    line = _run("2").model_dump_json().encode()
    with ledger.open("ab") as handle:
        handle.write(line[: line.index("ớ".encode()) + 1])
    assert runs.history(ledger) == [_run("1")]
    runs.append(ledger, _run("3"))
    assert runs.history(ledger) == [_run("1"), _run("3")]


def test_the_last_word_on_a_night_counts(tmp_path: Path) -> None:
    ledger = tmp_path / "runs.jsonl"
    runs.append(ledger, _run("1").model_copy(update={"status": "started", "reason": None}))
    runs.append(ledger, _run("1"))
    assert runs.history(ledger) == [_run("1")]


def test_before_the_first_night_the_history_is_empty(tmp_path: Path) -> None:
    assert runs.history(tmp_path / "runs.jsonl") == []
