"""The period form of one unit as plain data: what the workbook writer is given. No layout, no reading."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sources.results.rows import FigureState, TaskState


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of Biểu 1. Figures are None where the unit has still to fill them in.

    value: a rate in percent, only where the unit reports no counts; it then stands in the place of the formula.
    state: "reported" leaves the column Không phát sinh / Không áp dụng empty.
    """

    indicator_code: str
    indicator_name: str
    unit_name: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    state: FigureState = "reported"
    explanation: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One line of Biểu 2. state None: the unit has still to choose one."""

    plan_key: str
    task_no: str
    description: str
    product: str | None = None
    deadline_text: str | None = None
    state: TaskState | None = None
    done_date: date | None = None
    document_number: str | None = None
    document_date: date | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The workbook of one unit for one reporting period.

    superior_name: body above the unit, printed over the unit's name; agency_name: body reported to; window_from and
    window_to: first and last day that the figures cover.
    """

    superior_name: str
    agency_name: str
    agency_key: str
    unit_name: str
    unit_key: str
    period_key: str
    period_name: str
    window_from: date
    window_to: date
    report_number: str | None = None
    sent_date: date | None = None
    prepared_by: str | None = None
    head_name: str | None = None
    is_simulated: bool = False
    figures: tuple[FigureLine, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
