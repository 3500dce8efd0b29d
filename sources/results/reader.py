"""Entry of the results reader: period workbooks -> submissions, figures, task progress, quarantine, findings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from sources.account import Account
from sources.contract import RawRow, Rows, SourceFile, gather
from sources.results.figures import read_figures
from sources.results.grid import Grid, Spellings, find_grid
from sources.results.headings import FIGURE_COLUMNS, TASK_COLUMNS
from sources.results.info import Info, UnknownSubmissionError, read_info
from sources.results.lines import Sheet, held_back_info
from sources.results.rows import ROW_TYPES, ResultFileRow, ResultFindingRow, SubmissionRow
from sources.results.skipped import tell_outside, tell_skipped
from sources.results.submissions import Reading, duplicate, supersede
from sources.results.tasks import read_tasks
from sources.spreadsheet import Book, UnreadableWorkbookError

PARSER_VERSION: Final = "results/1"


@dataclass(frozen=True, slots=True)
class _Form:
    """One table of the workbook. telling: columns that only it has; required: columns it cannot be read without."""

    name: str
    spellings: Spellings
    telling: tuple[str, ...]
    required: tuple[str, ...]
    read: Callable[[Sheet], None]


_FORMS: Final[tuple[_Form, ...]] = (
    _Form("Biểu 1", FIGURE_COLUMNS, ("indicator_code", "numerator"), ("indicator_code", "numerator"), read_figures),
    _Form("Biểu 2", TASK_COLUMNS, ("task_key",), ("task_key", "state"), read_tasks),
)


def read(files: Sequence[SourceFile]) -> Rows:
    """All raw tables of results."""
    readings: list[Reading] = []
    first_paths: dict[str, Reading] = {}
    for file in sorted(files, key=lambda file: file.name):
        account = Account(file, PARSER_VERSION, ResultFindingRow, ResultFileRow)
        if file.sha256 in first_paths:
            readings.append(duplicate(account, first_paths[file.sha256].account))
            continue
        first_paths[file.sha256] = reading = _read_file(account)
        readings.append(reading)
    supersede(readings)
    rows = [row for reading in readings for row in (*reading.rows, *reading.account.close(reading.status))]
    return gather(ROW_TYPES, rows)


def _read_file(account: Account) -> Reading:
    reading = Reading(account)
    name = account.file.name
    suffix = PurePosixPath(name).suffix.casefold()
    if suffix not in {".xlsx", ".xlsm"}:
        return _other_format(reading, suffix)
    try:
        _read_workbook(reading)
    except UnreadableWorkbookError as error:
        message = f"Tệp {name}: {error}; không có số liệu nào được đọc."
        account.find("unreadable_file", "error", "—", message, "Mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.")
        return Reading(_emptied(account))
    except UnknownSubmissionError:
        return Reading(account)
    return reading


def _emptied(account: Account) -> Account:
    """Counts of a reading that broke off mean nothing; its findings stay."""
    account.loaded = account.quarantined = account.ignored = 0
    return account


def _read_workbook(reading: Reading) -> None:
    account = reading.account
    book = Book(account.file.path)
    info = read_info(book, account)
    rows: list[RawRow] = [_submission(account, info), *held_back_info(account, info)]
    found: set[str] = set()
    for sheet in book.visible:
        for form in _FORMS:
            grid = find_grid(sheet, form.spellings, form.telling)
            if grid is None or not _is_readable(account, form, grid, form.name in found):
                continue
            found.add(form.name)
            table = Sheet(book, grid, info, account)
            form.read(table)
            rows.extend(table.rows)
            tell_outside(account, grid)
    tell_skipped(account, book)
    for form in _FORMS:
        if form.name not in found:
            message = f"Tệp {account.file.name}: không có bảng {form.name} đọc được."
            account.find("missing_table", "warning", "—", message, f"Bổ sung bảng {form.name} theo biểu mẫu.")
    reading.info, reading.rows, reading.status = info, rows, "read"


def _submission(account: Account, info: Info) -> SubmissionRow:
    account.loaded += sum(value is not None for value in (info.report_number, info.sent_date, info.prepared_by))
    return SubmissionRow(
        agency_key=info.agency_key,
        unit_key=info.unit_key,
        unit_name=info.unit_name,
        period_key=info.period_key,
        report_number=info.report_number,
        sent_date=info.sent_date,
        prepared_by=info.prepared_by,
        template_version=info.template_version,
        layout="form",
        report_state=None,
        is_simulated=info.is_simulated,
        **account.origin(info.place),
    )


def _other_format(reading: Reading, suffix: str) -> Reading:
    """Formats that are not read yet say so; anything else in the folder is no workbook."""
    account, name = reading.account, reading.account.file.name
    if suffix in {".xls", ".csv", ".ods"}:
        message = f"Tệp {name}: định dạng {suffix} chưa hỗ trợ; không có số liệu nào được đọc."
        account.find("unsupported_format", "error", "—", message, "Mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.")
        return reading
    message = f"Tệp {name} không phải bảng tính, được bỏ qua."
    account.find("not_a_workbook", "info", "—", message, "Chỉ đặt tệp báo cáo .xlsx vào thư mục results.")
    account.note("không phải bảng tính")
    reading.status = "ignored"
    return reading


def _is_readable(account: Account, form: _Form, grid: Grid, is_second: bool) -> bool:
    """False after a finding if the table must not be read: columns missing or printed twice, or a second copy."""
    title = grid.sheet.title
    place = f"{title}!A{grid.head_row}"
    needed = [form.spellings[name][0] for name in form.required if name not in grid.columns]
    entered = [form.spellings[name][0] for name in grid.doubled]
    if is_second:
        kind, what = "duplicate_sheet", f"là bảng {form.name} thứ hai"
        remedy = f"Chỉ giữ một bảng {form.name} trong tệp."
    elif needed:
        kind, what = "missing_column", f"thiếu cột {', '.join(f'“{name}”' for name in needed)}"
        remedy = "Giữ nguyên tiêu đề cột như biểu mẫu."
    elif entered:
        kind, what = "duplicate_column", f"có hai cột {', '.join(f'“{name}”' for name in entered)}"
        remedy = "Chỉ giữ một cột cho mỗi tiêu đề."
    else:
        return True
    message = f"Tệp {account.file.name}, trang “{title}” {what}; trang này chưa được đọc."
    account.find(kind, "error", place, message, remedy, value=title)
    return False
