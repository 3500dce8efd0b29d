"""The period form of one unit as plain data: what the workbook writer is given. No layout, no reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from sources.results.rows import EventKind, FigureState, ReportState, Section, TaskState

Entry = Literal["counts", "figure", "rate"]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of Biểu 1. Figures are None where the unit has still to fill them in.

    numerator: the figure of the window; it goes into the column that the window asks for.
    value: a rate in percent, only where the unit reports no counts; it then stands in the place of the formula.
    state: "reported" leaves the column Không phát sinh / Không áp dụng empty.
    previous: what is known of the year up to the window before. definition: what is counted, as the cell's note.
    is_additive: windows of the year add up; else the other column of figures stays empty.
    entry: what is typed: two counts, one figure without a whole, or nothing but a rate.
    is_whole: what is counted comes in whole pieces; money, days and scores do not.
    to_type: what goes into the two cells of a mean, printed below the name.
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
    previous: Decimal | None = None
    definition: str | None = None
    is_additive: bool = True
    entry: Entry = "counts"
    is_whole: bool = True
    to_type: str | None = None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One line of Biểu 2. state None: the unit has still to choose one.

    last_word: what the unit said of it last, printed below the task; never put into the column of this period.
    """

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
    extension_until: date | None = None
    extension_document: str | None = None
    last_word: str | None = None


@dataclass(frozen=True, slots=True)
class OwnTaskLine:
    """One line of Biểu 3: a task that the unit set itself."""

    description: str
    product: str | None = None
    due_date: date | None = None
    plan_number: str | None = None
    plan_date: date | None = None
    state: TaskState | None = None
    done_date: date | None = None
    document_number: str | None = None
    document_date: date | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class EventLine:
    """One line of Biểu 4. subject: unit or people concerned; quantity: people, cases or findings."""

    event_kind: EventKind
    description: str
    event_date: date | None = None
    subject: str | None = None
    quantity: Decimal | None = None
    document_number: str | None = None
    document_date: date | None = None
    outcome: str | None = None
    due_date: date | None = None
    done_date: date | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The workbook of one unit for one reporting period.

    superior_name: body above the unit, printed over the unit's name; agency_name: body reported to; window_from and
    window_to: first and last day that the figures cover; is_cumulative: the window begins with the year, so that
    "Lũy kế từ đầu năm" is typed, else "Trong kỳ"; previous_to: last day of the year's window before this one, None
    where this one is the first; due_date: when the report is due; narratives: the words of Biểu 5 by section.
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
    own_tasks: tuple[OwnTaskLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    narratives: Mapping[Section, str] = field(default_factory=dict)
    report_state: ReportState | None = None
    is_cumulative: bool = True
    previous_to: date | None = None
    due_date: date | None = None
