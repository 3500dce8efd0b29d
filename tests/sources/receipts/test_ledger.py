"""The ledger: what came when, what stands, what is gone."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.receipts import entries
from sources.receipts.entries import Entry
from sources.receipts.knowledge import taken_away
from tests.sources.receipts.desk import (
    FOURTH,
    NEXT,
    NIGHT,
    THIRD,
    give,
    night,
    put,
    sha,
    standing,
    states,
    withdraw,
)

REPORT = "results/a.xlsx"


def _away(log: list[Entry]) -> list[str]:
    return [entry.source_path for entry in taken_away(list(states(log).values()))]


def test_a_file_is_received_when_a_night_first_meets_it_and_a_quiet_night_enters_nothing(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    first = night(tmp_path, [], NIGHT)
    assert night(tmp_path, first, NEXT) == first
    (row,) = first
    assert (row.received_at, row.receipt_basis, row.entered_at, row.stands) == (NIGHT, "first_seen", NIGHT, True)


def test_a_given_time_wins_over_the_first_night_even_later_and_for_what_is_gone(tmp_path: Path) -> None:
    sha256 = put(tmp_path, REPORT, "a")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / REPORT).unlink()
    give(tmp_path, f"{sha256},2026-03-14T16:00:00+07:00,2026-03-14T16:30:00+07:00,Văn thư")
    second = night(tmp_path, first, NEXT)
    row = states(second)[REPORT, sha256]
    assert row.received_at == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    assert row.sent_at == datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
    assert (row.sender, row.receipt_basis) == ("Văn thư", "given")
    (tmp_path / "receipts.csv").unlink()
    assert night(tmp_path, second, THIRD) == second


def test_another_content_at_the_same_path_is_a_new_version(tmp_path: Path) -> None:
    one = put(tmp_path, "plans/a.md", "một")
    first = night(tmp_path, [], NIGHT)
    two = put(tmp_path, "plans/a.md", "hai")
    now = states(night(tmp_path, first, NEXT))
    old, new = now["plans/a.md", one], now["plans/a.md", two]
    assert (old.superseded_at, old.stands) == (NEXT, False)
    assert (new.received_at, new.superseded_at, new.stands) == (NEXT, None, True)


def test_a_version_that_was_given_an_earlier_time_supersedes_no_earlier_than_the_other_came(tmp_path: Path) -> None:
    one = put(tmp_path, REPORT, "một")
    first = night(tmp_path, [], NIGHT)
    two = put(tmp_path, REPORT, "hai")
    give(tmp_path, f"{two},,2026-03-01T08:00:00+07:00,")
    assert states(night(tmp_path, first, NEXT))[REPORT, one].superseded_at == NIGHT


def test_a_content_that_comes_back_stands_again(tmp_path: Path) -> None:
    log: list[Entry] = []
    for content, now in (("một", NIGHT), ("hai", NEXT), ("một", THIRD)):
        put(tmp_path, "plans/a.md", content)
        log = night(tmp_path, log, now)
    one, two = (states(log)["plans/a.md", sha(content)] for content in ("một", "hai"))
    assert (one.received_at, one.superseded_at, one.stands) == (NIGHT, None, True)
    assert (two.superseded_at, two.stands) == (THIRD, False)
    (tmp_path / "plans/a.md").unlink()
    gone = night(tmp_path, log, FOURTH)
    assert [entry.source_sha256 for entry in states(gone).values() if entry.stands] == [sha("một")]


@pytest.mark.parametrize("name", ["plans/a.md", REPORT, "indices/papi.csv", "registers/units.csv", "plans/a.yml"])
def test_a_file_taken_away_changes_nothing_but_is_known_to_be_away(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, "a")
    put(tmp_path, "plans/b.md", "b")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / name).unlink()
    second = night(tmp_path, first, NEXT)
    assert standing(second) == standing(first)
    assert (_away(first), _away(second)) == ([], [name])
    assert states(second)[name, sha("a")].received_at == NIGHT
    put(tmp_path, name, "a")
    third = night(tmp_path, second, THIRD)
    assert (standing(third), _away(third)) == (standing(first), [])


def test_a_file_moved_or_renamed_keeps_its_receipt_and_stands_once(tmp_path: Path) -> None:
    sha256 = put(tmp_path, "results/a.xlsx", "a")
    put(tmp_path, "results/b.xlsx", "b")
    give(tmp_path, f"{sha256},2026-03-14T16:00:00+07:00,2026-03-14T16:30:00+07:00,Văn thư")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / "receipts.csv").unlink()
    (tmp_path / "results" / "q1").mkdir()
    (tmp_path / "results" / "a.xlsx").rename(tmp_path / "results" / "q1" / "a.xlsx")
    (tmp_path / "results" / "b.xlsx").rename(tmp_path / "results" / "a.xlsx")
    second = night(tmp_path, first, NEXT)
    now = states(second)
    moved, renamed, gone = (
        now[key] for key in (("results/q1/a.xlsx", sha256), ("results/a.xlsx", sha("b")), ("results/a.xlsx", sha256))
    )
    assert (moved.received_at, moved.receipt_basis) == (datetime(2026, 3, 14, 9, 30, tzinfo=UTC), "given")
    assert (moved.sent_at, moved.sender) == (datetime(2026, 3, 14, 9, 0, tzinfo=UTC), "Văn thư")
    assert (renamed.received_at, renamed.receipt_basis, renamed.stands) == (NIGHT, "first_seen", True)
    assert (gone.superseded_at, gone.moved_to) == (NEXT, "results/q1/a.xlsx")
    assert (standing(second), _away(second)) == (["results/a.xlsx", "results/q1/a.xlsx"], [])


def test_a_file_put_outside_the_rooms_is_taken_away_and_not_moved(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / "kho cũ").mkdir()
    (tmp_path / REPORT).rename(tmp_path / "kho cũ" / "a.xlsx")
    second = night(tmp_path, first, NEXT)
    assert (standing(second), _away(second)) == ([REPORT], [REPORT])


@pytest.mark.parametrize("then", ["stays", "deleted"])
def test_a_report_put_into_another_room_stands_where_it_was_for_good(tmp_path: Path, then: str) -> None:
    put(tmp_path, REPORT, "a")
    log = night(tmp_path, [], NIGHT)
    (tmp_path / "plans").mkdir()
    (tmp_path / REPORT).rename(tmp_path / "plans/a.xlsx")
    log = night(tmp_path, log, NEXT)
    assert standing(log) == ["plans/a.xlsx", REPORT]
    if then == "deleted":
        (tmp_path / "plans/a.xlsx").unlink()
    log = night(tmp_path, log, THIRD)
    assert REPORT in standing(log)
    assert REPORT in _away(log)


def test_a_report_that_an_older_ledger_says_moved_into_another_room_stands_again(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    (entry,) = night(tmp_path, [], NIGHT)
    (tmp_path / REPORT).unlink()
    lost = entry.model_copy(update={"in_folder": False, "moved_to": "plans/a.xlsx", "superseded_at": NIGHT})
    put(tmp_path, "plans/b.md", "b")
    assert REPORT in standing(night(tmp_path, [lost], NEXT))


def test_a_file_that_moved_twice_stands_where_it_lies_and_comes_back_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    log = night(tmp_path, [], NIGHT)
    for number, (old, new) in enumerate([("a", "b"), ("b", "c"), ("c", "a")], start=1):
        (tmp_path / f"plans/{old}.md").rename(tmp_path / f"plans/{new}.md")
        log = night(tmp_path, log, NIGHT + timedelta(days=number))
        assert (standing(log), _away(log)) == ([f"plans/{new}.md"], [])
    (tmp_path / "plans/a.md").unlink()
    assert standing(night(tmp_path, log, NIGHT + timedelta(days=9))) == ["plans/a.md"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plans/a.docx", "plans/a.pdf"),
        ("plans/2026/a.docx", "plans/a.docx"),
        ("plans/a.yml", "plans/a.yaml"),
        ("registers/units.csv", "registers/units.xlsx"),
    ],
)
def test_what_its_reader_would_take_for_the_same_file_takes_the_place_of_one_that_is_gone(
    tmp_path: Path, old: str, new: str
) -> None:
    put(tmp_path, old, "cũ")
    put(tmp_path, new, "mới")
    both = night(tmp_path, [], NIGHT)
    assert standing(both) == sorted([old, new])
    (tmp_path / old).unlink()
    second = night(tmp_path, both, NEXT)
    assert (standing(second), _away(second)) == ([new], [])
    assert states(second)[old, sha("cũ")].superseded_at == NEXT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plans/a.md", "plans/b.md"),
        ("plans/a.md", "plans/a.yml"),
        ("plans/a.docx", "plans/a.xlsx"),
        ("results/q1/a.xlsx", "results/q3/a.xlsx"),
    ],
)
def test_another_file_does_not_take_the_place_of_one_that_is_gone(tmp_path: Path, old: str, new: str) -> None:
    put(tmp_path, old, "cũ")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / old).unlink()
    put(tmp_path, new, "mới")
    second = night(tmp_path, first, NEXT)
    assert (standing(second), _away(second)) == (sorted([old, new]), [old])


def test_a_withdrawn_file_stays_in_history_until_the_withdrawal_is_undone(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    first = night(tmp_path, [], NIGHT)
    withdraw(tmp_path, "a")
    second = night(tmp_path, first, NEXT)
    row = states(second)[REPORT, sha("a")]
    assert (row.stands, row.withdrawn_by, row.withdrawn_reason) == (False, "Bệnh viện", "Gửi nhầm kỳ")
    assert row.entered_at == NEXT
    withdraw(tmp_path)
    third = night(tmp_path, second, THIRD)
    assert standing(third) == [REPORT]
    assert [entry.withdrawn_at is not None for entry in third] == [False, True, False]


@pytest.mark.parametrize(
    "damage",
    [
        "sai\n",
        None,
        f"sha256,withdrawn_at,withdrawn_by,reason\n{sha('a')},hôm qua,Bệnh viện,Gửi nhầm\n",
        f"sha256,withdrawn_at,withdrawn_by,reason\n{sha('a')[:-1]},2026-03-19T08:00:00+07:00,Bệnh viện,Gửi nhầm\n",
    ],
)
def test_what_was_withdrawn_stays_so_while_the_register_cannot_be_read(tmp_path: Path, damage: str | None) -> None:
    put(tmp_path, REPORT, "a")
    withdraw(tmp_path, "a")
    first = night(tmp_path, [], NIGHT)
    if damage is None:
        (tmp_path / "withdrawn.csv").unlink()
    else:
        put(tmp_path, "withdrawn.csv", damage)
    assert night(tmp_path, first, NEXT) == first


def test_a_line_that_cannot_be_used_undoes_no_other_than_its_own_content(tmp_path: Path) -> None:
    for content in ("a", "b"):
        put(tmp_path, f"results/{content}.xlsx", content)
    withdraw(tmp_path, "a", "b")
    first = night(tmp_path, [], NIGHT)
    put(tmp_path, "withdrawn.csv", f"sha256,withdrawn_at,withdrawn_by,reason\n{sha('a')},hôm qua,Bệnh viện,Nhầm\n")
    assert standing(night(tmp_path, first, NEXT)) == ["results/b.xlsx"]


def test_when_a_version_is_taken_back_the_one_before_it_stands_again(tmp_path: Path) -> None:
    log: list[Entry] = []
    name = "registers/units.csv"
    for number, content in enumerate(("một", "hai", "ba")):
        put(tmp_path, name, content)
        log = night(tmp_path, log, NIGHT + timedelta(days=number))
    withdraw(tmp_path, "ba")
    taken_back = night(tmp_path, log, FOURTH)
    assert [key for key, entry in states(taken_back).items() if entry.stands] == [(name, sha("hai"))]
    assert _away(taken_back) == []
    withdraw(tmp_path, "hai", "ba")
    further = night(tmp_path, taken_back, FOURTH + timedelta(days=1))
    assert [key for key, entry in states(further).items() if entry.stands] == [(name, sha("một"))]
    withdraw(tmp_path)
    restored = night(tmp_path, further, FOURTH + timedelta(days=2))
    assert [key for key, entry in states(restored).items() if entry.stands] == [(name, sha("ba"))]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
@pytest.mark.parametrize("closed", ["results/a.xlsx", "results"])
def test_a_file_that_could_not_be_read_tonight_is_not_taken_away(tmp_path: Path, closed: str) -> None:
    put(tmp_path, REPORT, "a")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / closed).chmod(0)
    try:
        assert night(tmp_path, first, NEXT) == first
    finally:
        (tmp_path / closed).chmod(0o755)


@pytest.mark.parametrize("linked", ["results/a.xlsx", "results"])
def test_a_file_behind_a_link_is_not_taken_away(tmp_path: Path, linked: str) -> None:
    put(tmp_path, REPORT, "a")
    first = night(tmp_path, [], NIGHT)
    (tmp_path / linked).rename(tmp_path / "elsewhere")
    (tmp_path / linked).symlink_to(tmp_path / "elsewhere")
    assert _away(night(tmp_path, first, NEXT)) == []


def test_a_clock_that_was_set_back_does_not_undo_what_is_said_tonight(tmp_path: Path) -> None:
    put(tmp_path, REPORT, "a")
    first = night(tmp_path, [], NEXT)
    withdraw(tmp_path, "a")
    assert standing(night(tmp_path, first, NIGHT)) == []


def test_the_time_of_a_night_is_its_start_or_later_than_that_of_any_other() -> None:
    assert entries.after_all(NEXT, [NIGHT]) == NEXT
    assert entries.after_all(NIGHT, [NEXT, NIGHT]) == NEXT + timedelta.resolution


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["plans/a.md", "plans/b.md", "results/c.xlsx", "results/d.xlsx"]),
        st.sampled_from(["một", "hai", None, "rút một", "rút hai", "khôi phục"]),
    ),
    max_size=10,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS)
def test_after_any_nights_nothing_is_lost_and_every_past_night_is_still_known(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None]]
) -> None:
    collected = tmp_path_factory.mktemp("thu-thap")
    log: list[Entry] = []
    nights: list[tuple[datetime, dict[entries.FileKey, Entry]]] = []
    for number, (name, content) in enumerate(steps):
        if content is None:
            (collected / name).unlink(missing_ok=True)
        elif content.startswith("rút"):
            withdraw(collected, content.removeprefix("rút "))
        elif content == "khôi phục":
            withdraw(collected)
        else:
            put(collected, name, content)
        now = NIGHT + timedelta(days=number)
        log = night(collected, log, now)
        nights.append((now, states(log)))
    for now, then in nights:
        assert entries.latest(log, now) == then
    last = list(states(log).values())
    contents = {entry.source_sha256 for entry in last}
    taken_back = {entry.source_sha256 for entry in last if entry.withdrawn_at}
    lying = {entry.key for entry in last if entry.in_folder}
    assert lying == {
        (file.relative_to(collected).as_posix(), sha(file.read_text(encoding="utf-8")))
        for room in ("plans", "results")
        for file in (collected / room).rglob("*")
    }
    assert all(entry.stands for entry in last if entry.in_folder and entry.source_sha256 not in taken_back)
    for path in {entry.source_path for entry in last}:
        assert sum(entry.stands for entry in last if entry.source_path == path) <= 1
    assert contents == {sha(content) for _, content in steps if content in {"một", "hai"}}
    assert entries.load(entries.dump(log)) == log
    assert entries.dump(reversed(log)) == entries.dump(log)
