"""What is to be read for one file, what came of it, and the limits within which a child reads it."""

from dataclasses import dataclass, field
from typing import Final

from sources.bounded import Limits
from sources.contract import RawRow, SourceFile
from sources.results.accounts import ResultAccount
from sources.results.known import Known
from sources.results.rows import SubmissionRow

# A full workbook of the form is read in a twentieth of a second; the largest that the archive guard lets through takes
# half a minute, twice where results of formulas are wanted. The largest XML part takes 1.2 GB of memory, libraries half
# a gigabyte of address space.
LIMITS: Final = Limits(seconds=60, memory_bytes=2 * 1024**3)
# A workbook of the form has some tens of kilobytes; with scanned pages pasted into it, some megabytes.
MAX_BYTES: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Job:
    """A file with what is known before it is read. beside: the .yml beside a flat table, which says whose it is."""

    file: SourceFile
    known: Known
    beside: SourceFile | None = None


@dataclass(slots=True)
class Reading:
    """What one file gave. status: read, unreadable or ignored."""

    account: ResultAccount
    rows: list[RawRow] = field(default_factory=list)
    status: str = "unreadable"

    @property
    def submissions(self) -> list[SubmissionRow]:
        """The reports that the file holds: of a period workbook one, of a flat table one per unit and period."""
        return [row for row in self.rows if isinstance(row, SubmissionRow)]

    @property
    def is_blank(self) -> bool:
        """Nothing but the name of who reports: not a figure, not a word, and nothing that was refused."""
        return not self.account.ignored and all(isinstance(row, SubmissionRow) for row in self.rows)

    def close(self) -> list[RawRow]:
        """All rows of the file, findings and account last. A reading whose account is not even gives no rows."""
        rows = self.rows if self.account.is_even else []
        return [*rows, *self.account.close(self.status)]
