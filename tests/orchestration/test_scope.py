"""What a night judges and how much it knows."""

from datetime import UTC, date, datetime, timedelta

from orchestration import runs, scope
from orchestration.resources import HOME_ZONE, end_of_day
from sources.receipts.collection import Collection
from sources.receipts.knowledge import Moment

FIRST = datetime(2026, 10, 15, 1, 30, tzinfo=HOME_ZONE)
TODAY = date(2026, 10, 20)


def _run(days: int, **columns: object) -> runs.Run:
    started = FIRST + timedelta(days=days)
    return runs.Run.model_validate(
        {
            "run_id": f"night-{days}",
            "as_of": started.date().isoformat(),
            "collected": "/kho",
            "started_at": started,
            "status": "published",
            "collection_name": "Sở",
            "is_sample": False,
            **columns,
        }
    )


HISTORY = [
    _run(0),
    _run(1),
    _run(2, status="held_back"),
    _run(3, as_of="2026-10-15", known_until=FIRST, rebuilds="night-0"),
]


def test_a_plain_night_knows_everything_and_tells_changes_since_the_last_published_plain_night() -> None:
    told = scope.plain(HISTORY, Collection(name="Sở"), TODAY)
    assert (told.as_of, told.until, told.previous) == (TODAY, None, Moment(FIRST + timedelta(days=1)))
    assert scope.plain([], Collection(), TODAY).previous is None


def test_a_collection_pins_the_day_of_judgement_and_the_previous_night_but_not_what_counts() -> None:
    collection = Collection(as_of=date(2026, 10, 15), previous_night=date(2026, 9, 30))
    told = scope.plain(HISTORY, collection, TODAY)
    assert (told.as_of, told.until) == (date(2026, 10, 15), None)
    assert told.previous == Moment(end_of_day(date(2026, 9, 30)), by_receipt=True)


def test_a_night_of_the_ledger_is_built_again_with_what_it_knew() -> None:
    original = runs.night_of(HISTORY, date(2026, 10, 16))
    assert original == HISTORY[1]
    told = scope.rebuild(HISTORY, original, Collection(name="nay đã đổi", is_sample=True))
    assert told == scope.Scope(
        date(2026, 10, 16), "Sở", False, Moment(original.started_at), Moment(FIRST), original.run_id
    )


def test_a_pinned_previous_night_is_the_same_when_the_night_is_built_again() -> None:
    pinned = end_of_day(date(2026, 9, 30))
    original = _run(4, previous_night_at=pinned, is_previous_pinned=True)
    assert scope.rebuild([*HISTORY, original], original, Collection()).previous == Moment(pinned, by_receipt=True)


def test_nights_follow_each_other_as_they_ran_whatever_the_clock_said() -> None:
    ahead, back = _run(9), _run(2, entered_at=FIRST + timedelta(days=9, microseconds=1))
    history = [*HISTORY[:1], ahead, back]
    assert scope.plain(history, Collection(), TODAY).previous == Moment(back.knew_until)
    rebuilt = scope.rebuild(history, back, Collection())
    assert (rebuilt.until, rebuilt.previous) == (Moment(back.knew_until), Moment(ahead.started_at))
    assert scope.rebuild(history, ahead, Collection()).previous == Moment(FIRST)


def test_of_several_nights_judged_at_one_day_the_last_is_built_again() -> None:
    history = [_run(number, as_of="2026-10-15") for number in range(3)]
    assert runs.night_of(history, date(2026, 10, 15)) == history[2]
    assert runs.night_of(HISTORY, date(2026, 10, 17)) is None


def test_a_day_without_a_night_knows_what_was_received_until_it_ended_at_home() -> None:
    told = scope.past_day(HISTORY, Collection(previous_night=date(2026, 10, 16)), date(2026, 10, 16))
    assert told.until == Moment(end_of_day(date(2026, 10, 16)), by_receipt=True)
    assert told.until.at.astimezone(UTC) < datetime(2026, 10, 16, 17, tzinfo=UTC)
    assert told.previous == Moment(FIRST + timedelta(days=1))
    earlier = scope.past_day(HISTORY, Collection(previous_night=date(2026, 9, 30)), date(2026, 10, 16))
    assert earlier.previous == Moment(end_of_day(date(2026, 9, 30)), by_receipt=True)
    assert scope.past_day(HISTORY, Collection(), date(2026, 1, 1)).previous is None


def test_a_line_of_an_older_run_ledger_still_names_a_night() -> None:
    old = runs.Run.model_validate_json(
        '{"run_id":"1","as_of":"2026-10-15","collected":"/kho","started_at":"2026-10-15T01:30:00+07:00",'
        '"seconds":9,"status":"published","reason":null,"counts":{}}'
    )
    told = scope.rebuild([old], old, Collection(name="Sở"))
    assert (told.collection_name, told.is_sample, told.until, told.previous) == ("Sở", False, Moment(FIRST), None)
