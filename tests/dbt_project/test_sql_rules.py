"""Rules of the house for SQL that no linter knows."""

import re
from pathlib import Path

import pytest

from tests.places import PROJECT

MODELS = PROJECT / "dbt_project" / "models"
RULED = sorted([*(MODELS / "intermediate").rglob("*.sql"), *(MODELS / "marts").rglob("*.sql")])

_COMMENT = re.compile(r"\{#.*?#\}|--[^\n]*|/\*.*?\*/", re.S)
_TEXT = re.compile(r"'[^']*'")
# `//` is the whole-number division of the arithmetic macros; a lone slash and a mean give DOUBLE in DuckDB.
_BARE_DIVISION = re.compile(r"(?<!/)/(?!/)")
_DOUBLE_FUNCTION = re.compile(r"\b(avg|mean|stddev\w*|median|quantile\w*|percentile\w*)\s*\(", re.I)
_DOUBLE_TYPE = re.compile(r"\b(double|float|real|float8|float4)\b", re.I)


# Of no rows at all, count_if says NULL and count says 0.
_COUNT_OF_NOTHING = re.compile(r"\bcount_?if\s*\(", re.I)


def _code(file: Path) -> str:
    return _TEXT.sub("''", _COMMENT.sub("", file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", RULED, ids=lambda file: file.stem)
def test_a_figure_is_never_divided_or_averaged_outside_the_arithmetic_macros(file: Path) -> None:
    code = _code(file)
    assert not _BARE_DIVISION.search(code)
    assert not _DOUBLE_FUNCTION.search(code)
    assert not _DOUBLE_TYPE.search(code)


@pytest.mark.parametrize("file", RULED, ids=lambda file: file.stem)
def test_what_is_counted_over_no_rows_is_zero(file: Path) -> None:
    assert not _COUNT_OF_NOTHING.search(_code(file))


@pytest.mark.parametrize("file", sorted((MODELS / "marts").rglob("*.sql")), ids=lambda file: file.stem)
def test_a_mart_reads_no_raw_table_and_no_clock(file: Path) -> None:
    code = _code(file)
    assert "source(" not in code
    assert not re.search(r"\b(current_date|current_timestamp|now\s*\(|today\s*\()", code, re.I)


@pytest.mark.parametrize("file", sorted((MODELS / "intermediate").rglob("*.sql")), ids=lambda file: file.stem)
def test_the_flow_is_one_way(file: Path) -> None:
    used = re.findall(r"ref\('(\w+)'\)", file.read_text(encoding="utf-8"))
    assert [model for model in used if model.startswith("rpt_")] == []
