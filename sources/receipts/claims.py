"""What the registers of the folder say, held against what has come: lines that cannot be true, or speak of nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sources.findings import Severity
from sources.receipts.entries import Entry, earliest_by_content
from sources.receipts.folder import Scan
from sources.receipts.ledger import standing_withdrawals
from sources.receipts.registers import RECEIPTS_FILE, WITHDRAWN_FILE, GivenReceipt, find_line
from sources.receipts.scanning import Findings

# A line for people names so many contents, each by so many letters: enough to find its line.
_NAMED: Final = 3
_LETTERS: Final = 12


def held_against(scanned: Scan, entries: Sequence[Entry], collected: Path, latest: datetime) -> Scan:
    """The scan without what cannot be true of its registers, with findings. latest: no file was received later.

    entries: the last word of the ledger on every file.
    """
    findings = Findings(scanned.findings)
    received = {sha256: entry.received_at for sha256, entry in earliest_by_content(entries).items()}
    given = {
        sha256: told
        for sha256, line in scanned.given.items()
        if (told := _believed(line, received.get(sha256), collected, latest, findings)) is not None
    }
    contents = received.keys() | {file.sha256 for file in scanned.files}
    _find_unknown(collected / RECEIPTS_FILE, given.keys() - contents, findings)
    _find_unknown(collected / WITHDRAWN_FILE, scanned.withdrawn.said.keys() - contents, findings)
    if not scanned.withdrawn.is_there and standing_withdrawals(entries):
        message = f"Không thấy tệp {WITHDRAWN_FILE}, trong khi có nội dung đã rút; những gì đã rút vẫn là đã rút."
        remedy = "Đặt lại tệp. Nếu muốn khôi phục, giữ tệp với dòng tiêu đề và bỏ đúng những dòng cần khôi phục."
        findings.add(collected, WITHDRAWN_FILE, "withdrawals_missing", "warning", message, remedy)
    return replace(scanned, given=given, findings=tuple(findings.rows))


def _believed(
    line: GivenReceipt, received: datetime | None, collected: Path, latest: datetime, findings: Findings
) -> GivenReceipt | None:
    """The line; None where it speaks of a time to come, and without a sending after the receipt."""
    path = collected / RECEIPTS_FILE
    if any(moment is not None and moment > latest for moment in (line.sent_at, line.received_at)):
        find_line(path, line.place, "thời điểm ở tương lai; dòng này không dùng", findings)
        return None
    came = line.received_at or received
    if line.sent_at is not None and came is not None and line.sent_at > came:
        find_line(path, line.place, "sent_at sau thời điểm nhận; không dùng sent_at của dòng này", findings)
        return replace(line, sent_at=None)
    return line


def _find_unknown(path: Path, unknown: Iterable[str], findings: Findings) -> None:
    """One finding about all lines of a register that speak of a content nobody has sent."""
    hashes = sorted(unknown)
    if not hashes:
        return
    named = ", ".join(f"{sha256[:_LETTERS]}…" for sha256 in hashes[:_NAMED])
    message = f"Tệp {path.name}: {len(hashes)} dòng nói về nội dung chưa từng nhận (sha256: {named})."
    remedy = "So mã với lệnh sha256sum của tệp đã gửi; sửa mã, hoặc không cần làm gì nếu tệp chưa đến."
    severity: Severity = "warning" if path.name == WITHDRAWN_FILE else "info"
    findings.add(path, path.name, "unknown_content", severity, message, remedy)
