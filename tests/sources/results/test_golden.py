"""Golden files: what clerks really send, and what must be said of it. One <name>.yml beside the files it speaks of.

A yml says, in order: desk (what happened), files (where several, or where name and day matter), rows by raw table (only
the telling columns; a table that is not named has none), findings in order, and the account of every file.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from sources.contract import RawRow, Rows, SourceFile
from sources.results.jobs import Job, Reading
from sources.results.reader import read, read_by, read_one
from tests.sources.received import assert_balanced
from tests.sources.results.golden.register import known

FOLDER: Final = Path(__file__).parent / "golden"
NAMES: Final = sorted(path.stem for path in FOLDER.glob("*.yml"))
_KEYS: Final = {"desk", "files", "rows", "findings", "account"}
# What the reader says of itself, never of a clerk.
_FAULTS: Final = {"account_unbalanced", "reader_fault", "reader_stopped", "too_slow", "too_heavy"}
_COUNTS: Final = ("read", "loaded", "quarantined", "ignored")
# A report comes in four days after the first quarter's window, at eight in the morning, unless the yml says otherwise.
_RECEIVED: Final = date(2026, 3, 18)
_MORNING: Final = time(8, tzinfo=timezone(timedelta(hours=7)))
# A file that a mail can carry and a reader of the code can look at.
_MOST_BYTES: Final = 40_000
# Told apart from the tables of results: they are said in their own parts of the yml.
_APART: Final = {"results_findings", "results_files"}


@pytest.mark.parametrize("name", NAMES)
def test_the_file_gives_these_rows(name: str) -> None:
    expected = _expected(name)["rows"]
    found = {table: rows for table, rows in _found(name).items() if rows and table not in _APART}
    assert {table: len(rows) for table, rows in found.items()} == {table: len(rows) for table, rows in expected.items()}
    for table, lines in expected.items():
        assert [_telling(row, line) for row, line in zip(found[table], lines, strict=True)] == lines, table


@pytest.mark.parametrize("name", NAMES)
def test_the_file_gives_these_findings_in_order(name: str) -> None:
    expected = _expected(name)["findings"]
    found = _found(name)["results_findings"]
    said = [getattr(row, "kind", "") for row in found]
    assert said == [line["kind"] for line in expected]
    assert [_telling(row, line, place="source_place") for row, line in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_account_of_the_file_is_this_and_balances(name: str) -> None:
    found = {}
    for row in _found(name)["results_files"]:
        said = row.model_dump()
        found[said["source_path"]] = {
            "status": said["status"],
            **{count: said[f"values_{count}"] for count in _COUNTS},
        }
    assert_balanced(_found(name), "results")
    assert found == _expected(name)["account"]


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_says_what_and_what_to_do(name: str) -> None:
    for row in _found(name)["results_findings"]:
        said = row.model_dump()
        assert said["message"].strip(), said["kind"]
        assert said["remedy"].strip(), said["kind"]
        assert "{" not in said["message"] + said["remedy"], said["kind"]


def test_all_of_them_at_once_are_read_in_children_and_the_equation_holds_for_each() -> None:
    files = {file.name: file for name in NAMES for file in _files(name)}
    rows = read(list(files.values()), known())
    assert_balanced(rows, "results")
    assert len(rows["results_files"]) == len(files)
    assert not {getattr(row, "kind", "") for row in rows["results_findings"]} & _FAULTS


def test_every_file_has_its_expectation_and_every_expectation_its_files() -> None:
    spoken_of = {file.path.name for name in NAMES for file in _files(name)}
    present = {path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in {".yml", ".py"}}
    assert present == spoken_of


@pytest.mark.parametrize("name", NAMES)
def test_an_expectation_is_whole_and_its_files_are_small(name: str) -> None:
    assert set(_read(name)) <= _KEYS
    assert {"desk", "findings", "account"} <= set(_read(name))
    assert all(file.path.stat().st_size < _MOST_BYTES for file in _files(name))


def test_there_are_at_least_forty_five_of_them() -> None:
    assert len(NAMES) >= 45


@cache
def _read(name: str) -> Mapping[str, Any]:
    said: Mapping[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return said


def _expected(name: str) -> Mapping[str, Any]:
    """What the yml says, with what it may leave out."""
    said = _read(name)
    account = said["account"]
    if "status" in account:
        (file,) = _files(name)
        account = {file.name: account}
    return {"rows": said.get("rows", {}), "findings": said["findings"], "account": account}


@cache
def _found(name: str) -> Rows:
    return read_by(_read_here, _files(name), known())


def _read_here(jobs: Sequence[Job]) -> list[Reading]:
    """Without a child for every file: what children add is tested once, with all files."""
    return [read_one(job) for job in jobs]


def _files(name: str) -> tuple[SourceFile, ...]:
    """The files as received: by default one, of the golden name, in results/."""
    lines = _read(name).get("files")
    if lines is None:
        (path,) = (path for path in FOLDER.glob(f"{name}.*") if path.suffix != ".yml")
        lines = [{"file": path.name}]
    return tuple(_file(line) for line in lines)


def _file(line: Mapping[str, Any]) -> SourceFile:
    path = FOLDER / line["file"]
    received = datetime.combine(line.get("received", _RECEIVED), _MORNING)
    withdrawn = datetime.combine(line["withdrawn"], _MORNING) if "withdrawn" in line else None
    digest = sha256(path.read_bytes()).hexdigest()
    return SourceFile(path, line.get("path", f"results/{path.name}"), digest, received, withdrawn)


def _telling(row: RawRow, line: Mapping[str, Any], **renamed: str) -> dict[str, Any]:
    """Of a row the columns that the line speaks of, numbers as the line writes them."""
    said = row.model_dump()
    return {column: _alike(said[renamed.get(column, column)], line[column]) for column in line}


def _alike(value: Any, expected: Any) -> Any:
    """The expected value where a number is the same, however many decimals it is stored with."""
    if isinstance(value, Decimal) and isinstance(expected, (int, float)) and value == Decimal(str(expected)):
        return expected
    return value
