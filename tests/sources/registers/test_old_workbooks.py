"""Registers kept as old workbooks."""

from datetime import date

from sources.registers.reader import read
from tests.sources.old_workbooks.making import FOLDER
from tests.sources.received import kinds, receive


def test_a_register_may_be_an_old_workbook() -> None:
    rows = read([receive(FOLDER / "units.xls", "registers/units.xls")])
    assert kinds(rows, "registers") == []
    (unit,) = (row.model_dump() for row in rows["registers_units"])
    assert (unit["unit_key"], unit["valid_from"]) == ("so-y-te-minh-hoa/van-phong-so", date(2025, 7, 1))
