"""A flat table while it is read: its cells by field, lines held back whole, and what has come of it.

A line is loaded whole or held back whole. What both layouts share stands here; each has a file of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from sources.contract import RawRow
from sources.results.accounts import ResultAccount
from sources.results.known import Known
from sources.results.rows import Layout
from sources.results.rules.book import RULES
from sources.results.tables.around import Around
from sources.results.tables.cells import Cells
from sources.results.tables.head import Head
from sources.results.tables.headings import LABELS
from sources.results.tables.outline import is_total
from sources.results.tables.reports import Reports, simulated_problem
from sources.results.tables.whose import Keys, LineKeys, line_keys
from sources.results.workbooks.amounts import HeldBackError, read_day
from sources.results.workbooks.lines import Entries, Problems, quarantine_row
from sources.spreadsheet import Typed

_WHOSE: Final = ("agency", "unit_key", "unit_name", "period", "is_simulated")
_LINE_TAIL: Final = "; cả dòng được giữ lại chờ xác minh"


@dataclass(slots=True)
class Table:
    """layout: whose fields its columns are."""

    cells: Cells
    head: Head
    around: Around
    titles: Mapping[str, str]
    known: Known
    account: ResultAccount
    reports: Reports
    layout: Layout
    rows: list[RawRow] = field(default_factory=list)
    _said: set[tuple[str, str]] = field(default_factory=set)
    _keys: dict[tuple[str, ...], LineKeys] = field(default_factory=dict)

    def label(self, row: int, name: str) -> str:
        """Text of a label; one that is merged over several lines is that of each."""
        column = self.head.columns.get(name)
        return "" if column is None else self.cells.spoken_text(row, column)

    @property
    def value_columns(self) -> list[str]:
        """Fields of the table that are no labels."""
        return [name for name in self.head.columns if name not in LABELS]

    def entries(self, row: int) -> Entries:
        """The values of a line in the columns that the layout knows."""
        cells = ((name, self.cells.get(row, self.head.columns[name])) for name in self.value_columns)
        return {name: cell for name, cell in cells if cell is not None}

    def is_total(self, row: int) -> bool:
        """The line sums others up."""
        return is_total(self.cells, self.head, row)

    def is_misshapen(self, row: int, entries: Entries) -> bool:
        """True after a line was held back that has more cells than the head: a comma inside a number, not quoted, moves
        all cells behind it. A sheet has no such lines."""
        if not self.cells.is_text or max(self.cells.columns(row)) <= max(self.head.headings):
            return False
        self.hold_back(entries, [(self._line(row), HeldBackError("misshapen_line"))], None)
        return True

    def whose(self, row: int) -> tuple[Keys | None, Problems]:
        """Agency, unit and period of a line, whose report is noted; or what is wrong, each with its cell."""
        said = {name: self.label(row, name) for name in _WHOSE}
        texts = tuple(said.values())
        if texts not in self._keys:
            # Hundreds of lines share their labels.
            self._keys[texts] = simulated_problem(said, self.titles) or line_keys(said, self.around, self.known)
        keys, problems = self._keys[texts]
        if keys:
            place = self.label_cell(row, "unit_name").place
            self.reports.add(keys, place, self.label(row, "unit_name"), self.layout, self.titles)
        return keys, [(self.label_cell(row, name), error) for name, error in problems]

    def label_cell(self, row: int, name: str) -> Typed:
        """The cell of a label; where it has none, the line."""
        column = self.head.columns.get(name)
        cell = self.cells.spoken(row, column) if column is not None else None
        return cell or self._line(row)

    def _line(self, row: int) -> Typed:
        return Typed(self.cells.row_place(row), None, "", is_percent=False)

    def sent_problems(self, entries: Entries, row: int, keys: Keys) -> Problems:
        """Notes what a line says of its report as a whole; a day that is none holds the line back."""
        cell = entries.get("sent_date")
        try:
            sent = None if cell is None else read_day(cell)
        except HeldBackError as error:
            return [] if cell is None else [(cell, error)]
        self.reports.note(keys, sent=sent, simulated=self.label(row, "is_simulated"))
        return []

    def hold_back(
        self, entries: Mapping[str, Typed], problems: Problems, keys: Keys | None, code: str | None = None
    ) -> None:
        """Quarantine all values of a line, with a finding for each problem; what many lines share is said once."""
        values = [cell.place for cell in entries.values()]
        with self.speaking_of(keys):
            for cell, problem in problems:
                # Without words of its own, a problem of lines is told by what it is.
                said = (problem.kind, cell.text)
                if cell.place in values or said not in self._said or problem.kind == "misshapen_line":
                    self.account.tell(
                        problem.kind, cell.place, cell.text or None, f"{problem.message}{_LINE_TAIL}", problem.remedy
                    )
                self._said.add(said)
        refused = {cell.place: problem.kind for cell, problem in problems}
        for name, cell in entries.items():
            rule = refused.get(cell.place, problems[0][1].kind)
            heading = self.head.headings[self.head.columns[name]]
            self.rows.append(quarantine_row(self.account, _columns(keys), cell, heading, rule, code))
        self.account.quarantined += len(entries)

    def warn(self, cell: Typed, kind: str, **words: object) -> None:
        """A finding about a line that is loaded all the same, or about the table."""
        sentence, remedy = RULES[kind].say(value=cell.text, **words)
        self.account.tell(kind, cell.place, cell.text or None, sentence, remedy)

    @contextmanager
    def speaking_of(self, keys: Keys | None) -> Iterator[None]:
        """Findings made meanwhile are about this unit and period."""
        self.account.whose = _columns(keys)
        try:
            yield
        finally:
            self.account.whose = {}


def _columns(keys: Keys | None) -> dict[str, str]:
    """The key columns that are known."""
    return dict(zip(("agency_key", "unit_key", "period_key"), keys, strict=True)) if keys else {}


def first_of(entries: Mapping[str, Typed], names: Sequence[str] = ()) -> Typed:
    """The first value of a line, of `names` where one of them is there."""
    return next((entries[name] for name in names if name in entries), next(iter(entries.values())))
