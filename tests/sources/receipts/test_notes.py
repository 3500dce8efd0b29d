"""What the ledger itself has to tell."""

from pathlib import Path

from sources.receipts.entries import Entry, latest
from sources.receipts.notes import notes
from tests.sources.receipts.desk import FOURTH, NEXT, NIGHT, THIRD, give, night, put, sha, withdraw

REPORT = "results/a.xlsx"


def _told(log: list[Entry]) -> list[tuple[str, str]]:
    return [(row.kind, row.source_path) for row in notes(list(latest(log).values()), log)]


def test_a_file_that_is_gone_is_told_every_night_until_it_is_back_or_taken_back(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    log = night(tmp_path, [], NIGHT)
    assert _told(log) == []
    (tmp_path / REPORT).unlink()
    log = night(tmp_path, log, NEXT)
    assert _told(log) == _told(night(tmp_path, log, THIRD)) == [("file_taken_away", REPORT)]
    (found,) = notes(list(latest(log).values()), log)
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


def test_a_file_put_into_another_room_is_told_where_it_lies(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    log = night(tmp_path, [], NIGHT)
    (tmp_path / "plans").mkdir()
    (tmp_path / REPORT).rename(tmp_path / "plans/a.xlsx")
    log = night(tmp_path, log, NEXT)
    (found,) = notes(list(latest(log).values()), log)
    assert (found.kind, found.source_path) == ("file_taken_away", REPORT)
    assert "đã chuyển sang plans/a.xlsx" in found.message


def test_a_new_content_with_an_earlier_time_of_receipt_was_not_put_back(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "một")
    log = night(tmp_path, [], NIGHT)
    put(tmp_path, REPORT, "hai")
    give(tmp_path, f"{sha('một')},,2026-03-19T08:00:00+07:00,", f"{sha('hai')},,2026-03-18T08:00:00+07:00,")
    assert _told(night(tmp_path, log, NEXT)) == [("receipts_out_of_order", REPORT)]
