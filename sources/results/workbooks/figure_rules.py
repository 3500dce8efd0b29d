"""The rules of one line of Biểu 1: which figures and state its cells give together, or what speaks against them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol

from sources.results.headings import FIGURE_STATES
from sources.results.rows import FigureState
from sources.results.workbooks.amounts import HeldBackError, check_cell, read_count, read_rate
from sources.results.workbooks.figure_columns import pasted
from sources.results.workbooks.lines import Entries, Problems
from sources.results.workbooks.measures import Measure
from sources.spreadsheet import Typed
from sources.vietnamese.normal import match_key
from sources.vietnamese.numbers import shown

_STATE_WORDS: Final = {match_key(words): state for state, words in FIGURE_STATES.items()}
_CHOICE: Final = " hoặc ".join(f"“{words}”" for words in FIGURE_STATES.values())
_PASTED: Final = "số dán vào cột do biểu mẫu tự tính"
_ZERO: Final = "số 0 bên cạnh “Không áp dụng”"
_RATE: Final = "tỷ lệ gõ tay bên cạnh số đạt và tổng số"
_HUNDRED: Final = Decimal(100)
# A rate may carry the rounding of its last digit; of a whole percentage that is half a point, and never more.
_MOST_ROUNDING: Final = Decimal("0.5")


class Warned(Protocol):
    """A table of any layout, which takes a warning about one of its cells."""

    def warn(self, cell: Typed, kind: str, **words: object) -> None:
        """Add the finding of a rule."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a line as they will be loaded. dropped: reason and entry cells that are left out for it."""

    state: FigureState
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    dropped: tuple[tuple[str, int], ...] = ()


def judge_figures(sheet: Warned, entries: Entries, typed: str, measure: Measure) -> Figures | Problems:
    """The figures of a line, or what keeps it back. typed: the column of figures that the window asks for."""
    states, problems = _states(entries, typed)
    beside = [name for name in pasted(entries, typed) if match_key(entries[name].text) not in _STATE_WORDS]
    numbers = _numbers(entries, typed, measure, problems)
    if not problems:
        problems = _contradictions(entries, typed, numbers, states, measure)
    if problems:
        return problems
    left_out = ((_PASTED, len(beside)),) if beside else ()
    if states:
        return _declared(next(iter(states)), numbers, left_out)
    return _reported(sheet, entries, numbers, measure, left_out)


def _states(entries: Entries, typed: str) -> tuple[set[FigureState], Problems]:
    """State words wherever one can stand, and cells with errors or words that are none."""
    states: set[FigureState] = set()
    problems: Problems = []
    for name, cell in entries.items():
        if name in pasted(entries, typed):
            states.update(_word(cell.text))
            continue
        try:
            check_cell(cell)
            if name in (typed, "denominator", "value", "state"):
                states.update(_word(cell.text))
            if name == "state" and not _word(cell.text):
                raise HeldBackError("unknown_figure_state", value=cell.text, words=_CHOICE)
        except HeldBackError as error:
            problems.append((cell, error))
    return states, problems


def _numbers(entries: Entries, typed: str, measure: Measure, problems: Problems) -> dict[str, Decimal]:
    """numerator, denominator and value as far as they are numbers."""
    numbers: dict[str, Decimal] = {}
    for name, role in ((typed, "numerator"), ("denominator", "denominator"), ("value", "value")):
        cell = entries.get(name)
        if cell is None or cell.error is not None or _word(cell.text):
            continue
        try:
            if role == "value":
                numbers[role] = read_rate(cell) if measure.is_percent else read_count(cell, "usual")
                if numbers[role] < 0:
                    raise HeldBackError("negative_count", value=cell.text)
                if measure.is_share and numbers[role] > _HUNDRED:
                    raise HeldBackError("rate_above_hundred", value=cell.text)
            else:
                numbers[role] = read_count(cell, measure.decimals)
        except HeldBackError as error:
            problems.append((cell, error))
    return numbers


def _contradictions(
    entries: Entries, typed: str, numbers: Mapping[str, Decimal], states: set[FigureState], measure: Measure
) -> Problems:
    """What a line says against itself."""
    first = next(iter(entries.values()))
    if len(states) > 1 or (states and any(numbers.values())):
        return [(first, HeldBackError("state_contradicts_figures", value=first.text))]
    part, whole = numbers.get("numerator"), numbers.get("denominator")
    if measure.is_share and part is not None and whole is not None and part > whole:
        words = {"value": entries[typed].text, "whole": entries["denominator"].text}
        return [(entries[typed], HeldBackError("part_exceeds_whole", **words))]
    return []


def _declared(state: FigureState, numbers: Mapping[str, Decimal], left_out: tuple[tuple[str, int], ...]) -> Figures:
    """Nothing arose is 0 of 0; zeros beside "không áp dụng" say nothing and are left out."""
    if state == "nothing_arose":
        numerator, denominator, value = (numbers.get(name) for name in ("numerator", "denominator", "value"))
        return Figures(state, numerator, denominator, value, left_out)
    return Figures(state, dropped=(*left_out, *([(_ZERO, len(numbers))] if numbers else [])))


def _reported(
    sheet: Warned,
    entries: Entries,
    numbers: Mapping[str, Decimal],
    measure: Measure,
    left_out: tuple[tuple[str, int], ...],
) -> Figures:
    """A rate beside its two counts is left out: a percentage is computed from its counts."""
    numerator, denominator, rate = (numbers.get(name) for name in ("numerator", "denominator", "value"))
    if numerator is None or denominator is None:
        if rate is None and measure.is_share:
            sheet.warn(next(iter(entries.values())), "incomplete_counts")
        return Figures("reported", numerator, denominator, rate, left_out)
    if measure.is_mean and 0 < numerator < denominator:
        sheet.warn(next(iter(entries.values())), "mean_for_sum", part=shown(numerator), whole=shown(denominator))
    state: FigureState = "nothing_arose" if numerator == denominator == 0 else "reported"
    if rate is None:
        return Figures(state, numerator, denominator, None, left_out)
    if measure.is_share and denominator:
        slack = Decimal("0.5").scaleb(int(rate.normalize().as_tuple().exponent)) if rate else _MOST_ROUNDING
        if abs(numerator / denominator * 100 - rate) > min(slack, _MOST_ROUNDING):
            counts = f"{shown(numerator)}/{shown(denominator)}"
            sheet.warn(entries["value"], "rate_differs_from_counts", counts=counts)
    return Figures(state, numerator, denominator, None, (*left_out, (_RATE, 1)))


def _word(text: str) -> list[FigureState]:
    """The state that the text names, if it names one."""
    state = _STATE_WORDS.get(match_key(text))
    return [state] if state else []
