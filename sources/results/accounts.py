"""The account of one file of results: findings in the words of the rule book, and the count that must come out even."""

from typing import Any, Final

from sources.account import Account
from sources.contract import RawRow, SourceFile
from sources.findings import Severity
from sources.results.places import framed
from sources.results.rows import ResultFileRow, ResultFindingRow, SubmissionRow, shortened
from sources.results.rules.book import RULES

PARSER_VERSION: Final = "results/2"
WHOLE_FILE: Final = "—"
# A sheet has as many lines at most; nobody mends more than that from one list, and every one costs memory.
_MOST_FINDINGS: Final = 2_000


class ResultAccount(Account):
    """whose: agency_key, unit_key and period_key where they are certain; every finding carries them."""

    def __init__(self, file: SourceFile) -> None:
        super().__init__(file, PARSER_VERSION, ResultFindingRow, ResultFileRow)
        self.whose: dict[str, str] = {}
        self._room = _MOST_FINDINGS
        self._unsaid = 0

    def find(self, kind: str, severity: Severity, place: str, message: str, remedy: str, **known: Any) -> None:
        """Add a finding; of a file that has too many the rest is counted alone."""
        if len(self.findings) >= self._room:
            self._unsaid += 1
            return
        short = {name: shortened(value) if isinstance(value, str) else value for name, value in known.items()}
        super().find(kind, severity, place, shortened(message), remedy, **short)

    def say(self, kind: str, place: str = WHOLE_FILE, **words: object) -> None:
        """Add the finding of a rule. words: for its sentence; among them `value`, what stands there."""
        value = words.pop("value", None)
        sentence, remedy = RULES[kind].say(value=value, **words)
        self.tell(kind, place, None if value is None else str(value), sentence, remedy)

    def say_of(self, row: SubmissionRow, kind: str, value: str, **words: object) -> None:
        """Add a finding about one report of the file, as a whole."""
        sentence, remedy = RULES[kind].say(value=value, **words)
        whose = {"agency_key": row.agency_key, "unit_key": row.unit_key, "period_key": row.period_key}
        message = f"{framed(self.file.name, WHOLE_FILE)}: {sentence}."
        self.find(kind, RULES[kind].severity, WHOLE_FILE, message, remedy, value=value, **whose)

    def tell(self, kind: str, place: str, value: str | None, sentence: str, remedy: str) -> None:
        """Add the finding of a rule whose sentence was said already."""
        message = f"{framed(self.file.name, place)}: {sentence}."
        self.find(kind, RULES[kind].severity, place, message, remedy, value=value, **self.whose)

    def tie(self, whose: dict[str, str]) -> None:
        """Findings said before it was known whose the file is: they are about that unit and period."""
        self.whose = whose
        self.findings = [finding.model_copy(update=whose) for finding in self.findings]

    @property
    def is_even(self) -> bool:
        """What was counted apart is what was loaded, held back and left out."""
        return self.counted is None or self.counted == self.loaded + self.quarantined + self.ignored

    def break_off(self) -> None:
        """Counts of a reading that broke off mean nothing; its findings stay."""
        self.loaded = self.quarantined = self.ignored = 0
        self.counted = None
        self._reasons.clear()

    def close(self, status: str) -> list[RawRow]:
        """The findings and the file row. An account that is not even is a fault of the reader: nothing is loaded."""
        self._room = len(self.findings) + 2
        if self._unsaid:
            self.say("more_findings", value=str(self._unsaid))
        if not self.is_even:
            come_to = self.loaded + self.quarantined + self.ignored
            self.say("account_unbalanced", value=str(self.counted), total=come_to)
            self.break_off()
            status = "unreadable"
        return super().close(status)
