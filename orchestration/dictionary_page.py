"""The data dictionary as a page of docs/, in Vietnamese: `python -m orchestration.dictionary_page` writes it anew.

Nothing is said here that the dbt project does not say; a test holds the page to the project.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from orchestration import code_words, dictionary
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

Cột chứa mã dẫn tới danh sách mã của nó ở [cuối trang](#danh-sách-mã), với chữ mà các trang in ra. Trong tệp công bố:
`reference.code_words` (chữ của từng mã) và `reference.code_columns` (cột nào dùng danh sách nào).
"""
# Rows of facts, and results beside an index, have an ID that leads back to files: the table and its key, in this order.
_TRACED = ("fct_", "rpt_yardstick_item")
_CODES = "## Danh sách mã"
_CODES_HEADING = "| Mã | Chữ | Nghĩa |\n|---|---|---|"
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
    parts += [f"{_CODES}\n", *(_list(domain, codes) for domain, codes in code_words.lists().items())]
    return "\n".join(parts)


def _table(table: Table, columns: Iterable[Entry]) -> str:
    lines = [
        f"### {table.schema}.{table.table}",
        "",
        table.grain_vi or table.grain_en,
        "",
        f"- Khóa: {_codes(table.key)}",
    ]
    if table.table.startswith(_TRACED):
        lines.append(f"- Mã truy nguồn: `{'/'.join([table.table, *(f'‹{column}›' for column in table.key)])}`")
    lines.append(f"- Lập từ: {_codes(table.sources)}")
    if table.raw and table.raw != table.sources:
        lines.append(f"- Nguồn ban đầu: {_codes(table.raw)}")
    lines += ["", _HEADING]
    for entry in columns:
        meaning = (entry.meaning_vi or entry.meaning_en) + _lists_of(entry)
        said = (entry.name_vi, entry.name_en, entry.data_type, entry.unit, meaning)
        lines.append(f"| `{entry.column}` | {' | '.join(_cell(text) for text in said)} |")
    return "\n".join([*lines, ""])


def _lists_of(entry: Entry) -> str:
    """Links to the lists of codes of a column, with the rows that use each."""
    used = code_words.uses().get((entry.table, entry.column), ())
    links = [
        f"[`{use.domain}`](#{use.domain})" + (f" khi `{use.applies_when}`" if use.applies_when else "") for use in used
    ]
    return f". Mã: {', '.join(links)}" if links else ""


def _list(domain: str, codes: Iterable[code_words.Code]) -> str:
    rows = [f"| `{one.code}` | {_cell(one.word)} | {_cell(one.meaning)} |" for one in codes]
    return "\n".join([f"### {domain}", "", _CODES_HEADING, *rows, ""])


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
