"""The files that the simulated units sent: workbooks of the form, spoiled where the story says so, and stored ones."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sources.results.template import workbook
from sources.results.template.form import Form
from sources.simulation.agency import Agency
from sources.simulation.annexes import event_lines, narratives, own_task_lines
from sources.simulation.figures import figure_lines
from sources.simulation.sendings import Sending, sendings
from sources.simulation.slimming import slimmed
from sources.simulation.spoiling import spoil
from sources.simulation.tasks import task_lines

_PREPARER: Final = "Người lập biểu mô phỏng"
_NOTHING: Final[dict[str, Any]] = {
    "numerator": None,
    "denominator": None,
    "value": None,
    "state": "reported",
    "explanation": None,
    "evidence": None,
}
# Files that were once sent in a way that nobody writes today: the form before this one, old Excel.
_STORED: Final = Path(__file__).parent / "story" / "files"


def write_results(agency: Agency, out: Path) -> None:
    """Write every file under `out`."""
    for sending in sendings(agency):
        _write(agency, sending, out)


def _write(agency: Agency, sending: Sending, out: Path) -> None:
    path = out / sending.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if "stored" in sending.told:
        shutil.copyfile(_STORED / sending.told["stored"], path)
    else:
        form = form_of(agency, sending)
        path.write_bytes(slimmed(workbook.content(form)))
        spoil(path, form, sending.told.get("spoil", {}))
    for copy in sending.copies:
        shutil.copyfile(path, out / copy)


def form_of(agency: Agency, sending: Sending) -> Form:
    """The filled in form of a report."""
    unit, period, told = sending.unit, sending.period, sending.told
    figured = agency.periods[told.get("figures_of", period.key)]
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
        report_number=sending.number,
        sent_date=sending.sent_at.date(),
        prepared_by=_PREPARER,
        head_name=unit.head,
        is_simulated=True,
        figures=tuple(figure_lines(unit, figured, told.get("change", {}), is_quarterly=agency.is_quarterly(unit))),
        tasks=tuple(task_lines(unit, period)),
        own_tasks=tuple(own_task_lines(unit, period)),
        events=tuple(event_lines(unit, period)),
        narratives=narratives(unit, period),
        report_state=told.get("state", "signed"),
        is_cumulative=period.is_cumulative,
    )
    return _blanked(form) if told.get("blank") else form


def _blanked(form: Form) -> Form:
    """The form as it was issued: nothing typed into it."""
    issued = tuple(replace(line, **_NOTHING) for line in form.figures)
    return replace(form, figures=issued, tasks=(), own_tasks=(), events=(), narratives={})
