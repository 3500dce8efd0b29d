"""What hostile files make readers do, as functions that a child process can be given."""

import os
import signal
import sys
import time


def echo(word: str) -> str:
    """A reader that does its work; longer words take longer."""
    time.sleep(len(word) / 100)
    return word


class StubbornError(Exception):
    """An error that cannot be rebuilt in another process: its arguments are not what it was made with."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def behave(word: str) -> str:
    """A reader that a file leads astray."""
    if word == "hangs":
        while True:
            time.sleep(1)
    if word == "eats":
        return str(len(b"x" * 10**10))
    if word == "eats slowly":
        held = []
        while True:
            held.append(bytes(10**7))
    if word == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "crashes":
        os.abort()
    if word == "sinks":
        return behave_deeply(word)
    if word == "fails":
        raise LookupError(word)
    if word == "fails stubbornly":
        raise StubbornError(word, word)
    if word == "leaves":
        sys.exit(word)
    if word == "says that it is late":
        raise TimeoutError(word)
    return word


def behave_deeply(word: str) -> str:
    """Nesting without end."""
    return behave_deeply(word) + word


def loaded(name: str) -> bool:
    """Whether the child has imported a module."""
    return name in sys.modules
