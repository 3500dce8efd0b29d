"""The five tables of the workbook: how each is told, what it cannot be read without, who reads it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from sources.results import headings
from sources.results.workbooks import events, figure_columns, narratives, own_tasks, tasks
from sources.results.workbooks.events import read_events
from sources.results.workbooks.figures import read_figures
from sources.results.workbooks.grid import Grid
from sources.results.workbooks.head_rows import Headings, Spellings
from sources.results.workbooks.lines import Sheet
from sources.results.workbooks.narratives import read_narratives
from sources.results.workbooks.own_tasks import read_own_tasks
from sources.results.workbooks.tasks import read_tasks


@dataclass(frozen=True, slots=True)
class FormTable:
    """One table. telling: columns that only it has; required: columns it cannot be read without; entries: columns that
    people fill in; is_due: a workbook without it is told so; least: headings that make a head row."""

    name: str
    title: str
    spellings: Spellings
    telling: tuple[str, ...]
    required: tuple[str, ...]
    entries: tuple[str, ...]
    read: Callable[[Sheet], None]
    is_due: bool = False
    least: int = 3
    headings: Headings = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "headings", Headings(self.spellings))


FORMS: Final[tuple[FormTable, ...]] = (
    FormTable(
        "Biểu 1",
        headings.FIGURE_SHEET,
        headings.FIGURE_COLUMNS,
        ("indicator_code", "numerator", "in_window", "year_to_date"),
        (),
        figure_columns.ENTRIES,
        read_figures,
        is_due=True,
    ),
    FormTable(
        "Biểu 2",
        headings.TASK_SHEET,
        headings.TASK_COLUMNS,
        ("task_key", "extension_until"),
        ("task_key", "state"),
        tasks.ENTRIES,
        read_tasks,
        is_due=True,
    ),
    FormTable(
        "Biểu 3",
        headings.OWN_TASK_SHEET,
        headings.OWN_TASK_COLUMNS,
        ("plan_number", "plan_date"),
        ("description", "state"),
        own_tasks.ENTRIES,
        read_own_tasks,
    ),
    FormTable(
        "Biểu 4",
        headings.EVENT_SHEET,
        headings.EVENT_COLUMNS,
        ("event_kind",),
        ("event_kind", "description"),
        events.ENTRIES,
        read_events,
    ),
    FormTable(
        "Biểu 5",
        headings.NARRATIVE_SHEET,
        headings.NARRATIVE_COLUMNS,
        ("section",),
        ("section", "content"),
        narratives.ENTRIES,
        read_narratives,
        least=2,
    ),
)


def naming_columns(form: FormTable) -> tuple[str, ...]:
    """Columns that say what a line is about."""
    return form.required or ("indicator_code", "indicator_name")


def missing_columns(form: FormTable, grid: Grid, is_cumulative: bool) -> list[str]:
    """Columns without which the table cannot be read, as the form writes them."""
    required = form.required
    if form.entries is figure_columns.ENTRIES:
        # Codes can be found by names, line by line; which column of figures is needed depends on the window.
        code = () if "indicator_name" in grid.columns else ("indicator_code",)
        required = (*code, figure_columns.typed_field(grid.columns, is_cumulative))
    return [form.spellings[name][0] for name in required if name not in grid.columns]


def computed_of(form: FormTable, grid: Grid, is_cumulative: bool) -> frozenset[str]:
    """Columns of the table in which the form's own formulas are no entries."""
    if form.entries is not figure_columns.ENTRIES:
        return frozenset()
    return figure_columns.computed_fields(grid.columns, is_cumulative)
