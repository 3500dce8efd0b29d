"""Lines that speak of what an earlier line of the file spoke of: true copies are left out, others held back."""

from collections.abc import Sequence

from sources.results.tables.table import Table, first_of
from sources.results.tables.whose import Keys
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.lines import REPEATED_LINE, Entries

Seen = dict[tuple[Keys, str], tuple[str, ...]]
"""Unit, period and what a line is about -> its content."""


def is_repeated(
    table: Table,
    entries: Entries,
    keys: Keys,
    about: str,
    seen: Seen,
    problem: HeldBackError,
    *,
    columns: Sequence[str] = (),
    code: str | None = None,
) -> bool:
    """True after a line was left out, or held back with `problem`, said of the first of `columns` that it has."""
    content = tuple(f"{name}={cell.text}" for name, cell in entries.items())
    if seen.setdefault((keys, about), content) is content:
        return False
    if seen[keys, about] == content:
        table.account.ignore(len(entries), REPEATED_LINE)
    else:
        table.hold_back(entries, [(first_of(entries, columns), problem)], keys, code)
    return True
