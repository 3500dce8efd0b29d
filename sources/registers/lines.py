"""One line of a register -> typed rows, or the column that keeps it back. No files, no duplicates."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, cast, get_args

from sources.account import Account
from sources.flat_table import Line
from sources.held_back import HeldBackError, required
from sources.keys import KEY, PERIOD_KEY, UNIT_KEY
from sources.registers.rows import Level, ObligationRow, PeriodRow, UnitAliasRow, UnitKind, UnitRow
from sources.vietnamese import organisations
from sources.vietnamese.dates import read_date

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNIT_KINDS: Final[tuple[str, ...]] = get_args(UnitKind)
LEVELS: Final[tuple[str, ...]] = get_args(Level)
# Words of people and of csv files that programs write.
_YES_OR_NO: Final = {"có": True, "true": True, "không": False, "false": False}


def unit_row(line: Line, account: Account) -> UnitRow:
    """A unit. Its key is computed from its name where the register does not give one."""
    agency, name = _key(line, "agency_key", KEY), required(line, "unit_name")
    kind = required(line, "unit_kind")
    if kind not in UNIT_KINDS:
        raise HeldBackError("unknown_unit_kind", "unit_kind", kind, f"chỉ nhận {', '.join(UNIT_KINDS)}")
    given = line.get("unit_key")
    unit = _key(line, "unit_key", UNIT_KEY) if given else organisations.unit_key(agency, name)
    if not UNIT_KEY.fullmatch(unit):
        raise HeldBackError("unknown_key", "unit_name", name, "tên đơn vị không có chữ hay số nào để đặt mã")
    _check_agency(agency, unit, given)
    valid_from, valid_to = _day(line, "valid_from"), _day_or_none(line, "valid_to")
    if valid_to is not None and valid_to < valid_from:
        raise HeldBackError("dates_reversed", "valid_to", line.get("valid_to"), "ngày kết thúc trước ngày bắt đầu")
    return UnitRow(
        agency_key=agency,
        unit_key=unit,
        unit_name=name,
        short_name=line.get("short_name"),
        unit_kind=cast(UnitKind, kind),
        head=line.get("head"),
        valid_from=valid_from,
        valid_to=valid_to,
        **account.origin(line.place),
    )


def alias_rows(line: Line, unit: UnitRow, account: Account) -> Iterator[UnitAliasRow]:
    """The names a unit goes by: its own first, then its short name, then those of the column aliases."""
    names = [unit.unit_name, unit.short_name, *(line.get("aliases") or "").split("|")]
    for name in names:
        if name and (key := organisations.unit_match_key(name)):
            yield UnitAliasRow(
                agency_key=unit.agency_key,
                unit_key=unit.unit_key,
                alias=name.strip(),
                match_key=key,
                **account.origin(line.place),
            )


def obligation_row(line: Line, account: Account) -> ObligationRow:
    """A report that a unit owes."""
    agency, unit, period = _key(line, "agency_key", KEY), _key(line, "unit_key", UNIT_KEY), required(line, "period_key")
    _check_agency(agency, unit, unit)
    _check_period(period)
    level = line.get("level") or "unit"
    if level not in LEVELS:
        raise HeldBackError("unknown_level", "level", level, f"chỉ nhận {', '.join(LEVELS)}")
    return ObligationRow(
        agency_key=agency,
        unit_key=unit,
        period_key=period,
        due_date=_day(line, "due_date"),
        legal_basis=line.get("legal_basis"),
        level=cast(Level, level),
        report_to=line.get("report_to"),
        **account.origin(line.place),
    )


def period_row(line: Line, account: Account) -> PeriodRow:
    """A window that an agency keeps for itself."""
    agency, period, name = _key(line, "agency_key", KEY), required(line, "period_key"), required(line, "period_name")
    _check_period(period)
    window_from, window_to = _day(line, "window_from"), _day(line, "window_to")
    if window_to < window_from:
        raise HeldBackError("dates_reversed", "window_to", line.get("window_to"), "ngày kết thúc trước ngày bắt đầu")
    said = required(line, "is_cumulative")
    if said.casefold() not in _YES_OR_NO:
        raise HeldBackError("unknown_is_cumulative", "is_cumulative", said, "chỉ nhận có hoặc không")
    return PeriodRow(
        agency_key=agency,
        period_key=period,
        period_name=name,
        window_from=window_from,
        window_to=window_to,
        is_cumulative=_YES_OR_NO[said.casefold()],
        legal_basis=line.get("legal_basis"),
        **account.origin(line.place),
    )


def _check_period(period: str) -> None:
    if not PERIOD_KEY.fullmatch(period):
        raise HeldBackError("unknown_period_key", "period_key", period, "kỳ báo cáo phải có dạng 2026-q1, 2026-h1, …")


def _check_agency(agency: str, unit: str, given: str | None) -> None:
    if not unit.startswith(agency + "/"):
        raise HeldBackError("unit_outside_agency", "unit_key", given, f"mã đơn vị phải bắt đầu bằng “{agency}/”")


def _key(line: Line, column: str, pattern: re.Pattern[str]) -> str:
    text = required(line, column)
    if not pattern.fullmatch(text):
        shape = "mã cơ quan, một dấu / rồi mã riêng; mỗi mã" if pattern is UNIT_KEY else "mã"
        raise HeldBackError("unknown_key", column, text, f"{shape} chỉ gồm chữ thường không dấu, chữ số, gạch nối")
    return text


def _day(line: Line, column: str) -> date:
    """A day as 2026-03-31 or 31/03/2026."""
    text = required(line, column)
    try:
        return date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else read_date(text)
    except ValueError as error:
        raise HeldBackError("not_a_date", column, text, "không phải ngày dạng dd/mm/yyyy hoặc yyyy-mm-dd") from error


def _day_or_none(line: Line, column: str) -> date | None:
    return None if line.get(column) is None else _day(line, column)
