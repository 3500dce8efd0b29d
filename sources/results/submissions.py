"""Which workbook stands where several speak of the same unit and period, or lie in the folder twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sources.account import Account
from sources.contract import RawRow
from sources.results.info import Info
from sources.results.rows import SubmissionRow


@dataclass(slots=True)
class Reading:
    """What one workbook gave. info is None where the file could not be read, or is a copy."""

    account: Account
    info: Info | None = None
    rows: list[RawRow] = field(default_factory=list)
    status: str = "unreadable"


def duplicate(account: Account, first: Account) -> Reading:
    """The account of a file whose content was read under another path: all of it is left out."""
    account.loaded = first.loaded + first.quarantined + first.ignored
    account.ignore_all("cùng nội dung với tệp khác")
    account.find(
        "duplicate_file",
        "info",
        "—",
        f"Tệp {account.file.name} có cùng nội dung với {first.file.name}; chỉ đọc một lần.",
        "Xóa bớt một tệp.",
        value=first.file.name,
    )
    return Reading(account, status="ignored")


def supersede(readings: Sequence[Reading]) -> None:
    """Of workbooks for one unit and period the one received last stands; the figures of the others are left out.

    Received in one instant: the later sending date, then the path, decides.
    """
    standing: dict[tuple[str, str], Reading] = {}
    for reading in sorted((reading for reading in readings if reading.info), key=_order):
        assert reading.info  # noqa: S101 -- filtered above; narrows the type
        submission = (reading.info.unit_key, reading.info.period_key)
        if submission in standing:
            _leave_out(standing[submission], reading)
        standing[submission] = reading


def _order(reading: Reading) -> tuple[object, ...]:
    sent = reading.info.sent_date if reading.info else None
    return reading.account.file.received_at, sent or date.min, reading.account.file.name


def _leave_out(older: Reading, newer: Reading) -> None:
    assert older.info  # noqa: S101 -- only readings with keys are compared
    account, stands = older.account, newer.account.file.name
    account.ignore_all(f"đã có báo cáo nhận sau của cùng đơn vị, cùng kỳ: {stands}")
    account.find(
        "superseded_submission",
        "warning",
        older.info.place,
        f"Tệp {account.file.name}: đơn vị “{older.info.unit_name}” đã gửi lại báo cáo kỳ {older.info.period_key} "
        f"trong tệp {stands}; số liệu của tệp này không dùng nữa.",
        "Không cần làm gì nếu tệp nhận sau là bản đúng; nếu không, gửi lại bản đúng.",
        agency_key=older.info.agency_key,
        unit_key=older.info.unit_key,
        period_key=older.info.period_key,
        value=stands,
    )
    # That it was sent, and when, still counts: a corrected report is as early as its first version.
    older.rows = [row for row in older.rows if isinstance(row, SubmissionRow)]
    older.status = "ignored"
