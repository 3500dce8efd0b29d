"""Flat tables: simulated figures for agencies of real plans, tables of a one-stop system, sums; all labelled."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sources.results.headings import SIMULATED_NOTICE, YES
from sources.simulation.agency import Agency, Period
from sources.simulation.figures import figure_lines
from sources.simulation.story import tell

# A figure of a real agency without this word beside it would be taken for a true one.
_LABEL: Final = "Số liệu mô phỏng"
_FIGURE_COLUMNS: Final = (
    "Mã cơ quan",
    "Đơn vị",
    "Kỳ báo cáo",
    "Mã chỉ tiêu",
    "Chỉ tiêu",
    "Đơn vị tính",
    "Tử số",
    "Mẫu số",
    "Giá trị",
    "Ngày gửi",
    _LABEL,
)
_DOSSIER_COLUMNS: Final = (
    "Mã cơ quan",
    "Đơn vị",
    "Kỳ báo cáo",
    "Lĩnh vực",
    "Kỳ trước chuyển sang",
    "Tiếp nhận trong kỳ",
    "Đã giải quyết trước hạn",
    "Đã giải quyết đúng hạn",
    "Đã giải quyết quá hạn",
    "Đang giải quyết trong hạn",
    "Đang giải quyết quá hạn",
    _LABEL,
)


def write_tables(out: Path) -> None:
    """Write every table of story/tables.yml under `out`."""
    told = tell("tables")
    for table in told["figures"]:
        _write(out / table["path"], "Kết quả thực hiện chỉ tiêu", _FIGURE_COLUMNS, _figures(table))
    for table in told["dossiers"]:
        _write(out / table["path"], table["title"], _DOSSIER_COLUMNS, _dossiers(table))


def write_summaries(agency: Agency, out: Path) -> None:
    """Write the reports of the agency itself: the sums of what its units tell in the story."""
    told = tell("tables")["summaries"]
    for report in told["reports"]:
        period = agency.periods[report["period"]]
        rows = [_sum(agency, period, code, report.get("add", 0)) for code in told["indicators"]]
        odd = told["odd"]
        if odd["period"] == period.key:
            rows.append(("", odd["name"], "%", odd["reached"], odd["whole"]))
        _write(
            out / summary_path(report["period"]),
            "Báo cáo tổng hợp",
            _FIGURE_COLUMNS,
            (
                (agency.key, agency.name, period.key, *row, None, _day(datetime.fromisoformat(report["sent"])), YES)
                for row in rows
            ),
        )


def summary_path(period_key: str) -> str:
    """Where the agency's own report lies."""
    return f"results/{period_key.replace('-', '/')}/tong-hop-cua-so.csv"


def _sum(agency: Agency, period: Period, code: str, more: int) -> tuple[object, ...]:
    lines = [
        line
        for unit in agency.owed(period)
        for line in figure_lines(unit, period, {}, is_quarterly=agency.is_quarterly(unit))
        if line.indicator_code == code and line.numerator is not None
    ]
    reached = sum(line.numerator or 0 for line in lines) + more
    whole = sum(line.denominator or 0 for line in lines) + more
    return code, lines[0].indicator_name, lines[0].unit_name, reached, whole


def _figures(table: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """One line for each unit, period and indicator that has a figure."""
    for number, period in enumerate(table["periods"]):
        for told in table["rows"]:
            figures = [told[name][number] if name in told else None for name in ("reached", "whole", "count", "value")]
            reached, whole, count, value = figures
            if any(figure is not None for figure in figures):
                names = (table["agency"], told["unit"], period, told["code"], told["name"], told["measure"])
                sent = _day(table["sent"][number]) if "sent" in table else None
                yield *names, count if reached is None else reached, whole, _vietnamese(value), sent, YES


def _dossiers(table: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for unit, field, *told in table["rows"]:
        # A line of another period says so in words, after its counts.
        *counts, period = told if isinstance(told[-1], str) else (*told, table["period"])
        yield table["agency"], unit, period, field, *counts, YES


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _vietnamese(value: float | None) -> str | None:
    """A figure with the decimal comma that Vietnamese clerks type."""
    return None if value is None else str(value).replace(".", ",")


def _write(path: Path, title: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # The mark at the beginning lets Excel see UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([title])
        writer.writerow([SIMULATED_NOTICE])
        writer.writerow(columns)
        writer.writerows(rows)
