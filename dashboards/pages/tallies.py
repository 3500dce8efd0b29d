"""Counts of states as a line of marks: "✓ 12 Đạt · ✕ 3 Không đạt". States nobody is in are left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dashboards.row import Row
from dashboards.theme.phrases import Mark, Phrases
from dashboards.theme.states import FAMILIES

Tally = Sequence[tuple[Mark, int]]


def statuses(rows: Iterable[Row], key: str = "status") -> Counter[str]:
    """How many rows are in each state; rows without one are not counted, nor is a figure that its plan prints again."""
    return Counter(row[key] for row in rows if row[key] is not None and not row.get("is_repeat"))


def standing(targets: Sequence[Row]) -> Sequence[Row]:
    """Targets of plans that no other plan has closed; where all are closed, how they ended is what there is to tell."""
    return [row for row in targets if row["is_current"]] or targets


def tally(family: str, counts: Mapping[str, int], phrases: Phrases) -> Tally:
    """Marks with their counts, in the order of the family; codes it does not know come last."""
    known = FAMILIES[family]
    codes = [*known, *sorted(set(counts) - set(known))]
    marks = ((phrases.mark(family, code), counts.get(code, 0)) for code in codes)
    return [(mark, count) for mark, count in marks if mark and count]


def total(counts: Mapping[str, int], codes: Iterable[str]) -> int:
    """Sum over some codes."""
    return sum(counts.get(code, 0) for code in codes)


def report_counts(row: Row) -> Mapping[str, int]:
    """The report columns of an agency or unit as states."""
    unreadable = row["reports_unreadable"]
    lacking = {"not_reported": row["reports_missing"] - unreadable, "unreadable": unreadable}
    return {**lacking, "late": row["reports_late"], "on_time": row["reports_on_time"]}


def finding_counts(row: Row) -> Mapping[str, int]:
    """The finding columns of an agency, file or site as severities."""
    return {name: row[f"findings_{name}"] for name in ("error", "warning", "info")}


def finding_tally(findings: Iterable[Row], phrases: Phrases) -> Tally:
    """Findings by severity."""
    return tally("severity", statuses(findings, "severity"), phrases)
