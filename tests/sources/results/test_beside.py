"""The .yml beside a flat table: paired by its name, read as far as it is understood, accounted for like any file."""

from pathlib import Path

import pytest

from sources.contract import SourceFile
from sources.results.beside import keys_of, pair
from tests.sources.received import receive
from tests.sources.results.workshop import read_here


def _write(folder: Path, name: str, text: str) -> SourceFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return receive(path, f"results/{name}")


def test_lines_that_are_understood_are_taken_and_others_are_told(tmp_path: Path) -> None:
    text = 'unit_key: "a/b"  # the office\n---\nperiod_key: 2026-Q1\nunit: Văn phòng\nreport_state: Dự thảo\n'
    file = _write(tmp_path, "a.yml", text)
    assert keys_of(file) == {"unit_key": "a/b", "period_key": "2026-q1", "report_state": "dự thảo"}
    _, besides, (reading,) = pair([file, _write(tmp_path, "a.csv", "x")])
    assert besides == {"results/a.csv": file}
    assert [finding.kind for finding in reading.account.findings] == ["keys_unclear"]
    assert (reading.status, reading.account.loaded, reading.account.ignored) == ("read", 3, 1)


@pytest.mark.parametrize("others", [[], ["b.csv"], ["a.csv", "a.yaml"]])
def test_a_yml_that_speaks_of_no_table_of_its_own_is_told(tmp_path: Path, others: list[str]) -> None:
    files = [_write(tmp_path, name, "unit_key: a/b\n") for name in ("a.yml", *others)]
    readings = pair(files)[2]
    assert [finding.kind for reading in readings for finding in reading.account.findings] == ["keys_without_table"]


def test_a_yml_is_no_workbook_that_could_not_be_read(tmp_path: Path) -> None:
    rows = read_here([_write(tmp_path, "a.yml", "unit_key: a/b\n")])
    assert rows["results_files"][0].model_dump()["status"] == "ignored"
