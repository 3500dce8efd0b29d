"""The reports that a file of flat tables holds: one per unit and period, with what its lines and titles say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast, get_args

from sources.account import Account
from sources.results.headings import NO, REPORT_STATES, YES
from sources.results.known import Known
from sources.results.rows import Layout, ReportState, SubmissionRow
from sources.results.tables.whose import Keys, LineKeys
from sources.results.workbooks.amounts import HeldBackError
from sources.vietnamese.dates import read_date
from sources.vietnamese.normal import slug

_YES: Final = frozenset(slug(word) for word in (YES, "yes", "true", "1", "x", "mô phỏng"))
# A blank is no: real tables need not say that they are real.
_NO: Final = frozenset(slug(word) for word in (NO, "no", "false", "0", "số liệu thật"))

_STATES: Final = {slug(words): state for state, words in REPORT_STATES.items()} | {
    state: state for state in get_args(ReportState)
}


@dataclass(slots=True)
class _Report:
    keys: Keys
    place: str
    said_name: str
    layout: Layout
    titles: Mapping[str, str]
    sent: set[date] = field(default_factory=set)
    is_simulated: bool = False


class Reports:
    """Collects reports while tables are read. beside: what the .yml beside the file says."""

    def __init__(self, beside: Mapping[str, str]) -> None:
        self._beside = beside
        self._found: dict[Keys, _Report] = {}

    def add(self, keys: Keys, place: str, said_name: str, layout: Layout, titles: Mapping[str, str]) -> None:
        """A line of this unit and period was met."""
        self._found.setdefault(keys, _Report(keys, place, said_name, layout, titles))

    def note(self, keys: Keys, *, sent: date | None, simulated: str) -> None:
        """What a line says of its report. One line that is simulated makes the report so."""
        report = self._found[keys]
        report.sent |= {sent} if sent else set()
        report.is_simulated |= bool(is_simulated(simulated))

    def rows(self, account: Account, known: Known) -> Iterator[SubmissionRow]:
        """The rows, in the order in which the reports were met."""
        for report in self._found.values():
            agency, unit, period = report.keys
            register = known.units.get(unit)
            said = {**self._beside, **report.titles}
            yield SubmissionRow(
                agency_key=agency,
                unit_key=unit,
                unit_name=register.name if register else report.said_name or unit,
                period_key=period,
                report_number=said.get("report_number"),
                sent_date=max(report.sent) if report.sent else _day(said.get("sent_date", "")),
                prepared_by=said.get("prepared_by"),
                template_version=report.layout,
                layout=report.layout,
                report_state=cast(ReportState | None, _STATES.get(slug(said.get("report_state", "")))),
                is_simulated=report.is_simulated or bool(is_simulated(said.get("is_simulated", ""))),
                **account.origin(report.place),
            )


def is_simulated(word: str) -> bool | None:
    """What a word says of figures being simulated; None where it is neither yes nor no."""
    said = slug(word)
    return True if said in _YES else False if said in _NO or not word.strip() else None


def simulated_problem(said: Mapping[str, str], titles: Mapping[str, str]) -> LineKeys | None:
    """Why it is open whose figures a line has: a word, of the line or above the table, is neither yes nor no."""
    for word in (said["is_simulated"], titles.get("is_simulated", "")):
        if is_simulated(word) is None:
            return None, [("is_simulated", HeldBackError("unknown_simulated_word", value=word))]
    return None


def _day(text: str) -> date | None:
    """A day as people write it, or as a file made by a machine does; None where it is none."""
    for read in (read_date, date.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return None
