"""Ways in which a workbook is damaged between the template and the reader, as data that hypothesis can make up."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import (
    EVENT_COLUMNS,
    FIGURE_COLUMNS,
    FIGURE_STATES,
    INFO_LABELS,
    NARRATIVE_COLUMNS,
    OWN_TASK_COLUMNS,
    TASK_COLUMNS,
    TASK_STATES,
)

Damage = Callable[[Workbook], None]

_WORDS = (
    *(
        spelling
        for columns in (FIGURE_COLUMNS, TASK_COLUMNS, OWN_TASK_COLUMNS)
        for names in columns.values()
        for spelling in names
    ),
    *(
        spelling
        for columns in (EVENT_COLUMNS, NARRATIVE_COLUMNS, INFO_LABELS)
        for names in columns.values()
        for spelling in names
    ),
    *FIGURE_STATES.values(),
    *TASK_STATES.values(),
    *("NGƯỜI LẬP BIỂU", "Thủ trưởng đơn vị", "2026-q3", "2026-h1", "Dự thảo", "on_time_rate", "minh_hoa_2026/A001"),
    *(
        "96%",
        "96,5",
        "1.234",
        "1.234,5",
        " 12 ",
        "0,96",
        "-3",
        "31/03/2026",
        "2026-02-31",
        "\u00a0",
        "",
        "#REF!",
        "{value}",
    ),
    *("=1/0", "=B2", "=E12+F12", "A", "1", "2 = 3", "TiÕn ®é", "Kê\u0301t quả"),
)
CONTENTS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2000),
    st.sampled_from((0.96, 1, 0, 1e15, 10**11, 12.5, 1.234, 1e300)),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(_WORDS),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.datetimes(),
)
# Tables of the form lie within these.
_ROWS = st.integers(1, 45)
_COLUMNS = st.integers(1, 14)
_SHEETS = st.integers(0, 6)


def _sheet(book: Workbook, number: int) -> Worksheet:
    return book.worksheets[number % len(book.worksheets)]


def _apart(sheet: Worksheet) -> None:
    """The library moves rows and columns without the ranges that are merged over them."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def _overwrite(sheet: int, row: int, column: int, content: Any) -> Damage:
    def change(book: Workbook) -> None:
        target = _sheet(book, sheet)
        if any(
            (row, column) != (area.min_row, area.min_col) and target.cell(row, column).coordinate in area
            for area in target.merged_cells.ranges
        ):
            return
        target.cell(row, column).value = content

    return change


def _percent(sheet: int, row: int, column: int) -> Damage:
    return lambda book: setattr(_sheet(book, sheet).cell(row, column), "number_format", "0.0%")


def _move(kind: str, sheet: int, at: int, count: int) -> Damage:
    def change(book: Workbook) -> None:
        _apart(_sheet(book, sheet))
        getattr(_sheet(book, sheet), kind)(at, count)

    return change


def _merge(sheet: int, row: int, column: int, down: int, right: int) -> Damage:
    def change(book: Workbook) -> None:
        _apart(_sheet(book, sheet))
        _sheet(book, sheet).merge_cells(
            start_row=row, start_column=column, end_row=row + down, end_column=column + right
        )

    return change


def _rename(sheet: int, name: str) -> Damage:
    def change(book: Workbook) -> None:
        if name not in book.sheetnames:
            _sheet(book, sheet).title = name

    return change


def _hide(sheet: int, row: int, column: str) -> Damage:
    def change(book: Workbook) -> None:
        _sheet(book, sheet).row_dimensions[row].hidden = True
        _sheet(book, sheet).column_dimensions[column].hidden = True

    return change


def _hide_sheet(sheet: int) -> Damage:
    def change(book: Workbook) -> None:
        if sum(other.sheet_state == "visible" for other in book.worksheets) > 1:
            _sheet(book, sheet).sheet_state = "hidden"

    return change


def _reorder(sheet: int, offset: int) -> Damage:
    return lambda book: book.move_sheet(_sheet(book, sheet), offset)


def _copy(sheet: int) -> Damage:
    def change(book: Workbook) -> None:
        book.copy_worksheet(_sheet(book, sheet))

    return change


def _drop(sheet: int) -> Damage:
    def change(book: Workbook) -> None:
        if len(book.worksheets) > 1:
            book.remove(_sheet(book, sheet))

    return change


DAMAGES: st.SearchStrategy[Damage] = st.one_of(
    st.builds(_overwrite, _SHEETS, _ROWS, _COLUMNS, CONTENTS),
    # Figures and states are where most can go wrong.
    st.builds(_overwrite, st.just(2), st.integers(10, 18), st.integers(2, 12), CONTENTS),
    st.builds(_overwrite, st.just(1), st.integers(9, 24), st.integers(1, 3), CONTENTS),
    st.builds(_percent, st.just(2), st.integers(10, 18), st.integers(5, 9)),
    st.builds(
        _move,
        st.sampled_from(("insert_rows", "delete_rows", "insert_cols", "delete_cols")),
        _SHEETS,
        st.integers(1, 20),
        st.integers(1, 3),
    ),
    st.builds(_merge, _SHEETS, _ROWS, _COLUMNS, st.integers(0, 3), st.integers(0, 3)),
    st.builds(_rename, _SHEETS, st.sampled_from(("Sheet1", "Biểu 1", "Số liệu", "Thông tin", "a b"))),
    st.builds(_hide, _SHEETS, _ROWS, st.sampled_from("ABCDEFGHIJKL")),
    st.builds(_hide_sheet, _SHEETS),
    st.builds(_reorder, _SHEETS, st.integers(-6, 6)),
    st.builds(_copy, _SHEETS),
    st.builds(_drop, _SHEETS),
)


def damaged(content: bytes, damages: list[Damage]) -> bytes:
    """The workbook after all that, saved."""
    book = load_workbook(BytesIO(content))
    for damage in damages:
        damage(book)
    if not any(sheet.sheet_state == "visible" for sheet in book.worksheets):
        book.worksheets[0].sheet_state = "visible"
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
