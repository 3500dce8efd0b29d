"""The collected folder as one night meets it: its files, and what its registers say of them. No ledger, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sources.receipts.collection import check_folder
from sources.receipts.registers import GivenReceipt, Withdrawals, read_receipts, read_withdrawals
from sources.receipts.rows import ReceiptFindingRow
from sources.receipts.scanning import Findings, ScannedFile, walk


@dataclass(frozen=True, slots=True)
class Scan:
    """What lies in the folder and what its registers say. given: by content hash."""

    files: tuple[ScannedFile, ...]
    given: Mapping[str, GivenReceipt]
    withdrawn: Withdrawals
    findings: tuple[ReceiptFindingRow, ...]

    @property
    def told(self) -> frozenset[str]:
        """The files and folders that something was found about; what lies there may not have been read tonight."""
        return frozenset(finding.source_path for finding in self.findings)


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
    return Scan((), {}, Withdrawals(is_whole=False, is_there=False), tuple(findings.rows))


def without(scanned: Scan, missed: Sequence[str]) -> Scan:
    """The scan without files that could not be copied as they were; each is a finding, and comes again."""
    findings = Findings(scanned.findings)
    for file in scanned.files:
        if file.name in missed:
            message = f"Tệp {file.name} thay đổi hoặc không đọc được trong lúc được chép; đêm nay chưa đọc."
            remedy = "Không cần làm gì nếu tệp đã lưu xong: đêm sau sẽ đọc. Nếu còn báo lại, chép tệp lại từ đầu."
            findings.add(file.path, file.name, "file_changed_meanwhile", "warning", message, remedy)
    files = tuple(file for file in scanned.files if file.name not in missed)
    return replace(scanned, files=files, findings=tuple(findings.rows))
