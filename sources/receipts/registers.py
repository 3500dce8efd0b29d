"""receipts.csv and withdrawn.csv: what people say about when files came and which are taken back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from re import fullmatch
from typing import Final

from sources.flat_table import FlatTable, Line, UnreadableTableError, read_csv
from sources.receipts.scanning import NO_CONTENT, Findings

RECEIPTS_FILE: Final = "receipts.csv"
WITHDRAWN_FILE: Final = "withdrawn.csv"
_RECEIPT_COLUMNS: Final = ("sha256", "sent_at", "received_at", "sender")
# Offices send files in this century; 0001 or 9999 is a slip that would decide which version stands.
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100
_WITHDRAWN_COLUMNS: Final = ("sha256", "withdrawn_at", "withdrawn_by", "reason")


@dataclass(frozen=True, slots=True)
class GivenReceipt:
    """A line of receipts.csv, with its place there. An instant is None where the line leaves it blank."""

    sent_at: datetime | None
    received_at: datetime | None
    sender: str | None
    place: str = NO_CONTENT


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A line of withdrawn.csv, with its place there."""

    withdrawn_at: datetime
    withdrawn_by: str | None
    reason: str | None
    place: str = NO_CONTENT


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """What withdrawn.csv takes back, by content hash.

    unclear: contents named by lines that cannot be used otherwise. is_whole: every content that the file speaks of is
    known; it is not where the file is missing, unreadable, or has a line without a readable hash.
    """

    said: Mapping[str, Withdrawal] = field(default_factory=dict)
    unclear: frozenset[str] = frozenset()
    is_whole: bool = True
    is_there: bool = True

    def after(self, earlier: Mapping[str, Withdrawal]) -> dict[str, Withdrawal]:
        """What is taken back now, where `earlier` was before: only a readable file without the line undoes it."""
        kept = {sha256: line for sha256, line in earlier.items() if not self.is_whole or sha256 in self.unclear}
        return {**kept, **self.said}


def read_receipts(collected: Path, findings: Findings) -> dict[str, GivenReceipt]:
    """Content hash -> receipt. A line that cannot be read is a finding and says nothing about its file."""
    receipts: dict[str, GivenReceipt] = {}
    for line in _lines(collected / RECEIPTS_FILE, _RECEIPT_COLUMNS, findings) or ():
        try:
            sha256 = _new_hash(line, receipts)
            receipts[sha256] = GivenReceipt(
                sent_at=_instant(line, "sent_at"),
                received_at=_instant(line, "received_at"),
                sender=line.get("sender"),
                place=line.place,
            )
        except ValueError as error:
            find_line(collected / RECEIPTS_FILE, line.place, str(error), findings)
    return receipts


def read_withdrawals(collected: Path, findings: Findings) -> Withdrawals:
    """What withdrawn.csv says. A line without a readable time takes nothing back and undoes nothing."""
    lines = _lines(collected / WITHDRAWN_FILE, _WITHDRAWN_COLUMNS, findings)
    if lines is None:
        return Withdrawals(is_whole=False)
    withdrawals: dict[str, Withdrawal] = {}
    named = [_hash(line) for line in lines]
    for line in lines:
        try:
            sha256 = _new_hash(line, withdrawals)
            withdrawn_at = _instant(line, "withdrawn_at")
            if withdrawn_at is None:
                raise ValueError("thiếu withdrawn_at")
            withdrawals[sha256] = Withdrawal(withdrawn_at, line.get("withdrawn_by"), line.get("reason"), line.place)
        except ValueError as error:
            find_line(collected / WITHDRAWN_FILE, line.place, str(error), findings)
    is_there = os.path.lexists(collected / WITHDRAWN_FILE)
    unclear = frozenset(sha256 for sha256 in named if sha256 is not None) - withdrawals.keys()
    return Withdrawals(withdrawals, unclear, is_there and None not in named, is_there)


def _lines(path: Path, columns: tuple[str, ...], findings: Findings) -> tuple[Line, ...] | None:
    """The lines of a register; None, after a finding, if it is no table or lacks a column.

    A link that leads nowhere is a file that cannot be opened, not one that is missing.
    """
    if not os.path.lexists(path):
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


def _hash(line: Line) -> str | None:
    sha256 = (line.get("sha256") or "").casefold()
    return sha256 if fullmatch(r"[0-9a-f]{64}", sha256) else None


def _new_hash(line: Line, known: Mapping[str, object]) -> str:
    sha256 = _hash(line)
    if sha256 is None:
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


def find_line(path: Path, place: str, reason: str, findings: Findings) -> None:
    """Say why a line of a register is not used."""
    findings.add(
        path,
        path.name,
        "invalid_register_line",
        "error",
        f"Tệp {path.name}, {place}: {reason}.",
        "Sửa dòng này rồi chạy lại.",
        place=place,
    )
