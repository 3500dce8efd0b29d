"""The command that issues forms, on a published night: who is asked, what for, and what is said where none can be."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from orchestration.cli import app
from orchestration.resources import Workspace
from orchestration.warehouse import forms
from sources.results.headings import FIGURE_COLUMNS, FIGURE_SHEET, INFO_LABELS, INFO_SHEET, SIMULATED_NOTICE, TASK_SHEET

AGENCY = "so-y-te-minh-hoa"


@pytest.fixture
def published(sample_night: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(sample_night.published))
    return sample_night


def _ask(*options: str) -> Result:
    # As wide as a message: what is cut over lines could not be looked for.
    return CliRunner(env={"COLUMNS": "400"}).invoke(app, ["template", *options])


def _issued(out: Path, period: str, *options: str, agency: str = AGENCY) -> list[Path]:
    result = _ask("--agency", agency, "--period", period, "--out", str(out), "--json", *options)
    assert result.exit_code == 0, result.output
    return [Path(name) for name in json.loads(result.stdout)["files"]]


def _column(path: Path, sheet: str, heading: str) -> list[Any]:
    """What stands under a heading, down to the foot."""
    rows = list(load_workbook(path)[sheet].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if heading in row)
    column = rows[head].index(heading)
    return [row[column] for row in rows[head + 1 :] if isinstance(row[0], int)]


def test_one_workbook_is_written_for_every_unit_that_owes_the_report(published: Workspace, tmp_path: Path) -> None:
    owing = [row for row in forms.forms(published.current / "warehouse.duckdb", AGENCY, "2026-q3") if row["is_owed"]]
    files = _issued(tmp_path / "out", "2026-q3")
    assert len(files) == len(owing) > 1
    assert sorted(path.name for path in files) == sorted(
        f"2026-q3_{row['unit_key'].partition('/')[2]}.xlsx" for row in owing
    )


def test_all_units_are_asked_where_no_report_is_registered(published: Workspace, tmp_path: Path) -> None:
    rows = forms.forms(published.current / "warehouse.duckdb", AGENCY, "2027-q1")
    assert rows
    assert not any(row["is_owed"] for row in rows)
    assert len(_issued(tmp_path, "2027-q1")) == len(rows)


@pytest.mark.parametrize("unit", ["van-phong-so", f"{AGENCY}/van-phong-so", "VP Sở", "vp so", "Văn phòng Sở"])
def test_a_unit_is_named_by_key_short_name_or_name(published: Workspace, tmp_path: Path, unit: str) -> None:
    assert [path.name for path in _issued(tmp_path, "2026-h1", "--unit", unit)] == ["2026-h1_van-phong-so.xlsx"]


def test_the_workbook_says_whose_it_is_and_that_the_agency_is_made_up(published: Workspace, tmp_path: Path) -> None:
    (path,) = _issued(tmp_path, "2026-h1", "--unit", "van-phong-so")
    told = {row[0]: row[1] for row in load_workbook(path)[INFO_SHEET].iter_rows(values_only=True)}
    assert told[INFO_LABELS["unit_key"][0]] == f"{AGENCY}/van-phong-so"
    assert told[INFO_LABELS["period_key"][0]] == "2026-h1"
    assert SIMULATED_NOTICE in told


def test_a_unit_is_asked_for_indicators_of_its_kind_with_the_year_before(published: Workspace, tmp_path: Path) -> None:
    (office,) = _issued(tmp_path, "2026-q3", "--unit", "van-phong-so")
    (hospital,) = _issued(tmp_path, "2026-q3", "--unit", "BVĐK tỉnh")
    asked = {path: _column(path, FIGURE_SHEET, FIGURE_COLUMNS["indicator_code"][0]) for path in (office, hospital)}
    assert "dossier_on_time_rate" in asked[office]
    assert "dossier_on_time_rate" not in asked[hospital]
    assert "exam_waiting_time_minutes" in asked[hospital]
    before = _column(office, FIGURE_SHEET, FIGURE_COLUMNS["previous"][0])
    assert sum(value is not None for value in before) > len(before) / 2
    assert set(_column(office, FIGURE_SHEET, FIGURE_COLUMNS["in_window"][0])) == {None}


def test_tasks_that_are_done_are_not_asked_about_again(published: Workspace, tmp_path: Path) -> None:
    (first,) = _issued(tmp_path / "h1", "2026-h1", "--unit", "van-phong-so")
    (last,) = _issued(tmp_path / "annual", "2026-annual", "--unit", "van-phong-so")
    keys = [set(_column(path, TASK_SHEET, "Mã nhiệm vụ")) for path in (first, last)]
    assert keys[1] < keys[0]


def test_a_workbook_that_lies_there_is_never_written_over(published: Workspace, tmp_path: Path) -> None:
    filled = tmp_path / "2026-h1_van-phong-so.xlsx"
    filled.write_text("đã điền", encoding="utf-8")
    result = _ask("--agency", AGENCY, "--period", "2026-h1", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "2026-h1_van-phong-so.xlsx" in result.output
    assert "Chưa ghi tệp nào" in result.output
    assert [path.name for path in tmp_path.iterdir()] == [filled.name]
    assert filled.read_text(encoding="utf-8") == "đã điền"


@pytest.mark.parametrize(
    ("agency", "period", "unit", "said"),
    [
        ("so-y-te-minh", "2026-h1", None, "«so-y-te-minh»; gần nhất: so-y-te-minh-hoa (Sở Y tế tỉnh Minh Họa)"),
        (AGENCY, "2026-anual", None, "không có kỳ «2026-anual»; gần nhất: 2026-annual (Năm 2026)"),
        (AGENCY, "2026-h1", "Phòng Tổ chức", "không có đơn vị «Phòng Tổ chức»; gần nhất: Phòng Tổ chức cán bộ"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_ones(
    published: Workspace, tmp_path: Path, agency: str, period: str, unit: str | None, said: str
) -> None:
    options = [
        "--agency",
        agency,
        "--period",
        period,
        "--out",
        str(tmp_path / "out"),
        *(["--unit", unit] if unit else []),
    ]
    result = _ask(*options)
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "out").exists()


def test_without_a_publication_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(tmp_path / "published"))
    result = _ask("--agency", AGENCY, "--period", "2026-h1", "--out", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.output.strip() == "! Chưa có bản công bố nào. Chạy: thuocdo run"
    assert not (tmp_path / "out").exists()


def test_a_publication_from_before_there_were_forms_says_to_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    current = tmp_path / "published" / "current"
    current.mkdir(parents=True)
    duckdb.connect(str(current / "warehouse.duckdb")).close()
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(tmp_path / "published"))
    result = _ask("--agency", AGENCY, "--period", "2026-h1", "--out", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.output.strip() == "! Bản đang công bố chưa có biểu mẫu. Chạy lại: thuocdo run"
