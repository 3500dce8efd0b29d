"""The way back from a published row, on a published night: every origin is looked up in the file it names."""

import hashlib
import json
import os
import re
import sys
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from orchestration.cli import app
from orchestration.commands.shared import read_as_far_as_wanted
from orchestration.resources import Workspace
from orchestration.tracing import AmbiguousRowError, UnknownRowError, meant, trace
from orchestration.warehouse import lineage
from orchestration.warehouse.engine import reading
from sources.documents.files import read_document
from sources.receipts.store import kept_path
from tests.places import PROJECT

FACTS = sorted(file.stem for file in (PROJECT / "dbt_project" / "models" / "marts" / "core").glob("fct_*.sql"))
# Tables whose rows lead back: facts, and what units add up to beside an index. Which rows, where not all do.
RESULTS = "rpt_yardstick_item"
TRACED = dict.fromkeys(FACTS, "true") | {RESULTS: "item = 'result'"}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
ABSENT = {"missing", "awaited", "unasked"}


@pytest.fixture
def published(sample_night: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(sample_night.published))
    monkeypatch.setenv("THUOCDO_STATE", str(sample_night.state))
    return sample_night


def _ask(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "400"}).invoke(app, ["trace", *arguments])


def _ids(database: Path, table: str) -> list[tuple[str, str]]:
    """ID and state of every row that leads back: the ID made of its primary key, as the file itself declares it."""
    with reading(database) as connection:
        ((schema, keys),) = connection.execute(
            "select schema_name, constraint_column_names from duckdb_constraints()"
            " where table_name = ? and constraint_type = 'PRIMARY KEY'",
            [table],
        ).fetchall()
        columns = {row[0] for row in connection.execute(f"describe {schema}.{table}").fetchall()}
        # Kinds of findings are many, and their way back is one.
        telling = ("source", "severity") if table == "fct_finding" else ("state", "status", "kind")
        states = [f"coalesce({name}, '')" for name in telling if name in columns]
        return connection.execute(
            f"select concat_ws('/', '{table}', {', '.join(keys)}), concat_ws(' ', {', '.join(states) or repr('')})"
            f" from {schema}.{table} where {TRACED[table]} order by all"
        ).fetchall()


def _sampled(rows: Sequence[tuple[str, str]]) -> list[str]:
    """The first row, the last one, and one of each state."""
    of_each_state = {state: row_id for row_id, state in rows}
    return sorted({rows[0][0], rows[-1][0], *of_each_state.values()})


@pytest.mark.parametrize("table", TRACED)
def test_every_row_that_leads_back_has_an_origin_and_no_origin_is_of_another_row(
    sample_night: Workspace, table: str
) -> None:
    database = sample_night.current / "warehouse.duckdb"
    rows = {row_id for row_id, _ in _ids(database, table)}
    assert rows
    assert rows == {row_id for row_id in lineage.row_ids(database) if row_id.startswith(f"{table}/")}


def test_no_table_has_origins_but_those_that_are_tried_here(sample_night: Workspace) -> None:
    known = lineage.row_ids(sample_night.current / "warehouse.duckdb")
    assert {row_id.partition("/")[0] for row_id in known} == set(TRACED)


@pytest.mark.parametrize("table", TRACED)
def test_each_origin_is_found_in_the_very_file_it_names(sample_night: Workspace, table: str) -> None:
    database = sample_night.current / "warehouse.duckdb"
    for row_id in _sampled(_ids(database, table)):
        origins = lineage.origins(database, row_id)
        assert [origin["origin_no"] for origin in origins] == list(range(1, len(origins) + 1))
        for origin in origins:
            what = f"{row_id}: {origin['origin_no']} {origin['role']} {origin['source_path']} {origin['source_place']}"
            if origin["source_path"] is None:
                assert origin["role"] in ABSENT, what
                assert origin["said"], what
                continue
            kept = kept_path(sample_night.received, origin["source_sha256"], Path(origin["source_path"]).suffix)
            assert hashlib.sha256(kept.read_bytes()).hexdigest() == origin["source_sha256"], what
            _look_up(kept, origin, what)


def _look_up(file: Path, origin: dict[str, Any], what: str) -> None:
    """What the origin said stands at its place."""
    role, place, said = origin["role"], origin["source_place"], origin["said"]
    if role.startswith("figure"):
        said = THOUSANDS.sub("", said)
    # A finding speaks of its place in its own words; a report is the whole file.
    if place is None or role in ABSENT | {"finding", "compared", "report", "earlier_report"}:
        return
    if role == "clause":
        if not origin["is_corrected"]:
            text = _block(file, place)
            assert [number for number in NUMBER.findall(said) if number not in text] == [], what
    elif role == "correction":
        after = said.partition(" → ")[2].partition(" (")[0]
        assert after == "để trống" or any(after in cell for cell in _row(file, place)), what
    elif role == "obligation":
        assert origin["unit_key"].rpartition("/")[2] in _line(file, place), what
        assert origin["period_key"] in _line(file, place), what
    elif role == "held_back":
        assert said.rpartition(": ")[2] in {str(value) for value in _cell(file, place)}, what
    elif file.suffix == ".csv":
        assert [number for number in NUMBER.findall(said)[-1:] if number not in _line(file, place)] == [], what
    elif role == "answer" or role.startswith("figure"):
        assert _figure(said) in _cell(file, place), what
    elif role in ("narrative", "own_task"):
        assert said.split() == str(_cell(file, place)[0]).split(), what
    elif role == "task_word":
        assert said.startswith(str(_cell(file, place)[0])), what


def _figure(said: str) -> Decimal | None:
    """The numerator or value of "Tên: 115/129"; None for a state in words."""
    figure = said.rpartition(": ")[2].partition("/")[0].removesuffix(" %").replace(",", ".")
    try:
        return Decimal(figure)
    except InvalidOperation:
        return None


@cache
def _sheets(file: Path) -> Any:
    return load_workbook(file, data_only=True)


def _cell(file: Path, place: str) -> list[Any]:
    """What a cell may be read as: its number, also as a percentage; else its text; None for a mark of a state."""
    sheet, _, address = place.rpartition("!")
    cell = _sheets(file)[sheet][address]
    assert cell.value is not None
    if isinstance(cell.value, int | float):
        exact = Decimal(str(cell.value))
        return [exact, exact * 100] if "%" in cell.number_format else [exact]
    return [cell.value, _figure(str(cell.value).removesuffix("%"))]


def _row(file: Path, place: str) -> list[str]:
    sheet, _, number = place.rpartition("!")
    return [str(cell.value) for cell in _sheets(file)[sheet][int(number)] if cell.value is not None]


@cache
def _blocks(file: Path) -> dict[str, str]:
    return {block.place: block.text + " ".join(block.cells) for block in read_document(file).blocks}


def _block(file: Path, place: str) -> str:
    return next(text for at, text in _blocks(file).items() if place == at or place.endswith(f", {at}"))


def _line(file: Path, place: str) -> str:
    number = re.search(r"dòng (\d+)", place)
    assert number
    return file.read_text(encoding="utf-8-sig").splitlines()[int(number[1]) - 1].replace(".", ",")


def test_a_row_is_shown_with_its_meaning_and_the_way_back(published: Workspace) -> None:
    result = _ask("fct_target_progress/minh_hoa_2026/T012/2026-h1/agency/so-y-te-minh-hoa")
    assert result.exit_code == 0, result.output
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0] == "fct_target_progress/minh_hoa_2026/T012/2026-h1/agency/so-y-te-minh-hoa"
    assert any(line.startswith("Khóa kế hoạch") and line.endswith("minh_hoa_2026") for line in lines)
    assert "1. Nội dung trong kế hoạch" in lines
    assert any(line.startswith("Vị trí") and "mục II.4.1" in line for line in lines)
    assert any(line.startswith("Bản lưu") and str(published.received) in line for line in lines)


def test_what_units_add_up_to_beside_an_index_is_shown_with_its_cells(published: Workspace) -> None:
    row_id, _ = _ids(published.current / "warehouse.duckdb", RESULTS)[0]
    result = _ask(row_id)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == row_id
    assert f"Đường về nguồn: {len(trace(published, row_id).origins)} nơi" in result.stdout
    assert _ask(row_id + "/x").exit_code == 2


def test_what_was_not_reported_leads_to_the_obligation_and_names_who_is_silent(published: Workspace) -> None:
    database = published.current / "warehouse.duckdb"
    with reading(database) as connection:
        ((row_id, unit_name),) = connection.execute(
            "select concat_ws('/', 'fct_report_submission', unit_key, period_key), unit_name"
            " from core.fct_report_submission inner join core.dim_unit using (unit_key)"
            " where status = 'not_reported' order by all limit 1"
        ).fetchall()
    origins = trace(published, row_id).origins
    assert (origins[0]["role"], origins[-1]["role"]) == ("obligation", "missing")
    assert origins[0]["source_path"].startswith("registers/")
    assert unit_name in origins[-1]["said"]
    assert unit_name in _ask(row_id).stdout


def test_a_correction_names_who_made_it(published: Workspace) -> None:
    (correction,) = (
        origin for origin in trace(published, "fct_target/minh_hoa_2026/T001").origins if origin["role"] == "correction"
    )
    assert correction["corrected_by"]
    assert f"Người sửa  {correction['corrected_by']}" in _ask("fct_target/minh_hoa_2026/T001").stdout


def test_a_machine_gets_the_row_and_its_origins_under_stable_keys(published: Workspace) -> None:
    result = _ask("fct_target/minh_hoa_2026/T012", "--json")
    assert result.exit_code == 0, result.output
    said = json.loads(result.stdout)
    assert list(said) == ["row_id", "row", "origins"]
    assert said["row"]["target_no"] == "T012"
    (origin,) = said["origins"]
    assert origin["role"] == "clause"
    assert origin["source_path"] == "plans/minh_hoa_2026.docx"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", origin["received_at"])
    assert Path(origin["stored_copy"]).is_file()


def test_case_and_stray_spaces_do_not_count(published: Workspace) -> None:
    result = _ask("  FCT_TARGET / Minh_Hoa_2026 / t012 ", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["row_id"] == "fct_target/minh_hoa_2026/T012"


def test_an_unknown_id_is_answered_with_ids_like_it(published: Workspace) -> None:
    result = _ask("fct_targt/minh_hoa_2026/T012")
    assert result.exit_code == 2
    assert "không có dòng nào mang mã này. Mã gần giống:\n  fct_target/minh_hoa_2026/T012" in result.stderr


def test_a_schema_before_the_table_is_read_over() -> None:
    assert meant("core.fct_target/p/T1", ["fct_target/p/T1", "fct_target/p/T2"]) == "fct_target/p/T1"


@pytest.mark.parametrize(
    ("asked", "why", "near"),
    [
        ("reporting.rpt_plan_target/p/T1", "bảng rpt_plan_target không có mã truy", ["fct_target/p/T1"]),
        ("dim_unit/a/office", "bảng dim_unit không có mã truy", []),
        ("results/a/so-lieu-2019.csv", "đây là tên tệp", []),
        ("nothing of the kind", "không có dòng nào mang mã này", []),
    ],
)
def test_what_has_no_origins_is_told_apart_from_what_is_not_there(asked: str, why: str, near: list[str]) -> None:
    with pytest.raises(UnknownRowError, match=why) as unknown:
        meant(asked, ["fct_target/p/T1", "fct_target/p/T2"])
    assert unknown.value.near == near


def test_a_table_some_rows_of_which_have_origins_is_not_said_to_have_none() -> None:
    known = ["rpt_yardstick_item/a/PAPI/result/x"]
    with pytest.raises(UnknownRowError, match="không có dòng nào mang mã này") as unknown:
        meant("rpt_yardstick_item/a/PAPI/result/y", known)
    assert unknown.value.near == known


def test_who_stops_reading_does_not_make_the_command_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as output:
        monkeypatch.setattr(sys, "stdout", output)
        with read_as_far_as_wanted():
            output.write("một dòng\n")
        output.write("dòng cuối\n")


def test_a_key_of_several_rows_is_answered_with_all_of_them(published: Workspace) -> None:
    result = _ask("minh_hoa_2026/T012")
    assert result.exit_code == 2
    assert "có 2 dòng ứng với mã này" in result.stderr
    assert "\n  fct_target/minh_hoa_2026/T012\n  fct_target_status/minh_hoa_2026/T012" in result.stderr


def test_without_a_publication_the_command_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(tmp_path))
    result = _ask("fct_target/minh_hoa_2026/T012")
    assert result.exit_code == 1
    assert "Chưa có bản công bố nào" in result.stderr


def test_what_is_written_exactly_is_meant_before_anything_like_it() -> None:
    known = ["fct_goal/p/a", "fct_goal/p/A", "fct_duty/p/x/1", "fct_task/q/1"]
    assert meant("fct_goal/p/A", known) == "fct_goal/p/A"
    assert meant("p/x/1", known) == "fct_duty/p/x/1"
    assert meant("x/1", known) == "fct_duty/p/x/1"
    with pytest.raises(AmbiguousRowError) as several:
        meant("FCT_GOAL/p/a", known)
    assert several.value.matches == ["fct_goal/p/a", "fct_goal/p/A"]
    with pytest.raises(UnknownRowError) as none:
        meant("fct_task/q/2", known)
    assert none.value.near == ["fct_task/q/1"]
    with pytest.raises(UnknownRowError):
        meant(" / ", known)
