"""Reads sheet Thông tin: whose figures these are, for which period, in which version of the form, draft or signed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sources.results.accounts import ResultAccount
from sources.results.headings import FORM_VERSION, INFO_LABELS, INFO_SHEET, NO, REPORT_STATES, YES
from sources.results.known import Known, Window
from sources.results.rows import ReportState
from sources.results.workbooks.amounts import HeldBackError, check_cell, read_day
from sources.results.workbooks.labels import Cells, text_of
from sources.results.workbooks.period import compare_window, find_period, is_of_another_year, tell_too_early
from sources.results.workbooks.whose import find_unit
from sources.spreadsheet import Typed
from sources.vietnamese.dates import HOME
from sources.vietnamese.normal import match_key

ENTRIES: Final = ("report_state", "report_number", "sent_date", "prepared_by")
_REPORT_WORDS: Final[dict[str, ReportState]] = {
    **{match_key(words): state for state, words in REPORT_STATES.items()},
    **dict.fromkeys(map(match_key, ("Dự thảo", "Bản dự thảo")), "draft"),
    **dict.fromkeys(map(match_key, ("Đã ký", "Chính thức", "Bản chính thức")), "signed"),
}


class UnknownSubmissionError(ValueError):
    """The workbook does not say whose figures it holds, or says something unknown. Findings were added already."""


@dataclass(frozen=True, slots=True)
class Info:
    """What sheet Thông tin says. window: as it is known, None where no calendar of windows is; is_cumulative: "Lũy kế
    từ đầu năm" is typed; entered: entry cells that were taken; held_back: those that were not, with the reason."""

    place: str
    agency_key: str
    unit_key: str
    unit_name: str
    period_key: str
    window: Window | None
    is_cumulative: bool
    template_version: str
    report_state: ReportState | None
    report_number: str | None
    sent_date: date | None
    prepared_by: str | None
    is_simulated: bool
    entered: int
    held_back: tuple[tuple[str, Typed, HeldBackError], ...]


def read_info(cells: Cells, account: ResultAccount, known: Known) -> Info:
    """What must be said first and once is said here. UnknownSubmissionError where it is not known whose this is."""
    version = _version(account, cells)
    unit = find_unit(cells, known, account)
    if unit is not None:
        account.whose = {"agency_key": unit[0], "unit_key": unit[1]}
    period = find_period(cells, known, account, unit[0] if unit else None)
    if unit is not None and period is not None:
        account.whose = {**account.whose, "period_key": period.period_key}
    simulated = _is_simulated(account, cells)
    if unit is None or period is None or simulated is None:
        raise UnknownSubmissionError(account.file.name)
    taken, held_back = _entries(cells)
    state, sent = taken.get("report_state"), taken.get("sent_date")
    if is_of_another_year(cells, period, sent if isinstance(sent, date) else None, account):
        raise UnknownSubmissionError(account.file.name)
    compare_window(cells, period, account)
    _tell_blank(cells, version, account)
    received = account.file.received_at.astimezone(HOME).date()
    period_cell = cells.get("period_key", cells.get("unit_key"))
    if period_cell is not None:
        tell_too_early(period_cell.place, period, sent if isinstance(sent, date) else received, account)
    return Info(
        place=next(
            cells[field] for field in ("unit_key", "unit_name", "period_key", "agency_key") if field in cells
        ).place,
        agency_key=unit[0],
        unit_key=unit[1],
        unit_name=text_of(cells, "unit_name") or unit[1],
        period_key=period.period_key,
        window=period.window,
        is_cumulative=period.is_cumulative,
        template_version=version,
        report_state=_REPORT_WORDS[match_key(state)] if isinstance(state, str) else None,
        report_number=str(taken["report_number"]) if "report_number" in taken else None,
        sent_date=sent if isinstance(sent, date) else None,
        prepared_by=str(taken["prepared_by"]) if "prepared_by" in taken else None,
        is_simulated=simulated,
        entered=len(taken),
        held_back=tuple(held_back),
    )


def _entries(cells: Cells) -> tuple[dict[str, str | date], list[tuple[str, Typed, HeldBackError]]]:
    """What the unit has typed on this sheet, and what of it cannot be read."""
    taken: dict[str, str | date] = {}
    held_back: list[tuple[str, Typed, HeldBackError]] = []
    for field in ENTRIES:
        cell = cells.get(field)
        if cell is None:
            continue
        try:
            check_cell(cell)
            if field == "report_state" and match_key(cell.text) not in _REPORT_WORDS:
                raise HeldBackError("unknown_report_state", value=cell.text)
            taken[field] = read_day(cell) if field == "sent_date" else cell.text
        except HeldBackError as error:
            held_back.append((field, cell, error))
    return taken, held_back


def _tell_blank(cells: Cells, version: str, account: ResultAccount) -> None:
    """What the unit has left blank of this sheet. Forms before this one did not ask for the state."""
    asked = ENTRIES if version == FORM_VERSION else ENTRIES[1:]
    blank = [f"“{INFO_LABELS[field][0]}”" for field in asked if field not in cells]
    if blank:
        account.say("info_left_blank", f"trang “{INFO_SHEET}”", blank=", ".join(blank))


def _is_simulated(account: ResultAccount, cells: Cells) -> bool | None:
    """Blank is no: real workbooks need not say that they are real. Any other word is asked about, never guessed."""
    word = match_key(text_of(cells, "is_simulated") or NO)
    if word not in {match_key(YES), match_key(NO)}:
        cell = cells["is_simulated"]
        account.say("unknown_is_simulated", cell.place, value=cell.text)
        return None
    return word == match_key(YES)


def _version(account: ResultAccount, cells: Cells) -> str:
    version = text_of(cells, "template_version") or "không ghi"
    if version != FORM_VERSION and cells:
        place = cells["template_version"].place if "template_version" in cells else f"trang {INFO_SHEET}"
        account.say("unknown_template_version", place, value=version, current=FORM_VERSION)
    return version
