"""Row types of the ledger of received files."""

from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from sources.contract import RawRow
from sources.findings import FindingRow

ReceiptChange = Literal["withdrawn", "restored", "moved", "file_taken_away"]


class ReceiptRow(RawRow):
    """One row per version of a file that was ever received."""

    table: ClassVar[str] = "receipts_files"
    key: ClassVar[tuple[str, ...]] = ("source_path", "source_sha256")

    source_kind: Literal["plans", "results", "indices", "registers", "other"] = Field(description="room of the file")
    size_bytes: int = Field(ge=0, description="size of the content")
    sent_at: datetime | None = Field(description="when it was sent, where a register says so")
    sender: str | None = Field(description="who sent it")
    receipt_basis: Literal["given", "first_seen"] = Field(description="receipts.csv, or when a night first met it")
    superseded_at: datetime | None = Field(
        description="when another content took its place, or the same came to lie elsewhere; None while it stands"
    )
    withdrawn_at: datetime | None = Field(description="when it was taken back; None while it stands")
    withdrawn_by: str | None = Field(description="who took it back")
    withdrawn_reason: str | None = Field(description="why")
    is_current: bool = Field(description="it stands: neither superseded nor taken back, and in a folder that is read")
    is_new: bool = Field(description="first known after the previous published night")
    change_kind: ReceiptChange | None = Field(
        description=(
            "what else happened to it since the previous published night: withdrawn, restored, moved, file_taken_away; "
            "None where nothing did"
        )
    )


class ReceiptFindingRow(FindingRow):
    """One row per finding of the ledger: an unknown folder, a receipt without its file."""

    table: ClassVar[str] = "receipts_findings"


ROW_TYPES: tuple[type[RawRow], ...] = (ReceiptRow, ReceiptFindingRow)
