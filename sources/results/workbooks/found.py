"""Which tables of the form stand on which sheets, and which of them cannot be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.results.accounts import ResultAccount
from sources.results.workbooks.counting import count_entries
from sources.results.workbooks.forms import FORMS, FormTable, computed_of, missing_columns, naming_columns
from sources.results.workbooks.grid import Grid, grid_at, possible_heads
from sources.results.workbooks.info import Info
from sources.results.workbooks.page import Page


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of the form that stands on a sheet."""

    form: FormTable
    grid: Grid

    def count(self, is_cumulative: bool) -> int:
        """Its entry cells, counted apart from reading."""
        return count_entries(self.grid, self.form.entries, computed_of(self.form, self.grid, is_cumulative))


def tables_on(pages: Sequence[Page]) -> Iterator[FoundTable]:
    """Of each sheet its first table; of the forms that its head fits, the one that most headings belong to."""
    for page in pages:
        for row in possible_heads(page):
            found = [
                FoundTable(form, grid)
                for form in FORMS
                if (grid := grid_at(page, row, form.headings, form.telling, form.least, naming_columns(form)))
                is not None
            ]
            if found:
                yield max(found, key=lambda table: len(table.grid.columns))
                break


def is_of_form_alone(found: FoundTable) -> bool:
    """No flat table has both readings of a figure, or is of another kind than Biểu 1."""
    return found.form is not FORMS[0] or {"in_window", "year_to_date"} <= found.grid.columns.keys()


def copies_last(found: FoundTable) -> tuple[int, bool]:
    """By the order of the form; of two tables of one kind, the sheet that bears the form's own name goes first."""
    return FORMS.index(found.form), found.grid.page.title != found.form.title


def why_unreadable(account: ResultAccount, found: FoundTable, is_second: bool, info: Info) -> str:
    """The reason after a finding if the table must not be read: columns missing or printed twice, or a second copy."""
    form, grid = found.form, found.grid
    needed = missing_columns(form, grid, info.is_cumulative)
    doubled = [form.spellings[name][0] for name in grid.doubled]
    place = f"trang “{grid.page.title}”"
    if is_second:
        account.say("duplicate_sheet", place, value=grid.page.title, form=form.name)
        return "bảng thứ hai của cùng một biểu"
    if needed:
        account.say("missing_column", place, value=grid.page.title, columns=", ".join(needed))
        return "bảng thiếu cột"
    if doubled:
        account.say("duplicate_column", place, value=grid.page.title, columns=", ".join(doubled))
        return "bảng có hai cột trùng tiêu đề"
    return ""
