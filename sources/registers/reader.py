"""Entry of the registers reader: units, obligations and windows, csv or xlsx -> their rows, aliases, findings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from sources.account import Account
from sources.contract import Provenance, RawRow, Rows, SourceFile, gather
from sources.flat_table import FlatTable, Line, UnreadableTableError, read_csv
from sources.held_back import HeldBackError
from sources.registers.lines import alias_rows, obligation_row, period_row, unit_row
from sources.registers.overlaps import find_overlaps
from sources.registers.rows import (
    ROW_TYPES,
    ObligationRow,
    PeriodRow,
    RegisterFileRow,
    RegisterFindingRow,
    UnitAliasRow,
    UnitRow,
)
from sources.workbook_table import read_workbook

PARSER_VERSION: Final = "registers/2"
# Register -> columns it cannot be read without, and columns it may have.
REGISTERS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "units": (
        ("agency_key", "unit_name", "unit_kind", "valid_from"),
        ("unit_key", "short_name", "head", "aliases", "valid_to"),
    ),
    "obligations": (("agency_key", "unit_key", "period_key", "due_date"), ("legal_basis", "level", "report_to")),
    "periods": (
        ("agency_key", "period_key", "period_name", "window_from", "window_to", "is_cumulative"),
        ("legal_basis",),
    ),
}
_ROW: Final[Mapping[str, Callable[[Line, Account], UnitRow | ObligationRow | PeriodRow]]] = {
    "units": unit_row,
    "obligations": obligation_row,
    "periods": period_row,
}


def read(files: Sequence[SourceFile]) -> Rows:
    """All raw tables of registers."""
    rows: list[RawRow] = []
    seen: dict[tuple[Any, ...], RawRow] = {}
    for file in sorted(files, key=lambda file: file.name):
        account = Account(file, PARSER_VERSION, RegisterFindingRow, RegisterFileRow)
        status = _read_file(account, seen, rows)
        rows.extend(account.close(status))
    return gather(ROW_TYPES, rows)


def _read_file(account: Account, seen: dict[tuple[Any, ...], RawRow], rows: list[RawRow]) -> str:
    """Add what the register gives to `rows`; what became of the file."""
    name = PurePosixPath(account.file.name)
    register = name.stem.casefold()
    if register not in REGISTERS:
        message = f"Tệp {name}: không rõ là sổ nào; được bỏ qua."
        account.find("unknown_register", "warning", "—", message, f"Đặt tên tệp là {' hoặc '.join(REGISTERS)}.")
        account.note("không rõ là sổ nào")
        return "ignored"
    try:
        table = _read_table(account, name.suffix.casefold())
    except UnreadableTableError as error:
        message = f"Tệp {name}: {error}; không có dòng nào được đọc."
        account.find("unreadable_file", "error", "—", message, "Lưu lại dạng csv (mã UTF-8) hoặc xlsx.")
        return "unreadable"
    required, optional = REGISTERS[register]
    missing = [column for column in required if column not in table.columns]
    if missing:
        message = f"Tệp {name} thiếu cột {', '.join(missing)}; không có dòng nào được đọc."
        account.find("missing_column", "error", "dòng 1", message, "Bổ sung cột còn thiếu.")
        account.ignore(len(table.lines), "thiếu cột bắt buộc")
        return "unreadable"
    for column in table.columns:
        if column not in (*required, *optional):
            message = f"Tệp {name}: không rõ cột “{column}”; cột này không được đọc."
            account.find("unknown_column", "warning", "dòng 1", message, "Xóa cột hoặc sửa tên cột.", value=column)
    for line in table.lines:
        _read_line(line, register, account, seen, rows)
    if register == "periods":
        find_overlaps(account, [row for row in rows if isinstance(row, PeriodRow)])
    return "read"


def _read_line(
    line: Line, register: str, account: Account, seen: dict[tuple[Any, ...], RawRow], rows: list[RawRow]
) -> None:
    try:
        if line.is_misshapen:
            raise HeldBackError("misshapen_line", "", None, "số ô khác số cột của tiêu đề")
        row = _ROW[register](line, account)
        if not _admit(row, account, seen):
            return
    except HeldBackError as error:
        account.quarantined += 1
        place = f"{line.place}, cột {error.column}" if error.column else line.place
        shown = f" “{error.value}”" if error.value else ""
        message = f"Tệp {account.file.name}, {place}:{shown} {error}; dòng được giữ lại chờ xác minh."
        account.find(error.kind, "error", place, message, "Sửa ô này rồi gửi lại.", value=error.value)
        return
    account.loaded += 1
    rows.append(row)
    if isinstance(row, UnitRow):
        rows.extend(_new_aliases(line, row, account, seen))


def _admit(row: UnitRow | ObligationRow | PeriodRow, account: Account, seen: dict[tuple[Any, ...], RawRow]) -> bool:
    """False if an equal line was loaded already; HeldBackError if a different one has the same key."""
    first = seen.setdefault(_key(row), row)
    if first is row:
        return True
    if _says(first) != _says(row):
        where = f"{first.source_path}, {first.source_place}"
        raise HeldBackError(
            "duplicate_line", row.key[0], getattr(row, row.key[0]), f"đã có với nội dung khác ở {where}"
        )
    account.ignore(1, "dòng lặp lại giống hệt dòng trước")
    return False


def _new_aliases(
    line: Line, unit: UnitRow, account: Account, seen: dict[tuple[Any, ...], RawRow]
) -> Iterator[UnitAliasRow]:
    """Names not met before. A name that another unit goes by leads to that unit still, and is a finding."""
    for alias in alias_rows(line, unit, account):
        first = seen.setdefault(_key(alias), alias)
        if first is alias:
            yield alias
        elif isinstance(first, UnitAliasRow) and first.unit_key != unit.unit_key:
            message = (
                f"Tệp {account.file.name}, {line.place}: tên “{alias.alias}” là của cả {first.unit_key} "
                f"và {unit.unit_key}; được hiểu là {first.unit_key}."
            )
            account.find(
                "ambiguous_alias",
                "warning",
                f"{line.place}, cột aliases",
                message,
                "Mỗi tên gọi chỉ ghi cho một đơn vị.",
                value=alias.alias,
                agency_key=unit.agency_key,
                unit_key=unit.unit_key,
            )


def _key(row: RawRow) -> tuple[Any, ...]:
    return row.table, *(getattr(row, column) for column in row.key)


def _says(row: RawRow) -> dict[str, Any]:
    """What a row states, apart from where it stands."""
    return row.model_dump(exclude=set(Provenance.model_fields))


def _read_table(account: Account, suffix: str) -> FlatTable:
    if suffix == ".csv":
        return read_csv(account.file.path)
    if suffix in {".xlsx", ".xls"}:
        return read_workbook(account.file.path)
    raise UnreadableTableError(f"định dạng {suffix or 'không rõ'} chưa hỗ trợ")
