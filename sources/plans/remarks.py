"""What the plan reader has to say to people: a finding of a kind of lexicon/remarks.csv, about what was found where.

Kinds are codes; severity, words and remedy of each stand in the table.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from sources.findings import Severity
from sources.plans.vocabulary import table


@cache
def _kinds() -> dict[str, tuple[Severity, str, str]]:
    """Kind -> severity, message and remedy; {value} stands for what was found."""
    return {row["kind"]: (cast(Severity, row["severity"]), row["message"], row["remedy"]) for row in table("remarks")}


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding before it becomes a row. place: where in the file; the two sides only for conflicts."""

    kind: str
    severity: Severity
    message: str
    remedy: str
    place: str
    value: str | None = None
    place_a: str | None = None
    value_a: str | None = None
    place_b: str | None = None
    value_b: str | None = None


def remark(kind: str, place: str, value: str | None = None) -> Remark:
    """A finding of a known kind about `value` at `place`."""
    severity, message, remedy = _kinds()[kind]
    return Remark(kind, severity, message.replace("{value}", value or "trống"), remedy, place, value)


def conflict(value: str, first: tuple[str, str], second: tuple[str, str]) -> Remark:
    """Two places (place, what it says) that contradict each other."""
    severity, message, remedy = _kinds()["conflict"]
    text = message.replace("{value}", f"{value}: “{first[1]}” ({first[0]}) và “{second[1]}” ({second[0]})")
    return Remark("conflict", severity, text, remedy, first[0], value, first[0], first[1], second[0], second[1])


def twice(kind: str, value: str, first: tuple[str, str], second: tuple[str, str]) -> Remark:
    """A finding about something that stands at two places (place, what stands there)."""
    found = remark(kind, second[0], value)
    message = f"{found.message.rstrip('.')} ({first[0]} và {second[0]})."
    return replace(found, message=message, place_a=first[0], value_a=first[1], place_b=second[0], value_b=second[1])


def printed_date(iso: str) -> str:
    """ "2021-12-06" -> "06/12/2021"."""
    return "/".join(reversed(iso.split("-")))


def place_text(section: str, place: str) -> str:
    """ "mục II.2.1, dòng 47" as a person would say it; annex rows name their place in the annex."""
    if not section:
        return place
    if section.startswith("annex"):
        number = section.removeprefix("annex").strip()
        return f"phụ lục, mục {number}, {place}" if number else f"phụ lục, {place}"
    return f"phần mở đầu, {place}" if section == "preamble" else f"mục {section}, {place}"
