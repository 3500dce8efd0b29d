"""Tables of the one-stop system: what came in is resolved or open, and what was open opens the next window."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from sources.results.known import Known
from sources.results.rows import DossierRow
from sources.results.rules.verdicts import Report, Verdict
from sources.vietnamese.normal import match_key
from sources.vietnamese.numbers import shown

_ONE_DAY = timedelta(days=1)


def unbalanced(standing: Sequence[Report]) -> Iterator[Verdict]:
    """Lines whose dossiers received, with those carried over, are not all resolved or open. Lines with gaps are not
    judged. Without a column for those carried over more may be resolved than came in, which only asks for a look."""
    for report in standing:
        for row in report.dossiers:
            resolved, still_open = _resolved(row), _open(row)
            if row.received is None or resolved is None or still_open is None:
                continue
            came_in = row.received + (row.opening or 0)
            if came_in != resolved + still_open:
                kind = "dossiers_received_differ" if row.opening is None else "dossiers_do_not_balance"
                words = {"field": _field(row), "resolved": shown(resolved), "open": shown(still_open)}
                yield Verdict(kind, row, shown(came_in), other_value=shown(resolved + still_open), words=words)


def opening_differs(standing: Sequence[Report], known: Known) -> Iterator[Verdict]:
    """Dossiers carried over that are not those left open when the window before ended, field by field."""
    closings: dict[tuple[object, ...], list[DossierRow]] = defaultdict(list)
    for report in standing:
        submission = report.submission
        window = known.window(submission.agency_key, submission.period_key)
        if window is None:
            continue
        for row in report.dossiers:
            closings[row.unit_key, _key(row), window.window_to].append(row)
    for report in standing:
        window = known.window(report.submission.agency_key, report.submission.period_key)
        if window is None:
            continue
        for row in report.dossiers:
            for before in closings[row.unit_key, _key(row), window.window_from - _ONE_DAY]:
                left = _open(before)
                if row.opening is None or left is None or row.opening == left:
                    continue
                ended = known.window(before.agency_key, before.period_key)
                words = {"field": _field(row), "parts": ended.name if ended else before.period_key}
                yield Verdict("opening_differs_from_closing", row, shown(row.opening), before, shown(left), words)
                break


def _resolved(row: DossierRow) -> Decimal | None:
    """Those before time may stand apart or among those in time."""
    if row.resolved_on_time is None or row.resolved_late is None:
        return None
    return (row.resolved_early or Decimal(0)) + row.resolved_on_time + row.resolved_late


def _open(row: DossierRow) -> Decimal | None:
    return None if row.open_in_time is None or row.open_overdue is None else row.open_in_time + row.open_overdue


def _field(row: DossierRow) -> str:
    return f"“{row.field_name}”" if row.field_name else "tất cả lĩnh vực"


def _key(row: DossierRow) -> str:
    return match_key(row.field_name or "")
