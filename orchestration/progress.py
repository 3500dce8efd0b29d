"""One line a step, as it ends: what was done, what came of it, how long it took. In Vietnamese, for the operator."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


class Step:
    """A running step; `summary` is what its line will say."""

    summary: str = ""


class Progress:
    """Prints the lines on the console it was given, whatever standard output is meanwhile; without one, nothing."""

    def __init__(self, console: Console | None) -> None:
        self._console = console

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Time a step and print its line when it ends well; an error goes through and gets its own line elsewhere."""
        step = Step()
        started = time.monotonic()
        yield step
        self.say(f"  ✓ {name:<34} {step.summary}  ({vietnamese_seconds(time.monotonic() - started)})")

    def say(self, line: str) -> None:
        """Print one line as it stands: names of files may look like mark-up and are not."""
        if self._console is not None:
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def vietnamese_seconds(seconds: float) -> str:
    """ "0,4 giây" """
    return f"{seconds:.1f}".replace(".", ",") + " giây"


def vietnamese_count(number: int) -> str:
    """ "1.234" """
    return f"{number:,}".replace(",", ".")
