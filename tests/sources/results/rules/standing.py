"""Standing reports for the tests of rules: one unit, one agency, the windows of the regime."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sources.results.known import Indicator, Known, Unit, Window
from sources.results.rows import DossierRow, FigureRow, SubmissionRow
from sources.results.rules.verdicts import Report

AGENCY = "so-y-te-minh-hoa"
HOSPITAL = f"{AGENCY}/benh-vien"
CENTRE = f"{AGENCY}/trung-tam"
OFFICE = f"{AGENCY}/toan-nganh"
RATE, COUNT, STOCK = "dossier_rate", "training_count", "staff_stock"
_NAMES = {
    "q1": "Quý I",
    "h1": "6 tháng đầu năm",
    "q3": "Quý III",
    "annual": "Năm",
    "9m": "9 tháng",
    "h2": "6 tháng cuối năm",
}

Counts = tuple[int | None, int | None]


def windows(year: int) -> dict[tuple[str | None, str], Window]:
    """The windows of letter 581/BNV-CCHC, with nine months and the second half as other regimes have them."""
    begins = date(year - 1, 12, 15)
    days = {
        "q1": (begins, date(year, 3, 14), True),
        "h1": (begins, date(year, 6, 14), True),
        "q3": (date(year, 6, 15), date(year, 9, 14), False),
        "9m": (begins, date(year, 9, 14), True),
        "h2": (date(year, 6, 15), date(year, 12, 14), False),
        "annual": (begins, date(year, 12, 14), True),
    }
    return {
        (None, f"{year}-{key}"): Window(f"{year}-{key}", f"{_NAMES[key]}/{year}", *window)
        for key, window in days.items()
    }


KNOWN = Known(
    indicators={
        RATE: Indicator(RATE, "Hồ sơ đúng hạn", "percent", "ratio", "ratio_of_sums", "ratio_of_sums", ("all",)),
        COUNT: Indicator(COUNT, "Số lớp tập huấn", "classes", "count", "sum", "flow_sum", ("all",)),
        STOCK: Indicator(STOCK, "Số biên chế", "persons", "stock", "sum", "last_value", ("all",)),
    },
    units={
        HOSPITAL: Unit(AGENCY, HOSPITAL, "Bệnh viện", "hospital"),
        CENTRE: Unit(AGENCY, CENTRE, "Trung tâm", "health_centre"),
        OFFICE: Unit(AGENCY, OFFICE, "Sở Y tế", "agency"),
    },
    windows={**windows(2024), **windows(2025), **windows(2026)},
)


def origin(unit_key: str, period_key: str, place: str) -> dict[str, Any]:
    """Provenance and keys of a row: one file per unit and period."""
    name = f"{unit_key.rpartition('/')[2]}-{period_key}.xlsx"
    return {
        "agency_key": AGENCY,
        "unit_key": unit_key,
        "period_key": period_key,
        "source_sha256": name,
        "source_path": f"results/{name}",
        "source_place": place,
        "parser_version": "results/2",
        "received_at": datetime(2026, 1, 1, tzinfo=UTC),
    }


def figure(unit_key: str, period_key: str, code: str, counts: Counts, row: int, state: Any = "reported") -> FigureRow:
    """One line of Biểu 1."""
    numerator, denominator = (None if count is None else Decimal(count) for count in counts)
    return FigureRow(
        indicator_code=code,
        state=state,
        numerator=numerator,
        denominator=denominator,
        value=None,
        explanation=None,
        evidence=None,
        **origin(unit_key, period_key, f"Biểu 1 Số liệu!F{row}"),
    )


def report(
    period_key: str,
    unit_key: str = HOSPITAL,
    *,
    figures: Mapping[str, Counts | str] = MappingProxyType({}),
    dossiers: tuple[DossierRow, ...] = (),
) -> Report:
    """A report: indicator -> (numerator, denominator), or the word of a state."""
    rows = tuple(
        figure(unit_key, period_key, code, (None, None), row, said)
        if isinstance(said, str)
        else figure(unit_key, period_key, code, said, row)
        for row, (code, said) in enumerate(figures.items(), start=12)
    )
    submission = SubmissionRow(
        unit_name="Đơn vị",
        report_number=None,
        sent_date=None,
        prepared_by=None,
        template_version="2026.2",
        layout="form",
        report_state="signed",
        is_simulated=True,
        **origin(unit_key, period_key, "Thông tin!B9"),
    )
    return Report(submission, rows, dossiers)


def dossier(
    period_key: str, unit_key: str = HOSPITAL, field_name: str | None = None, **counts: int | None
) -> DossierRow:
    """A line of the one-stop system's table; what is not given is not in the table."""
    columns = (
        "opening",
        "received",
        "resolved_early",
        "resolved_on_time",
        "resolved_late",
        "open_in_time",
        "open_overdue",
    )
    given = {name: counts.get(name) for name in columns}
    return DossierRow(
        field_name=field_name,
        **{name: None if count is None else Decimal(count) for name, count in given.items()},
        **origin(unit_key, period_key, "Bảng!A8"),
    )
