"""One plan as plain data, for `thuocdo extract`: the rows that the night loads, in the annotations' columns."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sources.contract import Provenance, RawRow, SourceFile
from sources.plans.jobs import Job, PlanFile
from sources.plans.reader import plan_key_of, read_each
from sources.plans.reviews.collected import is_review, of_plan, read_reviews
from sources.plans.unit_cells import is_collective, split_units, unit_match_key

# The rows of one look at a file are not kept, so the day it came does not matter; no clock is read. It lies ahead of
# every date that a review can carry, since a review comes after it was written.
_NO_DAY = datetime(2101, 1, 1, tzinfo=UTC)
_TABLES = {
    "plans_targets": "targets",
    "plans_goals": "goals",
    "plans_tasks": "tasks",
    "plans_measures": "measures",
    "plans_duties": "duties",
    "plans_citations": "citations",
    "plans_findings": "findings",
}
_NAMES = {
    "measure_no": "body_task_no",
    "duty_no": "resp_no",
    "document_date": "date",
    "document_type": "type",
}


def extract(path: Path) -> dict[str, Any]:
    """What the reader finds in the plan at `path` and what lies beside it. Dates are ISO, blanks are None.

    units: those that lead or help with a task, or bear a duty; other names in sentences are not gathered.
    """
    rows = look_at(path).rows
    found: dict[str, Any] = {"plan": {}, "targets": [], "goals": [], "tasks": [], "measures": [], "duties": []}
    found.update({"units": [], "citations": [], "findings": []})
    units: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.table == "plans_plans":
            found["plan"] = {**_columns(row), "implements": []}
        elif row.table in _TABLES:
            found[_TABLES[row.table]].append(_columns(row))
    tasks = {task["task_no"]: task for task in found["tasks"]}
    for task in tasks.values():
        task.update(lead_units=[], coordinating_units=[])
    for row in rows:
        columns = _columns(row)
        if row.table == "plans_task_units":
            tasks[columns["task_no"]][f"{columns['role']}_units"].append(columns["unit_name"])
            units.setdefault(columns["unit_name"], _unit(columns))
        elif row.table == "plans_parents":
            parent = {name: columns[name] for name in ("number", "date", "issuer", "place")}
            found["plan"]["implements"].append(parent)
    for duty in found["duties"]:
        for name in split_units(duty["unit"]):
            units.setdefault(name, _unit_of_duty(name, duty["place"]))
    found["units"] = list(units.values())
    return found


def look_at(path: Path) -> PlanFile:
    """The plan at `path`, read with the .yml and the reviews beside it as the night would read them."""
    beside = next(
        (path.with_suffix(ending) for ending in (".yml", ".yaml") if path.with_suffix(ending).is_file()), None
    )
    file = _source_file(path)
    workbooks = (_source_file(other) for other in path.parent.iterdir() if is_review(other.name) and other.is_file())
    reviews = of_plan(read_reviews(workbooks), plan_key_of(file))
    return read_each([Job(file, _source_file(beside) if beside else None, reviews)])[0]


def _unit_of_duty(name: str, place: str) -> dict[str, Any]:
    key = {"unit_name": name, "unit_match_key": unit_match_key(name), "is_collective": is_collective(name)}
    return _unit({**key, "place": place})


def _unit(columns: dict[str, Any]) -> dict[str, Any]:
    return {
        "printed_form": columns["unit_name"],
        "match_key": columns["unit_match_key"],
        "is_collective": columns["is_collective"],
        "place": columns["place"],
    }


def _source_file(path: Path) -> SourceFile:
    try:
        content = path.read_bytes()
    except OSError:
        content = b""  # the reader says what is wrong with the file
    return SourceFile(path, path.name, hashlib.sha256(content).hexdigest(), _NO_DAY)


def _columns(row: RawRow) -> dict[str, Any]:
    own = {name: value for name, value in row if name not in Provenance.model_fields and name != "plan_key"}
    columns = {_NAMES.get(name, name): _plain(value) for name, value in own.items()}
    if row.table == "plans_plans":
        columns["plan_key"] = getattr(row, "plan_key", None)
    return {**columns, "place": row.source_place}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
