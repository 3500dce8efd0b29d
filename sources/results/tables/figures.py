"""Reads a figure table: one line is one indicator of one unit in one period."""

from collections.abc import Mapping
from typing import Final

from sources.results.rows import FigureRow
from sources.results.tables.line_codes import line_code
from sources.results.tables.merged import merged_problems
from sources.results.tables.repeated import Seen, is_repeated
from sources.results.tables.table import Table, first_of
from sources.results.tables.totals import TOTAL_LINE, Sums
from sources.results.tables.whose import Keys
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.figure_rules import Figures, judge_figures
from sources.results.workbooks.indicator_names import names_of
from sources.results.workbooks.lines import BLANK_LINES, Entries, Problems, any_text
from sources.results.workbooks.measures import Measure, measure_of
from sources.spreadsheet import Typed

_NUMBERS: Final = ("numerator", "denominator", "value")
_WORDS: Final = frozenset({"explanation", "evidence", "sent_date", "previous"})
_WITHOUT_FIGURE: Final = "có giải trình hoặc tài liệu nhưng không có số liệu"
_PREVIOUS: Final = "số của kỳ trước, đã có trong báo cáo kỳ trước"


def read_figures(table: Table, lines: list[int], seen: Seen) -> None:
    """Add the rows of a figure table, and its counts and findings. seen: lines of the file so far."""
    names = names_of(table.known)
    sums: dict[str, Sums] = {}
    totals: list[tuple[str | None, Entries]] = []
    for row in lines:
        entries = table.entries(row)
        if not entries:
            if table.label(row, "indicator_code") or table.label(row, "indicator_name"):
                table.account.note(BLANK_LINES, 1)
        elif table.is_misshapen(row, entries):
            for group in sums.values():
                group.break_off()
        elif table.is_total(row):
            table.account.ignore(len(entries), TOTAL_LINE)
            totals.append((line_code(table, row, names, []), entries))
        else:
            _read_line(table, row, entries, names, seen, sums)
    _judge(table, totals, sums)


def _read_line(
    table: Table, row: int, entries: Entries, names: Mapping[str, str], seen: Seen, sums: dict[str, Sums]
) -> None:
    keys, problems = table.whose(row)
    problems = [*problems, *merged_problems(table, row)]
    code = line_code(table, row, names, problems)
    group = sums.setdefault(code or "", Sums())
    if keys and code:
        problem = HeldBackError("duplicate_indicator", value=table.known.name_of(code))
        if is_repeated(table, entries, keys, code, seen, problem, columns=_NUMBERS, code=code):
            return
    if "previous" in entries:
        table.account.ignore(1, _PREVIOUS)
        entries = {name: cell for name, cell in entries.items() if name != "previous"}
    if entries and entries.keys() <= _WORDS and not problems:
        _leave_out(table, entries, code)
        return
    if entries:
        measure = measure_of(table.known.indicators.get(code or ""), table.label(row, "measure"))
        _take(table, row, entries, measure, keys, code, problems, group)


def _judge(table: Table, totals: list[tuple[str | None, Entries]], sums: dict[str, Sums]) -> None:
    """A total is of its indicator; one that names none can only be held against a table of a single indicator."""
    for code, entries in totals:
        group = sums.get(code) if code else next(iter(sums.values())) if len(sums) == 1 else None
        if group:
            group.total(_counts(entries))
    for group in sums.values():
        group.judge(table)


def _counts(entries: Entries) -> Entries:
    """Counts of a total line; rates do not add up."""
    return {name: entries[name] for name in _NUMBERS[:2] if name in entries}


def _leave_out(table: Table, entries: Entries, code: str | None) -> None:
    table.account.ignore(len(entries), _WITHOUT_FIGURE)
    table.warn(first_of(entries), "figure_missing", name=table.known.name_of(code) if code else "")


def _by_role(entries: Entries, measure: Measure) -> Entries:
    """A table with a single column of figures has counts in it too: the value of a count is the count."""
    if "value" in entries and "numerator" not in entries and not measure.is_percent:
        return {"numerator": entries["value"]} | {name: cell for name, cell in entries.items() if name != "value"}
    return entries


def _take(
    table: Table,
    row: int,
    entries: Entries,
    measure: Measure,
    keys: Keys | None,
    code: str | None,
    problems: Problems,
    group: Sums,
) -> None:
    """Load the line, or hold it back."""
    figures = _by_role({name: cell for name, cell in entries.items() if name != "sent_date"}, measure)
    if figures and not problems:
        with table.speaking_of(keys):
            judged = judge_figures(table, figures, "numerator", measure)
    else:
        judged = []
    if keys:
        problems = [*problems, *table.sent_problems(entries, row, keys)]
    if not isinstance(judged, Figures):
        problems = [*problems, *judged]
    if problems or keys is None or code is None or not isinstance(judged, Figures):
        group.break_off()
        table.hold_back(entries, problems, keys, code)
        return
    group.add({"numerator": judged.numerator, "denominator": judged.denominator})
    table.account.loaded += len(entries)
    for reason, count in judged.dropped:
        table.account.ignore(count, reason)
        table.account.loaded -= count
    table.rows.append(_row(table, keys, code, judged, figures))


def _row(table: Table, keys: Keys, code: str, figures: Figures, entries: Mapping[str, Typed]) -> FigureRow:
    agency, unit, period = keys
    return FigureRow(
        agency_key=agency,
        unit_key=unit,
        period_key=period,
        indicator_code=code,
        state=figures.state,
        numerator=figures.numerator,
        denominator=figures.denominator,
        value=figures.value,
        explanation=any_text(entries, "explanation"),
        evidence=any_text(entries, "evidence"),
        **table.account.origin(first_of(entries, _NUMBERS).place),
    )
