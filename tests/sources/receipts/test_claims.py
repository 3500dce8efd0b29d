"""What the registers say, held against what has come."""

from datetime import datetime
from pathlib import Path

from sources.receipts.claims import held_against
from sources.receipts.entries import Entry, latest
from sources.receipts.folder import Scan, scan
from tests.sources.receipts.desk import NEXT, NIGHT, give, night, put, sha, withdraw

REPORT = "results/a.xlsx"
HEAD = "sha256,withdrawn_at,withdrawn_by,reason\n"


def _held(collected: Path, log: list[Entry], last: datetime = NIGHT) -> Scan:
    return held_against(scan(collected), list(latest(log).values()), collected, last)


def _said(scanned: Scan) -> list[tuple[str, str]]:
    return [(row.kind, row.severity) for row in scanned.findings]


def test_a_line_of_a_content_nobody_has_sent_is_told(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    give(tmp_path, f"{sha('b')},,2026-03-14T16:30:00+07:00,", f"{sha('a')},,2026-03-14T16:30:00+07:00,")
    withdraw(tmp_path, "b", "a")
    held = _held(tmp_path, [])
    assert _said(held) == [("unknown_content", "info"), ("unknown_content", "warning")]
    assert all("1 dòng" in row.message and sha("b")[:12] in row.message for row in held.findings)


def test_a_line_of_a_content_that_came_and_is_gone_is_no_slip(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    put(tmp_path, "plans/b.md", "b")
    log = night(tmp_path, [], NIGHT)
    (tmp_path / REPORT).unlink()
    withdraw(tmp_path, "a")
    assert _said(_held(tmp_path, log)) == []


def test_a_time_to_come_is_a_slip_and_its_line_is_not_used(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    give(tmp_path, f"{sha('a')},,2099-03-14T16:30:00+07:00,Văn thư")
    held = _held(tmp_path, [])
    assert (held.given, _said(held)) == ({}, [("invalid_register_line", "error")])
    assert "receipts.csv, dòng 2: thời điểm ở tương lai" in held.findings[0].message
    assert _said(_held(tmp_path, [], datetime.fromisoformat("2099-12-31T00:00:00+07:00"))) == []


def test_a_sending_after_the_receipt_is_a_slip_whoever_says_when_it_was_received(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    log = night(tmp_path, [], NIGHT)
    sent = NEXT.isoformat()
    for received in ("", "2026-03-14T16:30:00+07:00"):
        give(tmp_path, f"{sha('a')},{sent},{received},Văn thư")
        held = _held(tmp_path, log, NEXT)
        assert _said(held) == [("invalid_register_line", "error")]
        assert (held.given[sha("a")].sent_at, held.given[sha("a")].sender) == (None, "Văn thư")


def test_a_withdrawal_register_that_is_gone_is_told_where_it_took_something_back(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    log = night(tmp_path, [], NIGHT)
    assert _said(_held(tmp_path, log)) == []
    withdraw(tmp_path, "a")
    log = night(tmp_path, log, NEXT)
    assert _said(_held(tmp_path, log)) == []
    (tmp_path / "withdrawn.csv").unlink()
    assert _said(_held(tmp_path, log)) == [("withdrawals_missing", "warning")]
    put(tmp_path, "withdrawn.csv", HEAD)
    assert _said(_held(tmp_path, log)) == []
