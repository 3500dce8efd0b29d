"""One sheet of the workbook: a Parquet file under two heads, the names of its columns in SQL and in Vietnamese."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from orchestration.progress import vietnamese_count
from orchestration.workbook.cells import Pen
from sources.worksheet import PAPER_A3

# Limits of the file format: rows of a sheet, signs of its name, signs that the name may not hold.
MOST_ROWS: Final = 1_048_576
LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
HEADS: Final = 2
# Long tables that only machines read: with their rows the workbook would have twice the cells, and cost the night twice
# the seconds.
NOT_COPIED: Final = {
    "bridge_row_origin": "dùng cho lệnh thuocdo trace, không chép vào tệp Excel",
    "rpt_form_figure": "dùng để lập biểu mẫu, không chép vào tệp Excel",
    "rpt_origin": "dùng cho các trang, không chép vào tệp Excel",
}
_BATCH: Final = 4096
_WIDTHS: Final = (12, 36)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the table of contents names it. is_whole: its rows stand in it; else it only says where they are."""

    name: str
    rows: int
    is_whole: bool


def put_mart(book: Workbook, pen: Pen, name: str, file: Path, names_vi: Mapping[str, str]) -> Sheet:
    """Write one Parquet file as one sheet. names_vi: Vietnamese names by column; a column without one keeps its own."""
    content = pq.ParquetFile(file)
    schema, count = content.schema_arrow, content.metadata.num_rows
    reason = NOT_COPIED.get(file.stem, "nhiều hơn một trang tính chứa được" if count > MOST_ROWS - HEADS else None)
    if reason:
        said = (
            f"Bảng có {vietnamese_count(count)} dòng, {reason}. "
            f"Xem đủ trong {file.name}, cùng thư mục với tệp này, hoặc trong warehouse.duckdb."
        )
        put_rows(book, pen, name, schema, names_vi, iter([[said, *[None] * (len(schema) - 1)]]), is_text=True)
        return Sheet(name, count, is_whole=False)
    put_rows(book, pen, name, schema, names_vi, _rows(content))
    return Sheet(name, count, is_whole=True)


def put_rows(
    book: Workbook,
    pen: Pen,
    name: str,
    schema: pa.Schema,
    names_vi: Mapping[str, str],
    rows: Iterator[Sequence[Any]],
    *,
    is_text: bool = False,
) -> None:
    """Write a sheet of rows; both heads stay in view, and filters stand on the second. is_text: whatever the schema."""
    sheet = book.add_worksheet(name)
    said = [names_vi.get(column) or column for column in schema.names]
    sheet.freeze_panes(HEADS, 1)
    _put_on_paper(sheet)
    for at, (column, meant) in enumerate(zip(schema.names, said, strict=True)):
        sheet.set_column(at, at, min(max(len(column) + 2, len(meant) // 2, _WIDTHS[0]), _WIDTHS[1]))
    for row, (heads, look) in enumerate(((schema.names, pen.head), (said, pen.second_head))):
        for at, words in enumerate(heads):
            sheet.write_string(row, at, words, look)
    writers = [pen.writer(sheet, pa.string() if is_text else kind) for kind in schema.types]
    row = HEADS - 1
    for row, values in enumerate(rows, start=HEADS):
        for at, value in enumerate(values):
            if value is not None:
                writers[at](row, at, value)
    sheet.autofilter(HEADS - 1, 0, row, len(writers) - 1)


def _put_on_paper(sheet: Worksheet) -> None:
    """Printed, every page has both heads and the first column, and no column falls on a page of its own."""
    sheet.set_landscape()
    sheet.set_paper(PAPER_A3)
    sheet.repeat_rows(0, HEADS - 1)
    sheet.repeat_columns(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P/&N")


def sheet_name(table: str, taken: Collection[str]) -> str:
    """A name that the format allows and no other sheet has: names differ in more than the case of their letters."""
    plain = table.translate(_NOT_IN_NAMES)
    others = {name.casefold() for name in taken}
    name, number = plain[:LONGEST_NAME], 1
    while name.casefold() in others:
        number += 1
        ending = f"~{number}"
        name = plain[: LONGEST_NAME - len(ending)] + ending
    return name


def _rows(content: pq.ParquetFile) -> Iterator[tuple[Any, ...]]:
    for batch in content.iter_batches(_BATCH):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
