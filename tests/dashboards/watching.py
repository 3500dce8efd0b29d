"""Marts and words that remember what the pages read of them."""

from collections.abc import Mapping
from typing import Any

from dashboards.queries.marts import Marts
from dashboards.row import Row
from dashboards.theme.words import Words


class Column(str):
    """The name of a column as a key of its row, which notes when somebody looks it up, in copies of the row too.

    A dict that looks for a name asks the key it holds whether it is that name. Where a row is laid over another, the
    key of the lower one stays and from then on speaks for both.
    """

    __slots__ = ("_over", "_query", "_read")

    def __new__(cls, query: str, name: str, read: set[tuple[str, str]]) -> "Column":
        column = super().__new__(cls, name)
        column._query, column._read, column._over = query, read, []
        return column

    def __eq__(self, other: object) -> bool:
        is_same = str.__eq__(self, other) is True
        if is_same and isinstance(other, Column):
            self._over.append(other)
        elif is_same:
            self._note()
        return is_same

    def _note(self) -> None:
        """Note it and all that it speaks for; where rows were compared both ways, each speaks for the other."""
        told: list[Column] = [self]
        for column in told:
            column._read.add((column._query, str(column)))
            told += [other for other in column._over if not any(other is known for known in told)]

    __hash__ = str.__hash__


class WatchedMarts(Marts):
    """asked: queries of which rows were asked for; read: (query, column) that was looked up in a row of it."""

    def __init__(self, marts: Marts) -> None:
        super().__init__(marts.frames)
        self.asked: set[str] = set()
        self.read: set[tuple[str, str]] = set()
        self._watched: dict[str, list[Row]] = {}

    def rows(self, name: str) -> list[Row]:
        self.asked.add(name)
        if name not in self._watched:
            plain = super().rows(name)
            self._watched[name] = [{Column(name, key, self.read): row[key] for key in row} for row in plain]
        return self._watched[name]


class WatchedWords(Words):
    """A block of words that notes the whole path of each that was said, and of its block: "plan.title", "plan"."""

    def __init__(self, block: Mapping[str, Any], heard: set[str], path: str = "") -> None:
        super().__init__(block)
        self._heard, self._path = heard, path

    def __getitem__(self, name: str) -> Any:
        found = self._block[name]
        if isinstance(found, Mapping):
            return WatchedWords(found, self._heard, f"{self._path}{name}.")
        self._heard |= {self._path[:-1], self._path + name}
        return found

    def get(self, name: str | None, default: str) -> str:
        self._heard |= {self._path[:-1], *([self._path + name] if name in self._block else [])}
        return super().get(name, default)

    def mapping(self) -> Mapping[str, Any]:
        self._heard |= {self._path + name for name in self._block}
        return self._block
