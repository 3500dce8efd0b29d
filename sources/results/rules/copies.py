"""A workbook of last year sent once more: every figure equals that of the same window a year before."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sources.results.known import Known
from sources.results.rows import FigureRow
from sources.results.rules.thresholds import threshold
from sources.results.rules.verdicts import Report, Verdict

_KIND = "figures_of_last_year"


def copied(standing: Sequence[Report], known: Known) -> Iterator[Verdict]:
    """One verdict a report; small figures alone prove nothing, whatever their number."""
    by_unit_period = {report.unit_period: report for report in standing}
    for report in standing:
        submission = report.submission
        last_period = _a_year_before(submission.period_key)
        before = by_unit_period.get((submission.unit_key, last_period))
        window = known.window(submission.agency_key, last_period)
        if before is None or window is None or known.window(submission.agency_key, submission.period_key) is None:
            continue
        mine, theirs = _said(report.figures), _said(before.figures)
        large = sum(_largest(row) >= threshold(_KIND, "large_from") for row in report.figures)
        if mine == theirs and large >= threshold(_KIND, "figures"):
            words = {"figures": len(mine), "parts": window.name}
            yield Verdict(_KIND, submission, "", before.submission, None, words)


def _a_year_before(period_key: str) -> str:
    year, _, window = period_key.partition("-")
    return f"{int(year) - 1}-{window}"


def _said(figures: Sequence[FigureRow]) -> dict[str, tuple[object, ...]]:
    return {row.indicator_code: (row.state, row.numerator, row.denominator, row.value) for row in figures}


def _largest(row: FigureRow) -> Decimal:
    """The larger count; a typed rate is 100 in many a year and proves nothing."""
    return max(row.numerator or Decimal(0), row.denominator or Decimal(0))
