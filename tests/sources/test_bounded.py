"""Jobs in child processes: what one file does stays with that file."""

import time

import pytest

from sources.bounded import Fault, Limits, Refusal, each
from tests.sources.bounded_jobs import behave, echo, loaded

SMALL = Limits(seconds=1, memory_bytes=2 * 1024**3)


def test_results_come_in_the_order_of_the_jobs() -> None:
    words = ["a long word that takes a while", "short", "a word of middle length", "x", ""]
    assert each(echo, words, SMALL) == words


def test_nothing_is_started_for_no_jobs() -> None:
    assert each(echo, [], SMALL) == []


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("hangs", "too_slow"),
        ("eats", "too_heavy"),
        ("eats slowly", "too_heavy"),
        ("dies", "reader_stopped"),
        ("crashes", "reader_stopped"),
    ],
)
def test_a_job_that_goes_astray_is_refused_and_the_others_are_done(way: str, kind: str) -> None:
    assert each(behave, ["one", way, "two", "three"], SMALL) == ["one", Refusal(kind), "two", "three"]  # type: ignore[arg-type]


def test_a_hanging_job_takes_no_longer_than_its_seconds_and_the_stop() -> None:
    start = time.monotonic()
    each(behave, ["hangs"], SMALL)
    assert time.monotonic() - start < 6


@pytest.mark.parametrize(
    ("way", "error"),
    [
        ("fails", "LookupError"),
        ("fails stubbornly", "StubbornError"),
        ("sinks", "RecursionError"),
        ("leaves", "SystemExit"),
        ("says that it is late", "TimeoutError"),
    ],
)
def test_what_the_function_raises_is_the_fault_of_that_job_alone_and_not_called_a_bad_file(
    way: str, error: str
) -> None:
    before, fault, after = each(behave, ["one", way, "two"], SMALL)
    assert (before, after) == ("one", "two")
    assert isinstance(fault, Fault)
    assert fault.error == error
    assert "in behave" in fault.trace


def test_children_import_what_they_need_and_not_the_program_that_was_started() -> None:
    assert each(loaded, ["tests.sources.bounded_jobs", "dagster", "pytest", "_pytest.config"], SMALL) == [
        True,
        False,
        False,
        False,
    ]
