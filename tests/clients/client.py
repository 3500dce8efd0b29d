"""A client of the published file as an analyst would run it, under whichever DuckDB stands first on the path.

Knows nothing of the project. Each line of its output is one JSON value: first its version, then what it was asked.
"""

import json
import os
import sys
import time

import duckdb

NIGHT = "select night from core.dim_plan"


def say(value: object) -> None:
    print(json.dumps(value, default=str), flush=True)


def ask(file: str, queries: list[str]) -> None:
    """Answers of queries, read-only."""
    with duckdb.connect(file, read_only=True) as connection:
        for query in queries:
            say(connection.execute(query).fetchall())


def hold(file: str, _: list[str]) -> None:
    """Open read-only, and stay so until a line comes; then read once more."""
    with duckdb.connect(file, read_only=True) as connection:
        say("ready")
        sys.stdin.readline()
        say(connection.execute(NIGHT).fetchall())


def watch(file: str, last: list[str]) -> None:
    """Open, read, close, over and over, until the night that is waited for can be read."""
    say("ready")
    seen: list[object] = []
    until = time.monotonic() + 30
    while (not seen or str(seen[-1]) != last[0]) and time.monotonic() < until:
        with duckdb.connect(file, read_only=True) as connection:
            row = connection.execute(NIGHT).fetchone()
        if row and row[0] not in seen[-1:]:
            seen.append(row[0])
    say(seen)


def open_with_defaults(file: str, account: list[str]) -> None:
    """Forget `read_only`, under another account where one is named; say how it ended. Holds what it got."""
    for user in account:
        os.setgroups([])
        os.setgid(int(user))
        os.setuid(int(user))
    try:
        connection = duckdb.connect(file)
    except duckdb.Error as error:
        say([type(error).__name__, str(error)])
    else:
        say(["opened", str(connection)])
    sys.stdin.readline()


if __name__ == "__main__":
    say(duckdb.__version__)
    command, path, *rest = sys.argv[1:]
    {"ask": ask, "hold": hold, "watch": watch, "open_with_defaults": open_with_defaults}[command](path, rest)
