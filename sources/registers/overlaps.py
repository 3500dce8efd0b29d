"""Windows of one agency that contradict each other: days that both count, without one of them holding the other.

A quarter inside its half-year is no contradiction; two months with a day in common are one.
"""

from collections.abc import Sequence

from sources.account import Account
from sources.registers.rows import PeriodRow


def find_overlaps(account: Account, windows: Sequence[PeriodRow]) -> None:
    """A warning for each pair of windows that contradict each other, one of which stands in this file. Both stay."""
    ordered = sorted(windows, key=lambda window: (window.agency_key, window.window_from, window.period_key))
    for number, later in enumerate(ordered):
        for earlier in ordered[:number]:
            is_here = account.file.name in (earlier.source_path, later.source_path)
            if is_here and earlier.agency_key == later.agency_key and _contradict(earlier, later):
                _tell(account, earlier, later)


def _contradict(earlier: PeriodRow, later: PeriodRow) -> bool:
    if later.window_from > earlier.window_to:
        return False
    is_nested = later.window_to <= earlier.window_to or later.window_from == earlier.window_from
    are_alike = not earlier.is_cumulative and not later.is_cumulative and _type(earlier) == _type(later)
    return are_alike or not is_nested


def _type(window: PeriodRow) -> str:
    """q of 2026-q2, m of 2026-m03: windows of one type follow each other."""
    return window.period_key[5]


def _tell(account: Account, earlier: PeriodRow, later: PeriodRow) -> None:
    message = (
        f"Tệp {account.file.name}: kỳ {later.period_key} ({later.window_from:%d/%m/%Y} đến {later.window_to:%d/%m/%Y}) "
        f"chồng lên kỳ {earlier.period_key} ({earlier.window_from:%d/%m/%Y} đến {earlier.window_to:%d/%m/%Y})."
    )
    account.find(
        "windows_overlap",
        "warning",
        later.source_place,
        message,
        "Sửa ngày đầu hoặc ngày cuối để không ngày nào được tính hai lần.",
        value=later.period_key,
        value_a=f"{later.window_from:%d/%m/%Y}",
        value_b=f"{earlier.window_to:%d/%m/%Y}",
        place_b=earlier.source_place,
        agency_key=later.agency_key,
        period_key=later.period_key,
    )
