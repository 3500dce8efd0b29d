"""Findings that follow from the ledger itself: what people should know of files that nothing is wrong with."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from sources.findings import Severity
from sources.receipts.entries import Entry, FileKey, order
from sources.receipts.knowledge import NO_PLACE, taken_away
from sources.receipts.rows import ReceiptFindingRow
from sources.receipts.scanning import PARSER_VERSION


class _Notes:
    def __init__(self) -> None:
        self.rows: list[ReceiptFindingRow] = []
        self._numbers: Counter[tuple[str, str]] = Counter()

    def add(self, entry: Entry, severity: Severity, kind: str, message: str, remedy: str) -> None:
        self._numbers[entry.key] += 1
        self.rows.append(
            ReceiptFindingRow(
                finding_no=self._numbers[entry.key],
                kind=kind,
                severity=severity,
                message=message,
                remedy=remedy,
                source_sha256=entry.source_sha256,
                source_path=entry.source_path,
                source_place=NO_PLACE,
                parser_version=PARSER_VERSION,
                received_at=entry.received_at,
            )
        )


def notes(entries: Sequence[Entry], log: Sequence[Entry]) -> list[ReceiptFindingRow]:
    """Of every file that is gone from the folder and still stands, and of every report that lies where one received
    later had been saved, one finding. entries: the ledger as known; log: all of it, for when a content first came."""
    found = _Notes()
    lying = {entry.source_sha256: entry.source_path for entry in sorted(entries, key=order) if entry.in_folder}
    for entry in sorted(taken_away(entries), key=order):
        elsewhere = lying.get(entry.source_sha256)
        gone = f"đã chuyển sang {elsewhere}, nơi không được đọc như trước" if elsewhere else "không còn trong thư mục"
        message = f"Tệp {entry.source_path} {gone}; nội dung đã nhận vẫn được dùng."
        remedy = (
            "Nếu xóa nhầm, không cần làm gì hoặc đặt lại tệp. Nếu chủ ý rút lại, ghi một dòng vào withdrawn.csv "
            f"(sha256: {entry.source_sha256}), nêu rõ ai rút, khi nào, vì sao."
        )
        found.add(entry, "info", "file_taken_away", message, remedy)
    first = _first_entered(log)
    for entry, later in _received_before(entries):
        if first[entry.key] > first[later.key]:
            message = (
                f"Nội dung mới lưu vào {entry.source_path} có thời điểm nhận sớm hơn nội dung trước đó; nếu cả hai là "
                "báo cáo của cùng đơn vị, cùng kỳ thì bản có thời điểm nhận sau vẫn được dùng."
            )
            remedy = "Kiểm tra các thời điểm ghi trong receipts.csv."
            found.add(entry, "warning", "receipts_out_of_order", message, remedy)
            continue
        message = (
            f"Tệp {entry.source_path} trở lại nội dung đã nhận trước đây, nhưng nội dung nhận sau đó chưa được rút; "
            "nếu cả hai là báo cáo của cùng đơn vị, cùng kỳ thì bản nhận sau vẫn được dùng."
        )
        remedy = (
            "Nếu nội dung nhận sau là gửi nhầm, ghi một dòng vào withdrawn.csv "
            f"(sha256: {later.source_sha256}), nêu rõ ai rút, khi nào, vì sao."
        )
        found.add(entry, "warning", "earlier_content_back", message, remedy)
    return found.rows


def _first_entered(log: Sequence[Entry]) -> dict[FileKey, datetime]:
    """When each content first came to its path."""
    first: dict[FileKey, datetime] = {}
    for entry in log:
        first[entry.key] = min(entry.entered_at, first.get(entry.key, entry.entered_at))
    return first


def _received_before(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Reports that stand at their path, with one of that path received later, which nobody has taken back."""
    reports = sorted((entry for entry in entries if entry.source_kind == "results"), key=order)
    for _, versions in groupby(reports, key=lambda entry: entry.source_path):
        line = [entry for entry in versions if entry.withdrawn_at is None and entry.moved_to is None]
        standing = [entry for entry in line if entry.superseded_at is None]
        if standing and standing[-1] is not line[-1]:
            yield standing[-1], line[-1]
