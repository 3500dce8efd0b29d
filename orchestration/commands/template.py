"""`thuocdo template`: the workbooks that units fill in."""

import json
from pathlib import Path
from typing import Annotated

import typer

from orchestration.commands.shared import FAILED, NAMES_SHOWN, AsJson
from orchestration.resources import Workspace


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
