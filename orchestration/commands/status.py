"""`thuocdo status`: the last night, what was published, what was held back and why."""

import json
from typing import Any

import typer

from orchestration import runs
from orchestration.commands.account import counts, rebuilt
from orchestration.commands.shared import FAILED, AsJson
from orchestration.resources import Workspace


def status(as_json: AsJson = False) -> None:
    """Đêm gần nhất: đã công bố gì, giữ lại gì và vì sao."""
    workspace = Workspace.from_environment()
    history = runs.history(workspace.runs)
    published = [run for run in history if run.status == "published"]
    last = history[-1] if history else None
    shown = published[-1] if published else None
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "last": last.model_dump(mode="json") if last else None,
                    "published": shown.model_dump(mode="json") if shown else None,
                    "differences": _differences(workspace, shown) if shown and shown.rebuilds else None,
                },
                ensure_ascii=False,
                indent=2,
            )
        )
    elif last is None:
        typer.echo(f"Chưa chạy đêm nào với thư mục trạng thái {workspace.state}. Chạy: thuocdo run")
    else:
        typer.echo(f"Đêm gần nhất: {last.started_at:%H:%M ngày %d/%m/%Y}: {_in_words(workspace, last)}")
        if shown:
            typer.echo(f"Đang công bố: bản {shown.run_id}, {workspace.current}")
            for line in (*counts(shown), *rebuilt(workspace, shown)):
                typer.echo(line)
    if last is not None and last.status != "published":
        raise typer.Exit(FAILED)


def _differences(workspace: Workspace, run: runs.Run) -> dict[str, Any] | None:
    from orchestration import differences

    found = differences.read(workspace.version(run.run_id))
    return found.model_dump(mode="json") if found else None


def _in_words(workspace: Workspace, run: runs.Run) -> str:
    if run.status != "started":
        return "đã công bố" if run.status == "published" else f"giữ lại. {run.reason}"
    from orchestration.night import is_running

    words = {True: "đang chạy", False: "đã bị ngắt giữa chừng", None: "đang chạy, hoặc đã bị ngắt giữa chừng"}
    return words[is_running(workspace)]
