"""Row types of plans: what one plan document says, place by place.

Closed vocabularies follow the hand-annotated plans (design: data model). Nothing is resolved here that the
document does not print, except codes of the shared catalogues (indicator, reform area, PAPI dimension).
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sources.contract import Key, Number, PartialDate, RawRow
from sources.findings import FileRow, FindingRow

Year = Annotated[int, Field(ge=1990, le=2100)]
ReformArea = Literal[
    "institutions", "procedures", "organisation", "civil_service", "public_finance", "digital_government", "direction"
]
PapiDimension = Literal[
    "participation",
    "transparency",
    "accountability",
    "corruption_control",
    "procedures",
    "service_delivery",
    "environment",
    "e_governance",
]
Comparator = Literal[
    "eq", "ge", "gt", "le", "lt", "approx", "between", "increase_ge", "increase_eq", "decrease_ge", "decrease_eq"
]
DeadlineKind = Literal[
    "ongoing",
    "within_year",
    "before_date",
    "in_quarter",
    "in_month",
    "in_year",
    "year_range",
    "per_schedule",
    "on_guidance",
    "conditional",
    "none",
]
PlanKind = Literal["annual", "multi_year", "papi_improvement", "index_improvement", "programme"]
ReviewState = Literal["none", "confirmed", "corrected", "added"]


class ReviewedRow(RawRow):
    """What a person said of a row, beside the row's own columns: the last word on it, if there is any."""

    review_state: ReviewState = Field(
        default="none", description="none: as read; confirmed, corrected or added by a person"
    )
    reviewed_by: str | None = Field(default=None, description="who said so last")
    reviewed_on: date | None = Field(default=None, description="day of the review")
    review_reason: str | None = Field(default=None, description="the reason given, as typed")
    is_unconfirmed: bool = Field(
        default=False, description="read from a scanned page by a machine, and not yet confirmed by a person"
    )


class PlanRow(ReviewedRow):
    """One row per plan."""

    table: ClassVar[str] = "plans_plans"
    key: ClassVar[tuple[str, ...]] = ("plan_key",)

    plan_key: Key = Field(description="file name without its ending")
    number: str | None = Field(
        description="number and symbol as printed, without Số: and blanks; None where left blank"
    )
    number_as_printed: str | None = Field(description="the line as printed")
    issued_date: PartialDate | None = Field(description="ISO date, partial where the document leaves blanks")
    issued_place: str | None = Field(description="place in the date line")
    agency: str | None = Field(description="issuing agency as printed in title or heading block")
    agency_key: Key = Field(description="one key for all spellings of the agency")
    province: str | None = Field(description="province or city of the agency")
    title: str | None = Field(description="title, beginning with Kế hoạch")
    plan_kind: PlanKind | None = Field(description="what kind of plan")
    period_start: Year | None = Field(description="first year of the plan")
    period_end: Year | None = Field(description="last year; None where open-ended or not stated")
    is_open_ended: bool = Field(description="the title says: and the following years")
    signer: str | None = Field(description="name of the signer as printed")
    signer_title: str | None = Field(description="post of the signer as printed")
    signed_for: str | None = Field(description="on whose behalf: KT. GIÁM ĐỐC")
    replaces_plan_key: Key | None = Field(
        default=None, description="the plan that this one amends, from the .yml beside it"
    )
    is_digest: bool = Field(description="a digest in other words, not the document itself")
    is_simulated: bool = Field(description="the agency and its plan are made up for demonstration")


class ParentRow(RawRow):
    """One row per document that the plan says it carries out."""

    table: ClassVar[str] = "plans_parents"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "parent_no")

    plan_key: Key = Field(description="the plan")
    parent_no: int = Field(ge=1, description="order in the opening paragraphs")
    number: str = Field(description="number of the document carried out")
    document_date: PartialDate | None = Field(description="its date as printed")
    issuer: str | None = Field(description="its issuer as printed")


class AmendmentRow(RawRow):
    """One row per plan that this plan amends, supplements or replaces, as its text says."""

    table: ClassVar[str] = "plans_amendments"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "amendment_no")

    plan_key: Key = Field(description="the plan that amends")
    amendment_no: int = Field(ge=1, description="order in the document")
    relation: Literal["replaces", "amends", "supplements"] = Field(
        description="replaces the whole of it, amends what it says again, or adds to it"
    )
    number: str = Field(description="number of the amended plan as printed")
    document_date: PartialDate | None = Field(description="its date as printed")
    issuer: str | None = Field(description="its issuer as printed")
    is_called_plan: bool = Field(description="the words call it a plan; any other counts where a plan bears its number")


class TargetRow(ReviewedRow):
    """One row per quantified goal or commitment, each place it is printed."""

    table: ClassVar[str] = "plans_targets"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "target_no")

    plan_key: Key = Field(description="the plan")
    target_no: str = Field(pattern=r"^T[0-9]{3,}$", description="order in the document: T001")
    section: str = Field(description="II.2.1, or annex II.1.5")
    source: Literal["body", "annex"] = Field(description="part of the document")
    kind: Literal["goal", "commitment"] = Field(
        description="goal: in a goal section or column; commitment: in a task or duty"
    )
    reform_area: ReformArea | None = Field(description="reform area; None outside reform")
    papi_dimension: PapiDimension | None = Field(description="PAPI dimension, in PAPI plans")
    period_start: Year | None = Field(description="first year the figure holds for")
    period_end: Year | None = Field(description="last year; None where open-ended")
    statement: str = Field(description="the clause as printed, white space folded")
    subject: str | None = Field(description="what is measured")
    comparator: Comparator = Field(description="as printed: a bare share is eq")
    comparator_printed: str | None = Field(description="the words that say so: tối thiểu; None for a bare figure")
    value: Number = Field(description="the figure; for increase and decrease its size")
    value_max: Number | None = Field(description="upper end of a range")
    unit: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="percent, count, times_per_quarter …")
    indicator_code: str | None = Field(description="indicator of the catalogue; None with a finding")
    base_text: str | None = Field(
        default=None, description="what the figure is held against, as printed: so với năm 2024"
    )
    base_start: Year | None = Field(default=None, description="first year of the base; None where it is no year")
    base_end: Year | None = Field(default=None, description="last year of the base")
    base_value: Number | None = Field(
        default=None, description="figure of the base in the target's unit, where printed"
    )


class GoalRow(ReviewedRow):
    """One row per goal without a figure."""

    table: ClassVar[str] = "plans_goals"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "goal_no")

    plan_key: Key = Field(description="the plan")
    goal_no: str = Field(pattern=r"^Q[0-9]{3,}$", description="order in the document: Q001")
    section: str = Field(description="II.2.1, or annex I.3")
    source: Literal["body", "annex"] = Field(description="part of the document")
    reform_area: ReformArea | None = Field(description="reform area")
    period_start: Year | None = Field(description="first year")
    period_end: Year | None = Field(description="last year; None where open-ended")
    statement: str = Field(description="the clause as printed, white space folded")


class TaskRow(ReviewedRow):
    """One row per task of an annex table."""

    table: ClassVar[str] = "plans_tasks"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "task_no")

    plan_key: Key = Field(description="the plan")
    task_no: str = Field(pattern=r"^A[0-9]{3,}$", description="order in the annex: A001")
    area_code: str | None = Field(description="number as printed with its group: II.1.5")
    group_title: str | None = Field(description="heading of the group the row stands in")
    reform_area: ReformArea | None = Field(description="reform area of the group")
    goal: str | None = Field(description="cell of the goal column")
    description: str = Field(description="what is to be done")
    product: str | None = Field(description="product or result cell")
    deadline_text: str | None = Field(description="deadline cell as printed")
    deadline_kind: DeadlineKind = Field(description="what kind of deadline it is")
    due_from: date | None = Field(description="first day of the window in which it is due")
    due_to: date | None = Field(description="last day; a day named by Trước ngày is kept")
    is_strict: bool = Field(description="the deadline says before the day, not by the day")


class TaskUnitRow(RawRow):
    """One row per unit named in a task's lead or coordinating cell."""

    table: ClassVar[str] = "plans_task_units"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "task_no", "role", "position")

    plan_key: Key = Field(description="the plan")
    task_no: str = Field(description="the task")
    role: Literal["lead", "coordinating"] = Field(description="chủ trì or phối hợp")
    position: int = Field(ge=1, description="order within the cell")
    unit_name: str = Field(description="name as printed")
    unit_match_key: str = Field(description="match key of the name, equal for its spellings and known abbreviations")
    is_collective: bool = Field(description="names a group: các đơn vị trực thuộc")


class MeasureRow(ReviewedRow):
    """One row per measure (giải pháp) in the body: bullet, sub-bullet or single paragraph of a task section."""

    table: ClassVar[str] = "plans_measures"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "measure_no")

    plan_key: Key = Field(description="the plan")
    measure_no: str = Field(pattern=r"^B[0-9]{3,}$", description="order in the document: B001")
    section: str = Field(description="II.2.2.a")
    section_title: str | None = Field(description="heading it stands under")
    reform_area: ReformArea | None = Field(description="reform area")
    papi_dimension: PapiDimension | None = Field(description="PAPI dimension, in PAPI plans")
    parent_no: str | None = Field(description="the bullet that a sub-bullet belongs to")
    description: str = Field(description="the clause as printed")


class DutyRow(ReviewedRow):
    """One row per duty (trách nhiệm): who does or reports what by when, from the part on organisation."""

    table: ClassVar[str] = "plans_duties"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "duty_no")

    plan_key: Key = Field(description="the plan")
    duty_no: str = Field(pattern=r"^P[0-9]{3,}$", description="order in the document: P001")
    section: str = Field(description="IV.1")
    unit: str | None = Field(description="who, as printed")
    unit_match_key: str | None = Field(description="match key of that name, as of the units of tasks")
    duty: str = Field(description="what, as printed")
    deadline_text: str | None = Field(description="when, as printed")
    deadline_kind: DeadlineKind = Field(description="what kind of deadline it is")
    due_date: date | None = Field(description="last day, where one date is named")


class CitationRow(ReviewedRow):
    """One row per mention of a document."""

    table: ClassVar[str] = "plans_citations"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "citation_no")

    plan_key: Key = Field(description="the plan")
    citation_no: int = Field(ge=1, description="order of mention")
    number: str = Field(description="number and symbol; for a law its name")
    document_date: PartialDate | None = Field(description="date printed at this mention")
    document_type: str | None = Field(description="Nghị định, Quyết định, Kế hoạch …")
    issuer: str | None = Field(description="issuer as printed, or as the symbol says")
    section: str | None = Field(description="where it stands")
    role: Literal["implements", "reference"] = Field(description="carried out, or only referred to")


class CorrectionRow(RawRow):
    """One row per field that a person corrected, added or struck out; one per row that a person confirmed."""

    table: ClassVar[str] = "plans_corrections"
    key: ClassVar[tuple[str, ...]] = ("plan_key", "correction_no")

    plan_key: Key = Field(description="the plan")
    correction_no: int = Field(ge=1, description="order in which people spoke: by day, time of receipt, place")
    row_kind: Literal["plan", "target", "goal", "task", "measure", "duty", "citation"] = Field(
        description="kind of row spoken of"
    )
    row_no: str | None = Field(description="number of the row: T001; None where it was not found, and of the plan")
    clause: str | None = Field(description="the row's clause as it was read for the review")
    action: Literal["confirmed", "corrected", "struck_out", "added"] = Field(description="what the person did")
    state: Literal["applied", "already_read", "overruled", "without_row"] = Field(
        description="applied; read so by now; overruled by later words; the row is no longer found"
    )
    field: str | None = Field(description="column of the row; None where the whole row was confirmed")
    value_before: str | None = Field(description="value as read, in words")
    value_after: str | None = Field(description="value as the person says, in words")
    reviewer: str = Field(description="name as typed in the workbook")
    reviewed_on: date = Field(description="day as typed in the workbook")
    reason: str | None = Field(description="reason as typed")


class PlanFindingRow(FindingRow):
    """One row per finding of the plan reader."""

    table: ClassVar[str] = "plans_findings"


class PlanFileRow(FileRow):
    """One row per file in plans/."""

    table: ClassVar[str] = "plans_files"


ROW_TYPES: tuple[type[RawRow], ...] = (
    PlanRow,
    ParentRow,
    AmendmentRow,
    TargetRow,
    GoalRow,
    TaskRow,
    TaskUnitRow,
    MeasureRow,
    DutyRow,
    CitationRow,
    CorrectionRow,
    PlanFindingRow,
    PlanFileRow,
)
