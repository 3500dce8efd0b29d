"""Entry of the rules across cells, time and units: standing reports of all units -> what does not agree among them."""

from collections.abc import Iterator, Sequence

from sources.results.known import Known
from sources.results.places import Order, place_order
from sources.results.rules.agencies import sums_differ
from sources.results.rules.copies import copied
from sources.results.rules.counts import series_of
from sources.results.rules.dossiers import opening_differs, unbalanced
from sources.results.rules.quarters import out_of_line
from sources.results.rules.verdicts import Report, Verdict
from sources.results.rules.windows import falling_or_not_adding_up


def judge(standing: Sequence[Report], known: Known) -> Iterator[Verdict]:
    """The verdicts, in the order of files and of their places. standing: at most one report per unit and period.

    The finding of a verdict belongs to the account of the file `verdict.row.source_sha256`:
    `account.find(verdict.kind, verdict.severity, verdict.place, verdict.message, verdict.remedy,
    **verdict.known)`.
    """
    series = series_of(standing, known)
    verdicts = [
        *falling_or_not_adding_up(series),
        *out_of_line(series),
        *copied(standing, known),
        *unbalanced(standing),
        *opening_differs(standing, known),
        *sums_differ(standing, known),
    ]
    yield from sorted(verdicts, key=_order)


def _order(verdict: Verdict) -> tuple[str, str, Order]:
    """Of one place in the order of the rules above: sorting keeps it."""
    row = verdict.row
    return row.source_path, row.source_sha256, place_order(row.source_place)
