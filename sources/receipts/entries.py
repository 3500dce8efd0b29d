"""Entries of the ledger: what a night knew of one content at one path, and when it was entered.

The ledger is a log. What has changed about a file is a new entry beside the old one, so that what any past night knew
is still there: the last entry of each file up to that night.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from sources.receipts.scanning import SourceKind

FileKey = tuple[str, str]
"""Path and content hash: what a line of the ledger is about."""

# Fields of the ledger before it was a log; what they said follows from the others.
_DERIVED: Final = ("is_current", "source_place", "parser_version")


class LedgerDamagedError(ValueError):
    """The kept ledger is not what was written. Its text says which line, in Vietnamese."""


class Entry(BaseModel):
    """A content at a path. entered_at: the night that entered this line, by its start; placed_at: the night that last
    met the content coming to this path; moved_to: where it lies since it left this path."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_path: str
    source_sha256: str
    source_kind: SourceKind
    size_bytes: int
    received_at: datetime
    receipt_basis: str
    sent_at: datetime | None
    sender: str | None
    in_folder: bool
    placed_at: datetime
    moved_to: str | None = None
    superseded_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None
    entered_at: datetime

    @model_validator(mode="before")
    @classmethod
    def _from_before_the_log(cls, line: Any) -> Any:
        """A line of a ledger that kept one line a file: it counts as entered when the file was received."""
        if not isinstance(line, dict) or "entered_at" in line or "received_at" not in line:
            return line
        kept = {name: value for name, value in line.items() if name not in _DERIVED}
        in_folder = bool(line.get("is_current")) or line.get("withdrawn_at") is not None
        return {**kept, "in_folder": in_folder, "placed_at": line["received_at"], "entered_at": line["received_at"]}

    @property
    def key(self) -> FileKey:
        """What the line is about."""
        return self.source_path, self.source_sha256

    @property
    def stands(self) -> bool:
        """Neither superseded nor taken back, and in a room that is read."""
        return self.superseded_at is None and self.withdrawn_at is None and self.source_kind != "other"

    def says_the_same(self, other: "Entry | None") -> bool:
        """Nothing about the file differs but the night that entered it."""
        return other is not None and self == other.model_copy(update={"entered_at": self.entered_at})


def latest(log: Iterable[Entry], until: datetime | None = None) -> dict[FileKey, Entry]:
    """The last word on every file, of the nights up to `until` (None: of all)."""
    words: dict[FileKey, Entry] = {}
    for entry in sorted(log, key=lambda entry: entry.entered_at):
        if until is None or entry.entered_at <= until:
            words[entry.key] = entry
    return words


def dump(log: Iterable[Entry]) -> str:
    """The ledger as JSON lines, sorted: the same entries give the same text."""
    return "".join(entry.model_dump_json() + "\n" for entry in sorted(log, key=order))


def load(text: str) -> list[Entry]:
    """The entries that dump() wrote, or an older program. LedgerDamagedError names the first line that is none."""
    entries: list[Entry] = []
    # Names of files may hold line ends of Unicode, which are no line ends here.
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else [], start=1):
        try:
            entries.append(Entry.model_validate_json(line))
        except ValidationError as error:
            raise LedgerDamagedError(f"Sổ tiếp nhận hỏng ở dòng {number}; khôi phục từ bản sao lưu.") from error
    return entries


def order(entry: Entry) -> tuple[str, datetime, str, datetime]:
    """By path and time of receipt, and of one file by night."""
    return entry.source_path, entry.received_at, entry.source_sha256, entry.entered_at


def after_all(now: datetime, earlier: Iterable[datetime]) -> datetime:
    """The time under which a night that began `now` enters what it met: later than any time of an earlier night, even
    where the clock was set back, so that its words are the last ones and its own."""
    return max([now.astimezone(UTC), *(moment.astimezone(UTC) + timedelta.resolution for moment in earlier)])


def earliest_by_content(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Of every content the entry that was received first."""
    first: dict[str, Entry] = {}
    for entry in sorted(entries, key=order_of_receipt):
        first.setdefault(entry.source_sha256, entry)
    return first


def order_of_receipt(entry: Entry) -> tuple[datetime, str, str]:
    """By time of receipt; what came in one instant, by path."""
    return entry.received_at, entry.source_path, entry.source_sha256
