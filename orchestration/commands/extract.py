"""`thuocdo extract`: what the reader finds in one plan."""

import json
from pathlib import Path
from typing import Annotated

import typer

from orchestration.commands.shared import FAILED, AsJson

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
