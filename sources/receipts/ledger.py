"""The ledger of received files: which contents ever came, when, and which of them tonight reads.

Pure functions over the folder and the previous ledger; the time of the run is passed in. Where the ledger and the
received contents lie is the caller's business.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import ValidationError

from sources.receipts.collection import check_folder
from sources.receipts.registers import GivenReceipt, Withdrawal, read_receipts, read_withdrawals
from sources.receipts.rows import ReceiptFindingRow, ReceiptRow
from sources.receipts.scanning import PARSER_VERSION, Findings, ScannedFile, hash_file, walk

NO_PLACE: Final = "—"
# Endings that tell a format are short; a file may be named with two hundred letters after its last dot.
_ENDING = re.compile(r"\.[a-z0-9]{1,10}")
# A full disk is no fault of the file, and every other file would fail as well: the night must not go on.
_DISK_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


class LedgerDamagedError(ValueError):
    """The kept ledger is not what was written. Its text says which line, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What lies in the folder and what its registers say. given, withdrawn: by content hash."""

    files: tuple[ScannedFile, ...]
    given: Mapping[str, GivenReceipt]
    withdrawn: Mapping[str, Withdrawal]
    findings: tuple[ReceiptFindingRow, ...]


def scan(collected: Path) -> Scan:
    """Look through the collected folder. CollectionMissingError if it is missing; an empty one is a finding."""
    check_folder(collected)
    findings = Findings()
    files = walk(collected, findings)
    given = read_receipts(collected, findings)
    withdrawn = read_withdrawals(collected, findings)
    if not any(file.kind != "other" for file in files):
        message = "Thư mục thu thập chưa có tệp nào trong plans, results, indices, registers."
        remedy = "Đặt kế hoạch vào plans, báo cáo kết quả vào results, bảng chỉ số vào indices."
        findings.add(collected, ".", "empty_collection", "error", message, remedy)
    return Scan(tuple(files), given, withdrawn, tuple(findings.rows))


def scan_of_nothing(collected: Path, reason: str) -> Scan:
    """The scan of a folder that is not there: one finding, which says why. What a first night goes on with."""
    findings = Findings()
    remedy = "Tạo thư mục hoặc đặt lại biến THUOCDO_COLLECTED rồi chạy lại."
    findings.add(collected, ".", "missing_collection", "error", reason, remedy)
    return Scan((), {}, {}, tuple(findings.rows))


def without(scanned: Scan, missed: Sequence[str]) -> Scan:
    """The scan without files that could not be copied as they were; each is a finding, and comes again."""
    findings = Findings(scanned.findings)
    for file in scanned.files:
        if file.name in missed:
            message = f"Tệp {file.name} thay đổi hoặc không đọc được trong lúc được chép; đêm nay chưa đọc."
            remedy = "Không cần làm gì nếu tệp đã lưu xong: đêm sau sẽ đọc. Nếu còn báo lại, chép tệp lại từ đầu."
            findings.add(file.path, file.name, "file_changed_meanwhile", "warning", message, remedy)
    files = tuple(file for file in scanned.files if file.name not in missed)
    return Scan(files, scanned.given, scanned.withdrawn, tuple(findings.rows))


def update(previous: Sequence[ReceiptRow], scanned: Scan, now: datetime) -> list[ReceiptRow]:
    """The ledger after tonight's scan, by path and time of receipt. Rows are never dropped.

    A given time wins over the time a night first met the file. A content that was moved or renamed keeps the receipt of
    the earliest row with that content. Another content at a path supersedes the old one from
    the time the new one came; a content that comes back stands again, and the other is superseded from `now`.
    """
    now = now.astimezone(UTC)
    rows = {(row.source_path, row.source_sha256): row for row in previous}
    versions: dict[str, list[ReceiptRow]] = {}
    earliest: dict[str, ReceiptRow] = {}
    for row in sorted(previous, key=lambda row: (row.received_at, row.source_path)):
        earliest.setdefault(row.source_sha256, row)
        versions.setdefault(row.source_path, []).append(row)
    present = {(file.name, file.sha256) for file in scanned.files}
    for file in scanned.files:
        known = rows.get((file.name, file.sha256)) or earliest.get(file.sha256)
        standing = _received(file, known, scanned.given.get(file.sha256), now)
        rows[file.name, file.sha256] = standing
        for row in versions.get(file.name, ()):
            if row.source_sha256 != file.sha256 and row.superseded_at is None:
                at = now if known else max(standing.received_at, row.received_at)
                rows[file.name, row.source_sha256] = row.model_copy(update={"superseded_at": at})
    settled = (_settled(row, scanned.withdrawn, key in present) for key, row in rows.items())
    return sorted(settled, key=_order)


def keep(files: Iterable[ScannedFile], store: Path) -> list[str]:
    """Copy every new content into the store, whole or not at all; what is there is never overwritten.

    Returns the names of files that changed, vanished or could not be read while they were copied; the next night meets
    them again. OSError where the store takes nothing more.
    """
    missed: list[str] = []
    for file in files:
        target = kept_path(store, file.sha256, PurePosixPath(file.name).suffix)
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        following = target.with_name(target.name + ".next")
        try:
            shutil.copyfile(file.path, following, follow_symlinks=False)
            if hash_file(following)[0] == file.sha256:
                _flush(following)
                following.replace(target)
                _flush(target.parent)
                continue
        except OSError as error:
            if error.errno in _DISK_FULL:
                raise
        following.unlink(missing_ok=True)
        missed.append(file.name)
    return missed


def _flush(path: Path) -> None:
    """Bring a copy to the disk before it takes its name, and the folder once it has: a power cut then loses neither."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def kept_path(store: Path, sha256: str, suffix: str) -> Path:
    """Where a content lies in the store; a short suffix stays, since readers and people tell formats by it."""
    ending = suffix.casefold()
    return store / sha256[:2] / f"{sha256}{ending if _ENDING.fullmatch(ending) else ''}"


def dump(rows: Iterable[ReceiptRow]) -> str:
    """The ledger as JSON lines, sorted: the same rows give the same text."""
    return "".join(row.model_dump_json() + "\n" for row in sorted(rows, key=_order))


def load(text: str) -> list[ReceiptRow]:
    """The rows that dump() wrote. LedgerDamagedError names the first line that is not one."""
    rows: list[ReceiptRow] = []
    # Names of files may hold line ends of Unicode, which are no line ends here.
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else [], start=1):
        try:
            rows.append(ReceiptRow.model_validate_json(line))
        except ValidationError as error:
            raise LedgerDamagedError(f"Sổ tiếp nhận hỏng ở dòng {number}; khôi phục từ bản sao lưu.") from error
    return rows


def _received(file: ScannedFile, known: ReceiptRow | None, given: GivenReceipt | None, now: datetime) -> ReceiptRow:
    """The row of a file that lies in the folder tonight, standing."""
    was_given = known is not None and known.receipt_basis == "given"
    received_at = (given and given.received_at) or (known and known.received_at) or now
    return ReceiptRow(
        source_kind=file.kind,
        size_bytes=file.size_bytes,
        sent_at=given.sent_at if given else known and known.sent_at,
        sender=given.sender if given else known and known.sender,
        receipt_basis="given" if was_given or (given and given.received_at) else "first_seen",
        superseded_at=None,
        withdrawn_at=None,
        withdrawn_by=None,
        withdrawn_reason=None,
        is_current=True,
        source_sha256=file.sha256,
        source_path=file.name,
        source_place=NO_PLACE,
        parser_version=PARSER_VERSION,
        received_at=received_at.astimezone(UTC),
    )


def _settled(row: ReceiptRow, withdrawn: Mapping[str, Withdrawal], is_present: bool) -> ReceiptRow:
    """withdrawn.csv decides each night anew: a line taken out of it undoes the withdrawal."""
    withdrawal = withdrawn.get(row.source_sha256)
    return row.model_copy(
        update={
            "withdrawn_at": withdrawal.withdrawn_at if withdrawal else None,
            "withdrawn_by": withdrawal.withdrawn_by if withdrawal else None,
            "withdrawn_reason": withdrawal.reason if withdrawal else None,
            "is_current": is_present and withdrawal is None and row.source_kind != "other",
        }
    )


def _order(row: ReceiptRow) -> tuple[str, datetime, str]:
    return row.source_path, row.received_at, row.source_sha256
