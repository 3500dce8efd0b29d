"""Registers of units and of report obligations."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sources.contract import Rows, SourceFile
from sources.registers.reader import read
from sources.registers.rows import ROW_TYPES
from tests.sources.received import accounts, assert_balanced, kinds, receive

UNITS = "agency_key,unit_key,unit_name,short_name,unit_kind,head,aliases,valid_from,valid_to"
UNIT = "so-y-te-minh-hoa,,Phòng Nghiệp vụ Y,P. NVY,division,Lê Văn C,Phòng NV Y|Nghiệp vụ Y,01/01/2020,"
OBLIGATIONS = "agency_key,unit_key,period_key,due_date,legal_basis"
PERIODS = "agency_key,period_key,period_name,window_from,window_to,is_cumulative,legal_basis"
PERIOD = "so-y-te-minh-hoa,2026-9m,9 tháng đầu năm 2026,01/01/2026,30/09/2026,có,15/KH-SYT"
OBLIGATION = "so-y-te-minh-hoa,so-y-te-minh-hoa/phong-nghiep-vu-y,2026-q1,2026-03-15,12/KH-SYT"


def _file(folder: Path, name: str, *lines: str) -> SourceFile:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return receive(path, f"registers/{name}")


def _units(folder: Path, *lines: str) -> Rows:
    return read([_file(folder, "units.csv", UNITS, *lines)])


def _periods(folder: Path, *lines: str) -> Rows:
    return read([_file(folder, "periods.csv", PERIODS, *lines)])


def test_a_unit_is_read_and_its_key_computed_from_its_name(tmp_path: Path) -> None:
    rows = _units(tmp_path, UNIT)
    assert set(rows) == {row_type.table for row_type in ROW_TYPES}
    assert kinds(rows, "registers") == []
    said = rows["registers_units"][0].model_dump()
    assert said["unit_key"] == "so-y-te-minh-hoa/phong-nghiep-vu-y"
    assert (said["unit_kind"], said["head"]) == ("division", "Lê Văn C")
    assert (said["valid_from"], said["valid_to"]) == (date(2020, 1, 1), None)


def test_a_given_key_wins_over_the_computed_one(tmp_path: Path) -> None:
    rows = _units(tmp_path, UNIT.replace(",,Phòng", ",so-y-te-minh-hoa/nvy,Phòng", 1))
    assert rows["registers_units"][0].model_dump()["unit_key"] == "so-y-te-minh-hoa/nvy"


def test_every_name_a_unit_goes_by_leads_to_it(tmp_path: Path) -> None:
    aliases: Any = _units(tmp_path, UNIT)["registers_unit_aliases"]
    assert [row.alias for row in aliases] == ["Phòng Nghiệp vụ Y", "P. NVY", "Phòng NV Y", "Nghiệp vụ Y"]
    assert len({row.match_key for row in aliases}) == 4


def test_spellings_with_one_key_are_one_alias(tmp_path: Path) -> None:
    aliases: Any = _units(tmp_path, UNIT.replace("P. NVY", "PHÒNG NGHIỆP VỤ Y"))["registers_unit_aliases"]
    assert [row.alias for row in aliases] == ["Phòng Nghiệp vụ Y", "Phòng NV Y", "Nghiệp vụ Y"]


def test_a_name_of_two_units_leads_to_the_first_and_is_told(tmp_path: Path) -> None:
    second = "so-y-te-minh-hoa,,Phòng Nghiệp vụ Dược,,division,,Nghiệp vụ Y,2020-01-01,"
    rows = _units(tmp_path, UNIT, second)
    assert kinds(rows, "registers") == ["ambiguous_alias"]
    assert len(rows["registers_units"]) == 2


def test_obligations_are_read(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "obligations.csv", OBLIGATIONS, OBLIGATION)])
    said = rows["registers_obligations"][0].model_dump()
    assert (said["period_key"], said["due_date"], said["legal_basis"]) == ("2026-q1", date(2026, 3, 15), "12/KH-SYT")
    assert (said["level"], said["report_to"]) == ("unit", None)


def test_an_obligation_of_the_department_says_who_it_reports_to(tmp_path: Path) -> None:
    lines = (f"{OBLIGATIONS},level,report_to", f"{OBLIGATION},department,Sở Nội vụ")
    (row,) = read([_file(tmp_path, "obligations.csv", *lines)])["registers_obligations"]
    assert row.model_dump(include={"level", "report_to"}) == {"level": "department", "report_to": "Sở Nội vụ"}


def test_an_unknown_level_is_held_back(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "obligations.csv", f"{OBLIGATIONS},level", f"{OBLIGATION},ngành")])
    assert kinds(rows, "registers") == ["unknown_level"]


def test_windows_of_an_agency_are_read(tmp_path: Path) -> None:
    rows = _periods(
        tmp_path, PERIOD, PERIOD.replace("2026-9m,9 tháng đầu năm", "2026-m04,Tháng 4").replace("có", "False")
    )
    assert kinds(rows, "registers") == []
    nine, month = (row.model_dump() for row in rows["registers_periods"])
    assert (nine["period_key"], nine["window_from"], nine["window_to"]) == (
        "2026-9m",
        date(2026, 1, 1),
        date(2026, 9, 30),
    )
    assert (nine["is_cumulative"], month["is_cumulative"]) == (True, False)


@pytest.mark.parametrize(
    ("old", "new", "kind", "column"),
    [
        ("2026-9m", "2026-10m", "unknown_period_key", "period_key"),
        ("30/09/2026", "31/12/2025", "dates_reversed", "window_to"),
        ("30/09/2026", "09/2026", "not_a_date", "window_to"),
        (",có,", ",x,", "unknown_is_cumulative", "is_cumulative"),
        (",có,", ",,", "missing_value", "is_cumulative"),
    ],
)
def test_a_window_that_would_have_to_be_guessed_is_held_back(
    tmp_path: Path, old: str, new: str, kind: str, column: str
) -> None:
    rows = _periods(tmp_path, PERIOD.replace(old, new))
    assert kinds(rows, "registers") == [kind]
    assert rows["registers_findings"][0].source_place == f"dòng 2, cột {column}"
    assert accounts(rows, "registers") == {"registers/periods.csv": ("read", 1, 0, 1, 0)}


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("2026-m01,x,2026-01-01,2026-01-31,không", "2026-m02,x,2026-01-31,2026-02-28,không", True),
        ("2026-m01,x,2026-01-01,2026-01-31,không", "2026-m02,x,2026-02-01,2026-02-28,không", False),
        ("2026-q1,x,2026-01-01,2026-03-31,có", "2026-h1,x,2026-01-01,2026-06-30,có", False),
        ("2026-h2,x,2026-07-01,2026-12-31,không", "2026-q4,x,2026-10-01,2026-12-31,không", False),
        ("2026-h1,x,2026-01-01,2026-06-30,có", "2026-q3,x,2026-06-15,2026-09-14,không", True),
        ("2026-q3,x,2026-07-01,2026-10-31,không", "2026-q4,x,2026-10-01,2026-10-31,không", True),
    ],
)
def test_days_that_two_windows_count_are_told(tmp_path: Path, first: str, second: str, is_told: bool) -> None:
    rows = _periods(tmp_path, *(f"so-y-te-minh-hoa,{window}," for window in (first, second)))
    assert kinds(rows, "registers") == (["windows_overlap"] if is_told else [])
    assert len(rows["registers_periods"]) == 2


def test_windows_of_two_agencies_never_contradict_each_other(tmp_path: Path) -> None:
    rows = _periods(
        tmp_path, PERIOD, PERIOD.replace("minh-hoa", "khac").replace("01/01", "02/01").replace("30/09", "01/10")
    )
    assert kinds(rows, "registers") == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "column"),
    [
        ("division", "phòng", "unknown_unit_kind", "unit_kind"),
        ("01/01/2020", "2020", "not_a_date", "valid_from"),
        ("01/01/2020", "", "missing_value", "valid_from"),
        ("01/01/2020,", "01/01/2020,31/12/2019", "dates_reversed", "valid_to"),
        ("so-y-te-minh-hoa,,", "Sở Y tế,,", "unknown_key", "agency_key"),
        ("so-y-te-minh-hoa,,", "so-y-te-minh-hoa,so-y-te-khac/nvy,", "unit_outside_agency", "unit_key"),
        ("Phòng Nghiệp vụ Y,", ",", "missing_value", "unit_name"),
        ("so-y-te-minh-hoa,,", "so-y-te/minh-hoa,,", "unknown_key", "agency_key"),
        ("so-y-te-minh-hoa,,", "so-y-te..minh-hoa,,", "unknown_key", "agency_key"),
        ("so-y-te-minh-hoa,,", "so-y-te-minh-hoa,so-y-te-minh-hoa/phong/to,", "unknown_key", "unit_key"),
        ("so-y-te-minh-hoa,,", "so-y-te-minh-hoa,so-y-te-minh-hoa/..,", "unknown_key", "unit_key"),
        ("Phòng Nghiệp vụ Y,", "…,", "unknown_key", "unit_name"),
    ],
)
def test_a_unit_that_would_have_to_be_guessed_is_held_back(
    tmp_path: Path, old: str, new: str, kind: str, column: str
) -> None:
    rows = _units(tmp_path, UNIT.replace(old, new, 1))
    assert kinds(rows, "registers") == [kind]
    assert rows["registers_findings"][0].source_place == f"dòng 2, cột {column}"
    assert accounts(rows, "registers") == {"registers/units.csv": ("read", 1, 0, 1, 0)}


@pytest.mark.parametrize("period", ["2026-q5", "20٢٦-q1"])
def test_an_unknown_period_is_held_back(tmp_path: Path, period: str) -> None:
    rows = read([_file(tmp_path, "obligations.csv", OBLIGATIONS, OBLIGATION.replace("2026-q1", period))])
    assert kinds(rows, "registers") == ["unknown_period_key"]


def test_a_line_met_again_is_left_out_and_a_different_one_is_held_back(tmp_path: Path) -> None:
    rows = _units(tmp_path, UNIT, UNIT, UNIT.replace("Lê Văn C", "Người khác"))
    assert kinds(rows, "registers") == ["duplicate_line"]
    assert accounts(rows, "registers") == {"registers/units.csv": ("read", 3, 1, 1, 1)}


def test_a_missing_column_makes_the_register_unreadable(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "units.csv", UNITS.replace("unit_kind", "loai"), UNIT)])
    assert kinds(rows, "registers") == ["missing_column"]
    assert_balanced(rows, "registers")


def test_an_unknown_column_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "units.csv", UNITS + ",ghi_chu", UNIT + ",x")])
    assert kinds(rows, "registers") == ["unknown_column"]
    assert len(rows["registers_units"]) == 1


def test_an_unknown_register_is_left_out(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "xe-cong.csv", "a,b", "1,2")])
    assert kinds(rows, "registers") == ["unknown_register"]
    assert accounts(rows, "registers")["registers/xe-cong.csv"][0] == "ignored"


def test_a_register_kept_as_a_workbook_reads_like_its_csv(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(UNITS.split(","))
    cells: list[Any] = UNIT.split(",")
    cells[7] = date(2020, 1, 1)
    sheet.append([cell or None for cell in cells])
    path = tmp_path / "units.xlsx"
    book.save(path)
    rows = read([receive(path, "registers/units.xlsx")])
    assert kinds(rows, "registers") == []
    columns = {"unit_key", "unit_name", "valid_from", "valid_to", "source_place"}
    (from_book,) = rows["registers_units"]
    (from_csv,) = _units(tmp_path, UNIT)["registers_units"]
    assert from_book.model_dump(include=columns) == from_csv.model_dump(include=columns)


def test_a_broken_file_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "units.xlsx"
    path.write_bytes(b"not a workbook")
    assert kinds(read([receive(path, "registers/units.xlsx")]), "registers") == ["unreadable_file"]
