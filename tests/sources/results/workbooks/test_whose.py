"""Whose a workbook is, and of which period: by keys, else by exact names with a finding, never by likeness."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from sources.contract import Rows
from sources.results.known import Known, Unit, Window
from sources.vietnamese.normal import match_key
from tests.sources.received import accounts, kinds, receive
from tests.sources.results.workshop import FORM, UNIT_KEY, read_here, set_info, spoil, write_form

_AGENCY = "so-y-te-minh-hoa"
_OTHER = f"{_AGENCY}/trung-tam-y-te-hoa-an"
_UNITS = {
    UNIT_KEY: Unit(_AGENCY, UNIT_KEY, "Bệnh viện đa khoa tỉnh", "hospital"),
    _OTHER: Unit(_AGENCY, _OTHER, "Trung tâm Y tế Hòa An", "health_centre"),
}
_Q1 = Window("2026-q1", "Quý I năm 2026", date(2025, 12, 15), date(2026, 3, 14), is_cumulative=True)
_Q3 = Window("2026-q3", "Quý III năm 2026", date(2026, 6, 15), date(2026, 9, 14), is_cumulative=False)
KNOWN = Known(
    units=_UNITS,
    names={(unit.agency_key, match_key(unit.name)): key for key, unit in _UNITS.items()},
    windows={(None, window.period_key): window for window in (_Q1, _Q3)},
)


def _read(folder: Path, *entries: tuple[str, object], known: Known = KNOWN) -> Rows:
    path = write_form(folder)
    for label, value in entries:
        spoil(path, set_info(label, value))
    return read_here([receive(path, "results/bao-cao.xlsx")], known)


def _submission(rows: Rows) -> tuple[str, str]:
    (row,) = rows["results_submissions"]
    said = row.model_dump()
    return said["unit_key"], said["period_key"]


def test_a_workbook_of_the_register_is_read_without_a_word(tmp_path: Path) -> None:
    rows = _read(tmp_path)
    assert kinds(rows, "results") == []
    assert _submission(rows) == (UNIT_KEY, "2026-q1")


@pytest.mark.parametrize("key", [None, "benh vien da khoa", f"{_AGENCY}/bvdk"])
def test_a_damaged_key_beside_an_exact_name_leads_to_the_unit_and_is_told(tmp_path: Path, key: str | None) -> None:
    rows = _read(tmp_path, ("Mã đơn vị", key))
    assert kinds(rows, "results") == ["unit_by_name"]
    assert _submission(rows) == (UNIT_KEY, "2026-q1")


def test_a_name_that_is_only_alike_is_offered_and_not_taken(tmp_path: Path) -> None:
    rows = _read(tmp_path, ("Mã đơn vị", f"{_AGENCY}/bvdk"), ("Tên đơn vị", "Bệnh viện đa khoa tỉn"))
    assert kinds(rows, "results") == ["unknown_unit_key"]
    assert "“Bệnh viện đa khoa tỉnh”" in rows["results_findings"][0].model_dump()["message"]
    assert rows["results_submissions"] == []
    assert accounts(rows, "results")["results/bao-cao.xlsx"] == ("unreadable", 14, 0, 0, 14)


def test_a_key_and_the_name_of_another_unit_are_not_chosen_from(tmp_path: Path) -> None:
    rows = _read(tmp_path, ("Tên đơn vị", "Trung tâm Y tế Hòa An"))
    assert kinds(rows, "results") == ["unit_key_against_name"]
    assert rows["results_submissions"] == []


def test_an_agency_that_was_lost_is_that_of_the_unit(tmp_path: Path) -> None:
    rows = _read(tmp_path, ("Mã cơ quan", None))
    assert kinds(rows, "results") == ["agency_by_unit"]
    assert _submission(rows) == (UNIT_KEY, "2026-q1")


def test_a_period_in_its_own_words_is_understood_and_told(tmp_path: Path) -> None:
    rows = _read(tmp_path, ("Kỳ báo cáo", "Quý I năm 2026"))
    assert kinds(rows, "results") == ["period_by_name"]
    assert _submission(rows) == (UNIT_KEY, "2026-q1")


def test_a_window_of_last_year_is_said_once_and_before_all_else(tmp_path: Path) -> None:
    rows = _read(
        tmp_path, ("Số liệu tính từ ngày", date(2024, 12, 15)), ("Số liệu tính đến ngày", date(2025, 3, 14)),
        ("Ngày gửi", "hôm qua"),
    )  # fmt: skip
    assert kinds(rows, "results") == ["window_differs", "not_a_date"]


def test_an_old_form_is_said_before_all_else(tmp_path: Path) -> None:
    rows = _read(tmp_path, ("Phiên bản biểu mẫu", "2026.1"), ("Mã đơn vị", None))
    assert kinds(rows, "results") == ["unknown_template_version", "unit_by_name"]


def test_the_window_decides_which_column_is_read(tmp_path: Path) -> None:
    form = replace(FORM, period_key="2026-q3", is_cumulative=False)
    path = write_form(tmp_path, form)
    spoil(path, set_info("Số liệu tính từ ngày", date(2026, 6, 15)))
    spoil(path, set_info("Số liệu tính đến ngày", date(2026, 9, 14)))
    spoil(path, set_info("Ngày gửi", date(2026, 9, 16)))
    rows = read_here([receive(path, "results/bao-cao.xlsx")], KNOWN)
    assert kinds(rows, "results") == []
    places = {row.model_dump()["source_place"].rpartition("!")[2][0] for row in rows["results_figures"]}
    # Trong kỳ; the rate and the states have columns of their own.
    assert places == {"F", "I", "J"}


def test_a_damaged_workbook_is_tied_to_the_unit_that_it_was_issued_to(tmp_path: Path) -> None:
    path = write_form(tmp_path)
    with ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/workbook.xml"] = b"<workbook"
    with ZipFile(path, "w") as broken:
        for name, content in parts.items():
            broken.writestr(name, content)
    (finding,) = read_here([receive(path, "results/a.xlsx")], KNOWN)["results_findings"]
    said = finding.model_dump()
    assert (said["kind"], said["unit_key"], said["period_key"]) == ("unreadable_file", UNIT_KEY, "2026-q1")


def test_a_damaged_workbook_that_names_nobody_is_tied_to_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04")
    (finding,) = read_here([receive(path, "results/a.xlsx")], KNOWN)["results_findings"]
    assert finding.model_dump()["unit_key"] is None


def test_a_form_of_an_earlier_window_under_the_name_of_this_one_is_not_read(tmp_path: Path) -> None:
    rows = _read(tmp_path, ("Kỳ báo cáo", "2026-q3"), ("Tên kỳ báo cáo", "Quý III năm 2026"))
    assert kinds(rows, "results") == ["window_of_another_year"]
    assert "15/12/2025" in rows["results_findings"][0].model_dump()["message"]
    assert rows["results_figures"] == []
