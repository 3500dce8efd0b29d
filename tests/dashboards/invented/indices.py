"""Invented index figures: a framework break, a merger, a year that was not published, a rank without a score."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.dashboards.invented.common import HOSTILE_URL, Rows

# An Hòa took in Tây Sơn: its figures of the year and later are those of another province.
MERGED, FORMER, MERGER = "An Hòa", "Tây Sơn", date(2025, 7, 1)


def score_key(index: str, component: str, territory: str, year: int) -> str:
    """Name of an invented score."""
    return f"{index}-{component}-{territory}-{year}"


def _score(
    index: str, component: str, territory: str, year: int, value: str | None, **more: Any
) -> tuple[str, dict[str, Any]]:
    """One index row; the framework changes in 2022."""
    version = f"{index}_{2022 if year >= 2022 else 2018}"
    key = f"{territory}/{'new' if territory == MERGED and year >= MERGER.year else 'old'}"
    return "rpt_index_score", {
        "index_score_key": score_key(index, component, territory, year),
        "full_name": f"Tỉnh {territory}",
        "province_key": key,
        "comparability": "no_year_before",
        "index_code": index,
        "component_code": component,
        "component_name": "Toàn bộ" if component == "TOTAL" else f"Thành phần {component}",
        "component_level": "total" if component == "TOTAL" else "field",
        "component_order": 0 if component == "TOTAL" else int(component[1:]),
        "territory": territory,
        "is_agency_province": territory not in ("Tỉnh Khác", FORMER),
        "year": year,
        "framework_version": version,
        "series_key": f"{version}/{component}/{key}",
        "value": None if value is None else Decimal(value),
        "unit": "points" if index == "PAPI" else "percent",
        "max_points": Decimal(80) if index == "PAPI" else Decimal(100),
        "state": "reported" if value else "not_published",
        "state_reason": None if value else "no figure for this province",
        "is_rank_computed": False,
        "basis": "stated",
        "source_title": "Báo cáo năm <1>",
        "source_url": "https://example.org/bao-cao",
        "source_path": "indices/mau.csv",
        "source_place": f"dòng {year - 2000}",
    } | more


def index() -> Rows:
    for year in range(2018, 2026):
        value = Decimal("41.5") + (year - 2018) * Decimal("0.35") + (3 if year >= 2022 else 0)
        yield _score(
            "PAPI",
            "TOTAL",
            "An Hòa",
            year,
            None if year == 2023 else str(value),
            rank=None if year == 2023 else 12,
            rank_of=63,
            is_rank_computed=True,
            change_from_previous=Decimal("0.35") if year in (2019, 2020, 2021) else None,
            comparability="comparable" if year in (2019, 2020, 2021) else "framework_changed",
        )
        if year < MERGER.year:
            yield _score("PAPI", "TOTAL", FORMER, year, str(value - 1))
        yield _score("PAPI", "TOTAL", "Đông Lâm", year, str(value + 2), rank=3, rank_of=63)
        yield _score("PAPI", "D1", "An Hòa", year, str(value / 8))
        for statistic, step in (
            ("min", -5),
            ("q1", -2),
            ("median", 0),
            ("q3", 2),
            ("max", 5),
            ("mean", Decimal("0.2")),
        ):
            yield (
                "rpt_index_statistic",
                {
                    "index_code": "PAPI",
                    "component_code": "TOTAL",
                    "year": year,
                    "framework_version": f"PAPI_{2022 if year >= 2022 else 2018}",
                    "series_key": f"PAPI_{2022 if year >= 2022 else 2018}/TOTAL",
                    "statistic": statistic,
                    "value": value + step,
                    "unit": "points",
                    "n_provinces": 61,
                    "basis": "dataset-derived",
                    "source_title": "Bảng phân bố",
                    "source_url": "https://example.org/phan-bo",
                },
            )
    yield _score("PAR_INDEX", "F1", "An Hòa", 2024, "9.5", unit="points", max_points=None)
    yield _score("PAR_INDEX", "TOTAL", "An Hòa", 2024, "88.37", rank=20, rank_of=63, basis="derived")
    yield _score(
        "PAR_INDEX",
        "TOTAL",
        "Đông Lâm",
        2024,
        None,
        rank=4,
        rank_of=63,
        state="reported",
        state_reason=None,
        source_url=HOSTILE_URL,
    )
    yield _score("PAR_INDEX", "TOTAL", "Tỉnh Khác", 2024, "90.1", rank=1, rank_of=63)
    for number, year in enumerate((2018, 2022)):
        yield (
            "rpt_index_break",
            {
                "index_code": "PAPI",
                "framework_version": f"PAPI_{year}",
                "year_from": year,
                "year_to": 2021 if year == 2018 else 2025,
                "component_count": 6 + 2 * number,
                "max_points": Decimal(60 + 20 * number),
                "decision": "Báo cáo PAPI",
                "comparable_with_previous": "false",
                "note": None,
            },
        )
