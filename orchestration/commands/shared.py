"""What commands have in common: the machine's switch, exit codes of a command that ran, how many names a line shows."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

FAILED, LOCKED = 1, 3
# A line of names; the folder has them all.
NAMES_SHOWN = 5
AsJson = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON cho máy đọc.")]


@contextmanager
def read_as_far_as_wanted() -> Iterator[None]:
    """Whoever reads the output may stop (`| head`): that is no failure of the command."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still held back would fail once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
