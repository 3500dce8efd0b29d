"""What the models say of a report once it has been read, foretold from the last publication: tasks that no plan has."""

import csv
from collections.abc import Iterable, Iterator
from typing import Final, cast

import pyarrow.parquet as pq

from orchestration.dbt_session import DBT_PROJECT
from orchestration.resources import Workspace
from sources.contract import RawRow
from sources.findings import Severity
from sources.plans.rows import TaskRow
from sources.results.feedback.parts import Noted
from sources.results.rows import TaskProgressRow

_RULES: Final = DBT_PROJECT / "seeds" / "finding_rules.csv"
_UNKNOWN: Final = "unknown_task"


def unknown_tasks(rows: Iterable[RawRow], workspace: Workspace) -> Iterator[Noted]:
    """Task lines that name no task of a published plan; nothing before the first publication."""
    tasks = workspace.current / "raw" / f"{TaskRow.table}.parquet"
    if not tasks.exists():
        return
    known = {
        (row["plan_key"], row["task_no"]) for row in pq.read_table(tasks, columns=["plan_key", "task_no"]).to_pylist()
    }
    rule = _rule(_UNKNOWN)
    for row in rows:
        if isinstance(row, TaskProgressRow) and (row.plan_key, row.task_no) not in known:
            task = f"{row.plan_key}/{row.task_no}"
            severity = cast(Severity, rule["severity"])
            yield Noted(_UNKNOWN, severity, row.source_place, task, rule["message"].format(value=task), rule["remedy"])


def _rule(kind: str) -> dict[str, str]:
    with _RULES.open(encoding="utf-8", newline="") as stream:
        return next(line for line in csv.DictReader(stream) if line["kind"] == kind)
