"""The command line: thin, Vietnamese, with `--json` for machines.

Exit codes: 0 done, findings included; 1 failed or held back; 2 wrong usage; 3 another run holds the lock.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from orchestration import runs, usage
from orchestration.resources import HOME_ZONE, Workspace, today

app = typer.Typer(
    name="thuocdo",
    cls=usage.Group,
    # Plain text: what stands in boxes is neither found by a search nor read aloud well.
    rich_markup_mode=None,
    help="Thước Đo: kho theo dõi cải cách hành chính ngành y tế.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
FAILED, LOCKED = 1, 3
# A screen of errors; the page has them all.
ERRORS_SHOWN = 12
NAMES_SHOWN = 5
# The first reform programme of the catalogue (30c/NQ-CP) begins in 2011.
EARLIEST = date(2011, 1, 1)
PLAN_FORMATS = (
    "Tệp kế hoạch: Word (.docx), PDF (.pdf), trang web (.html), Markdown (.md), văn bản thuần (.txt); bản quét, ảnh "
    "(.pdf, .png, .jpg, .tif) khi máy có phần mở rộng ocr."
)
CHECKED_FORMATS = (
    "Báo cáo kết quả (.xlsx, .xls, .csv); kế hoạch (.docx, .pdf, .html, .md, .txt, ảnh quét); sổ theo dõi, bảng chỉ số "
    "(nhận theo tên tệp)."
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


@app.command(cls=usage.Command)
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
    errors = warehouse.findings(database, "error")
    for path, place, message, _ in errors[:ERRORS_SHOWN]:
        # Most messages name their file already.
        _say(console, f"  ! {message}" if path in message else f"  ! {path} · {place}: {message}")
    if len(errors) > ERRORS_SHOWN:
        _say(console, f"  … và {len(errors) - ERRORS_SHOWN} lỗi nữa, xem trang Số liệu cần kiểm tra (so-lieu.html)")
    for line in _rebuilt(workspace, ended):
        _say(console, line)
    _say(console, f"Bảng điều hành  {workspace.current / 'dashboards' / 'index.html'}")
    _say(console, f"Kho dữ liệu     {database}")


def _rebuilt(workspace: Workspace, run: runs.Run) -> list[str]:
    """Of a night built again: how much it knew, and what became of the comparison with the night of then."""
    if run.known_until is None:
        return []
    known = f"Chỉ dùng những gì đã biết đến {run.known_until.astimezone(HOME_ZONE):%H:%M ngày %d/%m/%Y}."
    if run.rebuilds is None:
        return [known, "Không có đêm nào đã công bố cho ngày này; lấy mọi tệp nhận đến hết ngày."]
    from orchestration import differences

    found = differences.read(workspace.version(run.run_id))
    if found is None:
        return [known, f"Bản công bố của đêm {run.rebuilds} không còn được giữ nên không đối chiếu được."]
    return [known, *differences.in_words(found)]


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


@app.command(cls=usage.Command)
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


@app.command(cls=usage.Command)
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


@app.command(cls=usage.Command)
def check(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help=CHECKED_FORMATS, exists=True, dir_okay=False)],
    as_json: AsJson = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="THƯ_MỤC", help="Ghi thêm bảng nội dung cần sửa của từng tệp.", file_okay=False),
    ] = None,
) -> None:
    """Xem trước hệ thống sẽ nói gì về các tệp này, trước khi gửi; không nhận, không công bố gì."""
    from orchestration.checked import said, write_workbooks
    from orchestration.checking import check as check_files

    checked = check_files(files, Workspace.from_environment())
    try:
        written = write_workbooks(checked, out) if out else []
    except FileExistsError as error:
        named = ", ".join(map(str, error.args[:NAMES_SHOWN])) + (" …" if len(error.args) > NAMES_SHOWN else "")
        typer.echo(f"! {out} đã có {named}. Chưa ghi tệp nào; chọn thư mục khác hoặc chuyển các tệp này đi.", err=True)
        raise typer.Exit(FAILED) from None
    except OSError as error:
        typer.echo(f"! Không ghi được vào {out}: {error.strerror}", err=True)
        raise typer.Exit(FAILED) from None
    if as_json:
        typer.echo(json.dumps([one.plain for one in checked], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(line for one in checked for line in said(one)))
        for path in written:
            typer.echo(f"Đã ghi {path}")
    if any(one.feedback.has_errors for one in checked):
        raise typer.Exit(FAILED)


@app.command(cls=usage.Command)
def template(
    agency: Annotated[str, typer.Option("--agency", metavar="MÃ", help="Mã cơ quan nhận báo cáo.")],
    period: Annotated[
        str,
        typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2026-q1, 2026-h1, 2026-q3 … hoặc «Quý III năm 2026»."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi ghi các biểu mẫu.", file_okay=False)],
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Một đơn vị: mã, tên viết tắt hoặc tên.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Phát hành biểu mẫu báo cáo kỳ đã điền sẵn, mỗi đơn vị một tệp, theo bản đang công bố."""
    from orchestration import forms
    from orchestration.form_names import UnknownNameError

    database = Workspace.from_environment().current / "warehouse.duckdb"
    try:
        written = forms.write(forms.issues(database, agency, period, unit), out)
    except forms.NothingPublishedError as error:
        typer.echo(f"! {error}", err=True)
        raise typer.Exit(FAILED) from None
    except UnknownNameError as error:
        raise typer.BadParameter(str(error), param_hint=error.parameter) from None
    except FileExistsError as error:
        named = ", ".join(map(str, error.args[:NAMES_SHOWN])) + (" …" if len(error.args) > NAMES_SHOWN else "")
        message = (
            f"trong «{out}» đã có {len(error.args)} tệp cùng tên: {named}. Chưa ghi tệp nào; chọn thư mục khác, chuyển "
            "các tệp này đi, hoặc dùng --unit để lập biểu cho từng đơn vị còn thiếu"
        )
        raise typer.BadParameter(message, param_hint="--out") from None
    except OSError as error:
        typer.echo(f"! Không ghi được vào {out}: {error.strerror}", err=True)
        raise typer.Exit(FAILED) from None
    if as_json:
        typer.echo(json.dumps({"files": [str(path) for path in written]}, ensure_ascii=False, indent=2))
        return
    for path in written:
        typer.echo(str(path))
    typer.echo(f"Đã ghi {len(written)} biểu mẫu.")


@app.command(cls=usage.Command)
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
            for line in (*_counts(shown), *_rebuilt(workspace, shown)):
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


if __name__ == "__main__":
    app()
