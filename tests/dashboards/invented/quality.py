"""Invented files and findings."""

from dashboards.theme import states
from tests.dashboards.invented.common import HOSTILE, Rows


def quality() -> Rows:
    for number, status in enumerate((*states.FILE, "read"), start=1):
        yield (
            "rpt_quality_file",
            {
                "source_path": f"results/{status}-{number}.xlsx",
                "source_sha256": f"{number:02d}" * 32,
                "source_kind": "results",
                "agency_key": None if status == "superseded" else "so-y-te-an-hoa",
                "status": status,
                "received_at": "2026-09-29 18:30:00",
                "receipt_basis": "given",
                "size_bytes": 20480,
                "values_read": 250,
                "values_loaded": 240,
                "values_quarantined": 6,
                "values_ignored": 4,
                "ignored_reason": "gửi nhầm" if status == "withdrawn" else "ô ghi chú",
                "refused_reason": f"ô B1: mã sai {HOSTILE}" if status == "refused" else None,
                "withdrawn_at": "2026-10-11 18:30:00" if status == "withdrawn" else None,
                "withdrawn_by": "Văn phòng Sở" if status == "withdrawn" else None,
                "is_balanced": number != 2,
                "findings_error": 1,
                "findings_warning": 0,
                "findings_info": 0,
            },
        )
    shares = {"so-y-te-an-hoa": (len(states.FILE), 1), "so-y-te-dong-lam": (0, 0), "minh-hoa": (0, 0), "none": (1, 0)}
    for key, (files, unreadable) in shares.items():
        named = {"agency_key": None if key == "none" else key, "agency_name": None if key == "none" else HOSTILE}
        counts = {"values_read": 250, "values_loaded": 240, "values_quarantined": 6, "values_ignored": 4}
        states_of = {f"files_{name}": 0 for name in ("read", "ignored", "superseded")} | {
            "files_unreadable": unreadable
        }
        yield (
            "rpt_quality_summary",
            {"summary_key": key, "files": files, "findings_error": unreadable, "findings_warning": 0}
            | named
            | states_of
            | {"findings_info": 0}
            | {name: value * files for name, value in counts.items()},
        )
    for number in range(60):
        yield (
            "rpt_quality_finding",
            {"finding_key": f"many{number}", "severity": "info", "severity_order": 2, "source": "indices"}
            | {"kind": "kind_many", "kind_name": "Loại nhiều", "source_path": "results/superseded-5.xlsx"}
            | {"source_place": f"dòng {number}", "message": "Dòng này lạ.", "remedy": "Xem lại."},
        )
    for number in range(52):
        yield (
            "rpt_quality_finding",
            {"finding_key": f"noted{number}", "severity": "info", "severity_order": 2, "source": "results"}
            | {"kind": "kind_noted", "kind_name": "Loại lưu ý", "source_path": "results/vp.xlsx"}
            | {"agency_key": "so-y-te-an-hoa", "unit_key": "so-y-te-an-hoa/van-phong"}
            | {"source_place": f"dòng {number}", "message": "Số tròn.", "remedy": "Không phải sửa."},
        )
    for number, severity in enumerate(("error", "error", "warning", "warning", "info"), start=1):
        yield (
            "rpt_quality_finding",
            {
                "finding_key": f"f{number}",
                "severity": severity,
                "severity_order": ["error", "warning", "info"].index(severity),
                "source": "results",
                "kind": f"kind_{severity}",
                "kind_name": f"Loại {severity}",
                "agency_key": "so-y-te-an-hoa",
                "plan_key": (None, None, None, "an_hoa_2026", "an_hoa_2021_2030")[number - 1],
                "unit_key": "so-y-te-an-hoa/benh-vien" if number < 3 else None,
                "source_path": "results/bv.xlsx",
                "source_place": f"Biểu 1!D{number}",
                "value": "0,96 <b>" if number < 3 else None,
                "value_a": "92 %" if number == 4 else None,
                "place_a": "mục II.1" if number == 4 else None,
                "value_b": "93 %" if number == 4 else None,
                "place_b": "mục II.3" if number == 4 else None,
                "message": f"Ô này {HOSTILE}" if number == 1 else "Hai nơi ghi khác nhau.",
                "remedy": "Sửa rồi gửi lại.",
            },
        )
    for number, value in enumerate(("0,96 <b>", "=1+1", HOSTILE), start=1):
        yield (
            "rpt_quality_quarantine",
            {
                "source_path": "results/bv.xlsx",
                "source_place": f"Biểu 1!D{number}",
                "source_sha256": "01" * 32,
                "agency_key": "so-y-te-an-hoa",
                "unit_key": "so-y-te-an-hoa/benh-vien",
                "unit_name": "Bệnh viện An Hòa" if number == 1 else None,
                "period_key": "2026-q1",
                "period_name": "Quý I/2026" if number == 1 else None,
                "indicator_code": "dossier_on_time_rate" if number < 3 else None,
                "indicator_name": "Tỷ lệ hồ sơ đúng hạn" if number == 1 else None,
                "column_name": "Số đạt trong kỳ",
                "value": value,
                "rule": "percent_scale_unclear",
                "rule_name": "Chưa rõ thang phần trăm",
            },
        )
