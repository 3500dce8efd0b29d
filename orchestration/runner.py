"""A whole night in this process: child first, then Dagster, then the ledger's line. What `thuocdo run` does."""

import contextlib
import io
import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from orchestration import runs, warehouse
from orchestration.dbt_session import DbtFailedError
from orchestration.night import Night, open_night
from orchestration.progress import vietnamese_seconds
from orchestration.resources import Workspace
from sources.receipts.collection import CollectionError

if TYPE_CHECKING:
    import dagster as dg


# Dagster says about a thousand things a night at its lowest level; these lines end up in last_night.log.
QUIET = {"loggers": {"console": {"config": {"log_level": "INFO"}}}}


@dataclass(frozen=True)
class Outcome:
    """How a night ended: its line in the run ledger, and what the operator is told in full where it failed."""

    run: runs.Run
    detail: str = ""


def run_night(workspace: Workspace, as_of: date | None, console: Console | None) -> Outcome:
    """Run the nightly job and enter it in the run ledger. NightRunningError where another process holds the lock."""
    with open_night(workspace, as_of, console) as night:
        started = time.monotonic()
        night.dbt()
        night.progress.say(f"Thước Đo · thư mục thu thập: {workspace.collected}")
        reason, detail = _execute(night)
        counts = warehouse.site_counts(workspace.current / "warehouse.duckdb") if reason is None else {}
        run = runs.Run(
            run_id=night.run_id,
            as_of=_as_of(night),
            collected=str(workspace.collected),
            started_at=night.started_at,
            seconds=round(time.monotonic() - started, 1),
            status="published" if reason is None else "held_back",
            reason=reason,
            counts={name: value for name, value in counts.items() if isinstance(value, int) and name != "is_sample"},
        )
        runs.append(workspace.runs, run)
        night.progress.say(f"Xong sau {vietnamese_seconds(run.seconds)}." if reason is None else f"✗ {reason}")
        return Outcome(run, detail)


def _as_of(night: Night) -> str | None:
    """The date of the night, where it came far enough to have one."""
    try:
        return night.context.as_of.isoformat()
    except CollectionError:
        return None


def _execute(night: Night) -> tuple[str | None, str]:
    """Reason in Vietnamese and detail for the log where the night was held back; (None, "") where it was published."""
    # Imported here: the dbt child is importing at the same time on the other core.
    import dagster as dg

    from orchestration import definitions

    night.workspace.clear_build()
    chatter = io.StringIO()
    try:
        with contextlib.redirect_stdout(chatter), contextlib.redirect_stderr(chatter):
            job = definitions.build(night.dbt(), night).resolve_job_def("nightly")
            with dg.DagsterInstance.ephemeral() as instance:
                result = job.execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET)
    except DbtFailedError as error:
        return "dbt không đọc được dự án; đêm trước vẫn giữ nguyên.", str(error)
    finally:
        (night.workspace.state / "last_night.log").write_text(chatter.getvalue(), encoding="utf-8")
    return (None, "") if result.success else _failure(result)


def _failure(result: "dg.ExecuteInProcessResult") -> tuple[str, str]:
    """Which step failed and why, from the events of the run."""
    for event in result.all_node_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            cause = error.cause if error and error.cause else error
            message = (cause.message if cause else "").strip()
            step = event.step_key or ""
            return f"Bước {step} không đạt; bản công bố đêm trước vẫn giữ nguyên.", message
    return "Đêm không hoàn thành; bản công bố đêm trước vẫn giữ nguyên.", ""
