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
OBLIGATION = "so-y-te-minh-hoa,so-y-te-minh-hoa/phong-nghiep-vu-y,2026-q1,2026-03-15,12/KH-SYT"


def _file(folder: Path, name: str, *lines: str) -> SourceFile:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return receive(path, f"registers/{name}")


def _units(folder: Path, *lines: str) -> Rows:
    return read([_file(folder, "units.csv", UNITS, *lines)])


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


@pytest.mark.parametrize("period", ["2026-q2", "20٢٦-q1"])
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
