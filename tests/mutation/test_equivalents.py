"""The list of mutants that no input can tell apart stays a list of mutants."""

from pathlib import Path

import pytest

from tests.mutation.equivalents import Place, place, read, unmatched
from tests.mutation.mutants import mutants


def test_a_row_that_names_a_mutant_has_its_place_and_its_reason(tmp_path: Path) -> None:
    rows = tmp_path / "equivalent.csv"
    rows.write_text("file,line,change,reason\na.sql,select 1,1 → 2,nothing reads it\n", encoding="utf-8")
    made = [place("a.sql", mutant) for mutant in mutants("\n  select 1")]
    assert read(rows) == {Place("a.sql", "select 1", "1 → 2"): "nothing reads it"}
    assert unmatched(read(rows), made, ["a.sql"]) == []


def test_a_row_whose_line_has_changed_is_named() -> None:
    gone = Place("a.sql", "select 1", "1 → 2")
    assert unmatched([gone], [], ["a.sql"]) == [gone]
    assert unmatched([gone], [], ["b.sql"]) == []


def test_a_row_without_a_reason_is_refused(tmp_path: Path) -> None:
    rows = tmp_path / "equivalent.csv"
    rows.write_text("file,line,change,reason\na.sql,select 1,1 → 2, \n", encoding="utf-8")
    with pytest.raises(ValueError, match="no reason"):
        read(rows)
