"""Files read in child processes that can be stopped: a hostile file ends in a refusal, never in a stopped night.

What goes wrong in a child stays with its job: limits that were met are a refusal, an error of our own is a fault.
The general door for all readers: one function, many jobs, limits for each job. It knows nothing of plans or workbooks.
Children are forked from a small server process that has imported the function's module and nothing of the program that
was started: a night is full of threads, and a process with threads must not be forked.
"""

import logging
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, ForkServerProcess
from types import ModuleType
from typing import Final, Literal, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessFuture, ProcessPool

# Both cores of the smallest server that a night is meant for; more would take memory from the warehouse.
WORKERS: Final = 2

# The pool looks around ten times a second unless told otherwise; reading one small plan takes half as long.
CONSTS.sleep_unit = 0.02

Job = TypeVar("Job")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take. memory_bytes: address space of its child, libraries included."""

    seconds: float
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A job that was not finished: it took too long or too much memory, or its process died."""

    kind: Literal["too_slow", "too_heavy", "reader_stopped"]


@dataclass(frozen=True, slots=True)
class Fault:
    """A job whose function raised what nobody foresaw: ours to mend. error: its type; trace: for the log."""

    error: str
    trace: str


# Told apart by identity: a job that was not done, perhaps for the sake of another.
_UNDONE: Final = Refusal("reader_stopped")


class _UnforeseenError(RuntimeError):
    """What a function raised, as words: errors of libraries cannot always be brought from one process to another."""

    def __init__(self, error: str, trace: str) -> None:
        super().__init__(error, trace)
        self.fault = Fault(error, trace)


class _Child(ForkServerProcess):
    """A child that does not import the program that was started: it may be Dagster, and takes seconds."""

    def start(self) -> None:
        program = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            super().start()
        finally:
            sys.modules["__main__"] = program


class _Context(ForkServerContext):
    Process = _Child


def each(
    function: Callable[[Job], Result], jobs: Sequence[Job], limits: Limits, modules: Sequence[str] = ()
) -> list[Result | Refusal | Fault]:
    """`function` of every job, in the order of the jobs. What the function raises is the fault of that job alone.

    function: of a module, by its name; jobs and results are pickled. modules: imported before the first child is made,
    besides that of the function; only the first call of a process can name them.
    """
    outcomes = _pooled(function, jobs, limits, modules)
    # A child that dies before it could say which job it took breaks its pool, and all jobs with it. They are done once
    # more, each in a pool of its own: the one that breaks it again is refused.
    for index, job in enumerate(jobs):
        if outcomes[index] is _UNDONE:
            outcomes[index] = _pooled(function, [job], limits, modules)[0]
    return outcomes


def _pooled(
    function: Callable[[Job], Result], jobs: Sequence[Job], limits: Limits, modules: Sequence[str]
) -> list[Result | Refusal | Fault]:
    """The jobs in one pool of children; _UNDONE for those that were not done because the pool broke."""
    if not jobs:
        return []
    context = _Context()
    context.set_forkserver_preload([function.__module__, *modules])
    pool = ProcessPool(WORKERS, context=context, initializer=_restrain, initargs=[limits.memory_bytes])
    try:
        futures = [pool.schedule(_watched, args=[function, job], timeout=limits.seconds) for job in jobs]
        return [_outcome(future) for future in futures]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _restrain(memory_bytes: int) -> None:
    """Runs in the child before its first job."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ctrl-C is for the parent, which stops its children.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # One core a child: programs that start threads of their own would take the other's, and spend most of it waiting.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    # What libraries log about damaged files would run into the operator's progress lines.
    logging.disable(logging.CRITICAL)


def _watched(function: Callable[[Job], Result], job: Job) -> Result:
    """Runs in the child: the function, and what it raises in a form that reaches the parent."""
    try:
        return function(job)
    except MemoryError:
        raise
    # Also what is no Exception: a library that ends the program, a panic of one written in Rust. It is raised on.
    except BaseException as error:  # noqa: BLE001
        raise _UnforeseenError(type(error).__name__, traceback.format_exc()) from None


def _outcome(future: "ProcessFuture[Result]") -> Result | Refusal | Fault:
    try:
        return future.result()
    except _UnforeseenError as error:
        return error.fault
    except TimeoutError:
        return Refusal("too_slow")
    except MemoryError:
        return Refusal("too_heavy")
    except ProcessExpired:
        return Refusal("reader_stopped")
    except (BrokenProcessPool, CancelledError):
        return _UNDONE
