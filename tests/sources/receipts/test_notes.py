"""What the ledger itself has to tell."""

from pathlib import Path

from sources.receipts.entries import Entry, latest
from sources.receipts.notes import notes
from tests.sources.receipts.desk import FOURTH, NEXT, NIGHT, THIRD, night, put, sha, withdraw

REPORT = "results/a.xlsx"


def _told(log: list[Entry]) -> list[tuple[str, str]]:
    return [(row.kind, row.source_path) for row in notes(list(latest(log).values()))]


def test_a_file_that_is_gone_is_told_every_night_until_it_is_back_or_taken_back(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    log = night(tmp_path, [], NIGHT)
    assert _told(log) == []
    (tmp_path / REPORT).unlink()
    log = night(tmp_path, log, NEXT)
    assert _told(log) == _told(night(tmp_path, log, THIRD)) == [("file_taken_away", REPORT)]
    (found,) = notes(list(latest(log).values()))
    assert found.severity == "info"
    assert REPORT in found.message
    assert "withdrawn.csv" in found.remedy
    assert sha("a") in found.remedy
    withdraw(tmp_path, "a")
    assert _told(night(tmp_path, log, FOURTH)) == []


def test_files_renamed_replaced_or_outside_the_rooms_are_not_gone(tmp_path: Path) -> None:
    for name in ("plans/a.review.xlsx", "results/b.xlsx", "lạ/c.txt"):
        put(tmp_path, name, name)
    log = night(tmp_path, [], NIGHT)
    (tmp_path / "plans/a.review.xlsx").rename(tmp_path / "plans/d.xlsx")
    put(tmp_path, "results/b.xlsx", "khác")
    (tmp_path / "lạ/c.txt").unlink()
    assert _told(night(tmp_path, log, NEXT)) == []


def test_a_report_that_goes_back_to_an_earlier_content_is_told_until_the_later_one_is_taken_back(
    tmp_path: Path,
) -> None:
    log: list[Entry] = []
    for content, now in (("một", NIGHT), ("hai", NEXT), ("một", THIRD)):
        put(tmp_path, REPORT, content)
        put(tmp_path, "plans/a.md", content)
        log = night(tmp_path, log, now)
    assert _told(log) == [("earlier_content_back", REPORT)]
    withdraw(tmp_path, "hai")
    assert _told(night(tmp_path, log, FOURTH)) == []
