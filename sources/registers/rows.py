"""Row types of the registers: small tables that people keep."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from sources.contract import Key, RawRow
from sources.findings import FileRow, FindingRow

UnitKind = Literal[
    "agency", "office", "division", "sub_department", "hospital", "health_centre", "specialised_centre", "other"
]
Level = Literal["unit", "department", "province"]


class UnitRow(RawRow):
    """One row per unit of an agency (registers/units.csv)."""

    table: ClassVar[str] = "registers_units"
    key: ClassVar[tuple[str, ...]] = ("unit_key", "valid_from")

    agency_key: Key = Field(description="agency the unit belongs to")
    unit_key: Key = Field(description="agency key, slash, unit")
    unit_name: str = Field(description="full name")
    short_name: str | None = Field(description="short name for charts")
    unit_kind: UnitKind = Field(description="kind of unit; decides which indicators it contributes to")
    head: str | None = Field(description="head of the unit")
    valid_from: date = Field(description="first day it exists")
    valid_to: date | None = Field(description="last day; None while it exists")


class UnitAliasRow(RawRow):
    """One row per name that a unit goes by, its own name included."""

    table: ClassVar[str] = "registers_unit_aliases"
    key: ClassVar[tuple[str, ...]] = ("agency_key", "match_key")

    agency_key: Key = Field(description="agency the unit belongs to")
    unit_key: Key = Field(description="the unit")
    alias: str = Field(description="name as people write it")
    match_key: str = Field(description="match key of the name")


class ObligationRow(RawRow):
    """One row per report that a unit owes (registers/obligations.csv)."""

    table: ClassVar[str] = "registers_obligations"
    key: ClassVar[tuple[str, ...]] = ("unit_key", "period_key")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="unit that reports")
    period_key: Key = Field(description="reporting period")
    due_date: date = Field(description="due date as set, before days off are considered")
    legal_basis: str | None = Field(description="document that sets it")
    level: Level = Field(
        description="unit to its department, department to home affairs or people's committee, province to the ministry"
    )
    report_to: str | None = Field(description="who it is sent to, as typed")


class PeriodRow(RawRow):
    """One row per reporting window that an agency keeps for itself (registers/periods.csv)."""

    table: ClassVar[str] = "registers_periods"
    key: ClassVar[tuple[str, ...]] = ("agency_key", "period_key")

    agency_key: Key = Field(description="agency whose window it is")
    period_key: Key = Field(description="reporting period; wins over the window of the regime with this key")
    period_name: str = Field(description="name in Vietnamese")
    window_from: date = Field(description="first day")
    window_to: date = Field(description="last day")
    is_cumulative: bool = Field(description="its figures count from the beginning of the year")
    legal_basis: str | None = Field(description="document that sets it")


class RegisterFindingRow(FindingRow):
    """One row per finding of the registers reader."""

    table: ClassVar[str] = "registers_findings"


class RegisterFileRow(FileRow):
    """One row per file in registers/."""

    table: ClassVar[str] = "registers_files"


ROW_TYPES: tuple[type[RawRow], ...] = (
    UnitRow,
    UnitAliasRow,
    ObligationRow,
    PeriodRow,
    RegisterFindingRow,
    RegisterFileRow,
)
