"""Reads Biểu 1: one indicator a line, its counts, or the rate where there are no counts."""

from collections.abc import Mapping

from sources.results.rows import FigureRow
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.figure_columns import entries_of, pasted, typed_field
from sources.results.workbooks.figure_places import compare_windows, score_as_count, wrong_place
from sources.results.workbooks.figure_rules import Figures, judge_figures
from sources.results.workbooks.forms_own import is_forms_own
from sources.results.workbooks.indicator_names import find_code, names_of
from sources.results.workbooks.lines import BLANK_LINES, Entries, Sheet, any_text
from sources.results.workbooks.measures import measure_of
from sources.results.workbooks.progress import first_of

_WORDS = frozenset({"explanation", "evidence"})
_FORMS_OWN = "công thức của biểu mẫu ở cột phải nhập"
_WITHOUT_FIGURE = "có giải trình hoặc tài liệu nhưng không có số liệu"


def read_figures(sheet: Sheet) -> None:
    """Add the rows of Biểu 1 to the sheet, and its counts and findings to the account."""
    names = names_of(sheet.known)
    if "indicator_code" not in sheet.grid.columns:
        sheet.account.say("code_column_missing", sheet.grid.page.place(sheet.grid.head_row, 1))
    for row in sheet.grid.lines():
        entries = entries_of(sheet, row)
        typed = typed_field(sheet.grid.columns, sheet.info.is_cumulative)
        if typed in entries and is_forms_own(sheet.grid, row, typed) and not pasted(entries, typed):
            del entries[typed]
            sheet.account.ignore(1, _FORMS_OWN)
        if entries:
            _read_line(sheet, row, entries, names)
        elif sheet.label(row, "indicator_code"):
            sheet.account.note(BLANK_LINES, 1)


def _read_line(sheet: Sheet, row: int, entries: Entries, names: Mapping[str, str]) -> None:
    first = first_of(entries)
    printed = sheet.label(row, "indicator_code").casefold()
    try:
        code, is_by_name = find_code(printed, sheet.label(row, "indicator_name"), sheet.known, names)
    except HeldBackError as error:
        sheet.hold_back(entries, [(first, error)])
        return
    name = sheet.known.name_of(code)
    if is_by_name and "indicator_code" in sheet.grid.columns:
        sheet.warn(first, "indicator_by_name", printed=printed or "trống", name=name)
    if sheet.is_repeated(code, entries, "duplicate_indicator", code):
        return
    if entries.keys() <= _WORDS:
        sheet.account.ignore(len(entries), _WITHOUT_FIGURE)
        sheet.warn(first, "figure_missing", name=name)
        return
    typed = typed_field(sheet.grid.columns, sheet.info.is_cumulative)
    printed_name = sheet.label(row, "indicator_name")
    measure = measure_of(sheet.known.indicators.get(code), sheet.label(row, "unit_name"), printed_name)
    problems = wrong_place(sheet, row, entries, typed) or score_as_count(sheet, entries, typed, measure)
    judged = problems or judge_figures(sheet, entries, typed, measure)
    if not isinstance(judged, Figures):
        sheet.hold_back(entries, judged, code)
        return
    if measure.is_additive:
        compare_windows(sheet, row, entries, typed)
    for reason, count in judged.dropped:
        sheet.account.ignore(count, reason)
        sheet.account.loaded -= count
    sheet.load(
        FigureRow(
            **sheet.keys,
            indicator_code=code,
            state=judged.state,
            numerator=judged.numerator,
            denominator=judged.denominator,
            value=judged.value,
            explanation=any_text(entries, "explanation"),
            evidence=any_text(entries, "evidence"),
            **sheet.account.origin(first.place),
        ),
        entries,
    )
