"""The small .yml file beside a plan: what it is, what it replaces, and corrections of the plan's own fields."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml

from sources.documents.blocks import DocumentError
from sources.documents.decoding import decode
from sources.plans.remarks import Remark, remark
from sources.plans.rows import PlanKind

_KEY = re.compile(r"[a-z0-9][a-z0-9_./-]*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1990 <= value <= 2100


# What may be corrected, and what such a value looks like.
_FIELDS: dict[str, Callable[[Any], bool]] = {
    "is_digest": lambda value: isinstance(value, bool),
    "is_simulated": lambda value: isinstance(value, bool),
    "replaces": lambda value: _is_text(value) and bool(_KEY.fullmatch(value)),
    "number": _is_text,
    "issued_date": lambda value: bool(_DATE.fullmatch(str(value))),
    "issued_place": _is_text,
    "agency": _is_text,
    "province": _is_text,
    "title": _is_text,
    "plan_kind": lambda value: value in get_args(PlanKind),
    "period_start": _is_year,
    "period_end": _is_year,
    "signer": _is_text,
    "signer_title": _is_text,
    "signed_for": _is_text,
}
_PLACE = "tệp .yml"


@dataclass(frozen=True, slots=True)
class Corrections:
    """Accepted values by field, and findings about the rest."""

    values: dict[str, Any] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    is_readable: bool = True
    entries: int = 0

    def text(self, name: str, otherwise: str | None) -> str | None:
        """The corrected value, or `otherwise`."""
        return str(self.values[name]) if name in self.values else otherwise


def read_corrections(path: Path) -> Corrections:
    """Read the file. Nothing in it can stop the plan beside it from being read."""
    try:
        content = yaml.safe_load(decode(path.read_bytes()))
    except (DocumentError, OSError, yaml.YAMLError, ValueError) as error:
        reason = str(error).split("\n")[0]
        return Corrections(remarks=(remark("unreadable_correction", _PLACE, reason),), is_readable=False)
    if not isinstance(content, dict):
        return Corrections(remarks=(remark("unreadable_correction", _PLACE, "không có mục nào"),), is_readable=False)
    values, remarks = {}, []
    for name, value in content.items():
        accepts = _FIELDS.get(str(name))
        if accepts is not None and accepts(value):
            values[str(name)] = value
        else:
            remarks.append(remark("unknown_correction", _PLACE, f"{name}: {value}"))
    return Corrections(values, tuple(remarks), entries=len(content))
