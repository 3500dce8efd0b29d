"""The head of a table: which field each of its headings means, over one row or two."""

from collections.abc import Mapping

from sources.results.workbooks.page import Page
from sources.vietnamese.normal import match_key

Spellings = Mapping[str, tuple[str, ...]]


class Headings:
    """The headings of a form: every spelling of every field, by its first word."""

    def __init__(self, spellings: Spellings) -> None:
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for field, variants in spellings.items():
            for variant in map(match_key, variants):
                self._by_word.setdefault(variant.partition(" ")[0], []).append((variant, field))

    def closest(self, words: str) -> tuple[str | None, int]:
        """Field whose longest spelling begins the words (a match key), and its length; (None, 0) if none does."""
        found: tuple[str | None, int] = (None, 0)
        for variant, field in self._by_word.get(words.partition(" ")[0], ()):
            if (words == variant or words.startswith(variant + " ")) and len(variant) > found[1]:
                found = (field, len(variant))
        return found


class Matches:
    """Fields met in a head so far. The closest heading wins a field; two equally close ones make it doubled."""

    def __init__(self) -> None:
        self.best: dict[str, tuple[int, int, str]] = {}
        self.doubled: set[str] = set()

    @property
    def columns(self) -> dict[str, int]:
        return {field: column for field, (_, column, _) in self.best.items()}

    @property
    def headings(self) -> dict[str, str]:
        return {field: heading for field, (_, _, heading) in self.best.items()}

    def meet(self, column: int, heading: str, key: str, form: Headings) -> None:
        field, closeness = form.closest(key)
        if field is None:
            return
        if field in self.best and self.best[field][0] == closeness:
            self.doubled.add(field)
        elif field not in self.best or closeness > self.best[field][0]:
            self.best[field] = (closeness, column, heading)
            self.doubled.discard(field)


def matches(page: Page, row: int, form: Headings) -> Matches:
    found = Matches()
    for column in page.columns(row):
        found.meet(column, page.words(row, column), page.key(row, column), form)
    return found


def second_row(page: Page, row: int, found: Matches, form: Headings) -> bool:
    """True after adding the second row of a head: its words stand only where the first has none or a wide heading."""
    taken = {column for column in found.columns.values() if not _is_wide(page, row, column)}
    below = page.columns(row + 1)
    if not below or any(column in taken for column in below):
        return False
    second = matches(page, row + 1, form)
    new = [field for field in second.best if field not in found.best or _is_wide(page, row, found.best[field][1])]
    for field in new:
        found.best[field] = second.best[field]
    found.doubled |= second.doubled
    return bool(new) or _is_merged_down(page, row, found)


def _is_wide(page: Page, row: int, column: int) -> bool:
    """The heading stands over the column to its right as well."""
    return page.anchor(row, column + 1) == page.anchor(row, column)


def _is_merged_down(page: Page, row: int, found: Matches) -> bool:
    """Headings of the first row reach down over the second."""
    return any(page.anchor(row + 1, column) == (row, column) for column in found.columns.values())
