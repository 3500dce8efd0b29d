"""`thuocdo check`: what the night would say, before anything is sent."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from orchestration import receipts, received_beside
from orchestration.checking import room_of
from orchestration.cli import app
from orchestration.resources import Workspace
from sources.receipts import ledger, store
from sources.receipts.folder import scan
from sources.results.feedback.sheet import COLUMNS
from sources.results.template.form import FigureLine
from tests.places import SAMPLE
from tests.sources.results.workshop import FORM, UNIT_KEY, set_figure, set_info, spoil, write_form

RATE, COUNT = "pakn_on_time_rate", "staff_rotation_count"
REGISTER = f"""agency_key,unit_key,unit_name,unit_kind,valid_from
so-y-te-minh-hoa,{UNIT_KEY},Bệnh viện đa khoa tỉnh,hospital,2020-01-01
"""


def _figures(count: int) -> tuple[FigureLine, ...]:
    rate = FigureLine(RATE, "PAKN xử lý đúng hạn", "%", Decimal(98), Decimal(100))
    return rate, FigureLine(COUNT, "Luân chuyển", "lượt", Decimal(count), entry="figure")


QUARTER = replace(FORM, figures=_figures(5), tasks=(), report_state="signed")
HALF = replace(
    QUARTER,
    period_key="2026-h1",
    period_name="6 tháng đầu năm 2026",
    window_to=date(2026, 6, 14),
    sent_date=date(2026, 6, 14),
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A collection with one unit, before its first night."""
    found = Workspace(tmp_path / "collected", tmp_path / "published", tmp_path / "state")
    (found.collected / "registers").mkdir(parents=True)
    (found.collected / "registers" / "units.csv").write_text(REGISTER, encoding="utf-8")
    for name in ("collected", "published", "state"):
        monkeypatch.setenv(f"THUOCDO_{name.upper()}", str(tmp_path / name))
    return found


def _receive(workspace: Workspace) -> None:
    """What a night does with the folder before it reads: everything in it has come."""
    scanned = scan(workspace.collected)
    workspace.state.mkdir()
    store.keep(scanned.files, workspace.received)
    receipts.write(workspace, ledger.update([], scanned, datetime(2026, 3, 20, tzinfo=UTC)))


def _sent(workspace: Workspace, form: Any) -> None:
    room = workspace.collected / "results"
    room.mkdir(exist_ok=True)
    write_form(room, form, f"{form.period_key}.xlsx")


def _check(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_a_clean_report_has_nothing_to_mend_and_leaves_no_trace(workspace: Workspace, tmp_path: Path) -> None:
    result = _check(write_form(tmp_path, QUARTER))
    assert result.exit_code == 0, result.output
    assert "Không có nội dung cần sửa." in result.output
    assert "Bệnh viện đa khoa tỉnh, Quý I/2026" in result.output
    assert not workspace.state.exists()
    assert not workspace.published.exists()


def test_a_bad_cell_is_told_with_sheet_cell_value_and_what_to_do(workspace: Workspace, tmp_path: Path) -> None:
    path = write_form(tmp_path, QUARTER)
    spoil(path, set_figure(RATE, "denominator", "khoảng 100"))
    result = _check(path)
    assert result.exit_code == 1
    line = next(line for line in result.output.splitlines() if "khoảng 100" in line)
    assert "Trang Biểu 1 Số liệu, ô" in line
    assert "Lỗi phải sửa" in line
    assert "Cần làm: " in line


def test_what_concerns_the_report_whole_comes_before_its_cells(workspace: Workspace, tmp_path: Path) -> None:
    path = write_form(tmp_path, QUARTER)
    spoil(path, set_figure(RATE, "denominator", "khoảng 100"))
    spoil(path, set_info("Phiên bản biểu mẫu", "2024.1"))
    lines = _lines(_check(path, "--json"))
    assert lines[0]["kind"] == "unknown_template_version"
    assert lines[-1]["sheet"] == "Biểu 1 Số liệu"


def _lines(result: Result) -> list[dict[str, Any]]:
    return [line for one in json.loads(result.stdout) for line in one["lines"]]


def test_rules_over_time_speak_with_what_has_already_come(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, QUARTER)
    _receive(workspace)
    path = write_form(tmp_path, replace(HALF, figures=_figures(3)))
    result = _check(path, "--json")
    assert result.exit_code == 1
    assert [(line["kind"], line["value"]) for line in _lines(result)] == [("cumulative_falls", "3")]


def test_a_corrected_quarter_is_told_that_it_passes_the_half_year_already_sent(
    workspace: Workspace, tmp_path: Path
) -> None:
    _sent(workspace, QUARTER)
    _sent(workspace, replace(HALF, figures=_figures(9)))
    _receive(workspace)
    path = write_form(tmp_path, replace(QUARTER, figures=_figures(12)))
    lines = _lines(_check(path, "--json"))
    assert [(line["kind"], line["sheet"], line["value"]) for line in lines] == [
        ("cumulative_falls", "Biểu 1 Số liệu", "12")
    ]
    assert "results/2026-h1.xlsx" in lines[0]["what"]


def test_a_report_that_has_come_already_is_not_held_against_itself(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, QUARTER)
    _receive(workspace)
    result = _check(write_form(tmp_path, QUARTER))
    assert result.exit_code == 0, result.output
    assert "Tệp này đã nhận ngày 20/03/2026, kỳ Quý I/2026 (results/2026-q1.xlsx)." in result.output
    assert "lỗi phải sửa" not in result.output


def test_only_received_files_that_the_rules_look_at_are_opened_again(workspace: Workspace) -> None:
    _sent(workspace, QUARTER)
    _receive(workspace)
    (entry,) = [entry for entry in receipts.read(workspace) if entry.source_kind == "results"]
    asked = {UNIT_KEY}, {("so-y-te-minh-hoa", "2026-h1")}
    assert len(received_beside.received(workspace, *asked)) == 1
    for unit_key, period_key, expected in (
        (UNIT_KEY, "2026-q1", 1),
        ("so-y-te-minh-hoa/khac", "2026-q1", 0),
        ("so-y-te-minh-hoa/khac", "2026-h1", 1),
    ):
        _publish_submission(workspace, entry.source_sha256, unit_key, period_key)
        assert len(received_beside.received(workspace, *asked)) == expected


def _publish_submission(workspace: Workspace, sha256: str, unit_key: str, period_key: str) -> None:
    path = workspace.current / "raw" / "results_submissions.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = {
        "source_sha256": sha256,
        "agency_key": "so-y-te-minh-hoa",
        "unit_key": unit_key,
        "period_key": period_key,
    }
    pq.write_table(pa.table({name: [value] for name, value in columns.items()}), path)


def test_a_task_that_no_published_plan_has_is_foretold(workspace: Workspace, tmp_path: Path) -> None:
    tasks = workspace.current / "raw" / "plans_tasks.parquet"
    tasks.parent.mkdir(parents=True)
    pq.write_table(pa.table({"plan_key": ["minh_hoa_2026"], "task_no": ["A001"]}), tasks)
    lines = _lines(_check(write_form(tmp_path, replace(QUARTER, tasks=FORM.tasks)), "--json"))
    assert [(line["kind"], line["value"]) for line in lines] == [("unknown_task", "minh_hoa_2026/A002")]
    assert lines[0]["sheet"] == "Biểu 2 Nhiệm vụ"


def test_a_workbook_of_what_to_mend_is_written_for_each_file_that_needs_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    out, paths = tmp_path / "out", []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        path = write_form(tmp_path / folder, QUARTER if folder == "one" else HALF)
        spoil(path, set_figure(RATE, "denominator", "khoảng 100"))
        paths.append(path)
    result = _check(*paths, SAMPLE / "registers" / "units.csv", "--out", out)
    assert result.exit_code == 1
    assert sorted(path.name for path in out.iterdir()) == ["bao-cao-can-sua-2.xlsx", "bao-cao-can-sua.xlsx"]
    rows = list(load_workbook(out / "bao-cao-can-sua.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert COLUMNS in rows


def test_plans_registers_and_indices_are_checked_in_their_rooms(workspace: Workspace) -> None:
    files = [
        SAMPLE / "plans" / "minh_hoa_2026.docx",
        SAMPLE / "registers" / "units.csv",
        SAMPLE / "indices" / "papi.csv",
    ]
    result = _check(*files, "--json")
    assert result.exit_code == 0, result.output
    assert [one["room"] for one in json.loads(result.stdout)] == ["plans", "registers", "indices"]


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("Báo cáo quý I.XLSX", "results"),
        ("bang-mot-cua.csv", "results"),
        ("Units.csv", "registers"),
        ("sipas_2025.csv", "indices"),
        ("ke-hoach.pdf", "plans"),
        ("trang-1.png", "plans"),
    ],
)
def test_the_name_says_which_room_a_file_belongs_to(name: str, room: str) -> None:
    assert room_of(Path(name)) == room


def test_a_file_that_cannot_be_read_fails_the_check(workspace: Workspace, tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"khong phai bang tinh")
    result = _check(broken)
    assert result.exit_code == 1
    assert "Chưa nhận được số liệu nào" in result.output


def test_a_folder_that_cannot_be_written_is_said_in_one_line(workspace: Workspace, tmp_path: Path) -> None:
    path = write_form(tmp_path, QUARTER)
    spoil(path, set_figure(RATE, "denominator", "khoảng 100"))
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = _check(path, "--out", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert "Không ghi được vào" in result.output


def test_folders_of_the_clerk_say_no_period_that_the_night_would_not_see(workspace: Workspace, tmp_path: Path) -> None:
    table = f"Mã đơn vị,Mã chỉ tiêu,Tử số\n{UNIT_KEY},{COUNT},3\n"
    for folder in (tmp_path / "2026-h1", workspace.collected / "results" / "2026-h1"):
        folder.mkdir(parents=True)
        (folder / "bang.csv").write_text(table, encoding="utf-8")
    assert [line["kind"] for line in _lines(_check(tmp_path / "2026-h1" / "bang.csv", "--json"))] == ["missing_period"]
    assert _lines(_check(workspace.collected / "results" / "2026-h1" / "bang.csv", "--json")) == []


def test_files_of_one_name_from_two_folders_are_told_apart(workspace: Workspace, tmp_path: Path) -> None:
    paths = [write_form(tmp_path, replace(QUARTER, period_key="2099-q1")), tmp_path / "khac" / "form.xlsx"]
    paths[1] = paths[1].with_name(paths[0].name)
    paths[1].parent.mkdir()
    write_form(paths[1].parent, replace(QUARTER, period_key="2098-q1"), paths[0].name)
    told = json.loads(_check(*paths, "--json").stdout)
    assert [one["path"] for one in told] == [str(path) for path in paths]
    assert [any("2098" in str(line["value"]) for line in one["lines"]) for one in told] == [False, True]


def test_a_list_of_what_to_mend_never_replaces_another(workspace: Workspace, tmp_path: Path) -> None:
    path = write_form(tmp_path, QUARTER)
    spoil(path, set_figure(RATE, "denominator", "khoảng 100"))
    assert "Đã ghi" in _check(path, "--out", tmp_path / "out").output
    (written,) = (tmp_path / "out").iterdir()
    before = written.read_bytes()
    result = _check(path, "--out", tmp_path / "out")
    assert result.exit_code != 0
    assert written.name in result.output
    assert written.read_bytes() == before
