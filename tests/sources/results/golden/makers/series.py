"""Golden sets of files: versions of one report, several windows of one unit, several units of one agency."""

from datetime import date

from tests.sources.results.golden.makers.cells import COUNT
from tests.sources.results.golden.makers.desk import CHI_CUC, HOSPITAL, Desk, filled, typed_column
from tests.sources.results.golden.makers.registry import golden
from tests.sources.results.golden.makers.tables import DOSSIER_COLUMNS, written


def _report(period_key: str, sent: date, unit: str = CHI_CUC, **counts: tuple[int, int]) -> Desk:
    """A sound report with the given shares on top."""
    desk = filled(period_key, unit)
    desk.info(sent_date=sent)
    for code, (part, whole) in counts.items():
        desk.figure(code, denominator=whole, **{typed_column(period_key): part})
    return desk


@golden()
def corrected_version() -> dict[str, bytes]:
    """Sent on the 16th, sent again on the 18th with one figure corrected."""
    second = _report("2026-q1", date(2026, 3, 18), dossier_on_time_rate=(405, 420))
    second.info(report_number="12a/BC-CCATTP")
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16), dossier_on_time_rate=(412, 420)).saved(),
        "2.xlsx": second.saved(),
    }


@golden()
def same_content_twice() -> dict[str, bytes]:
    content = _report("2026-q1", date(2026, 3, 16)).saved()
    return {"1.xlsx": content, "2.xlsx": content}


@golden()
def cumulative_falls() -> dict[str, bytes]:
    """Six months smaller than three: the second quarter alone was typed under the year to date."""
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16), dossier_on_time_rate=(412, 420)).saved(),
        "2.xlsx": _report(
            "2026-h1", date(2026, 6, 16), dossier_on_time_rate=(390, 400), pakn_on_time_rate=(50, 52)
        ).saved(),
    }


@golden()
def third_quarter_reaches_half_year() -> dict[str, bytes]:
    """Nine months typed for three."""
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16), dossier_on_time_rate=(400, 410)).saved(),
        "2.xlsx": _report(
            "2026-h1", date(2026, 6, 16), dossier_on_time_rate=(812, 830), pakn_on_time_rate=(50, 52)
        ).saved(),
        "3.xlsx": _report(
            "2026-q3", date(2026, 9, 16), dossier_on_time_rate=(1210, 1240), pakn_on_time_rate=(20, 21)
        ).saved(),
    }


@golden()
def year_below_its_parts() -> dict[str, bytes]:
    """A year smaller than its half and its third quarter together: a quarter would be negative."""
    return {
        "1.xlsx": _report(
            "2025-h1", date(2025, 6, 16), dossier_on_time_rate=(812, 830), pakn_on_time_rate=(50, 52)
        ).saved(),
        "2.xlsx": _report("2025-q3", date(2025, 9, 16), dossier_on_time_rate=(398, 405)).saved(),
        "3.xlsx": _report(
            "2025-annual", date(2025, 12, 16), dossier_on_time_rate=(1100, 1150), pakn_on_time_rate=(99, 104)
        ).saved(),
    }


@golden()
def copied_from_last_year() -> dict[str, bytes]:
    """All figures of the first quarter are last year's to the last dossier."""

    def report(period_key: str, sent: date) -> Desk:
        desk = _report(
            period_key,
            sent,
            dossier_on_time_rate=(412, 420),
            online_dossier_rate=(301, 420),
            staff_trained_rate=(37, 52),
        )
        desk.figure(COUNT, year_to_date=17)
        desk.figure("staff_rotation_count", year_to_date=3)
        return desk

    return {
        "1.xlsx": report("2025-q1", date(2025, 3, 16)).saved(),
        "2.xlsx": report("2026-q1", date(2026, 3, 16)).saved(),
    }


@golden()
def units_do_not_sum() -> dict[str, bytes]:
    """The agency reports fewer dossiers than two of its units together."""
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16), CHI_CUC, dossier_on_time_rate=(412, 420)).saved(),
        "2.xlsx": _report("2026-q1", date(2026, 3, 16), "chi-cuc-dan-so", dossier_on_time_rate=(88, 90)).saved(),
        "3.xlsx": _report(
            "2026-q1", date(2026, 3, 17), "so-y-te", dossier_on_time_rate=(450, 460), pakn_on_time_rate=(48, 50)
        ).saved(),
    }


@golden()
def opening_differs_from_closing() -> dict[str, bytes]:
    """Thirty were open at the end of the half-year, the third quarter begins with twelve."""
    head = ("Đơn vị", "Kỳ báo cáo", *DOSSIER_COLUMNS)
    half = ("Chi cục ATTP", "2026-h1", 30, 830, 200, 612, 18, 29, 1)
    third = ("Chi cục ATTP", "2026-q3", 12, 405, 90, 300, 8, 19, 0)
    return {
        "1.csv": written((head, half)).encode("utf-8-sig"),
        "2.csv": written((head, third)).encode("utf-8-sig"),
    }


@golden()
def windows_in_order() -> dict[str, bytes]:
    """A year as it should be: nothing to say of any window."""
    shares = {"2026-q1": (24, 25), "2026-h1": (50, 52), "2026-q3": (27, 28)}
    sent = {"2026-q1": date(2026, 3, 16), "2026-h1": date(2026, 6, 16), "2026-q3": date(2026, 9, 16)}
    return {
        f"{number}.xlsx": _report(key, sent[key], HOSPITAL, pakn_on_time_rate=shares[key]).saved()
        for number, key in enumerate(shares, start=1)
    }


@golden()
def withdrawn_version() -> dict[str, bytes]:
    """The second version was sent in error and is taken back: the first stands."""
    second = _report("2026-q1", date(2026, 3, 18), dossier_on_time_rate=(4, 42))
    second.info(report_number="12a/BC-CCATTP")
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16), dossier_on_time_rate=(412, 420)).saved(),
        "2.xlsx": second.saved(),
    }


@golden()
def workbook_beside_one_stop_table() -> dict[str, bytes]:
    """A unit's workbook, and a day later the one-stop system's table that has the same unit and period."""
    head = ("Đơn vị", "Kỳ báo cáo", *DOSSIER_COLUMNS)
    line = ("Chi cục ATTP", "2026-q1", 30, 420, 100, 312, 8, 29, 1)
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16)).saved(),
        "2.csv": written((head, line)).encode("utf-8-sig"),
    }


@golden()
def workbook_beside_flat_table() -> dict[str, bytes]:
    """A unit's workbook, and a day later the department's table with one more indicator of the same unit and period."""
    head = ("Đơn vị", "Mã chỉ tiêu", "Kỳ báo cáo", "Tử số", "Mẫu số")
    line = ("Chi cục ATTP", "staff_trained_rate", "2026-q1", 37, 52)
    return {
        "1.xlsx": _report("2026-q1", date(2026, 3, 16)).saved(),
        "2.csv": written((head, line)).encode("utf-8-sig"),
    }
