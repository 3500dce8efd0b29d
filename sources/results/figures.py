"""Reads Biểu 1: one indicator a line, its counts, or the rate where there are no counts."""

import re
from typing import Final

from sources.results.amounts import HeldBackError
from sources.results.figure_rules import NUMBERS, judge_figures
from sources.results.lines import BLANK_LINES, REPEATED_LINE, Sheet, any_text
from sources.results.rows import FigureRow
from sources.spreadsheet import Typed

ENTRIES: Final = ("numerator", "denominator", "value", "state", "explanation", "evidence")
# Where the rate is the form's own formula it is no entry.
_COUNTED: Final = tuple(name for name in ENTRIES if name != "value")
_CODE = re.compile(r"[a-z][a-z0-9_]*")


def read_figures(sheet: Sheet) -> None:
    """Add the rows of Biểu 1 to the sheet, and its counts and findings to the account."""
    seen: dict[str, tuple[str, ...]] = {}
    for row in sheet.grid.lines():
        entries = sheet.entries(row, _COUNTED if sheet.is_formula(row, "value") else ENTRIES)
        code = sheet.text(row, "indicator_code").casefold()
        if entries:
            _read_line(sheet, row, code, entries, seen)
        elif code:
            sheet.account.note(BLANK_LINES, 1)


def _read_line(sheet: Sheet, row: int, code: str, entries: dict[str, Typed], seen: dict[str, tuple[str, ...]]) -> None:
    first = next(iter(entries.values()))
    problem = _code_problem(code)
    if problem:
        sheet.hold_back(entries, [(first, problem)])
        return
    content = tuple(f"{name}={cell.text}" for name, cell in entries.items())
    if code in seen:
        if seen[code] == content:
            sheet.account.ignore(len(entries), REPEATED_LINE)
        else:
            sheet.hold_back(entries, [(first, _REPEATED)], code)
        return
    seen[code] = content
    if not any(name in entries for name in (*NUMBERS, "state")):
        sheet.account.ignore(len(entries), "có giải trình hoặc tài liệu nhưng không có số liệu")
        sheet.warn(
            first,
            "figure_missing",
            f"chỉ tiêu “{code}” có ghi chú nhưng không có số liệu",
            "Ghi số liệu hoặc chọn trạng thái.",
        )
        return
    figures, problems = judge_figures(sheet, entries, sheet.text(row, "unit_name"))
    if figures is None:
        sheet.hold_back(entries, problems, code)
        return
    sheet.account.loaded += len(entries) - figures.dropped_cells
    if figures.dropped:
        sheet.account.ignore(figures.dropped_cells, figures.dropped)
    sheet.rows.append(
        FigureRow(
            **sheet.keys,
            indicator_code=code,
            state=figures.state,
            numerator=figures.numerator,
            denominator=figures.denominator,
            value=figures.value,
            explanation=any_text(entries, "explanation"),
            evidence=any_text(entries, "evidence"),
            **sheet.account.origin(first.place),
        )
    )


def _code_problem(code: str) -> HeldBackError | None:
    if not code:
        return HeldBackError(
            "missing_indicator_code", "dòng có số liệu nhưng không có mã chỉ tiêu", "Ghi mã chỉ tiêu như biểu mẫu."
        )
    if not _CODE.fullmatch(code):
        return HeldBackError(
            "unknown_indicator_code", f"mã chỉ tiêu “{code}” không đúng dạng", "Ghi mã chỉ tiêu như biểu mẫu."
        )
    return None


_REPEATED: Final = HeldBackError(
    "duplicate_indicator", "chỉ tiêu đã có ở dòng trên với nội dung khác", "Giữ một dòng cho mỗi chỉ tiêu."
)
