"""The small .yml file beside a plan: what it is, what it replaces, and corrections of the plan's own fields."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from sources.documents.blocks import DocumentError
from sources.documents.decoding import decode
from sources.keys import KEY
from sources.plans.plain_yaml import MAX_BYTES, RefusedYamlError, read_plain_yaml
from sources.plans.remarks import Remark, remark
from sources.plans.rows import PlanKind
from sources.vietnamese.normal import fold_spaces

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
# A finding shows what was refused, not the whole of it.
_LONGEST_SHOWN = 80
# Control characters and halves of a pair (surrogates) cannot be printed, and the latter cannot even be stored.
_UNPRINTABLE = frozenset({"Cc", "Cs"})


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(fold_spaces(value)) and not _unprintable(fold_spaces(value))


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1990 <= value <= 2100


def _is_date(value: Any) -> bool:
    """A year, a month or a day that exists."""
    if not isinstance(value, str):
        return _is_year(value)
    try:
        return bool(_DATE.fullmatch(value)) and _is_year(date.fromisoformat(f"{value}-01-01"[:10]).year)
    except ValueError:
        return False


# What may be corrected, and what such a value looks like.
_FIELDS: dict[str, Callable[[Any], bool]] = {
    "is_digest": lambda value: isinstance(value, bool),
    "is_simulated": lambda value: isinstance(value, bool),
    "replaces": lambda value: _is_text(value) and bool(KEY.fullmatch(value)),
    "number": _is_text,
    "issued_date": _is_date,
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
        """The corrected value, or `otherwise`. A review may also say that nothing stands there."""
        value = self.values.get(name, otherwise)
        return None if value is None else str(value)

    def completed(self, given: Mapping[str, Any]) -> "Corrections":
        """These values with those of a review over them: it looked at the plan and the .yml together."""
        return replace(self, values={**self.values, **given})


def read_corrections(path: Path) -> Corrections:
    """Read the file. Nothing in it can stop the plan beside it from being read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _unreadable("tệp quá dài so với một tệp bổ sung")
        content = read_plain_yaml(decode(path.read_bytes()))
    except (DocumentError, RefusedYamlError) as error:
        return _unreadable(str(error))
    except OSError:
        return _unreadable("không mở được tệp")
    values, remarks = {}, []
    for name, value in content.items():
        accepts = _FIELDS.get(name) if isinstance(name, str) else None
        if accepts is not None and accepts(value):
            values[name] = fold_spaces(value) if isinstance(value, str) else value
        else:
            remarks.append(remark("unknown_correction", _PLACE, _shown(name, value)))
    return Corrections(values, tuple(remarks), entries=len(content))


def _unreadable(reason: str) -> Corrections:
    return Corrections(remarks=(remark("unreadable_correction", _PLACE, reason),), is_readable=False)


def _unprintable(text: str) -> bool:
    return any(unicodedata.category(sign) in _UNPRINTABLE for sign in text)


def _shown(name: Any, value: Any) -> str:
    """The refused field for a finding: short, and without signs that cannot be printed."""
    try:
        text = fold_spaces(f"{name}: {value}")
    except (ValueError, RecursionError):  # Python writes no number of more than 4,300 digits
        return "giá trị quá dài"
    text = "".join("�" if unicodedata.category(sign) in _UNPRINTABLE else sign for sign in text[: _LONGEST_SHOWN + 1])
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
