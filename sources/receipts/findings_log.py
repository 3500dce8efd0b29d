"""What each night found about the folder itself: kept, since the folder of a past night cannot be looked at again."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from sources.receipts.entries import LedgerDamagedError
from sources.receipts.rows import ReceiptFindingRow


class FolderFindings(BaseModel):
    """The findings of the folder from the night that began `entered_at` until the next line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    entered_at: datetime
    findings: tuple[ReceiptFindingRow, ...]


def remember(
    log: Sequence[FolderFindings], findings: Sequence[ReceiptFindingRow], now: datetime
) -> list[FolderFindings]:
    """The log with tonight's findings; the same ones as before need no line."""
    if log and log[-1].findings == tuple(findings):
        return list(log)
    return [*log, FolderFindings(entered_at=now.astimezone(UTC), findings=tuple(findings))]


def found_by(log: Sequence[FolderFindings], at: datetime) -> tuple[ReceiptFindingRow, ...]:
    """What the night that began `at` found; nothing where none was kept."""
    return next((line.findings for line in reversed(log) if line.entered_at <= at), ())


def dump(log: Sequence[FolderFindings]) -> str:
    """The log as JSON lines."""
    return "".join(line.model_dump_json() + "\n" for line in log)


def load(text: str) -> list[FolderFindings]:
    """The lines that dump() wrote. LedgerDamagedError names the first that is none."""
    lines = text.removesuffix("\n").split("\n") if text else []
    log: list[FolderFindings] = []
    for number, line in enumerate(lines, start=1):
        try:
            log.append(FolderFindings.model_validate_json(line))
        except ValidationError as error:
            raise LedgerDamagedError(
                f"Sổ ghi chú thư mục hỏng ở dòng {number}; khôi phục từ bản sao lưu hoặc xóa tệp này."
            ) from error
    return log
