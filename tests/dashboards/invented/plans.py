"""Invented plans: what stands at their head, and what they carry out."""

from datetime import date

from tests.dashboards.invented.common import HOSTILE, Rows


def plans() -> Rows:
    common = {
        "signer": "Nguyễn Văn A",
        "signer_title": "Giám đốc",
        "is_digest": False,
        "is_simulated": False,
        "is_open_ended": False,
        "is_in_force": True,
        "is_asked": True,
        "is_counted": True,
        "measures": 0,
        "duties": 0,
        "findings": 0,
        "goals": 0,
        "tasks": 0,
        "targets": 0,
        "source_sha256": "ab" * 32,
        "received_at": "2026-01-05 02:00:00",
        "source_path": "plans/ke_hoach_mau.docx",
    }
    an_hoa = {"agency_key": "so-y-te-an-hoa", "agency_name": "Sở Y tế tỉnh An Hòa", "province_name": "An Hòa"}
    yield (
        "rpt_plan",
        common
        | an_hoa
        | {
            "plan_key": "an_hoa_2026",
            "number": "12/KH-SYT",
            "issued_date_text": "2026-01-05",
            "issued_date": date(2026, 1, 5),
            "issued_place": "An Hòa",
            "title": "Kế hoạch cải cách hành chính năm 2026",
            "plan_kind": "annual",
            "period_start": 2026,
            "period_end": 2026,
            "targets": 25,
            "goals": 2,
            "tasks": 13,
            "measures": 2,
            "duties": 2,
            "findings": 2,
        },
    )
    yield (
        "rpt_plan",
        common
        | an_hoa
        | {
            "plan_key": "an_hoa_2021_2030",
            "number": None,
            "issued_date_text": "2021-03",
            "title": "Kế hoạch giai đoạn 2021 - 2030",
            "plan_kind": "multi_year",
            "period_start": 2021,
            "period_end": 2030,
            "is_digest": True,
            "signer": None,
            "targets": 1,
        },
    )
    yield (
        "rpt_plan",
        common
        | an_hoa
        | {
            "plan_key": "an_hoa_2024",
            "number": "09/KH-SYT",
            "issued_date_text": "2024-01-08",
            "title": "Kế hoạch cải cách hành chính năm 2024",
            "plan_kind": "annual",
            "period_start": 2024,
            "is_asked": False,
            "is_counted": False,
            "period_end": 2024,
            "targets": 3,
        },
    )
    yield (
        "rpt_plan",
        common
        | {
            "plan_key": "dong_lam_papi",
            "agency_key": "so-y-te-dong-lam",
            "agency_name": "Sở Y tế tỉnh Đông Lâm",
            "number": "07/KH-SYT",
            "issued_date_text": None,
            "title": HOSTILE,
            "plan_kind": "papi_improvement",
            "period_start": 2025,
            "period_end": None,
            "is_open_ended": True,
            "signed_for": "KT. GIÁM ĐỐC",
        },
    )
    yield (
        "rpt_plan",
        common
        | {
            "plan_key": "minh_hoa_2026",
            "agency_key": "minh-hoa",
            "agency_name": "Sở Y tế tỉnh Minh Họa",
            "number": "01/KH-SYT",
            "issued_date_text": "2026",
            "title": "Kế hoạch năm 2026 của tỉnh Minh Họa",
            "plan_kind": "annual",
            "period_start": 2026,
            "period_end": 2026,
            "is_simulated": True,
            "targets": 1,
        },
    )
    yield (
        "rpt_plan_parent",
        {
            "plan_key": "an_hoa_2026",
            "parent_no": 1,
            "number": "345/QĐ-UBND",
            "document_date": "2025-12-20",
            "issuer": "UBND tỉnh",
        },
    )
    yield (
        "rpt_plan_parent",
        {"plan_key": "an_hoa_2026", "parent_no": 2, "number": "08/CT-BYT", "document_date": None, "issuer": None},
    )
