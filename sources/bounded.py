"""Files read in child processes that can be stopped: a hostile file ends in a refusal, never in a stopped night.

The general door for all readers: one function, many jobs, limits for each job. It knows nothing of plans or workbooks.
Children are forked from a small server process that has imported the function's module and nothing of the program that
was started: a night is full of threads, and a process with threads must not be forked.
"""

import logging
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
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
) -> list[Result | Refusal]:
    """`function` of every job, in the order of the jobs. What the function raises is raised here.

    function: of a module, by its name; jobs and results are pickled. modules: imported before the first child is made,
    besides that of the function; only the first call of a process can name them.
    """
    if not jobs:
        return []
    context = _Context()
    context.set_forkserver_preload([function.__module__, *modules])
    pool = ProcessPool(WORKERS, context=context, initializer=_restrain, initargs=[limits.memory_bytes])
    try:
        futures = [pool.schedule(function, args=[job], timeout=limits.seconds) for job in jobs]
        outcomes: list[Result | Refusal] = []
        for future in futures:
            outcome = _outcome(future)
            outcomes.append(outcome)
        return outcomes
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


def _outcome(future: "ProcessFuture[Result]") -> Result | Refusal:
    try:
        return future.result()
    except TimeoutError:
        return Refusal("too_slow")
    except MemoryError:
        return Refusal("too_heavy")
    except ProcessExpired:
        return Refusal("reader_stopped")
