"""Entry of the results reader: period workbooks and flat tables -> reports, figures, tasks, quarantine, findings."""

import gc
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Final

from sources.bounded import Fault, Refusal, each
from sources.contract import RawRow, Rows, SourceFile, gather
from sources.findings import FindingRow
from sources.results.accounts import ResultAccount
from sources.results.beside import keys_of, pair
from sources.results.jobs import LIMITS, MAX_BYTES, Job, Reading
from sources.results.known import Known
from sources.results.refusals import owners_of, say_unread
from sources.results.rows import ROW_TYPES
from sources.results.rules.judging import judge
from sources.results.submissions import duplicate, standing_reports
from sources.results.tables.reader import read_table
from sources.results.workbooks.forms import FORMS
from sources.results.workbooks.info import UnknownSubmissionError
from sources.results.workbooks.properties import issued_to
from sources.results.workbooks.workbook import PeriodWorkbook
from sources.spreadsheet import Book, UnreadableWorkbookError

_READ: Final = frozenset({".xlsx", ".xlsm", ".xls", ".csv"})
_TABLES: Final = frozenset({*_READ, ".ods", ".xlsb"})

ReadEach = Callable[[Sequence[Job]], list[Reading]]


def read(files: Sequence[SourceFile], known: Known) -> Rows:
    """All raw tables of results, each file read by a child within limits; what goes wrong costs that one file.

    A content that lies under several names is read once, under the name that comes first in `files`.
    """
    return read_by(read_in_children, files, known)


def read_by(read_each: ReadEach, files: Sequence[SourceFile], known: Known) -> Rows:
    """The same, with another way of reading every single file."""
    tables, besides, notes = pair(files)
    first_of: dict[str, SourceFile] = {}
    are_tables = set(tables)
    for file in (file for file in files if file in are_tables):
        first_of.setdefault(file.sha256, file)
    jobs = [Job(file, known, besides.get(file.name)) for file in first_of.values()]
    by_content = {reading.account.file.sha256: reading for reading in read_each(jobs)}
    readings = [
        by_content[file.sha256]
        if first_of[file.sha256] is file
        else duplicate(ResultAccount(file), by_content[file.sha256].account)
        for file in tables
    ]
    accounts = {reading.account.file.sha256: reading.account for reading in by_content.values()}
    for verdict in judge(standing_reports(readings, known), known):
        accounts[verdict.row.source_sha256].find(
            verdict.kind, verdict.severity, verdict.place, verdict.message, verdict.remedy, **verdict.known
        )
    rows: list[RawRow] = [row for reading in (*readings, *notes) for row in reading.close()]
    return gather(ROW_TYPES, rows)


def read_in_children(jobs: Sequence[Job]) -> list[Reading]:
    """Every file in a child that can be stopped."""
    outcomes = list(zip(jobs, each(read_undisturbed, jobs, LIMITS), strict=True))
    unread = [job for job, outcome in outcomes if isinstance(outcome, Refusal | Fault)]
    owners = dict(zip((job.file.sha256 for job in unread), owners_of(unread), strict=True))
    return [
        say_unread(job, outcome, owners[job.file.sha256]) if isinstance(outcome, Refusal | Fault) else outcome
        for job, outcome in outcomes
    ]


def read_undisturbed(job: Job) -> Reading:
    """Runs in the child: one file, without looking for rubbish among its hundred thousand cells and styles.

    That takes a fifth of the time and finds nothing before the file is done; the limit of memory holds all the same.
    """
    gc.disable()
    try:
        return read_one(job)
    finally:
        gc.enable()


def read_one(job: Job) -> Reading:
    """One file. What it says of other files is not looked at here."""
    account = ResultAccount(job.file)
    reading = Reading(account)
    suffix = PurePosixPath(job.file.name).suffix.casefold()
    if suffix not in _TABLES:
        account.say("not_a_workbook")
        account.note("không phải bảng tính")
        reading.status = "ignored"
    elif suffix not in _READ:
        account.say("unsupported_format", value=suffix)
    else:
        _read_guarded(reading, job)
    return reading


def _read_guarded(reading: Reading, job: Job) -> None:
    """What cannot be opened, or says of nobody whose it is, gives findings and no rows."""
    account = reading.account
    try:
        if job.file.path.stat().st_size > MAX_BYTES:
            account.say("too_large", value=f"{MAX_BYTES // 1024**2} MB")
            return
        reading.rows = _read_book(Book(job.file.path), job, account)
        reading.status = "read"
        if reading.is_blank and not any(_says_no_figures(finding) for finding in account.findings):
            account.say("nothing_filled_in")
    except UnknownSubmissionError:
        if not account.whose:
            account.tie(issued_to(job.file.path, job.known))
    except (UnreadableWorkbookError, OSError) as error:
        account.break_off()
        reason = "không mở được tệp để đọc" if isinstance(error, OSError) else str(error)
        account.whose = issued_to(job.file.path, job.known)
        account.say("unreadable_file", value=reason)


def _read_book(book: Book, job: Job, account: ResultAccount) -> list[RawRow]:
    """A period workbook, else a flat table; UnknownSubmissionError after a finding where it is neither."""
    workbook = PeriodWorkbook(book)
    if workbook.is_one:
        return workbook.read(account, job.known)
    keys = keys_of(job.beside) if job.beside else {}
    rows = read_table(book, account, job.known, keys)
    if rows is None:
        return workbook.read(account, job.known)
    return rows


def _says_no_figures(finding: FindingRow) -> bool:
    """Of a workbook without Biểu 1 it is said already that the figures are not there."""
    return finding.kind == "missing_table" and finding.value == FORMS[0].name
