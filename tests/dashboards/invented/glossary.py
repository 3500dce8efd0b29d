"""Invented indicators and sources: one used by a plan, one by none, an area each; a source without known terms."""

from decimal import Decimal

from tests.dashboards.invented.common import AREAS, HOSTILE, HOSTILE_URL, Rows


def glossary() -> Rows:
    for number, code in enumerate(("dossiers_on_time_rate", "unused_rate", "flag_without_words")):
        yield (
            "rpt_indicator",
            {
                "indicator_code": code,
                "indicator_name": f"Chỉ tiêu theo dõi {code} {HOSTILE}",
                "reform_area": f"area{number}",
                "reform_area_name": AREAS[number] if number < 2 else None,
                "area_order": number + 1 if number < 2 else None,
                "unit": "percent" if number < 2 else "flag",
                "direction": "higher_better" if number < 2 else "none",
                "value_kind": "ratio" if number < 2 else "flag",
                "formula": "hồ sơ đúng hạn / hồ sơ đã giải quyết × 100 %" if number < 2 else None,
                "aggregation_over_units": "ratio_of_sums" if number < 2 else "none",
                "aggregation_over_periods": "ratio_of_sums" if number < 2 else "last_value",
                "contributing_units": "Mọi đơn vị",
                "frequency": "period",
                "tolerance_points": Decimal(1 - number % 2),
                "index_components": "PAPI: Thành phần D1" if number == 0 else None,
                "targets": 12 if number == 0 else 0,
                "plans": 2 if number == 0 else 0,
                "results": 3,
            },
        )
    for number, (title, url, licence) in enumerate(
        (
            ("Báo cáo năm <1>", "https://example.org/bao-cao", "unknown"),
            ("Bảng phân bố", "https://example.org/phan-bo", "rights_reserved"),
            (f"Không trang nào dùng {HOSTILE}", HOSTILE_URL, "unknown"),
        )
    ):
        yield (
            "rpt_source",
            {
                "source_key": str(number),
                "index_code": "PAPI",
                "source_title": title,
                "source_url": url,
                "publisher": "Nơi công bố" if number else None,
                "licence": licence,
                "terms": "Hỏi trước khi đăng lại." if licence == "rights_reserved" else None,
                "year_from": 2018,
                "year_to": 2025,
                "figures": 40 + number,
            },
        )
    yield (
        "rpt_source_kind",
        {
            "source_kind": "indices",
            "files_received": 5,
            "files_read": 4,
            "values_loaded": 940,
            "last_received_at": "2026-09-29 01:00:00",
        },
    )
