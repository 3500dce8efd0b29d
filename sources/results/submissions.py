"""Which report stands where several speak of the same unit and period, or one content lies in the folder twice.

Every version keeps its rows; that a later one stands is said here, and models decide by it.
"""

from collections.abc import Sequence
from datetime import date

from sources.results.accounts import WHOLE_FILE, ResultAccount
from sources.results.jobs import Reading
from sources.results.rows import DossierRow, FigureRow, SubmissionRow
from sources.results.rules.verdicts import Report

_COPY = "cùng nội dung với tệp khác"
_Version = tuple[Reading, SubmissionRow]


def duplicate(account: ResultAccount, first: ResultAccount) -> Reading:
    """The account of a file whose content was read under another path: all of it is left out."""
    account.counted = first.counted
    account.ignore(first.loaded + first.quarantined + first.ignored, _COPY)
    account.say("duplicate_file", WHOLE_FILE, value=first.file.name)
    return Reading(account, status="ignored")


def standing_reports(readings: Sequence[Reading]) -> list[Report]:
    """What stands for each unit and period, after a finding for each report that another takes the place of.

    A flat table or a table of the one-stop system adds to a workbook and does not take its place. Of one layout the one
    received last stands; received in one instant, the one with the later sending date, then the later path.
    What was taken back stands for nothing.
    """
    standing: dict[tuple[str, ...], _Version] = {}
    versions = [
        (reading, row) for reading in readings if not reading.account.file.withdrawn_at for row in reading.submissions
    ]
    for version in sorted(versions, key=_order):
        _, row = version
        older = standing.pop((row.unit_key, row.period_key, row.layout), None)
        if older is not None:
            _say_superseded(older, version)
        standing[row.unit_key, row.period_key, row.layout] = version
    together: dict[tuple[str, str], list[_Version]] = {}
    for unit, period, layout in standing:
        together.setdefault((unit, period), []).append(standing[unit, period, layout])
    return [_report(parts) for parts in together.values()]


def _order(version: _Version) -> tuple[object, ...]:
    reading, row = version
    return reading.account.file.received_at, row.sent_date or date.min, reading.account.file.name


def _say_superseded(older: _Version, newer: _Version) -> None:
    (old, was), (new, row) = older, newer
    whose = {"unit": was.unit_name, "period": was.period_key, "value": new.account.file.name}
    old.account.say_of(was, "superseded_submission", **whose)
    if was.report_state == "signed" and row.report_state == "draft":
        new.account.say_of(row, "draft_after_signed", **{**whose, "value": old.account.file.name})


def _report(parts: Sequence[_Version]) -> Report:
    """What stands of one unit and period, in the order received: of an indicator in two layouts, what came last."""
    figures: dict[str, FigureRow] = {}
    dossiers: list[DossierRow] = []
    for reading, submission in parts:
        whose = (submission.unit_key, submission.period_key)
        for row in reading.rows:
            if isinstance(row, FigureRow) and (row.unit_key, row.period_key) == whose:
                figures[row.indicator_code] = row
            elif isinstance(row, DossierRow) and (row.unit_key, row.period_key) == whose:
                dossiers.append(row)
    submission = min((row for _, row in parts), key=lambda row: row.layout != "form")
    return Report(submission, tuple(figures.values()), tuple(dossiers))
