"""What a line says of an agency's own work beside a component of an index: its counts, or that there is none."""

from collections.abc import Sequence

from dashboards.pages.indices.subject import Subject
from dashboards.row import Row
from dashboards.theme import formats


def cell_of(subject: Subject, component: str) -> Row | None:
    """The counts of a component in the year that is shown."""
    year = subject.work_year
    found = (row for row in subject.cells if row["component_code"] == component and row["year"] == year)
    return next(found, None)


def items_of(subject: Subject, component: str) -> list[Row]:
    """Everything of the agency that bears on a component in the year that is shown."""
    year = subject.work_year
    return [row for row in subject.items if row["component_code"] == component and row["year"] == year]


def nothing(subject: Subject, component: str) -> str:
    """That nothing bears on a component: in the year that is shown, or at all."""
    words = subject.book.words.index
    is_elsewhere = any(row["component_code"] == component for row in subject.items)
    return words.work_none_year.format(year=subject.work_year) if is_elsewhere else str(words.work_none)


def line(subject: Subject, component: str, items: Sequence[Row]) -> str:
    """The year and its counts; a target printed twice counts once; what was amended away is said to be that alone."""
    words, counts = subject.book.words.index, cell_of(subject, component)
    year = words.work_year.format(year=subject.work_year)
    # What was amended is listed and not counted: it makes no target seem to be printed twice.
    current = [row for row in items if row["is_current"]]
    if not current or counts is None:
        return f"{year} {words.work_amended_alone}"
    is_twice = sum(row["item"] == "target" for row in current) > counts["targets"]
    return " ".join([year, counted(subject, counts), *([words.work_once] if is_twice else [])])


def counted(subject: Subject, row: Row) -> str:
    """Targets met of those judged, tasks done, what else the plans hold; what there is none of is left out."""
    words = subject.book.words.index
    parts = [*_targets_counted(subject, row), *_tasks_counted(subject, row)]
    parts += [
        pattern.format(**{name: formats.number(row[name])})
        for name, pattern in (
            ("indicators_reported", words.work_results),
            ("goals", words.work_goals),
            ("measures", words.work_measures),
        )
        if row[name]
    ]
    return "; ".join(parts) + "."


def _targets_counted(subject: Subject, row: Row) -> list[str]:
    """How many of the targets that were judged are met; those of which nothing can be said yet apart, each state its
    own."""
    words = subject.book.words.index
    judged = sum(row[f"targets_{name}"] for name in ("met", "missed", "on_track", "at_risk", "off_track"))
    counts = (
        (judged, words.work_targets.format(met=formats.number(row["targets_met"]), judged=formats.number(judged))),
        (row["targets_on_track"], words.work_on_track.format(n=formats.number(row["targets_on_track"]))),
        (row["targets_in_progress"], words.work_in_progress.format(n=formats.number(row["targets_in_progress"]))),
        (row["targets_not_due"], words.work_ahead.format(n=formats.number(row["targets_not_due"]))),
        (row["targets_not_reported"], words.work_silent.format(n=formats.number(row["targets_not_reported"]))),
        (
            row["targets_not_assessable"],
            words.work_not_assessable.format(n=formats.number(row["targets_not_assessable"])),
        ),
        (row["targets_other"], words.work_other.format(n=formats.number(row["targets_other"]))),
    )
    return [said for count, said in counts if count]


def _tasks_counted(subject: Subject, row: Row) -> list[str]:
    """How many tasks are done and overdue; where no lead unit ever spoke of one, that none did."""
    words = subject.book.words.index
    if not row["tasks"]:
        return []
    tasks = [item for item in items_of(subject, row["component_code"]) if item["item"] == "task"]
    spoken = any(subject.book.is_task_told(item["plan_key"], item["item_no"]) for item in tasks)
    said = words.work_tasks if spoken else words.work_tasks_silent
    counts = {name: formats.number(row[name]) for name in ("tasks", "tasks_done")}
    parts = [said.format(**counts)]
    for name, pattern in (
        ("tasks_overdue", words.work_overdue),
        ("tasks_overdue_unconfirmed", words.work_unconfirmed),
    ):
        parts += [pattern.format(**{name: formats.number(row[name])})] if row[name] else []
    return parts
