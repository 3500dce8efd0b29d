"""The command line: thin, Vietnamese, with `--json` for machines.

Exit codes: 0 done, findings included; 1 failed or held back; 2 wrong usage; 3 another run holds the lock.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from orchestration import runs
from orchestration.resources import Workspace, today

app = typer.Typer(
    name="thuocdo",
    help="Thước Đo: kho theo dõi cải cách hành chính ngành y tế.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
FAILED, LOCKED = 1, 3
# The first reform programme of the catalogue (30c/NQ-CP) begins in 2011.
EARLIEST = date(2011, 1, 1)
PLAN_FORMATS = (
    "Tệp kế hoạch: Word (.docx), PDF (.pdf), trang web (.html), Markdown (.md), văn bản thuần (.txt); bản quét, ảnh "
    "(.pdf, .png, .jpg, .tif) khi máy có phần mở rộng ocr."
)
PLAN_WORDS = {
    "number": "Số, ký hiệu",
    "issued_date": "Ngày ban hành",
    "issued_place": "Nơi ban hành",
    "agency": "Cơ quan ban hành",
    "province": "Tỉnh, thành phố",
    "title": "Tên kế hoạch",
    "period_start": "Từ năm",
    "period_end": "Đến năm",
    "signer": "Người ký",
    "signer_title": "Chức vụ",
    "signed_for": "Ký thay",
}
ROW_WORDS = {
    "targets": "Chỉ tiêu có con số",
    "goals": "Mục tiêu không có số",
    "tasks": "Nhiệm vụ phụ lục",
    "measures": "Giải pháp",
    "duties": "Trách nhiệm",
    "citations": "Văn bản viện dẫn",
    "findings": "Nội dung cần kiểm tra",
}
AsJson = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON cho máy đọc.")]


def _as_of(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"«{text}» không phải ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2026-10-15") from error
    if not EARLIEST <= day <= today():
        raise typer.BadParameter(f"«{text}» phải từ {EARLIEST:%d/%m/%Y} đến hôm nay")
    return day


@app.command()
def run(
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=_as_of,
            metavar="NGÀY",
            help="Ngày chốt số liệu, dạng 2026-10-15; bản của ngày này sẽ được công bố.",
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
        _say(console, "Một lượt chạy khác đang giữ khóa; lượt này dừng lại, không thay đổi gì.")
        raise typer.Exit(LOCKED) from None
    except NightHeldBackError as held_back:
        _say(console, f"✗ {held_back}")
        raise typer.Exit(FAILED) from None
    if as_json:
        typer.echo(ended.model_dump_json(indent=2))
    if ended.status != "published":
        raise typer.Exit(FAILED)
    _report(workspace, ended, console)


def _report(workspace: Workspace, ended: runs.Run, console: Console) -> None:
    """What was found, and where to look."""
    from orchestration import warehouse

    database = workspace.current / "warehouse.duckdb"
    _say(console, "")
    for line in _counts(ended):
        _say(console, line)
    for path, place, message, _ in warehouse.findings(database, "error"):
        # Most messages name their file already.
        _say(console, f"  ! {message}" if path in message else f"  ! {path} · {place}: {message}")
    _say(console, f"Bảng điều hành  {workspace.current / 'dashboards' / 'index.html'}")
    _say(console, f"Kho dữ liệu     {database}")


def _counts(ended: runs.Run) -> list[str]:
    """What a published night holds and held back, in words."""
    counts = ended.counts
    return [
        f"Số liệu đến ngày {date.fromisoformat(ended.as_of or ''):%d/%m/%Y}",
        f"  {counts['agencies']} cơ quan · {counts['plans']} kế hoạch · {counts['targets']} chỉ tiêu · "
        f"{counts['goals']} mục tiêu không có số · {counts['tasks']} nhiệm vụ · {counts['units']} đơn vị",
        f"  {counts['files_received']} tệp: {counts['files_read']} đọc được, {counts['files_unreadable']} không đọc "
        f"được, {counts['files_ignored']} không dùng · {counts['values_quarantined']} số liệu chờ xác minh",
        f"  Nội dung cần kiểm tra: {counts['findings_error']} lỗi, {counts['findings_warning']} cảnh báo, "
        f"{counts['findings_info']} lưu ý",
    ]


def _say(console: Console, line: str) -> None:
    """One line as it stands: no mark-up, no breaks of our own."""
    console.print(line, markup=False, highlight=False, soft_wrap=True)


@app.command()
def extract(
    plan: Annotated[Path, typer.Argument(help=PLAN_FORMATS, exists=True, dir_okay=False)],
    as_json: AsJson = False,
) -> None:
    """Đọc một kế hoạch và in những gì tìm được, đúng như khi chạy đêm."""
    from sources.plans.extract import extract as extract_plan

    found = extract_plan(plan)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for field, label in PLAN_WORDS.items():
            typer.echo(f"{label:<26}{found['plan'].get(field) or '—'}")
        for name, label in ROW_WORDS.items():
            typer.echo(f"{label:<26}{len(found[name])}")
    errors = [finding for finding in found["findings"] if finding["severity"] == "error"]
    for finding in errors:
        typer.echo(f"! {finding['place']}: {finding['message']} {finding['remedy']}", err=True)
    if errors:
        raise typer.Exit(FAILED)


@app.command()
def review(
    plan: Annotated[Path, typer.Argument(help="Tệp kế hoạch cần rà soát.", exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Option("--out", metavar="TỆP.xlsx", help="Bảng rà soát sẽ được ghi; chưa có sẵn.")],
    as_json: AsJson = False,
) -> None:
    """Lập bảng rà soát: mọi nội dung đọc được từ kế hoạch, để một người xem, sửa và gửi lại."""
    from sources.plans.reviews.issuing import UnreadablePlanError, look_through

    if out.suffix.casefold() != ".xlsx":
        raise typer.BadParameter(f"«{out}» phải có đuôi .xlsx", param_hint="--out")
    if out.exists():
        raise typer.BadParameter(f"«{out}» đã có; có thể đó là bảng đã rà soát. Chọn tên khác", param_hint="--out")
    try:
        found = look_through(plan)
    except UnreadablePlanError as error:
        typer.echo(f"! {error}", err=True)
        raise typer.Exit(FAILED) from None
    try:
        found.issue(out)
    except OSError as error:
        typer.echo(f"! Không ghi được {out}: {error.strerror}", err=True)
        raise typer.Exit(FAILED) from None
    if as_json:
        typer.echo(json.dumps({"out": str(out), "rows": found.counts}, ensure_ascii=False, indent=2))
        return
    for name, count in found.counts.items():
        typer.echo(f"{name:<26}{count}")
    typer.echo(f"Đã ghi {out}. Rà soát xong, đặt tệp này vào thư mục plans, cạnh tệp kế hoạch.")


@app.command()
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
                },
                ensure_ascii=False,
                indent=2,
            )
        )
    elif last is None:
        typer.echo(f"Chưa chạy đêm nào với thư mục trạng thái {workspace.state}. Chạy: thuocdo run")
    else:
        typer.echo(f"Đêm gần nhất: {last.started_at:%H:%M ngày %d/%m/%Y}: {_in_words(last)}")
        if shown:
            typer.echo(f"Đang công bố: bản {shown.run_id}, {workspace.current}")
            for line in _counts(shown):
                typer.echo(line)
    if last is not None and last.status != "published":
        raise typer.Exit(FAILED)


def _in_words(run: runs.Run) -> str:
    words = {"published": "đã công bố", "started": "đang chạy, hoặc đã bị ngắt giữa chừng"}
    return words.get(run.status) or f"giữ lại. {run.reason}"


if __name__ == "__main__":
    app()
