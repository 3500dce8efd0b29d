"""The account of one file while a reader works on it: its findings in order, and what became of its values.

Shared by the readers of tables. It knows no format and no rule.
"""

from typing import Any

from sources.contract import RawRow, SourceFile, provenance
from sources.findings import FileRow, FindingRow, Severity


class Account:
    """Collects findings and counts for one file. values_read is the sum of the three counts.

    counted: values with content, counted in a pass of its own where a reader does so; the reader compares.
    """

    def __init__(
        self, file: SourceFile, parser_version: str, finding_type: type[FindingRow], file_type: type[FileRow]
    ) -> None:
        self.file = file
        self.loaded = 0
        self.quarantined = 0
        self.ignored = 0
        self.counted: int | None = None
        self.findings: list[FindingRow] = []
        self._parser_version = parser_version
        self._finding_type = finding_type
        self._file_type = file_type
        self._reasons: dict[str, int] = {}

    def origin(self, place: str) -> dict[str, Any]:
        """Provenance of a row read from `place` of this file."""
        return provenance(self.file, place, self._parser_version)

    def find(self, kind: str, severity: Severity, place: str, message: str, remedy: str, **known: Any) -> None:
        """Add a finding. `known`: any further column of the finding row (value, unit_key, place_a …)."""
        self.findings.append(
            self._finding_type(
                finding_no=len(self.findings) + 1,
                kind=kind,
                severity=severity,
                message=message,
                remedy=remedy,
                **known,
                **self.origin(place),
            )
        )

    def ignore(self, count: int, reason: str) -> None:
        """`count` values were left out for `reason` (Vietnamese). Equal reasons are added up."""
        self.ignored += count
        self._reasons[reason] = self._reasons.get(reason, 0) + count

    def note(self, reason: str, count: int = 0) -> None:
        """A reason worth saying although no value was left out: `count` lines that were left empty."""
        self._reasons[reason] = self._reasons.get(reason, 0) + count

    def ignore_all(self, reason: str) -> None:
        """Everything that was read is left out after all."""
        count = self.loaded + self.quarantined + self.ignored
        self.loaded = self.quarantined = self.ignored = 0
        self._reasons.clear()
        self.ignore(count, reason)

    def close(self, status: str) -> list[RawRow]:
        """The findings and the file row. status: read, unreadable or ignored."""
        reasons = [f"{reason} ({count})" if count else reason for reason, count in self._reasons.items()]
        account = self._file_type.model_validate(
            {
                "status": status,
                "values_read": self.loaded + self.quarantined + self.ignored,
                "values_loaded": self.loaded,
                "values_quarantined": self.quarantined,
                "values_ignored": self.ignored,
                "ignored_reason": "; ".join(reasons) or None,
                **self.origin("—"),
            }
        )
        return [*self.findings, account]
