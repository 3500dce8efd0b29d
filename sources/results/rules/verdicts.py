"""What the rules across reports take and give: standing reports in, verdicts out. No rule stands here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sources.findings import Severity
from sources.results.accounts import framed
from sources.results.rows import DossierRow, FigureRow, SubmissionRow
from sources.results.rules.book import RULES

Row = SubmissionRow | FigureRow | DossierRow


@dataclass(frozen=True, slots=True)
class Report:
    """One standing report: of one unit, for one period, from one file."""

    submission: SubmissionRow
    figures: Sequence[FigureRow] = ()
    dossiers: Sequence[DossierRow] = ()

    @property
    def unit_period(self) -> tuple[str, str]:
        """Whose report, for which period."""
        return self.submission.unit_key, self.submission.period_key


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule that does not hold. row: what the finding is about, whose file is asked to mend it; other: the row of
    another report that it does not agree with; value, other_value: what the two say; words: for the rule's sentence."""

    kind: str
    row: Row
    value: str
    other: Row | None = None
    other_value: str | None = None
    words: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """As the rule book says."""
        return RULES[self.kind].severity

    @property
    def message(self) -> str:
        """The whole sentence, with the file and its place."""
        return f"{framed(self.row.source_path, self.row.source_place)}: {self._said[0]}."

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return self._said[1]

    @property
    def known(self) -> dict[str, str | None]:
        """The further columns of a finding row: whose report, and the two places with what they say."""
        row, other = self.row, self.other
        return {
            "agency_key": row.agency_key,
            "unit_key": row.unit_key,
            "period_key": row.period_key,
            "value": self.value,
            "place_a": None if other is None else row.source_place,
            "value_a": None if other is None else self.value,
            "place_b": None if other is None else f"{other.source_path}, {other.source_place}",
            "value_b": None if other is None else self.other_value,
        }

    @property
    def _said(self) -> tuple[str, str]:
        return RULES[self.kind].say(value=self.value, other=self.other_value, **self.words)
