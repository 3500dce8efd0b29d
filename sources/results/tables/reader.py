"""Entry of the reader of flat tables: figure tables and the one-stop system's dossier table -> rows."""

from collections.abc import Mapping
from dataclasses import replace

from sources.contract import RawRow
from sources.results.accounts import ResultAccount
from sources.results.known import Known
from sources.results.tables import dossiers, figures
from sources.results.tables.around import agency_of, around
from sources.results.tables.cells import Cells
from sources.results.tables.head import Head, find_dossier_head, find_figure_head, lines
from sources.results.tables.outline import columns_in_use
from sources.results.tables.outside import count_values, tell_outside, tell_unread
from sources.results.tables.repeated import Seen
from sources.results.tables.reports import Reports
from sources.results.tables.second_figures import first_figures
from sources.results.tables.table import Table
from sources.results.tables.titles import read_titles
from sources.spreadsheet import Book

_DOUBLED = "bảng có hai cột trùng tiêu đề"


def read_table(book: Book, account: ResultAccount, known: Known, keys_beside: Mapping[str, str]) -> list[RawRow] | None:
    """Rows of all tables of the file, one report per unit and period; None where no sheet is such a table.

    keys_beside: agency_key, unit_key, period_key, is_simulated, report_state, sent_date of a .yml beside the file.
    """
    found = [(cells, _head(cells)) for cells in (Cells(book, sheet) for sheet in book.visible)]
    # Figures that are typed go before those that follow from dossiers.
    tables = sorted(((cells, head) for cells, head in found if head is not None), key=_dossiers_last)
    if not tables:
        return None
    reports = Reports(keys_beside)
    rows: list[RawRow] = []
    seen_figures: Seen = {}
    seen_dossiers: Seen = {}
    account.counted = (account.counted or 0) + sum(count_values(cells, head) for cells, head in tables)
    for cells, head in tables:
        if _is_doubled(cells, head, account):
            continue
        table = _table(cells, head, account, known, reports, keys_beside)
        if table.layout == "figure_table":
            figures.read_figures(table, list(lines(cells, head)), seen_figures)
        else:
            dossiers.read_dossiers(table, list(lines(cells, head)), seen_dossiers)
        tell_outside(table)
        rows.extend(table.rows)
    for unread in (cells for cells, head in found if head is None):
        tell_unread(account, unread)
    _tell_rest(book, account)
    return [*reports.rows(account, known), *first_figures(rows, account, known)]


def _head(cells: Cells) -> Head | None:
    """A dossier table is told first: its head names more, and in words that a figure table has not."""
    head = find_dossier_head(cells) or find_figure_head(cells)
    if head is not None:
        cells.headings.update(head.headings)
    return head


def _dossiers_last(table: tuple[Cells, Head]) -> bool:
    return not _is_figures(table[1])


def _is_figures(head: Head) -> bool:
    return bool({"indicator_code", "indicator_name"} & head.columns.keys())


def _table(
    cells: Cells, head: Head, account: ResultAccount, known: Known, reports: Reports, beside: Mapping[str, str]
) -> Table:
    path = account.file.name
    titles = read_titles(cells, head, known, lambda said: agency_of(said, path, beside, known))
    said = replace(around(titles, path, beside, known), left_to_lines=columns_in_use(cells, head))
    return Table(
        cells=cells,
        head=head,
        around=said,
        titles=titles,
        known=known,
        account=account,
        reports=reports,
        layout="figure_table" if _is_figures(head) else "dossier_table",
    )


def _is_doubled(cells: Cells, head: Head, account: ResultAccount) -> bool:
    """True after a finding where two columns claim one field: which of them counts would be a guess."""
    if not head.doubled:
        return False
    place, columns = cells.row_place(head.last_row), ", ".join(f"“{heading}”" for heading in head.doubled)
    account.say("duplicate_column", place, value=cells.title, columns=columns)
    account.ignore(count_values(cells, head), _DOUBLED)
    return True


def _tell_rest(book: Book, account: ResultAccount) -> None:
    """Hidden sheets, letters that were converted."""
    for sheet in book.hidden:
        cells = Cells(book, sheet)
        head = _head(cells)
        if head is not None:
            count = count_values(cells, head)
            account.say("hidden_sheet", f"trang “{cells.title}”", value=cells.title, count=count, form="số liệu")
            account.counted = (account.counted or 0) + count
            account.ignore(count, "trang ẩn")
    if book.legacy_fonts:
        account.say("legacy_font", value=", ".join(sorted(book.legacy_fonts)))
