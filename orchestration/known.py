"""What is known before any report is read, brought together: registers as they stand, and the catalogues of the seeds.

The windows that an agency keeps for itself stand beside those of the regime. No report is opened here.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from orchestration import receipts
from orchestration.dbt_session import DBT_PROJECT
from orchestration.resources import Workspace, now
from sources.contract import Rows, SourceFile
from sources.receipts.knowledge import Moment
from sources.receipts.scanning import hash_file
from sources.registers.reader import read as read_registers
from sources.registers.rows import PeriodRow, UnitAliasRow, UnitRow
from sources.results.known import Indicator, Known, OverPeriods, Unit, Window

_SEEDS = DBT_PROJECT / "seeds"
_OVER_PERIODS: Mapping[str, OverPeriods] = {
    "ratio_of_sums": "ratio_of_sums",
    "flow_sum": "flow_sum",
    "last_value": "last_value",
}


def of_night(workspace: Workspace, until: Moment | None = None) -> Known:
    """What a night knows: the registers that stood in the ledger `until` then, None: that stand."""
    return of_registers(receipts.current_files(workspace, "registers", until))


def of_folder(collected: Path) -> Known:
    """What a folder that no night has seen yet knows by its registers; the catalogues alone where it has none."""
    room = collected / "registers"
    paths = sorted(path for path in room.rglob("*") if path.is_file() and not path.is_symlink())
    return of_registers(
        [SourceFile(path, path.relative_to(collected).as_posix(), hash_file(path)[0], now()) for path in paths]
    )


def of_registers(files: Sequence[SourceFile]) -> Known:
    """The registers in `files` beside the catalogues."""
    rows = read_registers(files)
    return Known(
        indicators={indicator.code: indicator for indicator in _indicators()},
        units=_units(rows),
        names={
            (row.agency_key, row.match_key): row.unit_key
            for row in rows[UnitAliasRow.table]
            if isinstance(row, UnitAliasRow)
        },
        windows={(window.agency_key, window.period_key): window for window in (*_regime(), *_own_windows(rows))},
    )


def _units(rows: Rows) -> dict[str, Unit]:
    """Of a unit with several spans the last one counts: it says what the unit is called and is today."""
    units = sorted((row for row in rows[UnitRow.table] if isinstance(row, UnitRow)), key=lambda row: row.valid_from)
    return {row.unit_key: Unit(row.agency_key, row.unit_key, row.unit_name, row.unit_kind) for row in units}


def _indicators() -> Iterator[Indicator]:
    for line in _lines("indicators.csv"):
        yield Indicator(
            code=line["code"],
            name=line["name_vi"],
            measure=line["unit"],
            value_kind=line["value_kind"],
            over_units=line["aggregation_over_units"],
            over_periods=_OVER_PERIODS[line["aggregation_over_periods"]],
            contributing_unit_kinds=tuple(line["contributing_unit_kinds"].split("|")),
            numerator=line["numerator_vi"],
        )


def _regime() -> Iterator[Window]:
    for line in _lines("reporting_periods.csv"):
        yield Window(
            period_key=line["period_key"],
            name=line["period_name"],
            window_from=date.fromisoformat(line["window_from"]),
            window_to=date.fromisoformat(line["window_to"]),
            is_cumulative=line["is_cumulative"] == "true",
        )


def _own_windows(rows: Rows) -> Iterator[Window]:
    for row in rows[PeriodRow.table]:
        if isinstance(row, PeriodRow):
            yield Window(
                row.period_key, row.period_name, row.window_from, row.window_to, row.is_cumulative, row.agency_key
            )


def _lines(seed: str) -> Iterator[dict[str, str]]:
    with (_SEEDS / seed).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
