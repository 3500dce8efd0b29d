"""Every state a page can tell: its sign, its tone and the look of its bar. Words stand in words/vi.yml.

A state is never told by colour alone: the sign is plain text that survives grey print and screen readers skip it,
because the word beside it says the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Tone = Literal["bad", "warn", "lack", "plain", "good", ""]


@dataclass(frozen=True, slots=True)
class State:
    """sign: one or two characters before the word; tone: CSS class and colour group; colour and hatch: of a bar."""

    sign: str
    tone: Tone
    colour: str
    hatch: str = ""


TARGET: Mapping[str, State] = {
    "missed": State("✕", "bad", "#a3211b", "x"),
    "off_track": State("▼", "bad", "#b4501c", "\\"),
    "at_risk": State("!", "warn", "#e5a823", "/"),
    "not_reported": State("?", "lack", "#5b6570", "."),
    "not_assessable": State("≈", "lack", "#939ca6", "+"),
    "in_progress": State("→", "plain", "#7aa3cc"),
    "not_due": State("○", "plain", "#ccd4dc"),
    "on_track": State("↗", "good", "#6fb89a"),
    "met": State("✓", "good", "#1d7a57"),
    "exceeded": State("✓+", "good", "#0d5540"),
    "nothing_arose": State("0", "plain", "#dfe4e9"),
    "not_applicable": State("/", "plain", "#eceff2"),
}
TASK: Mapping[str, State] = {
    "overdue": State("✕", "bad", "#a3211b", "x"),
    "overdue_unconfirmed": State("?", "bad", "#b4501c", "."),
    "done_late": State("✓!", "warn", "#e5a823", "/"),
    "ongoing_without_result": State("!", "warn", "#efcf7c", "\\"),
    "not_started": State("○", "lack", "#939ca6"),
    "not_reported": State("…", "lack", "#5b6570", "."),
    "in_progress": State("→", "plain", "#7aa3cc"),
    "extended": State("»", "plain", "#a9c3de", "/"),
    "ongoing_with_result": State("↻", "good", "#6fb89a"),
    "done_on_time": State("✓", "good", "#1d7a57"),
    "stopped": State("■", "plain", "#b9bfc6", "x"),
    "condition_not_arisen": State("/", "plain", "#dfe4e9"),
    "no_due_date": State("–", "plain", "#eceff2"),
}
FIGURE: Mapping[str, State] = {
    "reported": State("✓", "good", "#1d7a57"),
    "nothing_arose": State("0", "plain", "#dfe4e9"),
    "not_applicable": State("/", "plain", "#eceff2"),
    "not_reported": State("?", "lack", "#5b6570", "."),
    "not_due": State("○", "plain", "#ccd4dc"),
    "quarantined": State("!", "warn", "#e5a823", "/"),
    "not_published": State("∅", "lack", "#939ca6", "+"),
}
REPORT: Mapping[str, State] = {
    "not_reported": State("?", "bad", "#a3211b", "x"),
    "unreadable": State("✕", "bad", "#b4501c", "\\"),
    "late": State("!", "warn", "#e5a823", "/"),
    "unknown": State("≈", "lack", "#939ca6", "+"),
    "not_due": State("○", "plain", "#ccd4dc"),
    "on_time": State("✓", "good", "#1d7a57"),
    "not_owed": State("+", "plain", "#eceff2"),
}
SEVERITY: Mapping[str, State] = {
    "error": State("✕", "bad", "#a3211b", "x"),
    "warning": State("!", "warn", "#e5a823", "/"),
    "info": State("i", "plain", "#7aa3cc"),
}
FILE: Mapping[str, State] = {
    "unreadable": State("✕", "bad", "#a3211b", "x"),
    "refused": State("!", "bad", "#b4501c", "\\"),
    "ignored": State("/", "lack", "#939ca6"),
    "withdrawn": State("■", "plain", "#b9bfc6", "x"),
    "superseded": State("»", "plain", "#ccd4dc"),
    "read": State("✓", "good", "#1d7a57"),
}
PLAN_FORCE: Mapping[str, State] = {
    "in_force": State("✓", "good", "#1d7a57"),
    "amended": State("±", "plain", "#a9c3de", "/"),
    "replaced": State("»", "lack", "#939ca6", "+"),
    "ended": State("■", "plain", "#b9bfc6", "x"),
    "not_begun": State("○", "plain", "#ccd4dc"),
    "no_period": State("?", "lack", "#5b6570", "."),
}
# The name of a family is also the name of its block of words.
FAMILIES: Mapping[str, Mapping[str, State]] = {
    "target_status": TARGET,
    "task_status": TASK,
    "figure_state": FIGURE,
    "report_status": REPORT,
    "severity": SEVERITY,
    "file_status": FILE,
    "plan_force": PLAN_FORCE,
}
# Groups of states that sentences and tables sum up, the gravest first.
TARGET_FALLEN: Sequence[str] = ("missed", "off_track")
TARGET_BEHIND: Sequence[str] = (*TARGET_FALLEN, "at_risk")
TARGET_REACHED: Sequence[str] = ("met", "exceeded")
TARGET_WELL: Sequence[str] = (*TARGET_REACHED, "on_track")
TARGET_JUDGED: Sequence[str] = (*TARGET_BEHIND, *TARGET_WELL)
REPORT_LACKING: Sequence[str] = ("not_reported", "unreadable")
TASK_LATE: Sequence[str] = ("overdue", "overdue_unconfirmed")
TASK_DONE: Sequence[str] = ("done_on_time", "done_late")
# A state that a later warehouse brings and this page does not know: shown by its code, in no colour.
UNKNOWN = State("·", "plain", "#ccd4dc")


def position(family: str, code: str | None) -> int:
    """Where a state stands in the order of its family; one it does not know stands last."""
    known = [*FAMILIES[family]]
    return known.index(code) if code in known else len(known)
