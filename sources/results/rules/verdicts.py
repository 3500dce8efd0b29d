"""What the rules across reports take and give: standing reports in, verdicts out. No rule stands here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sources.findings import Severity
from sources.results.accounts import WHOLE_FILE
from sources.results.places import framed, line_place
from sources.results.rows import DossierRow, FigureRow, SubmissionRow
from sources.results.rules.book import RULES
from sources.vietnamese.numbers import shown

# The counts of a figure as sentences name them; a part or a count alone stands in the cell that its row begins with.
PART: Final = "số đạt"
WHOLE: Final = "mẫu số"
ALONE: Final = "số liệu"
SINGLE: Final = (ALONE, PART)
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
    def place(self) -> str:
        """Where to look: the cell, the line, or for a report as a whole the file."""
        return self._place(self.row, self.value)

    @property
    def severity(self) -> Severity:
        """As the rule book says."""
        return RULES[self.kind].severity

    @property
    def message(self) -> str:
        """The whole sentence, with the file and its place."""
        return f"{framed(self.row.source_path, self.place)}: {self._said[0]}."

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
            "value": self.value or None,
            "place_a": None if other is None else self.place,
            "value_a": None if other is None else self.value,
            "place_b": None if other is None else f"{other.source_path}, {self._place(other, self.other_value)}",
            "value_b": None if other is None else self.other_value,
        }

    @property
    def _said(self) -> tuple[str, str]:
        return RULES[self.kind].say(value=self.value, other=self.other_value, **self.words)

    def _place(self, row: Row, value: str | None) -> str:
        """A row begins with the cell of its figure: what is said of another count, or of a difference, stands in the
        line and not in that cell."""
        if isinstance(row, SubmissionRow):
            return WHOLE_FILE
        is_of_cell = (
            isinstance(row, FigureRow)
            and row.state == "reported"
            and row.numerator is not None
            and shown(row.numerator) == value
            and self.words.get("measure") in SINGLE
        )
        return row.source_place if is_of_cell else line_place(row.source_place)
