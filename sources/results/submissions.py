"""Which report stands where several speak of the same unit and period, or one content lies in the folder twice.

Every version keeps its rows; that a later one stands is said here, and models decide by it.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from sources.results.accounts import WHOLE_FILE, ResultAccount
from sources.results.jobs import Reading
from sources.results.known import Known
from sources.results.rows import DossierRow, FigureRow, Layout, QuarantineRow, SubmissionRow
from sources.results.rules.verdicts import Report

_COPY = "cùng nội dung với tệp khác"
# What counts first where several speak of one indicator: what a unit signs before what somebody else lists, and that
# before what a system counts. The models hold the same order (macro layout_rank).
_LAYOUTS: Final[tuple[Layout, ...]] = ("form", "figure_table", "dossier_table")
_Version = tuple[Reading, SubmissionRow]
_NOTHING: Final = Known()
# Five names say which part is missing; a whole catalogue of them would say no more.
_NAMED: Final = 5


def duplicate(account: ResultAccount, first: ResultAccount) -> Reading:
    """The account of a file whose content was read under another path: all of it is left out."""
    account.counted = first.counted
    account.ignore(first.loaded + first.quarantined + first.ignored, _COPY)
    account.say("duplicate_file", WHOLE_FILE, value=first.file.name)
    return Reading(account, status="ignored")


def standing_reports(readings: Sequence[Reading], known: Known = _NOTHING) -> list[Report]:
    """What stands for each unit and period, after a finding for each report that another takes the place of.

    A flat table or a table of the one-stop system adds to a workbook and does not take its place. Of one layout the one
    received last stands; received in one instant, the one with the later sending date; then nothing but chance decides,
    which no name of a file changes. What was taken back stands for nothing.
    """
    lines: dict[tuple[str, ...], list[_Version]] = {}
    versions = [
        (reading, row) for reading in readings if not reading.account.file.withdrawn_at for row in reading.submissions
    ]
    for version in sorted(versions, key=_order):
        _, row = version
        lines.setdefault((row.unit_key, row.period_key, row.layout), []).append(version)
    together: dict[tuple[str, str], list[_Version]] = {}
    for line in sorted(lines.values(), key=lambda line: _order(line[-1])):
        for older, newer in pairwise(line):
            _say_superseded(older, newer, line[-1], known)
            _say_left_out(older, newer, known)
        _, row = line[-1]
        together.setdefault((row.unit_key, row.period_key), []).append(line[-1])
    return [_report(parts) for parts in together.values()]


def _order(version: _Version) -> tuple[object, ...]:
    reading, _ = version
    return *_moment(version), reading.account.file.sha256


def _moment(version: _Version) -> tuple[object, ...]:
    reading, row = version
    return reading.account.file.received_at, row.sent_date or date.min


def _say_superseded(older: _Version, newer: _Version, standing: _Version, known: Known) -> None:
    (old, was), (new, row) = older, newer
    whose = {
        "unit": was.unit_name,
        "period": known.period_name(was.agency_key, was.period_key),
        "value": standing[0].account.file.name,
    }
    old.account.say_of(was, "superseded_submission", **whose)
    if newer is standing and _moment(older) == _moment(newer):
        new.account.say_of(row, "reports_at_once", **{**whose, "value": old.account.file.name})
    if was.report_state == "signed" and row.report_state == "draft":
        new.account.say_of(row, "draft_after_signed", **{**whose, "value": old.account.file.name})


def _say_left_out(older: _Version, newer: _Version, known: Known) -> None:
    """Indicators that the earlier file had and the later one has no word of: said in the feedback of both."""
    (old, was), (new, row) = older, newer
    told = _codes(new, row, FigureRow) | _codes(new, row, QuarantineRow)
    missing = sorted(known.name_of(code) for code in _codes(old, was, FigureRow) - told)
    if not missing:
        return
    names = "; ".join(missing[:_NAMED]) + ("; …" if len(missing) > _NAMED else "")
    words = {"count": len(missing), "words": names, "earlier": old.account.file.name, "later": new.account.file.name}
    about = {**words, "unit": was.unit_name, "period": known.period_name(was.agency_key, was.period_key)}
    for reading, submission in (older, newer):
        reading.account.say_of(submission, "indicators_not_sent_again", value=names, **about)


def _codes(reading: Reading, submission: SubmissionRow, kind: type[FigureRow] | type[QuarantineRow]) -> set[str]:
    """Indicators of one report in the rows of a file."""
    whose = (submission.unit_key, submission.period_key)
    return {
        row.indicator_code
        for row in reading.rows
        if isinstance(row, FigureRow | QuarantineRow)
        and isinstance(row, kind)
        and row.indicator_code
        and (row.unit_key, row.period_key) == whose
    }


def _report(parts: Sequence[_Version]) -> Report:
    """What stands of one unit and period: of an indicator in several layouts, what the first of _LAYOUTS says."""
    ranked = sorted(parts, key=lambda part: _LAYOUTS.index(part[1].layout))
    figures: dict[str, FigureRow] = {}
    dossiers: list[DossierRow] = []
    for reading, submission in ranked:
        whose = (submission.unit_key, submission.period_key)
        for row in reading.rows:
            if isinstance(row, FigureRow) and (row.unit_key, row.period_key) == whose:
                figures.setdefault(row.indicator_code, row)
            elif isinstance(row, DossierRow) and (row.unit_key, row.period_key) == whose:
                dossiers.append(row)
    return Report(ranked[0][1], tuple(figures.values()), tuple(dossiers))
