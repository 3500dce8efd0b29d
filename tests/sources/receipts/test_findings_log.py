"""What each night found about the folder itself."""

from pathlib import Path

import pytest

from sources.receipts import findings_log
from sources.receipts.entries import LedgerDamagedError
from sources.receipts.findings_log import FolderFindings
from sources.receipts.folder import scan
from tests.sources.receipts.desk import FOURTH, NEXT, NIGHT, THIRD, put


def test_a_past_night_still_knows_what_it_found(tmp_path: Path) -> None:
    log: list[FolderFindings] = []
    found = []
    for now in (NIGHT, NEXT, THIRD):
        if now is THIRD:
            put(tmp_path, "lạ/a.md", "a")
        found.append(scan(tmp_path).findings)
        log = findings_log.remember(log, found[-1], now)
    assert [line.entered_at for line in log] == [NIGHT, THIRD]
    log = findings_log.load(findings_log.dump(log))
    assert findings_log.found_by(log, NEXT) == found[0]
    assert findings_log.found_by(log, FOURTH) == found[2] != found[0]


def test_of_a_night_before_the_first_line_nothing_is_known() -> None:
    assert findings_log.found_by([], NIGHT) == ()
    assert findings_log.load("") == []


def test_a_damaged_line_is_named() -> None:
    with pytest.raises(LedgerDamagedError, match="dòng 1"):
        findings_log.load("{}")
