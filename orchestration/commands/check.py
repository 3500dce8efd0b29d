"""`thuocdo check`: what the night would say of files, before anybody sends them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from orchestration.commands.shared import FAILED, NAMES_SHOWN, AsJson
from orchestration.resources import Workspace

CHECKED_FORMATS = (
    "Báo cáo kết quả (.xlsx, .xls, .csv); kế hoạch (.docx, .pdf, .html, .md, .txt, ảnh quét); sổ theo dõi, bảng chỉ số "
    "(nhận theo tên tệp)."
)


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
