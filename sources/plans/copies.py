"""One plan sent in two forms, a signed scan and its Word file: it counts once."""

from collections.abc import Sequence

from sources.plans.file_rows import WHOLE_FILE, refused_rows
from sources.plans.jobs import Job, PlanFile
from sources.plans.remarks import remark
from sources.plans.rows import PlanRow


def once_each(jobs: Sequence[Job], found: Sequence[PlanFile]) -> list[PlanFile]:
    """The files as read; of several with one number, day and agency only one keeps its rows: text before scans, then
    by name. The others say so."""
    kept: dict[tuple[str, ...], int] = {}
    for at, file in enumerate(found):
        key = _identity(file)
        if key is not None and (key not in kept or _is_scan(found[kept[key]]) > _is_scan(file)):
            kept[key] = at
    return [
        file if (key := _identity(file)) is None or kept[key] == at else _left_out(jobs[at], jobs[kept[key]])
        for at, file in enumerate(found)
    ]


def _left_out(job: Job, kept: Job) -> PlanFile:
    copy = remark("same_plan", WHOLE_FILE, kept.file.name)
    return PlanFile(refused_rows(job.file, copy, status="ignored"))


def _plan(file: PlanFile) -> PlanRow | None:
    return next((row for row in file.rows if isinstance(row, PlanRow)), None)


def _identity(file: PlanFile) -> tuple[str, ...] | None:
    plan = _plan(file)
    if plan is None or not plan.number or not plan.issued_date:
        return None
    return plan.number, plan.issued_date, plan.agency_key


def _is_scan(file: PlanFile) -> bool:
    plan = _plan(file)
    return plan is not None and plan.is_unconfirmed
