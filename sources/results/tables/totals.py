"""Total lines: they are no unit and are never loaded, but what they say is held against the sums of other lines."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sources.results.workbooks.amounts import HeldBackError, read_count
from sources.results.workbooks.figure_rules import Warned
from sources.spreadsheet import Typed
from sources.vietnamese.numbers import shown

TOTAL_LINE: Final = "dòng tổng cộng, không phải số liệu của đơn vị"


class Sums:
    """Sums by column over lines that belong together.

    A total may stand over the lines since the last one, over all lines above, or above all lines: it is right if it is
    one of these. Of a column with a blank, and once a line was held back, no sum is known.
    """

    def __init__(self) -> None:
        self._all: dict[str, Decimal] = {}
        self._since: dict[str, Decimal] = {}
        self._unknown: set[str] = set()
        self._is_broken = False
        self._printed: list[tuple[Mapping[str, Typed], tuple[dict[str, Decimal], ...]]] = []

    @property
    def is_empty(self) -> bool:
        """No line was added yet."""
        return not self._all

    def add(self, numbers: Mapping[str, Decimal | None]) -> None:
        """The figures of one more line."""
        for name, number in numbers.items():
            if number is None:
                self._unknown.add(name)
                continue
            for sums in (self._all, self._since):
                sums[name] = sums.get(name, Decimal(0)) + number

    def break_off(self) -> None:
        """A line was held back: its figures are missing from all sums."""
        self._is_broken = True

    def total(self, printed: Mapping[str, Typed]) -> None:
        """A total line was met; it is judged when all lines are read."""
        self._printed.append((printed, (dict(self._all), self._since)))
        self._since = {}

    def judge(self, table: Warned) -> None:
        """A finding for each cell of a total line that is no sum. What is no number is a total of nothing."""
        for printed, sums in self._printed:
            for name, cell in printed.items():
                if name not in self._all or name in self._unknown or self._is_broken:
                    continue
                try:
                    said = read_count(cell, "usual")
                except HeldBackError:
                    continue
                if said not in [known.get(name) for known in (*sums, self._all)]:
                    table.warn(cell, "total_differs", other=shown(self._all[name]))
