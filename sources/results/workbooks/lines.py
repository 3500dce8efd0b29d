"""What the tables of a workbook have in common: the cells of a line, lines held back whole, lines met twice.

A line is loaded whole or held back whole: a numerator without the total that was refused would say something else.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sources.contract import RawRow
from sources.results.accounts import ResultAccount
from sources.results.headings import INFO_LABELS
from sources.results.known import Known
from sources.results.rows import QuarantineRow
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.grid import Grid
from sources.results.workbooks.info import Info
from sources.spreadsheet import Typed

BLANK_LINES: Final = "dòng để trống, coi là chưa báo cáo"
REPEATED_LINE: Final = "dòng lặp lại giống hệt dòng trước"
_LINE_TAIL: Final = "; cả dòng được giữ lại chờ xác minh"

Entries = dict[str, Typed]
Problems = list[tuple[Typed, HeldBackError]]


@dataclass(slots=True)
class Sheet:
    """A table being read: where from, whose, and what has come of it so far."""

    grid: Grid
    info: Info
    account: ResultAccount
    known: Known
    rows: list[RawRow] = field(default_factory=list)
    _seen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, str]:
        """The key columns that every row of a submission carries."""
        return {
            "agency_key": self.info.agency_key,
            "unit_key": self.info.unit_key,
            "period_key": self.info.period_key,
        }

    def label(self, row: int, name: str) -> str:
        """Text of a label cell, of the one above where both are merged; "" if it is missing, blank or an error."""
        column = self.grid.columns.get(name)
        if column is None:
            return ""
        anchor_row, anchor_column = self.grid.page.anchor(row, column)
        is_of_table = anchor_column == column and anchor_row > self.grid.head_row
        cell = self.grid.page.typed(anchor_row if is_of_table else row, column)
        return cell.text if cell and cell.error is None else ""

    def entries(self, row: int, names: Sequence[str]) -> Entries:
        """The cells with content among those that people fill in."""
        found = {name: self.cell(row, name) for name in names}
        return {name: cell for name, cell in found.items() if cell is not None}

    def cell(self, row: int, name: str) -> Typed | None:
        """The content of one cell of a line."""
        column = self.grid.columns.get(name)
        return None if column is None else self.grid.page.typed(row, column)

    def is_repeated(self, key: str, entries: Entries, kind: str, code: str | None = None) -> bool:
        """True after a line was left out or held back because `key` was met before, with this content or another."""
        content = tuple(f"{name}={cell.text}" for name, cell in entries.items())
        if self._seen.setdefault(key, content) is content:
            return False
        if self._seen[key] == content:
            self.account.ignore(len(entries), REPEATED_LINE)
        else:
            first = next(iter(entries.values()))
            self.hold_back(entries, [(first, HeldBackError(kind, value=self.known.name_of(key)))], code)
        return True

    def load(self, row: RawRow, entries: Collection[Typed] | Mapping[str, Typed]) -> None:
        """Add the row of a line whose cells are all taken."""
        self.account.loaded += len(entries)
        self.rows.append(row)

    def hold_back(self, entries: Entries, problems: Problems, code: str | None = None) -> None:
        """Quarantine all cells of a line, with a finding for each problem."""
        for cell, problem in problems:
            self._find(cell, problem, _LINE_TAIL)
        refused = {cell.place: problem.kind for cell, problem in problems}
        for name, cell in entries.items():
            rule = refused.get(cell.place, problems[0][1].kind)
            heading = self.grid.headings[name]
            self.rows.append(quarantine_row(self.account, self.keys, cell, heading, rule, code))
        self.account.quarantined += len(entries)

    def warn(self, cell: Typed, kind: str, **words: object) -> None:
        """A finding about a cell that was loaded all the same."""
        self.account.say(kind, cell.place, value=cell.text, **words)

    def _find(self, cell: Typed, problem: HeldBackError, tail: str) -> None:
        self.account.tell(problem.kind, cell.place, cell.text, problem.message + tail, problem.remedy)


def quarantine_row(
    account: ResultAccount, keys: Mapping[str, str], cell: Typed, column_name: str, rule: str, code: str | None = None
) -> QuarantineRow:
    """The row of one cell that is held back."""
    return QuarantineRow(
        agency_key=keys.get("agency_key"),
        unit_key=keys.get("unit_key"),
        period_key=keys.get("period_key"),
        indicator_code=code,
        column_name=column_name,
        value=cell.text,
        rule=rule,
        **account.origin(cell.place),
    )


def held_back_info(account: ResultAccount, info: Info) -> Iterator[QuarantineRow]:
    """Findings and quarantine rows of what was held back in sheet Thông tin."""
    for name, cell, problem in info.held_back:
        message = f"{problem.message}; ô này chưa được nhận"
        account.tell(problem.kind, cell.place, cell.text, message, problem.remedy)
        account.quarantined += 1
        yield quarantine_row(account, account.whose, cell, INFO_LABELS[name][0], problem.kind)


def any_text(entries: Mapping[str, Typed], name: str) -> str | None:
    """Text of an entry cell. HeldBackError is not raised here: error cells were checked before."""
    return entries[name].text if name in entries else None
