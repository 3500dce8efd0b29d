"""What Biểu 1 and Biểu 2 have in common: the cells of a line, lines held back whole, lines met twice.

A line is loaded whole or held back whole: a numerator without the total that was refused would say something else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sources.account import Account
from sources.contract import RawRow
from sources.results.amounts import HeldBackError
from sources.results.grid import Grid
from sources.results.headings import INFO_LABELS
from sources.results.info import Info
from sources.results.rows import QuarantineRow
from sources.spreadsheet import Book, Typed

BLANK_LINES: Final = "dòng để trống, coi là chưa báo cáo"
REPEATED_LINE: Final = "dòng lặp lại giống hệt dòng trước"


@dataclass(slots=True)
class Sheet:
    """A table being read: where from, whose, and what has come of it so far."""

    book: Book
    grid: Grid
    info: Info
    account: Account
    rows: list[RawRow] = field(default_factory=list)

    @property
    def keys(self) -> dict[str, str]:
        """The key columns that every row of a submission carries."""
        return {
            "agency_key": self.info.agency_key,
            "unit_key": self.info.unit_key,
            "period_key": self.info.period_key,
        }

    def text(self, row: int, column_field: str) -> str:
        """Text of a label cell, "" if the column is missing or the cell is blank."""
        cell = self._cell(row, column_field)
        return cell.text if cell and cell.error is None else ""

    def entries(self, row: int, fields: Sequence[str]) -> dict[str, Typed]:
        """The cells with content among those that people fill in."""
        found = {name: self._cell(row, name) for name in fields}
        return {name: cell for name, cell in found.items() if cell is not None}

    def is_formula(self, row: int, column_field: str) -> bool:
        """The cell holds a formula; its result is not asked for."""
        column = self.grid.columns.get(column_field)
        return column is not None and self.grid.sheet.cell(row, column).data_type == "f"

    def hold_back(
        self,
        entries: Mapping[str, Typed],
        problems: Sequence[tuple[Typed, HeldBackError]],
        code: str | None = None,
    ) -> None:
        """Quarantine all cells of a line, with a finding for each problem."""
        for cell, problem in problems:
            self._find(cell, problem, f"{problem.message}; cả dòng được giữ lại chờ xác minh.", "error")
        refused = {cell.place: problem.kind for cell, problem in problems}
        for name, cell in entries.items():
            self.rows.append(
                quarantine_row(
                    self.account,
                    self.info,
                    cell,
                    self.grid.headings[name],
                    refused.get(cell.place, problems[0][1].kind),
                    code,
                )
            )
        self.account.quarantined += len(entries)

    def warn(self, cell: Typed, kind: str, message: str, remedy: str) -> None:
        """A finding about a cell that was loaded all the same."""
        self._find(cell, HeldBackError(kind, message, remedy), f"{message}.", "warning")

    def _find(self, cell: Typed, problem: HeldBackError, sentence: str, severity: str) -> None:
        self.account.find(
            problem.kind,
            "error" if severity == "error" else "warning",
            cell.place,
            f"Tệp {self.account.file.name}, ô {cell.place}: {sentence}",
            problem.remedy,
            value=cell.text,
            **self.keys,
        )

    def _cell(self, row: int, column_field: str) -> Typed | None:
        column = self.grid.columns.get(column_field)
        return None if column is None else self.book.typed(self.grid.sheet, row, column)


def quarantine_row(
    account: Account, info: Info, cell: Typed, column_name: str, rule: str, code: str | None = None
) -> QuarantineRow:
    """The row of one cell that is held back."""
    return QuarantineRow(
        agency_key=info.agency_key,
        unit_key=info.unit_key,
        period_key=info.period_key,
        indicator_code=code,
        column_name=column_name,
        value=cell.text,
        rule=rule,
        **account.origin(cell.place),
    )


def held_back_info(account: Account, info: Info) -> Iterator[QuarantineRow]:
    """Findings and quarantine rows of what was held back in sheet Thông tin."""
    for cell, problem in info.held_back:
        account.find(
            problem.kind,
            "error",
            cell.place,
            f"Tệp {account.file.name}, ô {cell.place}: {problem.message}; ngày gửi chưa xác định.",
            problem.remedy,
            value=cell.text,
            agency_key=info.agency_key,
            unit_key=info.unit_key,
            period_key=info.period_key,
        )
        account.quarantined += 1
        yield quarantine_row(account, info, cell, INFO_LABELS["sent_date"][0], problem.kind)


def any_text(entries: Mapping[str, Typed], name: str) -> str | None:
    """Text of an entry cell. HeldBackError is not raised here: error cells were checked before."""
    return entries[name].text if name in entries else None
