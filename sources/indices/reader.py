"""Entry of the index reader: published tables of PAR INDEX, SIPAS and PAPI -> scores, distributions, gaps, findings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from sources.account import Account
from sources.contract import RawRow, Rows, SourceFile, gather
from sources.flat_table import FlatTable, Line, UnreadableTableError, read_csv
from sources.held_back import HeldBackError, required
from sources.indices.figures import component, distribution_columns, score_columns, year
from sources.indices.repeats import Seen
from sources.indices.rows import (
    ROW_TYPES,
    IndexCode,
    IndexDistributionRow,
    IndexFileRow,
    IndexFindingRow,
    IndexGapRow,
    IndexScoreRow,
)

PARSER_VERSION: Final = "indices/1"
# A table says which index it holds by the first word of its name; no column does.
_INDEX_NAMES: Final[tuple[tuple[str, IndexCode], ...]] = (
    ("par_index", "PAR_INDEX"),
    ("sipas", "SIPAS"),
    ("papi", "PAPI"),
)


def read(files: Sequence[SourceFile]) -> Rows:
    """All raw tables of indices."""
    rows: list[RawRow] = []
    seen = Seen()
    for file in sorted(files, key=lambda file: file.name):
        account = Account(file, PARSER_VERSION, IndexFindingRow, IndexFileRow)
        status = _read_file(file, account, seen, rows)
        rows.extend(account.close(status))
    return gather(ROW_TYPES, rows)


def _read_file(file: SourceFile, account: Account, seen: Seen, rows: list[RawRow]) -> str:
    """Add what the file gives to `rows`; what became of the file."""
    name = PurePosixPath(file.name)
    if name.suffix.casefold() != ".csv":
        message = f"Tệp {file.name}: định dạng {name.suffix or 'không rõ'} chưa hỗ trợ; không có số liệu nào được đọc."
        account.find("unsupported_format", "error", "—", message, "Lưu bảng dạng csv, mã UTF-8.")
        return "unreadable"
    try:
        table = read_csv(file.path)
    except UnreadableTableError as error:
        message = f"Tệp {file.name}: {error}; không có số liệu nào được đọc."
        account.find("unreadable_file", "error", "—", message, "Lưu lại bảng dạng csv, mã UTF-8.")
        return "unreadable"
    shape = next((shape for shape in _SHAPES if set(shape.columns) <= set(table.columns)), None)
    if shape is None:
        return _leave_out(file, account, table)
    code = _index_code(name.stem)
    if code is None:
        message = f"Tệp {file.name}: tên tệp không cho biết chỉ số nào; không có số liệu nào được đọc."
        account.find("unknown_index", "error", "—", message, "Đặt tên tệp bắt đầu bằng par_index, sipas hoặc papi.")
        account.ignore(len(table.lines), "không rõ chỉ số")
        return "unreadable"
    for line in table.lines:
        _read_line(line, code, shape, account, seen, rows)
    return "read"


def _read_line(line: Line, code: IndexCode, shape: "_Shape", account: Account, seen: Seen, rows: list[RawRow]) -> None:
    try:
        if line.is_misshapen:
            raise HeldBackError("misshapen_line", "", None, "số ô khác số cột của tiêu đề")
        made = list(shape.make(line, code, account))
    except HeldBackError as error:
        account.quarantined += 1
        place = f"{line.place}, cột {error.column}" if error.column else line.place
        shown = f" “{error.value}”" if error.value else ""
        message = f"Tệp {account.file.name}, {place}:{shown} {error}; dòng được giữ lại chờ xác minh."
        account.find(error.kind, "error", place, message, "Sửa ô này theo nguồn công bố.", value=error.value)
        return
    rows.extend(row for row in made if seen.admit(row, account))


def _leave_out(file: SourceFile, account: Account, table: FlatTable) -> str:
    """A table that has not the columns of figures: a catalogue, unless its name promises figures."""
    account.ignore(len(table.lines), "bảng không có các cột số liệu chỉ số")
    if PurePosixPath(file.name).stem.casefold() in {name for name, _ in _INDEX_NAMES}:
        missing = ", ".join(column for column in _SHAPES[0].columns if column not in table.columns)
        message = f"Tệp {file.name} thiếu cột {missing}; không có số liệu nào được đọc."
        account.find("missing_column", "error", "dòng 1", message, "Giữ đủ các cột như hướng dẫn của thư mục indices.")
        return "unreadable"
    message = f"Tệp {file.name} không phải bảng số liệu chỉ số (danh mục đã có sẵn trong hệ thống); được bỏ qua."
    account.find("reference_table", "info", "—", message, "Không cần làm gì.")
    return "ignored"


def _index_code(stem: str) -> IndexCode | None:
    folded = stem.casefold().replace("-", "_")
    return next((code for name, code in _INDEX_NAMES if folded == name or folded.startswith(name + "_")), None)


def _scores(line: Line, code: IndexCode, account: Account) -> Iterator[RawRow]:
    yield IndexScoreRow(index_code=code, **score_columns(line), **account.origin(line.place))


def _distribution(line: Line, code: IndexCode, account: Account) -> Iterator[RawRow]:
    yield IndexDistributionRow(index_code=code, **distribution_columns(line), **account.origin(line.place))


def _gaps(line: Line, code: IndexCode, account: Account) -> Iterator[RawRow]:
    """One row for each component of the line."""
    for text in required(line, "components").split("|"):
        yield IndexGapRow(
            index_code=code,
            territory=required(line, "province"),
            year=year(line),
            component_code=component(line, "components", text.strip()),
            reason=required(line, "note"),
            **account.origin(line.place),
        )


@dataclass(frozen=True, slots=True)
class _Shape:
    """A kind of table, told by its columns."""

    columns: tuple[str, ...]
    make: Callable[[Line, IndexCode, Account], Iterator[RawRow]]


_SHAPES: Final = (
    _Shape(("province", "year", "component_code", "value", "unit", "basis", "source_url"), _scores),
    _Shape(("year", "component", "n_provinces", "min", "q1", "median", "q3", "max", "mean"), _distribution),
    _Shape(("province", "year", "components", "note"), _gaps),
)
