"""The data dictionary as a page of docs/, in Vietnamese: `python -m orchestration.dictionary_page` writes it anew.

Nothing is said here that the dbt project does not say; a test holds the page to the project.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from orchestration import dictionary
from orchestration.dbt_session import DbtSession
from orchestration.dictionary import Entry, Table
from orchestration.resources import PROJECT, Workspace

PAGE = PROJECT / "docs" / "data-dictionary.md"

_OPENING = """# Từ điển dữ liệu

Trang này do `make dictionary` lập từ phần mô tả trong `dbt_project/`; không sửa tay. Mỗi bảng nêu ý nghĩa của một dòng,
khóa, các bảng nguồn và từng cột: tên tiếng Việt, tên tiếng Anh, kiểu, đơn vị tính, ý nghĩa. Các mô tả này cũng nằm
trong tệp DuckDB đã công bố (chú thích của bảng và cột).

| Lược đồ | Nội dung |
|---|---|
| `core` | danh mục (`dim_`), sự kiện và số liệu (`fct_`), quan hệ (`bridge_`): nơi phân tích nên bắt đầu |
| `reporting` | các bảng đúng như trang và biểu trình bày (`rpt_`) |
| `reference` | danh mục tham chiếu do dự án giữ |
"""
_HEADING = "| Cột | Tên | Tên tiếng Anh | Kiểu | Đơn vị | Ý nghĩa |\n|---|---|---|---|---|---|"


def page(manifest: Mapping[str, Any]) -> str:
    """The whole page as markdown."""
    columns = {
        key: list(group) for key, group in groupby(dictionary.rows(manifest), lambda row: (row.schema, row.table))
    }
    parts = [_OPENING]
    for schema, group in groupby(dictionary.tables(manifest), lambda table: table.schema):
        parts.append(f"## {schema}\n")
        parts += [_table(table, columns[schema, table.table]) for table in group]
    return "\n".join(parts)


def _table(table: Table, columns: Iterable[Entry]) -> str:
    lines = [
        f"### {table.schema}.{table.table}",
        "",
        table.grain_vi or table.grain_en,
        "",
        f"- Khóa: {_codes(table.key)}",
    ]
    lines.append(f"- Lập từ: {_codes(table.sources)}")
    if table.raw and table.raw != table.sources:
        lines.append(f"- Nguồn ban đầu: {_codes(table.raw)}")
    lines += ["", _HEADING]
    for entry in columns:
        said = (entry.name_vi, entry.name_en, entry.data_type, entry.unit, entry.meaning_vi or entry.meaning_en)
        lines.append(f"| `{entry.column}` | {' | '.join(_cell(text) for text in said)} |")
    return "\n".join([*lines, ""])


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "—"


def _cell(text: str) -> str:
    """Text that cannot end its cell."""
    return text.replace("|", "\\|") or "—"


def main() -> None:
    """Parse the project as it is now and write the page."""
    with TemporaryDirectory() as folder:
        target = Path(folder)
        session = DbtSession(Workspace(target, target, target), target)
        try:
            PAGE.write_text(page(session.read_manifest()), encoding="utf-8")
        finally:
            session.stop()


if __name__ == "__main__":
    main()
