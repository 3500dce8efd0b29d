"""Reads one period workbook: finds its tables on whatever sheets they stand, reads them, and says what was left."""

from sources.contract import RawRow
from sources.results.accounts import ResultAccount
from sources.results.known import Known
from sources.results.rows import SubmissionRow
from sources.results.workbooks.forms import FORMS
from sources.results.workbooks.found import FoundTable, copies_last, is_of_form_alone, tables_on, why_unreadable
from sources.results.workbooks.info import ENTRIES, Info, UnknownSubmissionError, read_info
from sources.results.workbooks.labels import Cells, info_cells
from sources.results.workbooks.lines import Sheet, held_back_info
from sources.results.workbooks.page import Page
from sources.results.workbooks.skipped import leave_out_around, leave_out_sheet, tell_hidden, tell_outside
from sources.spreadsheet import Book, UnreadableWorkbookError

_UNKNOWN_WHOSE = "chưa biết số liệu của đơn vị nào, kỳ nào"
_UNKNOWN_PERIOD = "chưa biết số liệu của kỳ nào"
_NOT_TRUSTED = "thông tin về báo cáo chưa rõ, xem nội dung cần sửa"


class PeriodWorkbook:
    """An open workbook: its sheets gone through once, the tables that stand on them, and what Thông tin says."""

    def __init__(self, book: Book) -> None:
        """Raises UnreadableWorkbookError."""
        self._book = book
        if not (book.visible or book.hidden):
            # Among others what is saved as "Strict Open XML": the library finds no sheet in it.
            raise UnreadableWorkbookError("không có trang nào đọc được")
        self._pages = [Page(book, sheet) for sheet in book.visible]
        self._hidden = [Page(book, sheet) for sheet in book.hidden]
        self._cells: Cells = info_cells(self._pages) or info_cells(self._hidden)
        self._tables = list(tables_on(self._pages))

    @property
    def is_one(self) -> bool:
        """A period workbook, whatever state it is in. Labels alone may also be the title lines of a flat table."""
        return bool(self._cells and self._tables) or any(is_of_form_alone(found) for found in self._tables)

    def read(self, account: ResultAccount, known: Known) -> list[RawRow]:
        """All rows of the workbook, after findings. UnknownSubmissionError where whose they are is not known."""
        if not self._tables and not self._cells:
            account.say("unknown_form")
            raise UnknownSubmissionError(account.file.name)
        if not self._cells:
            account.say("info_sheet_missing")
            self._leave_out(account)
            raise UnknownSubmissionError(account.file.name)
        try:
            info = read_info(self._cells, account, known)
        except UnknownSubmissionError:
            self._leave_out(account)
            raise
        rows: list[RawRow] = [_submission(account, info), *held_back_info(account, info)]
        self._tell_hidden_info(account)
        account.counted = sum(field in self._cells for field in ENTRIES)
        read: set[str] = set()
        for found in sorted(self._tables, key=copies_last):
            count = found.count(info.is_cumulative)
            account.counted += count
            leave_out_around(account, found.grid)
            reason = why_unreadable(account, found, found.form.name in read, info)
            if reason:
                account.ignore(count, reason)
                continue
            read.add(found.form.name)
            rows.extend(_read_table(account, found, info, known))
        self._leave_out_other_sheets(account)
        self._tell_rest(account)
        return rows

    def _leave_out(self, account: ResultAccount) -> None:
        """Whose the figures are is not known: all of them wait, none is lost."""
        # Which column the form computes is not known either: what a formula holds there is no entry in any case.
        account.counted = sum(field in self._cells for field in ENTRIES) + sum(
            found.count(True) for found in self._tables
        )
        reason = _NOT_TRUSTED if "period_key" in account.whose else _UNKNOWN_PERIOD
        account.ignore(account.counted, reason if "unit_key" in account.whose else _UNKNOWN_WHOSE)

    def _tell_hidden_info(self, account: ResultAccount) -> None:
        title = self._info_title
        if any(page.title == title for page in self._hidden):
            account.say("info_sheet_hidden", f"trang “{title}”")

    @property
    def _info_title(self) -> str:
        """The sheet that says whose figures these are."""
        return next(iter(self._cells.values())).place.rpartition("!")[0]

    def _leave_out_other_sheets(self, account: ResultAccount) -> None:
        """Sheets that people see and that hold no table."""
        labelled = {cell.place for cell in self._cells.values()}
        with_table = {found.grid.page.title for found in self._tables}
        for page in self._pages:
            if page.title not in with_table:
                leave_out_sheet(account, page, labelled)

    def _tell_rest(self, account: ResultAccount) -> None:
        """Hidden sheets, tables that are missing, text that was converted."""
        for page in self._hidden:
            if page.title == self._info_title or not page.last_row:
                continue
            count = sum(found.count(True) for found in tables_on([page]))
            account.say("hidden_sheet", f"trang “{page.title}”", value=page.title)
            account.counted = (account.counted or 0) + count
            if count:
                account.ignore(count, "trang ẩn")
        for form in FORMS:
            # Of a table that is there and could not be read the reason was told.
            if form.is_due and form.name not in {found.form.name for found in self._tables}:
                account.say("missing_table", value=form.name, form=form.name)
        if self._book.legacy_fonts:
            account.say("legacy_font", value=", ".join(sorted(self._book.legacy_fonts)))


def _read_table(account: ResultAccount, found: FoundTable, info: Info, known: Known) -> list[RawRow]:
    table = Sheet(found.grid, info, account, known)
    found.form.read(table)
    tell_outside(account, found.grid)
    tell_hidden(account, found.grid, found.form.entries)
    return table.rows


def _submission(account: ResultAccount, info: Info) -> SubmissionRow:
    account.loaded += info.entered
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
        report_state=info.report_state,
        is_simulated=info.is_simulated,
        **account.origin(info.place),
    )
