"""The workbooks of the simulated units: who sent what for which period, from story/reports.yml and story/tasks.yml."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sources.results import workbook
from sources.results.form import Form, TaskLine
from sources.simulation.agency import Agency, Period, Unit
from sources.simulation.figures import figure_lines
from sources.simulation.plan import plan_tasks
from sources.simulation.spoiling import spoil
from sources.simulation.story import tell
from sources.vietnamese.normal import slug

# What the mail server of the department needs at most.
_ON_THE_WAY: Final = timedelta(minutes=5)
_PREPARER: Final = "Người lập biểu mô phỏng"


@dataclass(frozen=True, slots=True)
class Sending:
    """One workbook that was sent. path: inside the collection; instants without zone are Vietnamese time."""

    path: str
    sent_at: datetime
    received_at: datetime
    sender: str


def sendings(agency: Agency) -> Iterator[tuple[Sending, Unit, Period, dict[str, Any]]]:
    """Every workbook of the story, with its unit, its period and what the story says of it."""
    for period_key, reports in tell("reports").items():
        period = agency.periods[period_key]
        year, part = period_key.split("-")
        for report in reports:
            unit = agency.units[report["unit"]]
            sent_at = datetime.fromisoformat(report["sent"])
            name = report.get("file") or slug(unit.name)
            path = f"results/{year}/{part}/{name}.xlsx"
            yield Sending(path, sent_at, sent_at + _ON_THE_WAY, unit.name), unit, period, report


def write_results(agency: Agency, out: Path) -> None:
    """Write every workbook under `out`."""
    progress, tasks, plan = tell("tasks"), {task["number"]: task for task in plan_tasks()}, tell("plan")["key"]
    for sending, unit, period, report in sendings(agency):
        told = progress.get(period.key, {}).get(unit.name, {})
        form = Form(
            superior_name=agency.name,
            agency_name=agency.name,
            agency_key=agency.key,
            unit_name=unit.name,
            unit_key=unit.key,
            period_key=period.key,
            period_name=period.name,
            window_from=period.window_from,
            window_to=period.window_to,
            report_number=report["number"],
            sent_date=sending.sent_at.date(),
            prepared_by=_PREPARER,
            head_name=unit.head,
            is_simulated=True,
            figures=tuple(figure_lines(unit.name, period.key.split("-")[1], report.get("change", {}))),
            tasks=tuple(_task_line(plan, tasks[number], word) for number, word in told.items()),
        )
        path = out / sending.path
        path.parent.mkdir(parents=True, exist_ok=True)
        workbook.write(form, path)
        spoil(path, form, report.get("spoil", {}))


def _task_line(plan_key: str, task: dict[str, str], word: dict[str, Any]) -> TaskLine:
    """A task of the plan with the word of its lead unit."""
    return TaskLine(
        plan_key=plan_key,
        task_no=task["number"],
        description=task["task"],
        product=task["product"],
        deadline_text=task["when"] or None,
        state=word["state"],
        done_date=word.get("done"),
        document_number=word.get("document"),
        document_date=word.get("dated"),
        explanation=word.get("explanation"),
    )
