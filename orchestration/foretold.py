"""What is known of a report beside what its reader says, from the last publication and the ledger: tasks that no plan
has, indicators that were asked for and not answered, and that the very file has come before."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, cast

import duckdb
import pyarrow.parquet as pq

from orchestration import receipts
from orchestration.dbt_session import DBT_PROJECT
from orchestration.resources import HOME_ZONE, Workspace
from orchestration.warehouse import forms
from sources.contract import RawRow, SourceFile
from sources.findings import Severity
from sources.plans.rows import TaskRow
from sources.results.feedback import parts
from sources.results.feedback.parts import Line, Noted
from sources.results.known import Known
from sources.results.rows import FigureRow, QuarantineRow, SubmissionRow, TaskProgressRow

_RULES: Final = DBT_PROJECT / "seeds" / "finding_rules.csv"
_UNKNOWN: Final = "unknown_task"
_SENT_BEFORE: Final = (
    "Không cần gửi lại. Nếu định gửi báo cáo kỳ khác hoặc bản đã sửa, kiểm tra có chọn nhầm tệp không."
)


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


def unanswered(rows: Iterable[RawRow], reports: Sequence[SubmissionRow], workspace: Workspace) -> Iterator[Line]:
    """Indicators that the published form of a workbook's unit and period asks for and the workbook leaves out."""
    database = workspace.current / "warehouse.duckdb"
    if len(reports) != 1 or reports[0].layout != "form" or not database.exists():
        return
    told = {row.indicator_code for row in rows if isinstance(row, FigureRow | QuarantineRow)}
    try:
        asked = forms.asked_of(database, reports[0].unit_key, reports[0].period_key)
    except duckdb.CatalogException:
        return
    line = parts.unanswered([row["indicator_name"] for row in asked if row["indicator_code"] not in told])
    if line:
        yield line


def already_received(
    file: SourceFile, workspace: Workspace, reports: Sequence[SubmissionRow], told: Known
) -> Iterator[Line]:
    """The very content has come before: nothing new would be sent."""
    if not workspace.receipts.exists():
        return
    entries = [entry for entry in receipts.read(workspace) if entry.source_sha256 == file.sha256]
    if not entries:
        return
    first = min(entries, key=lambda entry: entry.received_at)
    periods = dict.fromkeys(told.period_name(row.agency_key, row.period_key) for row in reports)
    of_period = f", kỳ {', '.join(periods)}" if len(periods) == 1 else ""
    what = f"Tệp này đã nhận ngày {first.received_at.astimezone(HOME_ZONE):%d/%m/%Y}{of_period} ({first.source_path})."
    yield Line("already_received", "info", "", parts.WHOLE_FILE, "", what, _SENT_BEFORE)


def _rule(kind: str) -> dict[str, str]:
    with _RULES.open(encoding="utf-8", newline="") as stream:
        return next(line for line in csv.DictReader(stream) if line["kind"] == kind)
