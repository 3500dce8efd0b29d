"""`make mutate`: change every rule in small ways and show that a test catches each change. A command, no gate.

    .venv/bin/python -m tests.mutation [--only FILE ...] [--list]

What a mutant is says `mutants`. Each is held against the dbt unit tests of all models whose SQL it changes, and against
the pytest module that holds its file, if any. FILE is a path from the project's root, or a pattern: macros, or models.
Exit 1 where a mutant survives, 2 where a row of equivalent.csv answers to none or a unit test fails unchanged.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import duckdb

from tests.mutation import equivalents, python_tests
from tests.mutation.fixtures import NotReadyError, prepare
from tests.mutation.judging import Judge
from tests.mutation.mutants import Mutant, mutants
from tests.places import PROJECT

# Where a model lies is no rule about figures: a night without this macro builds no mart.
NO_RULES = {"generate_schema_name.sql"}
DEFAULT = ("dbt_project/macros/*.sql",)


def main() -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--only", nargs="+", default=DEFAULT, metavar="FILE", help="macros or models; patterns are allowed"
    )
    parser.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    options = parser.parse_args()
    files = sorted({file for pattern in options.only for file in PROJECT.glob(pattern) if file.name not in NO_RULES})
    if not files:
        parser.error(f"no such file: {' '.join(options.only)}")
    made = [(_name(file), mutant) for file in files for mutant in mutants(file.read_text(encoding="utf-8"))]
    known = equivalents.read()
    if options.list:
        for name, mutant in made:
            print(_line(name, mutant), "" if equivalents.place(name, mutant) not in known else "  (equivalent)")
        return 0
    lost = equivalents.unmatched(known, (equivalents.place(*one) for one in made), map(_name, files))
    for at in lost:
        print(f"equivalent.csv answers to no mutant: {at.file}: {at.line}: {at.change}")
    try:
        return 2 if lost else _run(made, set(known))
    except NotReadyError as error:
        print(f"the unit tests fail before anything is changed:\n{error}", file=sys.stderr)
        return 2


def _run(made: list[tuple[str, Mutant]], known: set[equivalents.Place]) -> int:
    started, counts = time.monotonic(), Counter[str]()
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        print("building empty models and running every unit test once", file=sys.stderr)
        judge = Judge(
            connection, _texts("macros"), _texts("models"), prepare(connection, Path(folder)), python_tests.TESTS
        )
        for at, (name, mutant) in enumerate(made, 1):
            _progress(f"{at}/{len(made)} {name}")
            if equivalents.place(name, mutant) in known:
                counts["equivalent"] += 1
                continue
            verdict = judge.judge(PROJECT / name, mutant.text)
            counts["caught"] += verdict.caught_by is not None
            counts["by error"] += verdict.by_error
            if verdict.caught_by is None:
                counts["survived"] += 1
                _progress("")
                print(_line(name, mutant), flush=True)
    _progress("")
    minutes = (time.monotonic() - started) / 60
    print(
        f"{len(made)} mutants: {counts['caught']} caught ({counts['by error']} could not run),"
        f" {counts['equivalent']} equivalent, {counts['survived']} survived, {minutes:.1f} minutes"
    )
    return 1 if counts["survived"] else 0


def _progress(line: str) -> None:
    """One line that is written over, for who watches; a log gets none of it."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


def _texts(folder: str) -> dict[str, str]:
    paths = sorted((PROJECT / "dbt_project" / folder).rglob("*.sql"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def _name(file: Path) -> str:
    return file.relative_to(PROJECT).as_posix()


def _line(name: str, mutant: Mutant) -> str:
    return f"{name}:{mutant.line_no}: {mutant.change}\n      {mutant.line}"


if __name__ == "__main__":
    sys.exit(main())
