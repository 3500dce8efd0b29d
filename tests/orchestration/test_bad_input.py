"""Bad input: one clear line with the file's name, the night goes on without it, and the data-quality page shows it."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration import night
from orchestration.cli import app
from orchestration.resources import Workspace

PLAN_WITHOUT_GOALS = """Số: 7/KH-SYT

Minh Họa, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026 của Sở Y tế tỉnh Minh Họa

I. TỔ CHỨC THỰC HIỆN

Văn phòng Sở theo dõi việc thực hiện kế hoạch này.
"""


FILES = {
    "plans/khong_muc_tieu_2026.txt": PLAN_WITHOUT_GOALS.encode(),
    "plans/hong_2026.docx": b"not a Word file",
    "plans/trong_2026.txt": b"",
    "results/2026/hong.xlsx": b"not a workbook",
    "indices/papi.csv": b"year,province\n2020,X\n",
    "registers/units.csv": b"\xff\xfe\x00broken",
}


def _workspace(root: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(night, "today", lambda: date(2026, 3, 1))
    monkeypatch.setenv("THUOCDO_COLLECTED", str(root / "collected"))
    monkeypatch.setenv("THUOCDO_PUBLISHED", str(root / "published"))
    monkeypatch.setenv("THUOCDO_STATE", str(root / "state"))
    return Workspace.from_environment()


def _quality_pages(workspace: Workspace) -> str:
    """What the pages of data to be checked say, of all and of each agency, with the files beside them."""
    found = sorted((workspace.current / "dashboards").rglob("so-lieu*"))
    return "".join(path.read_text(encoding="utf-8") for path in found if path.suffix in {".html", ".csv"})


# Two nights of their own. That a broken file costs only itself is seen in the quick tests on the shipped collection,
# which has eleven of them, and reader by reader in tests/sources.
@pytest.mark.slow
def test_broken_files_are_named_and_the_night_goes_on_but_where_all_vanish_the_last_night_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _workspace(tmp_path, monkeypatch)
    for name, content in FILES.items():
        file = workspace.collected / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    result = CliRunner().invoke(app, ["run"])
    assert result.exit_code == 0, result.output
    pages = _quality_pages(workspace)
    for name in FILES:
        assert Path(name).name in pages, name
    for name in FILES.keys() - {"plans/khong_muc_tieu_2026.txt"}:
        assert name in result.output, name
    assert (workspace.current / "dashboards/so-y-te-minh-hoa/ke-hoach-khong_muc_tieu_2026.html").exists()
    _assert_an_emptied_folder_leaves_it_standing(workspace)


def _assert_an_emptied_folder_leaves_it_standing(workspace: Workspace) -> None:
    before = workspace.current.readlink()
    for name in FILES:
        (workspace.collected / name).unlink()
    result = CliRunner().invoke(app, ["run"])
    assert result.exit_code == 1
    assert "không còn tệp nào" in result.output
    assert workspace.current.readlink() == before
    status = CliRunner().invoke(app, ["status"])
    assert status.exit_code == 1
    assert "không còn tệp nào" in status.output


@pytest.mark.slow
def test_an_empty_folder_publishes_pages_that_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = _workspace(tmp_path, monkeypatch)
    workspace.collected.mkdir()
    result = CliRunner().invoke(app, ["run"])
    assert result.exit_code == 0, result.output
    assert "chưa có tệp" in result.output
    assert "chưa có tệp" in _quality_pages(workspace)


@pytest.mark.slow
def test_a_folder_that_does_not_exist_is_said_in_one_line(
    tmp_path: Path, models_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _workspace(tmp_path, monkeypatch)
    result = CliRunner().invoke(app, ["run"])
    assert result.exit_code == 0, result.output
    assert "Không tìm thấy thư mục thu thập" in result.output
    assert str(workspace.collected) in result.output
    assert "Không tìm thấy thư mục thu thập" in _quality_pages(workspace)


@pytest.mark.parametrize("day", ["15/10/2026", "0001-01-01", "9999-12-31"])
def test_a_date_that_is_none_or_absurd_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    _workspace(tmp_path, monkeypatch)
    assert CliRunner().invoke(app, ["run", "--as-of", day]).exit_code == 2


# Starts dbt before it is told; what is read of the file, and what is said of it, is in tests/sources/receipts too.
@pytest.mark.slow
def test_a_mistake_in_collection_yml_is_told_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = _workspace(tmp_path, monkeypatch)
    workspace.collected.mkdir()
    (workspace.collected / "collection.yml").write_text("as_of: 2026-13-45\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["run"])
    assert result.exit_code == 1
    assert "collection.yml" in result.output
    assert "Error" not in result.output
    assert "collection.yml" in CliRunner().invoke(app, ["status"]).output


def test_folders_that_cannot_be_used_are_told_before_the_night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = _workspace(tmp_path, monkeypatch)
    workspace.current.mkdir(parents=True)
    result = CliRunner().invoke(app, ["run"])
    assert result.exit_code == 1
    assert "phải là liên kết" in result.output
