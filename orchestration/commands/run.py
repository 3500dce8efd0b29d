"""`thuocdo run`: the nightly job in this process, and what it found."""

import sys
from datetime import date
from typing import Annotated

import typer
from rich.console import Console

from orchestration import runs
from orchestration.commands.account import counts, rebuilt, say
from orchestration.commands.shared import FAILED, LOCKED, AsJson
from orchestration.resources import Workspace, today

# A screen of errors; the page has them all.
ERRORS_SHOWN = 12
# The first reform programme of the catalogue (30c/NQ-CP) begins in 2011.
EARLIEST = date(2011, 1, 1)


def _as_of(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"«{text}» không phải ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2026-10-15") from error
    if not EARLIEST <= day <= today():
        raise typer.BadParameter(f"«{text}» phải từ {EARLIEST:%d/%m/%Y} đến hôm nay")
    return day


def run(
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=_as_of,
            metavar="NGÀY",
            help="Dựng lại đúng những gì đã biết ở ngày này, dạng 2026-10-15; bản dựng lại sẽ được công bố.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Chạy đêm: đọc tệp thu thập, dựng kho, dựng trang, kiểm tra rồi công bố một lần."""
    from orchestration.night import NightHeldBackError, NightRunningError
    from orchestration.runner import run_night

    workspace = Workspace.from_environment()
    # Bound now: while the night runs, what libraries print goes to its log.
    console = Console(file=sys.stderr if as_json else sys.stdout)
    try:
        ended = run_night(workspace, as_of, console)
    except NightRunningError:
        say(console, "Một lượt chạy khác đang giữ khóa; lượt này dừng lại, không thay đổi gì.")
        raise typer.Exit(LOCKED) from None
    except NightHeldBackError as held_back:
        say(console, f"✗ {held_back}")
        raise typer.Exit(FAILED) from None
    if as_json:
        typer.echo(ended.model_dump_json(indent=2))
    if ended.status != "published":
        raise typer.Exit(FAILED)
    _report(workspace, ended, console)


def _report(workspace: Workspace, ended: runs.Run, console: Console) -> None:
    """What was found, and where to look."""
    from orchestration.warehouse.status import findings

    database = workspace.current / "warehouse.duckdb"
    say(console, "")
    for line in counts(ended):
        say(console, line)
    errors = findings(database, "error")
    for path, place, message, _ in errors[:ERRORS_SHOWN]:
        # Most messages name their file already.
        say(console, f"  ! {message}" if path in message else f"  ! {path} · {place}: {message}")
    if len(errors) > ERRORS_SHOWN:
        say(console, f"  … và {len(errors) - ERRORS_SHOWN} lỗi nữa, xem trang Số liệu cần kiểm tra (so-lieu.html)")
    for line in rebuilt(workspace, ended):
        say(console, line)
    say(console, f"Bảng điều hành  {workspace.current / 'dashboards' / 'index.html'}")
    say(console, f"Kho dữ liệu     {database}")
