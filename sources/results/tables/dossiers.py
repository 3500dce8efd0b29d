"""Reads the one-stop system's table: dossiers received, resolved and open, of a unit, by field where it says so."""

from decimal import Decimal
from typing import Final

from sources.results.rows import DossierRow
from sources.results.tables.dossier_counts import Counts, disagreement
from sources.results.tables.dossier_rates import Group, rate_rows
from sources.results.tables.merged import merged_problems
from sources.results.tables.outline import parts_of
from sources.results.tables.repeated import Seen, is_repeated
from sources.results.tables.table import Table, first_of
from sources.results.tables.totals import TOTAL_LINE, Sums
from sources.results.tables.whose import Keys
from sources.results.workbooks.amounts import HeldBackError, check_cell, read_count
from sources.results.workbooks.lines import BLANK_LINES, Entries, Problems

# What stands in a line beside counts; a remark of the one-stop system is about the line and has no column in raw.
_WORDS: Final = ("explanation",)
_REMARK: Final = "ghi chú của bảng hồ sơ"
_GROUP_LINE: Final = "dòng cộng của một nhóm, chỉ để đối chiếu với các dòng trong nhóm"


def read_dossiers(table: Table, lines: list[int], seen: Seen) -> None:
    """Add the rows of a dossier table, then the rates that follow from it. seen: lines of the file so far."""
    groups: dict[Keys, Group] = {}
    whole, by_field = Sums(), Sums()
    over = parts_of(table.cells, table.head, [row for row in lines if table.entries(row) and not table.is_total(row)])
    sums_over = {row: Sums() for row in over}
    groups_of: dict[int, list[Sums]] = {}
    for row, parts in over.items():
        for part in parts:
            groups_of.setdefault(part, []).append(sums_over[row])
    for row in lines:
        entries = table.entries(row)
        within = groups_of.get(row, [])
        if not entries:
            if table.label(row, "unit_name") or _name(table, row):
                table.account.note(BLANK_LINES, 1)
        elif table.is_misshapen(row, entries):
            for sums in (whole, by_field, *within):
                sums.break_off()
        elif table.is_total(row):
            table.account.ignore(len(entries), TOTAL_LINE)
            # Where units have a line of their own and fields below it, a total is the sum of one of the two.
            (by_field if whole.is_empty else whole).total(entries)
        elif row in over:
            table.account.ignore(len(entries), _GROUP_LINE)
            sums_over[row].total(entries)
        else:
            _read_line(table, row, entries, seen, groups, [by_field if _name(table, row) else whole, *within])
    for sums in (whole, by_field, *sums_over.values()):
        sums.judge(table)
    for keys, group in groups.items():
        table.rows.extend(rate_rows(table, keys, group))


def _read_line(
    table: Table, row: int, entries: Entries, seen: Seen, groups: dict[Keys, Group], sums: list[Sums]
) -> None:
    keys, problems = table.whose(row)
    problems = [*problems, *merged_problems(table, row)]
    name = _name(table, row) or None
    twice = HeldBackError("duplicate_dossier_line", value=name or "cả đơn vị")
    if keys and is_repeated(table, entries, keys, name or "", seen, twice):
        return
    numbers, cell_problems = _numbers(entries)
    problems = [*problems, *cell_problems]
    counts = Counts.of(numbers, table.head.columns)
    if not problems and (error := disagreement(counts, name)):
        problems = [(first_of(entries, error.columns), error.problem)]
    if keys:
        problems = [*problems, *table.sent_problems(entries, row, keys)]
        group = groups.setdefault(keys, Group())
        if problems:
            group.break_off()
    if problems or keys is None:
        for added in sums:
            added.break_off()
        table.hold_back(entries, problems, keys)
        return
    remarks = [name for name in _WORDS if name in entries]
    if remarks:
        table.account.ignore(len(remarks), _REMARK)
    table.account.loaded += len(entries) - len(remarks)
    if not numbers:
        return
    counted = [column for column in table.value_columns if column not in {*_WORDS, "sent_date"}]
    for added in sums:
        added.add({column: numbers.get(column) for column in counted})
    place = first_of({column: entries[column] for column in numbers}).place
    groups[keys].add(counts, place, is_whole=name is None)
    table.rows.append(_row(table, keys, name, counts, place))


def _name(table: Table, row: int) -> str:
    """What the line is about: field, procedure, or a procedure of a field; "" for all of the unit."""
    return " - ".join(text for name in ("field", "procedure") if (text := table.label(row, name)))


def _numbers(entries: Entries) -> tuple[dict[str, Decimal], Problems]:
    """Column -> count, or what is wrong with its cell."""
    numbers: dict[str, Decimal] = {}
    problems: Problems = []
    for column, cell in entries.items():
        try:
            check_cell(cell)
            if column not in {*_WORDS, "sent_date"}:
                numbers[column] = read_count(cell, "never")
        except HeldBackError as error:
            problems.append((cell, error))
    return numbers, problems


def _row(table: Table, keys: Keys, name: str | None, counts: Counts, place: str) -> DossierRow:
    agency, unit, period = keys
    return DossierRow(
        agency_key=agency,
        unit_key=unit,
        period_key=period,
        field_name=name,
        opening=counts.opening,
        received=counts.received,
        resolved_early=counts.resolved_early,
        resolved_on_time=counts.resolved_on_time,
        resolved_late=counts.resolved_late,
        open_in_time=counts.open_in_time,
        open_overdue=counts.open_overdue,
        **table.account.origin(place),
    )
