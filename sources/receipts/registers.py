"""receipts.csv and withdrawn.csv: what people say about when files came and which are taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from re import fullmatch
from typing import Final

from sources.flat_table import FlatTable, Line, UnreadableTableError, read_csv
from sources.receipts.scanning import Findings

RECEIPTS_FILE: Final = "receipts.csv"
WITHDRAWN_FILE: Final = "withdrawn.csv"
_RECEIPT_COLUMNS: Final = ("sha256", "sent_at", "received_at", "sender")
# Offices send files in this century; 0001 or 9999 is a slip that would decide which version stands.
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100
_WITHDRAWN_COLUMNS: Final = ("sha256", "withdrawn_at", "withdrawn_by", "reason")


@dataclass(frozen=True, slots=True)
class GivenReceipt:
    """A line of receipts.csv. An instant is None where the line leaves it blank."""

    sent_at: datetime | None
    received_at: datetime | None
    sender: str | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A line of withdrawn.csv."""

    withdrawn_at: datetime
    withdrawn_by: str | None
    reason: str | None


def read_receipts(collected: Path, findings: Findings) -> dict[str, GivenReceipt]:
    """Content hash -> receipt. A line that cannot be read is a finding and says nothing about its file."""
    receipts: dict[str, GivenReceipt] = {}
    for line in _lines(collected / RECEIPTS_FILE, _RECEIPT_COLUMNS, findings) or ():
        try:
            sha256 = _new_hash(line, receipts)
            receipts[sha256] = GivenReceipt(
                sent_at=_instant(line, "sent_at"), received_at=_instant(line, "received_at"), sender=line.get("sender")
            )
        except ValueError as error:
            _find_line(collected / RECEIPTS_FILE, line, str(error), findings)
    return receipts


def read_withdrawals(collected: Path, findings: Findings) -> dict[str, Withdrawal] | None:
    """Content hash -> withdrawal; None where the file is there and cannot be read at all.

    A line without a time or with an unreadable one takes nothing back.
    """
    lines = _lines(collected / WITHDRAWN_FILE, _WITHDRAWN_COLUMNS, findings)
    if lines is None:
        return None
    withdrawals: dict[str, Withdrawal] = {}
    for line in lines:
        try:
            sha256 = _new_hash(line, withdrawals)
            withdrawn_at = _instant(line, "withdrawn_at")
            if withdrawn_at is None:
                raise ValueError("thiếu withdrawn_at")
            withdrawals[sha256] = Withdrawal(withdrawn_at, line.get("withdrawn_by"), line.get("reason"))
        except ValueError as error:
            _find_line(collected / WITHDRAWN_FILE, line, str(error), findings)
    return withdrawals


def _lines(path: Path, columns: tuple[str, ...], findings: Findings) -> tuple[Line, ...] | None:
    """The lines of a register; None, after a finding, if it is no table or lacks a column."""
    if not path.exists():
        return ()
    remedy = f"Ghi tệp dạng csv, mã UTF-8, với các cột {', '.join(columns)}."
    try:
        table: FlatTable = read_csv(path)
    except UnreadableTableError as error:
        findings.add(path, path.name, "unreadable_file", "error", f"Tệp {path.name}: {error}.", remedy)
        return None
    missing = [column for column in columns if column not in table.columns]
    if missing:
        message = f"Tệp {path.name} thiếu cột {', '.join(missing)}; cả tệp chưa được dùng."
        findings.add(path, path.name, "missing_column", "error", message, remedy)
        return None
    return table.lines


def _new_hash(line: Line, known: Mapping[str, object]) -> str:
    sha256 = (line.get("sha256") or "").casefold()
    if not fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("sha256 phải gồm 64 ký tự 0-9, a-f")
    if sha256 in known:
        raise ValueError("sha256 đã có ở dòng trên; dòng này không dùng")
    return sha256


def _instant(line: Line, column: str) -> datetime | None:
    """An ISO instant with its zone, in UTC. ValueError with a Vietnamese reason."""
    text = line.get(column)
    if text is None:
        return None
    try:
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is not None and _FIRST_YEAR <= instant.astimezone(UTC).year <= _LAST_YEAR:
            return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{column} “{text}” phải là thời điểm có múi giờ, từ năm 2000, ví dụ 2026-03-14T16:30:00+07:00")


def _find_line(path: Path, line: Line, reason: str, findings: Findings) -> None:
    findings.add(
        path,
        path.name,
        "invalid_register_line",
        "error",
        f"Tệp {path.name}, {line.place}: {reason}.",
        "Sửa dòng này rồi chạy lại.",
        place=line.place,
    )
