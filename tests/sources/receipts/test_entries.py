"""The ledger as text."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sources.receipts import entries
from tests.sources.receipts.desk import NEXT, NIGHT, night, put, sha, standing, states

# A line as it was written before the ledger was a log.
OLD_LINE = (
    '{"source_sha256":"%s","source_path":"plans/a.md","source_place":"—","parser_version":"receipts/1",'
    '"received_at":"2026-03-01T02:00:00Z","source_kind":"plans","size_bytes":1,"sent_at":null,"sender":null,'
    '"receipt_basis":"first_seen","superseded_at":null,"withdrawn_at":null,"withdrawn_by":null,'
    '"withdrawn_reason":null,"is_current":true}\n'
)


def test_a_damaged_ledger_is_named_with_its_line() -> None:
    with pytest.raises(entries.LedgerDamagedError, match="dòng 2"):
        entries.load(OLD_LINE % sha("a") + '{"source_path":')


def test_names_with_line_ends_of_unicode_come_back_from_the_ledger(tmp_path: Path) -> None:
    for name in ("plans/a\u2028b.md", "plans/a\u2029b.md", "plans/a\x85b.md", "plans/a\x0cb.md"):
        put(tmp_path, name, name)
    log = night(tmp_path, [], NIGHT)
    assert len(log) == 4
    assert entries.load(entries.dump(log)) == log
    assert entries.load("") == []


def test_an_older_ledger_counts_as_entered_when_its_files_were_received(tmp_path: Path) -> None:
    (old,) = entries.load(OLD_LINE % sha("a"))
    received = datetime(2026, 3, 1, 2, tzinfo=UTC)
    assert (old.entered_at, old.placed_at, old.in_folder, old.stands) == (received, received, True, True)
    put(tmp_path, "plans/a.md", "a")
    assert night(tmp_path, [old], NIGHT) == [old]
    put(tmp_path, "plans/a.md", "b")
    log = night(tmp_path, [old], NEXT)
    assert states(log)["plans/a.md", sha("a")].superseded_at == NEXT
    assert standing(log) == ["plans/a.md"]
