"""The hidden column of the workbook: what a row was when it was written out, so that it is found again and compared.

A person never reads it. It travels with its row when the sheet is sorted, and is not trusted when it comes back.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sources.plans.reviews.statements import Said, Values


class DamagedMachineCellError(ValueError):
    """The hidden cell is not what was written."""


@dataclass(frozen=True, slots=True)
class Machine:
    """One row as it was written out.

    read: as the parser read it (of an added row: as first added; empty for a blank line to add on); standing: fields
    that an earlier review had changed, with their value and who said so; added, struck: who had added or struck it out.
    """

    number: str | None
    read: Values = field(default_factory=dict)
    stood: str | None = None
    standing: Mapping[str, tuple[str | None, Said]] = field(default_factory=dict)
    added: Said | None = None
    struck: Said | None = None

    @property
    def shown(self) -> dict[str, str | None]:
        """The values as they stood in the visible cells."""
        return {**self.read, **{name: value for name, (value, _) in self.standing.items()}}


def dump(machine: Machine) -> str:
    """One line of text; blanks are left out."""
    content: dict[str, Any] = {
        "no": machine.number,
        "read": {name: value for name, value in machine.read.items() if value is not None},
        "stood": machine.stood,
        "standing": {name: [value, *_said(said)] for name, (value, said) in machine.standing.items()},
        "added": _said(machine.added) if machine.added else None,
        "struck": _said(machine.struck) if machine.struck else None,
    }
    return json.dumps({name: value for name, value in content.items() if value}, ensure_ascii=False)


def load(text: str, fields: tuple[str, ...]) -> Machine:
    """The row that dump() wrote, with every one of `fields`. DamagedMachineCellError for anything else."""
    try:
        content = json.loads(text)
        read = content.get("read", {})
        standing = content.get("standing", {})
        if not set(read) | set(standing) <= set(fields):
            raise DamagedMachineCellError(text)
        return Machine(
            number=_text(content.get("no")),
            read={name: _text(read.get(name)) for name in fields},
            stood=_text(content.get("stood")),
            standing={name: (_text(parts[0]), _who(parts[1:])) for name, parts in standing.items()},
            added=_who(content["added"]) if content.get("added") else None,
            struck=_who(content["struck"]) if content.get("struck") else None,
        )
    # What people and spreadsheets leave of a line of JSON is anything at all.
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise DamagedMachineCellError(text) from error


def _said(said: Said) -> list[str | None]:
    return [said.reviewer, said.reviewed_on.isoformat(), said.reason]


def _who(parts: list[Any]) -> Said:
    reviewer, day, reason = parts
    if not _text(reviewer):
        raise DamagedMachineCellError(str(parts))
    return Said(str(reviewer), date.fromisoformat(day), _text(reason))


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise DamagedMachineCellError(str(value))
    return value
