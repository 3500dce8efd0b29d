"""What was known when, and what has changed since."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sources.receipts.entries import Entry
from sources.receipts.knowledge import Moment, known, published_rows
from tests.sources.receipts.desk import FOURTH, NEXT, NIGHT, THIRD, give, night, put, sha, withdraw

REPORT = "results/a.xlsx"


def _standing(log: list[Entry], until: Moment | None) -> list[tuple[str, str]]:
    return [entry.key for entry in known(log, until) if entry.stands]


def _changes(log: list[Entry], previous: Moment | None, until: Moment | None = None) -> dict[str, tuple[bool, str]]:
    """Path -> is_new, change_kind, of rows that say anything."""
    return {
        row.source_path: (row.is_new, row.change_kind or "")
        for row in published_rows(log, until, previous)
        if row.is_new or row.change_kind
    }


def test_a_night_knows_what_had_been_entered_by_its_start_to_the_last_word(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "một")
    log = night(tmp_path, [], NIGHT)
    first = known(log, None)
    put(tmp_path, REPORT, "hai")
    log = night(tmp_path, log, NEXT)
    second = known(log, None)
    withdraw(tmp_path, "hai", at="2026-03-01T08:00:00+07:00")
    give(tmp_path, f"{sha('một')},,2026-03-02T08:00:00+07:00,Văn thư")
    log = night(tmp_path, log, THIRD)
    assert known(log, Moment(NIGHT)) == first
    assert known(log, Moment(NEXT)) == second
    assert known(log, Moment(NIGHT - timedelta(seconds=1))) == []
    assert _standing(log, None) == [(REPORT, sha("một"))]


def test_a_past_day_knows_what_had_been_received_by_its_end_under_the_names_of_today(tmp_path: Path) -> None:
    log: list[Entry] = []
    for content, now in (("một", NIGHT), ("hai", NEXT)):
        put(tmp_path, REPORT, content)
        log = night(tmp_path, log, now)
    (tmp_path / REPORT).rename(tmp_path / "results/b.xlsx")
    put(tmp_path, "plans/k.md", "k")
    give(
        tmp_path,
        f"{sha('một')},,2026-03-01T08:00:00+07:00,",
        f"{sha('hai')},,2026-03-05T08:00:00+07:00,",
        f"{sha('k')},,2026-03-03T08:00:00+07:00,",
    )
    withdraw(tmp_path, "hai", at="2026-03-07T08:00:00+07:00")
    log = night(tmp_path, log, THIRD)

    def on(day: int) -> list[tuple[str, str]]:
        return _standing(log, Moment(datetime(2026, 3, day, 23, tzinfo=UTC), by_receipt=True))

    assert on(2) == [(REPORT, sha("một"))]
    assert on(4) == [("plans/k.md", sha("k")), (REPORT, sha("một"))]
    assert ("results/b.xlsx", sha("hai")) in on(5)
    assert ("results/b.xlsx", sha("hai")) not in on(7)


def test_of_two_contents_of_one_path_the_one_received_last_stood_on_a_past_day(tmp_path: Path) -> None:
    log: list[Entry] = []
    for content, now in (("một", NIGHT), ("hai", NEXT), ("một", THIRD)):
        put(tmp_path, "plans/a.md", content)
        log = night(tmp_path, log, now)
    for now, content in ((NIGHT, "một"), (NEXT, "hai"), (THIRD, "một")):
        assert _standing(log, Moment(now, by_receipt=True)) == [("plans/a.md", sha(content))], now
    withdraw(tmp_path, "hai", at="2026-01-01T08:00:00+07:00")
    log = night(tmp_path, log, FOURTH)
    assert _standing(log, Moment(NEXT, by_receipt=True)) == [("plans/a.md", sha("một"))]


def test_what_changed_since_the_previous_night_is_said_once(tmp_path: Path) -> None:
    for name in ("results/moved.xlsx", "results/gone.xlsx", "results/withdrawn.xlsx", "results/changed.xlsx"):
        put(tmp_path, name, name)
    log = night(tmp_path, [], NIGHT)
    (tmp_path / "results/moved.xlsx").rename(tmp_path / "results/there.xlsx")
    (tmp_path / "results/gone.xlsx").unlink()
    put(tmp_path, "results/changed.xlsx", "sửa")
    put(tmp_path, "results/copy.xlsx", "results/withdrawn.xlsx")
    withdraw(tmp_path, "results/withdrawn.xlsx")
    log = night(tmp_path, log, NEXT)
    assert _changes(log, Moment(NIGHT)) == {
        "results/there.xlsx": (False, "moved"),
        "results/gone.xlsx": (False, "file_taken_away"),
        "results/changed.xlsx": (True, ""),
        "results/copy.xlsx": (False, "withdrawn"),
        "results/withdrawn.xlsx": (False, "withdrawn"),
    }
    assert _changes(night(tmp_path, log, THIRD), Moment(NEXT)) == {}
    withdraw(tmp_path)
    log = night(tmp_path, log, FOURTH)
    assert _changes(log, Moment(THIRD)) == {
        "results/copy.xlsx": (False, "restored"),
        "results/withdrawn.xlsx": (False, "restored"),
    }


def test_a_report_sent_and_taken_back_between_two_nights_is_new_and_withdrawn(tmp_path: Path) -> None:
    put(tmp_path, "plans/k.md", "k")
    log = night(tmp_path, [], NIGHT)
    put(tmp_path, REPORT, "a")
    withdraw(tmp_path, "a")
    assert _changes(night(tmp_path, log, NEXT), Moment(NIGHT)) == {REPORT: (True, "withdrawn")}


def test_without_a_previous_night_nothing_is_new(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    assert _changes(night(tmp_path, [], NIGHT), None) == {}


def test_after_a_pinned_day_what_was_received_later_is_new(tmp_path: Path) -> None:
    old, new = put(tmp_path, REPORT, "a"), put(tmp_path, "results/b.xlsx", "b")
    give(tmp_path, f"{old},,2026-03-01T08:00:00+07:00,", f"{new},,2026-03-05T08:00:00+07:00,")
    withdraw(tmp_path, "a", at="2026-03-06T08:00:00+07:00")
    log = night(tmp_path, [], NIGHT)
    pinned = Moment(datetime(2026, 3, 4, tzinfo=UTC), by_receipt=True)
    assert _changes(log, pinned) == {REPORT: (False, "withdrawn"), "results/b.xlsx": (True, "")}


def test_published_rows_carry_no_clock_of_the_nights(tmp_path: Path) -> None:
    sha256 = put(tmp_path, REPORT, "a")
    give(tmp_path, f"{sha256},,2026-03-01T08:00:00+07:00,")
    assert published_rows(night(tmp_path, [], NIGHT), None, None) == published_rows(
        night(tmp_path, [], FOURTH), None, None
    )
