"""What a review says, row by row: plain data between the workbook's reader and the function that applies it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sources.contract import SourceFile
from sources.plans.remarks import Remark

Values = Mapping[str, str | None]
Action = Literal["keep", "correct", "strike", "add"]


@dataclass(frozen=True, slots=True)
class Said:
    """Who says it, when and why."""

    reviewer: str
    reviewed_on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of one row, or one row added.

    read: the row as it was read when the workbook was made, by which it is found again; of an added row, as it was
    first added. values: for correct the new values, for keep all values confirmed, for add the row. place: sheet and
    cell; stood: where the row stood in the plan. is_sweeping: said of a whole sheet, not of this row. seen: the values
    that who says it had before them, of a correction.
    """

    kind: str
    action: Action
    said: Said
    place: str
    read: Values = field(default_factory=dict)
    values: Values = field(default_factory=dict)
    number: str | None = None
    stood: str | None = None
    is_sweeping: bool = False
    seen: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """One review workbook. refusal: why nothing in it was read. held: rows left out because of unreadable cells."""

    file: SourceFile
    plan_key: str | None = None
    statements: tuple[Statement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    refusal: Remark | None = None
    held: int = 0
