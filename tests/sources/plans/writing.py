"""Short plans for tests, put together from the parts that matter to one test."""

from pathlib import Path
from typing import Any

from sources.plans.extract import extract

HEAD = "SỞ Y TẾ TỈNH CÀ MAU\n\nSố: 7/KH-SYT\n\nCà Mau, ngày 02 tháng 01 năm 2025\n\n"
TITLE = "KẾ HOẠCH\n\n**Cải cách hành chính năm 2025**\n\n"
COLUMNS = "STT\tMục tiêu\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời hạn"


def found_in(
    folder: Path, body: str, *, head: str = HEAD, title: str = TITLE, name: str = "ca_mau_2025.txt"
) -> dict[str, Any]:
    """What the reader finds in a plan of this body."""
    path = folder / name
    path.write_text(head + title + body, encoding="utf-8")
    return extract(path)


def kinds(found: dict[str, Any]) -> list[str]:
    """Kinds of the findings in order."""
    return [finding["kind"] for finding in found["findings"]]


def table(*rows: str, columns: str = COLUMNS) -> str:
    """An annex table; cells of a row separated by |."""
    return "\n".join([columns, *(row.replace("|", "\t") for row in rows)])
