"""The rules of one line of Biểu 1: which figures and state its cells give together, or what speaks against them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sources.results.amounts import Decimals, HeldBackError, check_cell, read_count, read_rate
from sources.results.headings import FIGURE_STATES
from sources.results.lines import Sheet
from sources.results.rows import FigureState
from sources.spreadsheet import Typed
from sources.vietnamese.normal import match_key

NUMBERS: Final = ("numerator", "denominator", "value")
# Units of measure whose figures have decimals; all other counts are whole, so that "1.234" can only mean thousands.
_MEASURED: Final = tuple(match_key(word) for word in ("điểm", "giờ", "ngày", "phút", "tỷ", "triệu", "ha"))
_SHARES: Final = ("%", "phần trăm")
_STATE_WORDS: Final = {match_key(words): state for state, words in FIGURE_STATES.items()}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a line as they will be loaded. dropped: entry cells left out, with the reason."""

    state: FigureState
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    dropped: str | None = None
    dropped_cells: int = 0


def judge_figures(
    sheet: Sheet, entries: Mapping[str, Typed], unit: str
) -> tuple[Figures | None, list[tuple[Typed, HeldBackError]]]:
    """The figures of a line, or what keeps it back."""
    problems: list[tuple[Typed, HeldBackError]] = []
    numbers: dict[str, Decimal] = {}
    states: set[FigureState] = set()
    decimals = _decimals(unit)
    for name, cell in entries.items():
        try:
            check_cell(cell)
            word = _STATE_WORDS.get(match_key(cell.text))
            if name in (*NUMBERS, "state") and word:
                states.add(word)
            elif name == "state":
                raise _unknown_state(cell)
            elif name == "value":
                numbers[name] = read_rate(cell)
            elif name in NUMBERS:
                numbers[name] = read_count(cell, decimals)
        except HeldBackError as error:
            problems.append((cell, error))
    if not problems:
        problems = _contradictions(entries, numbers, states)
    if problems:
        return None, problems
    if states:
        return _declared(next(iter(states)), numbers), []
    return _reported(sheet, entries, numbers, decimals == "unlikely"), []


def _declared(state: FigureState, numbers: Mapping[str, Decimal]) -> Figures:
    """Nothing arose is 0 of 0; zeros beside "không áp dụng" say nothing and are left out."""
    if state == "nothing_arose":
        return Figures(state, numbers.get("numerator"), numbers.get("denominator"), numbers.get("value"))
    return Figures(state, dropped="số 0 bên cạnh “Không áp dụng”" if numbers else None, dropped_cells=len(numbers))


def _reported(sheet: Sheet, entries: Mapping[str, Typed], numbers: Mapping[str, Decimal], is_share: bool) -> Figures:
    """A rate beside its two counts is left out: a percentage is computed from its counts."""
    numerator, denominator, rate = (numbers.get(name) for name in NUMBERS)
    if numerator is None or denominator is None:
        if rate is None and is_share:
            sheet.warn(
                next(iter(entries.values())),
                "incomplete_counts",
                "chỉ tiêu tỷ lệ chỉ có một trong hai số: số đạt, tổng số; chưa tính được tỷ lệ",
                "Ghi đủ số đạt và tổng số.",
            )
        return Figures("reported", numerator, denominator, rate)
    state: FigureState = "nothing_arose" if numerator == denominator == 0 else "reported"
    if rate is None:
        return Figures(state, numerator, denominator)
    cell = entries["value"]
    # Half of the last digit typed is the rounding that the typed rate may carry.
    slack = Decimal("0.5").scaleb(int(rate.normalize().as_tuple().exponent)) if rate else Decimal("0.5")
    if denominator and abs(numerator / denominator * 100 - rate) > min(slack, Decimal("0.5")):
        sheet.warn(
            cell,
            "rate_differs_from_counts",
            f"tỷ lệ gõ tay “{cell.text}” khác tỷ lệ tính từ {numerator.normalize():f}/{denominator.normalize():f}",
            "Kiểm tra lại số đạt và tổng số; để biểu mẫu tự tính tỷ lệ.",
        )
    return Figures(state, numerator, denominator, None, "tỷ lệ gõ tay bên cạnh số đạt và tổng số", 1)


def _contradictions(
    entries: Mapping[str, Typed], numbers: Mapping[str, Decimal], states: set[FigureState]
) -> list[tuple[Typed, HeldBackError]]:
    """What a line says against itself."""
    first = next(iter(entries.values()))
    if len(states) > 1 or (states and any(numbers.values())):
        return [(first, _STATE_AGAINST_FIGURES)]
    if {"numerator", "denominator"} <= numbers.keys() and numbers["numerator"] > numbers["denominator"]:
        message = f"số đạt “{entries['numerator'].text}” lớn hơn tổng số “{entries['denominator'].text}”"
        return [(entries["numerator"], HeldBackError("part_exceeds_whole", message, "Kiểm tra lại hai số liệu."))]
    return []


def _decimals(unit: str) -> Decimals:
    """By the unit of measure that the line prints; without one anything is possible."""
    if not unit or match_key(unit).startswith(_MEASURED):
        return "usual"
    return "unlikely" if unit.casefold() in _SHARES else "never"


def _unknown_state(cell: Typed) -> HeldBackError:
    words = " hoặc ".join(f"“{words}”" for words in FIGURE_STATES.values())
    return HeldBackError("unknown_figure_state", f"không hiểu “{cell.text}”", f"Để trống, hoặc chọn {words}.")


_STATE_AGAINST_FIGURES: Final = HeldBackError(
    "state_contradicts_figures",
    "dòng vừa có số liệu khác 0 vừa ghi không phát sinh hoặc không áp dụng",
    "Giữ số liệu hoặc giữ trạng thái, không ghi cả hai.",
)
