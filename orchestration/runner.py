"""A whole night in this process, told to the operator. What `thuocdo run` does."""

import contextlib
import traceback
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from orchestration import runs
from orchestration.dbt_session import DbtFailedError
from orchestration.night import Night, NightHeldBackError, open_night
from orchestration.progress import vietnamese_seconds
from orchestration.resources import Workspace
from sources.receipts.collection import CollectionError
from sources.receipts.entries import LedgerDamagedError

if TYPE_CHECKING:
    import dagster as dg

# Dagster says about a thousand things a night at its lowest level; these lines end up in last_night.log.
QUIET = {"loggers": {"console": {"config": {"log_level": "INFO"}}}}
# Steps as the progress lines call them.
STEPS = {
    "receive_files": "Nhận tệp thu thập",
    "read_plans": "Đọc kế hoạch",
    "read_results": "Đọc kết quả báo cáo",
    "read_registers": "Đọc sổ theo dõi",
    "read_indices": "Đọc chỉ số công bố",
    "build_warehouse": "Tính và kiểm tra (dbt)",
    "build_pages": "Dựng trang",
    "check_night": "Kiểm tra trước khi công bố",
    "published__feedback": "Lập nội dung cần sửa cho đơn vị",
    "published__current": "Công bố",
}
# Errors whose text is written for the operator, in Vietnamese.
SPOKEN = (NightHeldBackError.__name__, CollectionError.__name__, LedgerDamagedError.__name__)


def run_night(workspace: Workspace, as_of: date | None, console: Console | None) -> runs.Run:
    """Run the nightly job; returns its line in the run ledger. What libraries print goes to state/last_night.log.

    NightRunningError where another process holds the lock, NightHeldBackError where the folders cannot be used.
    """
    with open_night(workspace, as_of, console) as night:
        night.dbt()
        night.progress.say(f"Thước Đo · thư mục thu thập: {workspace.collected}")
        with (
            (workspace.state / "last_night.log").open("w", encoding="utf-8") as log,
            contextlib.redirect_stdout(log),
            contextlib.redirect_stderr(log),
        ):
            night.reason = _execute(night)
        if night.reason:
            stands = "Bản công bố trước vẫn giữ nguyên." if workspace.current.exists() else "Chưa có bản công bố nào."
            night.progress.say(f"✗ {night.reason} {stands}")
    run = runs.history(workspace.runs)[-1]
    if run.status == "published":
        night.progress.say(f"Xong sau {vietnamese_seconds(run.seconds)}.")
    return run


def _execute(night: Night) -> str | None:
    """Why the night was held back, in Vietnamese; None where it was published."""
    # Imported here: the dbt child is importing at the same time on the other core.
    import dagster as dg

    from orchestration import definitions

    log = night.workspace.state / "last_night.log"
    try:
        job = definitions.build(night.dbt(), night).resolve_job_def("nightly")
        with dg.DagsterInstance.ephemeral() as instance:
            result = job.execute_in_process(instance=instance, raise_on_error=False, run_config=QUIET)
        return None if result.success else _reason(result, f"Chi tiết ở {log}.")
    except DbtFailedError as error:
        print(error)
        return f"dbt không đọc được dự án. Chi tiết ở {log}."
    except dg.DagsterExecutionInterruptedError:
        return "Đêm bị ngắt giữa chừng."
    except OSError as error:
        # A full disk, a lost share: nothing of ours, but the operator must be told in one line.
        traceback.print_exc()
        return f"Hệ thống báo lỗi: {error.strerror or error}. Chi tiết ở {log}."


def _reason(result: "dg.ExecuteInProcessResult", detail: str) -> str:
    """Which step failed and why, from the events of the run."""
    for event in result.all_node_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            while error is not None and error.cause is not None and error.cls_name not in SPOKEN:
                error = error.cause
            step = STEPS.get(event.step_key or "", event.step_key)
            if error is not None and error.cls_name in SPOKEN:
                return error.message.partition(": ")[2].strip() or error.message
            print(error.to_string() if error else "")
            return f"Bước «{step}» không đạt. {detail}"
    return f"Đêm không hoàn thành. {detail}"
