"""Row types of period results: what one unit reports for one period, cell by cell."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from sources.contract import Key, Number, RawRow, Share
from sources.findings import FileRow, FindingRow

FigureState = Literal["reported", "nothing_arose", "not_applicable"]
TaskState = Literal["not_started", "in_progress", "done", "stopped"]


class SubmissionRow(RawRow):
    """One row per workbook that could be read and knows its agency, unit and period."""

    table: ClassVar[str] = "results_submissions"
    key: ClassVar[tuple[str, ...]] = ("source_sha256",)

    agency_key: Key = Field(description="agency reported to")
    unit_key: Key = Field(description="reporting unit: agency key, slash, unit")
    unit_name: str = Field(description="name of the unit as the workbook says")
    period_key: Key = Field(description="2026-q1, 2026-h1, 2026-q3 or 2026-annual")
    report_number: str | None = Field(description="number of the report it came with")
    sent_date: date | None = Field(description="date of the report in the workbook")
    prepared_by: str | None = Field(description="who filled it in")
    template_version: str = Field(description="version of the form")
    is_simulated: bool = Field(description="the workbook says that its figures are simulated")


class FigureRow(RawRow):
    """One row per indicator that a workbook reports on (Biểu 1)."""

    table: ClassVar[str] = "results_figures"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "indicator_code")

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


class QuarantineRow(RawRow):
    """One row per cell that was read but not loaded, because it would have to be guessed."""

    table: ClassVar[str] = "results_quarantine"
    key: ClassVar[tuple[str, ...]] = ("source_sha256", "source_place")

    agency_key: Key | None = Field(description="agency reported to, where known")
    unit_key: Key | None = Field(description="reporting unit, where known")
    period_key: Key | None = Field(description="reporting period, where known")
    indicator_code: str | None = Field(description="indicator of the row, where known")
    column_name: str = Field(description="heading of the column")
    value: str = Field(description="the cell as typed")
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
    QuarantineRow,
    ResultFindingRow,
    ResultFileRow,
)
