"""The workbooks that units fill in, from what is published: who is asked, what for, under which file name.

Rows of the warehouse become forms here; how a form looks is the business of sources.results.template.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from orchestration.form_names import named, spoken, unknown
from orchestration.warehouse import forms
from sources.results.headings import TASK_STATES
from sources.results.template import wording
from sources.results.template.form import FigureLine, Form, TaskLine
from sources.results.template.workbook import content


class NothingPublishedError(Exception):
    """No night has been published yet, or the published one knows no forms. Its text says what to do."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One workbook to be written. name: of its file."""

    name: str
    form: Form


def issues(database: Path, agency: str, period: str, unit: str | None) -> list[Issue]:
    """The workbooks of an agency for a period: of one unit, else of those that owe the report, else of all its units.

    Raises NothingPublishedError, UnknownNameError.
    """
    if not database.exists():
        raise NothingPublishedError("Chưa có bản công bố nào. Chạy: thuocdo run")
    written, period = period, spoken(period)
    try:
        rows = forms.forms(database, agency, period)
        names = {} if rows else forms.form_names(database, agency)
    except duckdb.CatalogException:
        raise NothingPublishedError("Bản đang công bố chưa có biểu mẫu. Chạy lại: thuocdo run") from None
    if not rows:
        raise unknown(names, agency, written)
    chosen = [named(rows, unit)] if unit is not None else [row for row in rows if row["is_owed"]] or rows
    keys = [row["unit_key"] for row in chosen]
    figures = _by_unit(forms.form_figures(database, period, keys))
    tasks = _by_unit(forms.form_tasks(database, period, keys))
    return [
        Issue(
            f"{row['period_key']}_{row['unit_key'].partition('/')[2]}.xlsx",
            _form(row, figures.get(row["unit_key"], ()), tasks.get(row["unit_key"], ())),
        )
        for row in chosen
    ]


def write(issued: Iterable[Issue], folder: Path) -> list[Path]:
    """Write the workbooks into `folder`. FileExistsError before anything is written, its arguments the names there."""
    waiting = [(folder / issue.name, issue.form) for issue in issued]
    standing = [path.name for path, _ in waiting if path.exists()]
    if standing:
        raise FileExistsError(*standing)
    folder.mkdir(parents=True, exist_ok=True)
    for path, form in waiting:
        # "x" refuses what another process has put there meanwhile.
        with path.open("xb") as stream:
            stream.write(content(form))
    return [path for path, _ in waiting]


def _form(row: dict[str, Any], figures: Sequence[dict[str, Any]], tasks: Sequence[dict[str, Any]]) -> Form:
    return Form(
        superior_name=row["agency_name"],
        agency_name=row["agency_name"],
        agency_key=row["agency_key"],
        unit_name=row["unit_name"],
        unit_key=row["unit_key"],
        period_key=row["period_key"],
        period_name=row["period_name"],
        window_from=row["window_from"],
        window_to=row["window_to"],
        head_name=row["head"],
        is_simulated=row["is_simulated"],
        is_cumulative=row["is_cumulative"],
        previous_to=row["previous_to"],
        due_date=row["due_date"],
        figures=tuple(_figure_line(figure, row) for figure in figures),
        tasks=tuple(_task_line(task) for task in tasks),
    )


def _figure_line(figure: dict[str, Any], form: dict[str, Any]) -> FigureLine:
    definitions = figure["numerator_definition"], figure["denominator_definition"]
    other_day = figure["previous_to"] if figure["previous_to"] != form["previous_to"] else None
    return FigureLine(
        indicator_code=figure["indicator_code"],
        indicator_name=figure["indicator_name"],
        unit_name=wording.measure(figure["unit"]),
        previous=figure["previous"],
        definition=wording.definition(
            *definitions,
            (figure["targets"] or "").splitlines(),
            other_day,
        ),
        is_additive=figure["is_additive"],
        entry=figure["entry"],
        is_whole=figure["is_whole"],
        to_type=wording.mean(figure["entry"], figure["unit"], *definitions),
    )


def _task_line(task: dict[str, Any]) -> TaskLine:
    last = f"{task['last_period_name']}: {TASK_STATES[task['last_state']]}" if task["last_state"] else None
    due = f"{task['due_to']:%d/%m/%Y}" if task["due_to"] else None
    return TaskLine(
        plan_key=task["plan_key"],
        task_no=task["task_no"],
        description=task["description"],
        product=task["product"],
        deadline_text=task["deadline_text"] or due,
        last_word=last,
    )


def _by_unit(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["unit_key"], []).append(row)
    return grouped
