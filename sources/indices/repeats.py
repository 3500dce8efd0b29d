"""The same figure met twice, in one table or in two: equal figures are loaded once, unequal ones are shown."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from sources.account import Account
from sources.contract import RawRow
from sources.indices.rows import IndexDistributionRow, IndexGapRow, IndexScoreRow

REPEATED: Final = "số liệu đã có, bằng nhau"
ROUNDED: Final = "số liệu đã có, chỉ khác do làm tròn"


class Seen:
    """The figures loaded so far, by the key of their row type. The first by path and line stands."""

    def __init__(self) -> None:
        self._rows: dict[tuple[Any, ...], RawRow] = {}

    def admit(self, row: RawRow, account: Account) -> bool:
        """True if the row is to be loaded; otherwise it was counted as ignored or held back, with its finding."""
        key = (row.table, *(getattr(row, column) for column in row.key))
        first = self._rows.setdefault(key, row)
        if first is row:
            account.loaded += 1
            return True
        if _says(first) == _says(row):
            account.ignore(1, REPEATED)
        elif _is_rounding(first, row):
            account.ignore(1, ROUNDED)
        else:
            account.quarantined += 1
            _find_conflict(account, first, row)
        return False


def _says(row: RawRow) -> tuple[Any, ...]:
    """What a row states, apart from where it stands."""
    if isinstance(row, IndexScoreRow):
        return row.value, row.unit
    if isinstance(row, IndexDistributionRow):
        return row.n_provinces, row.minimum, row.q1, row.median, row.q3, row.maximum, row.mean
    if isinstance(row, IndexGapRow):
        return (row.reason,)
    raise TypeError(row.table)


def _is_rounding(first: RawRow, second: RawRow) -> bool:
    """Scores are printed with two decimals and filed with four: the finer one rounds to the coarser one."""
    if not (isinstance(first, IndexScoreRow) and isinstance(second, IndexScoreRow)) or first.unit != second.unit:
        return False
    coarse, fine = sorted((first.value, second.value), key=_decimals)
    return fine.quantize(Decimal(1).scaleb(-_decimals(coarse)), ROUND_HALF_UP) == coarse and _decimals(coarse) > 0


def _decimals(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _find_conflict(account: Account, first: RawRow, second: RawRow) -> None:
    label = " · ".join(str(getattr(second, column)) for column in second.key)
    value_a, value_b = (" / ".join(str(part) for part in _says(row)) for row in (first, second))
    place_a, place_b = (f"{row.source_path}, {row.source_place}" for row in (first, second))
    account.find(
        "conflict",
        "warning",
        second.source_place,
        f"Hai nơi ghi khác nhau cho {label}: {value_a} ({place_a}) và {value_b} ({place_b}). Dùng số ghi trước.",
        "Đối chiếu với nguồn công bố và sửa nơi ghi sai.",
        value=value_b,
        place_a=place_a,
        value_a=value_a,
        place_b=place_b,
        value_b=value_b,
    )
