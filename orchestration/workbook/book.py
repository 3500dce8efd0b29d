"""The analysts' workbook: what the night exported as Parquet once more, a sheet a table, and the dictionary with it.

The same exports and the same night give the same bytes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from xlsxwriter.workbook import Workbook

from orchestration import dictionary
from orchestration.workbook.cells import Pen
from orchestration.workbook.front import FRONT, About, put_front
from orchestration.workbook.sheets import Sheet, put_mart, sheet_name

FILE_NAME: Final = "thuocdo.xlsx"
DICTIONARY: Final = "Từ điển"
DICTIONARY_FILE: Final = "dictionary.parquet"
_DICTIONARY_GRAIN: Final = "Mỗi dòng là một cột của một bảng: tên, nghĩa, đơn vị tính, lấy từ đâu."
_DICTIONARY_HEADS: Final = {
    "schema": "Nhóm bảng",
    "table": "Bảng",
    "column": "Cột",
    "data_type": "Kiểu",
    "name_vi": "Tên tiếng Việt",
    "name_en": "Tên tiếng Anh",
    "unit": "Đơn vị tính",
    "meaning_vi": "Nghĩa",
    "meaning_en": "Nghĩa, tiếng Anh",
    "source": "Lấy từ",
    "codes": "Danh sách mã (trang code_words)",
}
# The file carries no time of its own: the night is named on the first sheet.
_MADE_AT: Final = datetime(2000, 1, 1, tzinfo=UTC)


def write_dictionary(exports: Path, entries: Sequence[dictionary.Entry]) -> Path:
    """The dictionary as Parquet beside the tables."""
    columns = [field.name for field in fields(dictionary.Entry)]
    schema = pa.schema([pa.field(column, pa.string(), nullable=False) for column in columns])
    file = exports / DICTIONARY_FILE
    pq.write_table(pa.Table.from_pylist([asdict(entry) for entry in entries], schema), file)
    return file


def write(exports: Path, grains: Mapping[str, str], about: About, entries: Sequence[dictionary.Entry]) -> Path:
    """Write the workbook into `exports`, where the Parquet files of the tables and of the dictionary lie.

    grains: what one row is, for every table (schema.table) that gets a sheet.
    """
    file = exports / FILE_NAME
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        names[f"{entry.schema}.{entry.table}"][entry.column] = entry.name_vi
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(file), options) as book:
        book.set_properties({"title": "Thước Đo", "author": "Thước Đo", "created": _MADE_AT.replace(tzinfo=None)})
        pen = Pen(book)
        front = book.add_worksheet(FRONT)
        put = put_mart(book, pen, DICTIONARY, exports / DICTIONARY_FILE, _DICTIONARY_HEADS)
        contents: list[tuple[Sheet, str]] = [(put, _DICTIONARY_GRAIN)]
        for name in sorted(grains, key=_in_order):
            table = name.partition(".")[2]
            title = sheet_name(table, [FRONT, *(sheet.name for sheet, _ in contents)])
            put = put_mart(book, pen, title, exports / f"{table}.parquet", names[name])
            contents.append((put, grains[name]))
        put_front(front, pen, about, contents)
    return file


def _in_order(name: str) -> tuple[int, str]:
    schema, _, table = name.partition(".")
    return dictionary.PUBLIC_SCHEMAS.index(schema), table
