"""Files received: whether all that was read is accounted for, file by file, those that need a person on the page."""

from collections.abc import Sequence

from dashboards.blocks.layout import Attached, Block, Fold, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.tallies import finding_counts, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import FILE

_VALUES = ("values_read", "values_loaded", "values_quarantined", "values_ignored")


def equation(book: Book, counts: Row, files: Sequence[Row]) -> list[Block]:
    """All values read are loaded, waiting or left out for a reason; whether that holds for every file; the tests."""
    words = book.words.quality
    unbalanced = sum(row["is_balanced"] is False for row in files)
    said = {name.removeprefix("values_"): formats.number(counts[name]) for name in _VALUES}
    check = words.unbalanced.format(n=formats.number(unbalanced)) if unbalanced else words.balanced
    parts = [check]
    if book.checks:
        counts_of = {"n": formats.number(book.checks.run), "warned": formats.number(book.checks.warned)}
        parts.append(words.checks.format(**counts_of))
    return [Text(words.equation.format(**said), "equation"), Text(" ".join(parts))]


def blocks(book: Book, rows: Sequence[Row]) -> list[Block]:
    """A table by kind of source; below it every file, folded."""
    words = book.words.quality
    if not rows:
        return [Text(words.files_none, "empty")]
    order = {status: position for position, status in enumerate(FILE)}
    ordered = sorted(rows, key=lambda row: (order.get(row["status"], -1), collation_key(row["source_path"])))
    asking = [row for row in ordered if not is_whole(row)]
    whole = [row for row in ordered if is_whole(row)]
    said = words.files_lead.format(n=formats.number(len(rows)), asking=formats.number(len(asking)))
    found: list[Block] = [Text(said), Sheet(_kinds(book, rows))]
    if asking:
        title = words.asking_files.format(n=formats.number(len(asking)))
        found.append(Fold(title, [Sheet(_files(book, "tep-can-xem", words.asking, asking))], is_reference=True))
    if whole:
        # They ask for nobody's time: the list of them stands in the files beside the page.
        said = words.whole_files.format(n=formats.number(len(whole)))
        found += [Text(said, "note"), Attached(_files(book, "tep-tron-ven", words.whole, whole))]
    return found


def is_whole(row: Row) -> bool:
    """Read, nothing held back or found: a file that asks for nobody's time."""
    is_quiet = not row["values_quarantined"] and not any(finding_counts(row).values())
    return row["status"] == "read" and is_quiet and row["is_balanced"] is not False


def _values(book: Book) -> list[Column]:
    column = book.words.column
    return [Column(column[name.removeprefix("values_")], "number") for name in _VALUES]


def _kinds(book: Book, rows: Sequence[Row]) -> Table:
    """One row per kind of source: how many files, in which state, and the equation."""
    words, column = book.words, book.words.column
    columns = [Column(column.kind, "name"), Column(column.files, "number"), Column(column.state, "status")]
    lines = []
    for kind, found in sorted(grouped(rows, "source_kind").items()):
        states = {state: len(part) for state, part in grouped(found, "status").items()}
        sums = [sum(row[name] or 0 for row in found) for name in _VALUES]
        name = Cell(words.source_kind.get(kind, kind or formats.DASH))
        counted = [cells.count(number) for number in sums]
        lines.append([name, cells.count(len(found)), cells.states(book, "file_status", states), *counted])
    return plain("loai-tep", words.quality.by_kind, [*columns, *_values(book)], lines)


def _files(book: Book, table_id: str, caption: str, rows: Sequence[Row]) -> Table:
    column = book.words.column
    columns = [Column(column.file, "name"), Column(column.state, "status"), Column(column.received, "day")]
    return plain(table_id, caption, [*columns, *_values(book)], [_file(book, row) for row in rows])


def _file(book: Book, row: Row) -> Sequence[Cell]:
    words = book.words
    received = formats.instant(row["received_at"])
    basis = words.receipt_basis.get(row["receipt_basis"], row["receipt_basis"] or "")
    lines = _why(book, row) + ([words.quality.not_balanced] if row["is_balanced"] is False else [])
    counted = [cells.count(row[name]) for name in _VALUES[:3]]
    reason = [row["ignored_reason"]] if row["ignored_reason"] and not _why(book, row) else []
    return [
        cells.file(row["source_path"], [f"{row['source_sha256'][:12]} · {formats.file_size(row['size_bytes'])}"]),
        Cell(
            mark=book.phrases.mark("file_status", row["status"]),
            tally=tally("severity", finding_counts(row), book.phrases),
            lines=lines,
        ),
        Cell(received, lines=[basis] if basis else []),
        *counted,
        Cell(formats.number(row["values_ignored"]), row["values_ignored"], reason),
    ]


def _why(book: Book, row: Row) -> list[str]:
    """Why a whole file is refused, in the words of what was found; who took one back, when and why."""
    words = book.words.quality
    if row["status"] == "refused" and row["refused_reason"]:
        said: str = row["refused_reason"]
        return [said[:1].upper() + said[1:]]
    if row["status"] != "withdrawn":
        return []
    day = words.withdrawn_on.format(day=formats.instant_day(row["withdrawn_at"]))
    by = [words.withdrawn_by.format(name=row["withdrawn_by"])] if row["withdrawn_by"] else []
    return [", ".join([day, *by]), *([row["ignored_reason"]] if row["ignored_reason"] else [])]
