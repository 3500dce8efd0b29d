"""`thuocdo review`: all that was read from a plan in one workbook, for a person to correct."""

import json
from pathlib import Path
from typing import Annotated

import typer

from orchestration.commands.shared import FAILED, AsJson


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
