"""Places: what a file of the folder takes the place of when it comes, and what another takes from it."""

from pathlib import PurePosixPath
from typing import Final

from sources.receipts.scanning import SourceKind

# In plans/ a workbook is a review and a .yml goes with its plan; everything else is a plan.
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls", ".ods")
_COMPANIONS: Final = (".yml", ".yaml")


def place(kind: SourceKind, name: str) -> tuple[str, ...]:
    """What tells two files of a room apart, as its reader does.

    A plan is known by its name without folder and ending, so that plan.pdf takes the place of a plan.docx that is gone;
    so is a register. Names of reports, reviews and index tables are free or fixed: there the path is the place.
    """
    path = PurePosixPath(name)
    ending, stem = path.suffix.casefold(), path.stem.casefold()
    if kind == "plans" and ending not in _WORKBOOKS:
        return kind, "beside" if ending in _COMPANIONS else "plan", stem
    if kind == "registers":
        return kind, stem
    return kind, "path", name
