"""Everything one plan says, before it becomes rows: what the readers of its parts fill in."""

from dataclasses import dataclass, field

from sources.plans.amendments import Amendment
from sources.plans.citations import Mention
from sources.plans.duties import DutyDraft
from sources.plans.heading_block import HeadingBlock
from sources.plans.measures import MeasureDraft
from sources.plans.remarks import Remark, place_text, remark
from sources.plans.signature import Signature
from sources.plans.tables.rows import TaskDraft
from sources.plans.targets import Found, GoalDraft, TargetDraft
from sources.plans.vocabulary import holds, table
from sources.plans.years import Years
from sources.vietnamese.abbreviations import expanded_key


@dataclass(slots=True)
class PlanDraft:
    """One plan. held: figures kept back for a person; ignored: rows left out as copies, figures of
    the past and of the budget."""

    heading: HeadingBlock
    signature: Signature
    kind: str | None
    years: Years
    targets: list[TargetDraft] = field(default_factory=list)
    goals: list[GoalDraft] = field(default_factory=list)
    tasks: list[TaskDraft] = field(default_factory=list)
    measures: list[MeasureDraft] = field(default_factory=list)
    duties: list[DutyDraft] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    held: int = 0
    ignored: int = 0

    @property
    def is_reform(self) -> bool:
        """A plan of administrative reform; others have no reform areas. A plan without a title counts as one."""
        key = expanded_key(self.heading.title or "")
        return not key or any(holds(key, expanded_key(row["phrase"])) for row in table("reform_titles"))

    @property
    def one_year(self) -> int | None:
        """Year of a plan of one year; None where a year cannot be left out of a deadline."""
        return self.years.first if self.years.first == self.years.last else None

    def take_goals(self, found: Found, section: str, place: str) -> None:
        """Keep targets and goals of one text of a goal part; figures not understood are held back."""
        self.targets.extend(found.targets)
        self.goals.extend(found.goals)
        self.ignored += found.left_out
        for words in (*found.unread, *found.doubtful):
            self.hold("figure_not_understood", section, place, words)

    def take_commitments(self, found: Found, section: str, place: str) -> None:
        """Keep targets of one text outside goals, where digits that no rule knows are usual."""
        self.targets.extend(found.targets)
        self.ignored += found.left_out
        for words in found.unread:
            self.hold("figure_not_understood", section, place, words)

    def hold(self, kind: str, section: str, place: str, words: str, count: int = 1) -> None:
        """Hold something back for a person, with its finding."""
        self.held += count
        self.remarks.append(remark(kind, place_text(section, place), words))
