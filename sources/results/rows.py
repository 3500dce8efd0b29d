"""Row types of period results: what one unit reports for one period, cell by cell."""

from datetime import date
from typing import Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator, Field

from sources.contract import Key, Number, RawRow, Share
from sources.findings import FileRow, FindingRow

# A cell may hold thirty thousand letters, and a small file that same cell in every line.
_LONGEST: Final = 500


def shortened(text: str) -> str:
    """Text as far as findings and rows held back keep it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


Short = Annotated[str, AfterValidator(shortened)]
FigureState = Literal["reported", "nothing_arose", "not_applicable"]
TaskState = Literal["not_started", "in_progress", "done", "stopped"]
ReportState = Literal["draft", "signed"]
Layout = Literal["form", "figure_table", "dossier_table"]
EventKind = Literal["inspection", "dialogue", "reception", "training", "initiative", "feedback"]
Section = Literal["highlights", "shortcomings", "causes", "proposals", "next_period"]


class SubmissionRow(RawRow):
    """One row per report that a file holds: a period workbook holds one, a flat table one per unit and period.

    Every version that ever came has its row; which one stands is said by receipts and models.
    """

    table: ClassVar[str] = "results_submissions"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "unit_key", "period_key")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit: agency key, slash, unit")
    unit_name: str = Field(description="name of the unit as the workbook says")
    period_key: Key = Field(description="2026-q1, 2026-h1, 2026-q3 or 2026-annual")
    report_number: str | None = Field(description="number of the report it came with")
    sent_date: date | None = Field(description="date of the report in the workbook")
    prepared_by: str | None = Field(description="who filled it in")
    template_version: str = Field(description="version of the form; of a flat table the name of its layout")
    layout: Layout = Field(description="period workbook, flat table of figures, or table of the one-stop system")
    report_state: ReportState | None = Field(description="draft or signed, as the file says; None where it does not")
    is_simulated: bool = Field(description="the workbook says that its figures are simulated")


class FigureRow(RawRow):
    """One row per indicator that a workbook reports on (Biểu 1)."""

    table: ClassVar[str] = "results_figures"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "unit_key", "period_key", "indicator_code")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit")
    period_key: Key = Field(description="reporting period")
    indicator_code: str = Field(description="indicator of the catalogue")
    state: FigureState = Field(
        description="a zero is reported; nothing_arose is 0 of 0; not_applicable as the unit says"
    )
    numerator: Share | None = Field(description="count reached in the window, or the figure itself for counts")
    denominator: Share | None = Field(description="count concerned in the window; None for plain counts")
    value: Number | None = Field(description="rate as typed, where only a rate is reported; in percent")
    explanation: str | None = Field(description="explanation as typed")
    evidence: str | None = Field(description="documents named as evidence")


class TaskProgressRow(RawRow):
    """One row per task that a workbook reports on (Biểu 2)."""

    table: ClassVar[str] = "results_tasks"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "plan_key", "task_no")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit")
    period_key: Key = Field(description="reporting period")
    plan_key: Key = Field(description="plan of the task")
    task_no: str = Field(pattern=r"^A[0-9]{3,}$", description="number of the task in its plan")
    state: TaskState = Field(description="as the lead unit says")
    done_date: date | None = Field(description="day it was done")
    document_number: str | None = Field(description="number of the product or evidence")
    document_date: date | None = Field(description="its date")
    explanation: str | None = Field(description="cause of delay as typed")
    extension_until: date | None = Field(description="day until which more time is asked for or was given")
    extension_document: str | None = Field(description="document that gives more time; None: only asked for")


class OwnTaskRow(RawRow):
    """One row per task that a unit set itself (Biểu 3), with the unit's own plan."""

    table: ClassVar[str] = "results_own_tasks"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "line_no")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit")
    period_key: Key = Field(description="reporting period")
    line_no: int = Field(ge=1, description="order among the lines of the table that have content")
    description: str = Field(description="the task as typed")
    product: str | None = Field(description="product as typed")
    due_date: date | None = Field(description="day it is due")
    plan_number: str | None = Field(description="number of the unit's own plan")
    plan_date: date | None = Field(description="its date")
    state: TaskState = Field(description="as the unit says")
    done_date: date | None = Field(description="day it was done")
    document_number: str | None = Field(description="number of the product or evidence")
    document_date: date | None = Field(description="its date")
    explanation: str | None = Field(description="remark as typed")


class EventRow(RawRow):
    """One row per entry of the lists (Biểu 4): what took place, with whom, what came of it."""

    table: ClassVar[str] = "results_events"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "line_no")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit")
    period_key: Key = Field(description="reporting period")
    line_no: int = Field(ge=1, description="order among the lines of the table that have content")
    event_kind: EventKind = Field(
        description="inspection, dialogue, reception of citizens, training, initiative, feedback"
    )
    event_date: date | None = Field(description="day it took place")
    description: str = Field(description="what it was about, as typed")
    subject: str | None = Field(description="unit or people concerned, as typed")
    quantity: Share | None = Field(description="people, cases or findings, as the list says")
    document_number: str | None = Field(description="number of the document on it")
    document_date: date | None = Field(description="its date")
    outcome: str | None = Field(description="what came of it, as typed")
    due_date: date | None = Field(description="day by which something must be mended or answered")
    done_date: date | None = Field(description="day it was mended or answered")


class NarrativeRow(RawRow):
    """One row per section of the words that go with a report (Biểu 5)."""

    table: ClassVar[str] = "results_narratives"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "section")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit")
    period_key: Key = Field(description="reporting period")
    section: Section = Field(description="highlights, shortcomings, causes, proposals, next period")
    content: str = Field(description="the words as typed")


class DossierRow(RawRow):
    """One row per line of a table of the one-stop system: dossiers of a unit in a period, by field where it says so."""

    table: ClassVar[str] = "results_dossiers"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "source_place")

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="unit that handles the dossiers")
    period_key: Key = Field(description="reporting period")
    field_name: str | None = Field(description="field or procedure, as printed; None: all together")
    opening: Share | None = Field(description="dossiers carried over from the period before")
    received: Share | None = Field(description="dossiers received in the period")
    resolved_early: Share | None = Field(description="resolved before time")
    resolved_on_time: Share | None = Field(
        description="resolved in time, without those before time where these are apart"
    )
    resolved_late: Share | None = Field(description="resolved late")
    open_in_time: Share | None = Field(description="open and not yet due")
    open_overdue: Share | None = Field(description="open and past due")


class QuarantineRow(RawRow):
    """One row per cell that was read but not loaded, because it would have to be guessed."""

    table: ClassVar[str] = "results_quarantine"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "source_place")

    agency_key: Key | None = Field(description="agency reported to, where known")
    unit_key: Key | None = Field(description="reporting unit, where known")
    period_key: Key | None = Field(description="reporting period, where known")
    indicator_code: str | None = Field(description="indicator of the row, where known")
    column_name: Short = Field(description="heading of the column")
    value: Short = Field(description="the cell as typed")
    rule: str = Field(description="code of the rule that held it back, as in results_findings.kind")


class ResultFindingRow(FindingRow):
    """One row per finding of the results reader."""

    table: ClassVar[str] = "results_findings"


class ResultFileRow(FileRow):
    """One row per file in results/."""

    table: ClassVar[str] = "results_files"


ROW_TYPES: tuple[type[RawRow], ...] = (
    SubmissionRow,
    FigureRow,
    TaskProgressRow,
    OwnTaskRow,
    EventRow,
    NarrativeRow,
    DossierRow,
    QuarantineRow,
    ResultFindingRow,
    ResultFileRow,
)
