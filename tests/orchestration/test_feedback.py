"""The clerks' folder of a publication: who is told what, and under which name."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from orchestration import feedback
from orchestration.resources import Workspace
from orchestration.warehouse import clerks

AGENCY = "so-y-te-minh-hoa"
_WAY = re.compile(r'href="([./]*feedback/[^"]+)"')
ACCOUNT = {
    "source_path": "results/2026/bao-cao.xlsx",
    "source_sha256": "a" * 64,
    "status": "read",
    "received_at": datetime(2026, 3, 19, 18, 30, tzinfo=UTC),
    "values_loaded": 20,
    "values_quarantined": 1,
    "values_ignored": 0,
}


def _report(unit: str, **changes: Any) -> dict[str, Any]:
    keys = {"agency_key": AGENCY, "unit_key": f"{AGENCY}/{unit}", "period_key": "2026-q1"}
    return {**ACCOUNT, **keys, "unit_name": unit, "period_name": "Quý I/2026", **changes}


def _finding(unit: str | None, message: str, **changes: Any) -> dict[str, Any]:
    keys = {"agency_key": AGENCY, "unit_key": f"{AGENCY}/{unit}", "period_key": "2026-q1"}
    return {
        **{key: ACCOUNT[key] for key in ("source_path", "source_sha256")},
        **(keys if unit else dict.fromkeys(keys)),
        "unit_name": unit,
        "period_name": "Quý I/2026" if unit else None,
        "kind": "not_a_number",
        "severity": "error",
        "source_place": "Biểu 1 Số liệu!F12",
        "value": "abc",
        "message": message,
        "remedy": "Ghi lại số.",
        **changes,
    }


def _told(**rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Name -> sentences."""
    parts = {name: rows.get(name, []) for name in ("reports", "unread", "findings", "held")}
    told = feedback.of_reports(clerks.Feedback(**parts))
    return {name: [line.what for line in one.lines] for name, one in told.items()}


def test_each_report_has_its_name_by_agency_period_and_unit() -> None:
    told = _told(reports=[_report("benh-vien")], findings=[_finding("benh-vien", "Sai số.")])
    assert told == {"so-y-te-minh-hoa/2026-q1/benh-vien": ["Sai số."]}


def test_a_report_with_nothing_to_mend_has_no_file() -> None:
    assert _told(reports=[_report("benh-vien")]) == {}
    good_to_know = _finding("benh-vien", "Có trang ẩn.", severity="info")
    assert _told(reports=[_report("benh-vien")], findings=[good_to_know]) == {}


def test_what_has_nothing_to_mend_takes_no_name_from_what_has() -> None:
    other = {"source_path": "results/2026/bang.csv", "source_sha256": "b" * 64}
    told = _told(
        reports=[_report("benh-vien", layout="form"), _report("benh-vien", layout="table", **other)],
        findings=[_finding("benh-vien", "Sai số.", **other)],
    )
    assert list(told) == ["so-y-te-minh-hoa/2026-q1/benh-vien"]


def test_what_is_said_of_the_file_whole_is_said_to_its_one_report() -> None:
    told = _told(reports=[_report("benh-vien")], findings=[_finding(None, "Thiếu bảng.", source_place="—")])
    assert told == {"so-y-te-minh-hoa/2026-q1/benh-vien": ["Thiếu bảng."]}


def test_of_a_table_of_many_units_each_is_told_its_own_and_the_rest_goes_to_nobody() -> None:
    told = _told(
        reports=[_report("benh-vien"), _report("trung-tam")],
        findings=[_finding("benh-vien", "Một."), _finding("trung-tam", "Hai."), _finding(None, "Không rõ đơn vị.")],
    )
    assert told == {
        "_chua-ro-don-vi/2026-bao-cao": ["Không rõ đơn vị."],
        "so-y-te-minh-hoa/2026-q1/benh-vien": ["Một."],
        "so-y-te-minh-hoa/2026-q1/trung-tam": ["Hai."],
    }


def test_an_unreadable_file_of_a_known_unit_is_told_to_it_beside_its_standing_report() -> None:
    other = {"source_path": "results/ban-moi.xlsx", "source_sha256": "b" * 64}
    told = _told(
        reports=[_report("benh-vien")],
        unread=[{**ACCOUNT, **other, "status": "unreadable"}],
        findings=[_finding("benh-vien", "Một."), _finding("benh-vien", "Tệp hỏng.", **other)],
    )
    assert told == {
        "so-y-te-minh-hoa/2026-q1/benh-vien": ["Một."],
        "so-y-te-minh-hoa/2026-q1/benh-vien-ban-moi": ["Tệp hỏng."],
    }


def test_a_key_that_is_none_never_names_a_folder() -> None:
    evil = {"unit_key": "a/../../b", "agency_key": ".."}
    told = _told(reports=[_report("x", **evil)], findings=[_finding(None, "Sai.", **evil)])
    assert list(told) == ["_chua-ro-don-vi/2026-bao-cao"]


def test_two_files_of_one_name_are_both_told() -> None:
    other = {"source_path": "results/2026/bao cao.csv", "source_sha256": "b" * 64}
    told = _told(
        unread=[ACCOUNT, {**ACCOUNT, **other}], findings=[_finding(None, "Một."), _finding(None, "Hai.", **other)]
    )
    assert list(told) == ["_chua-ro-don-vi/2026-bao-cao", "_chua-ro-don-vi/2026-bao-cao-bbbbbbbb"]


def test_a_table_of_which_one_report_stands_is_still_a_table_of_many() -> None:
    told = _told(reports=[_report("benh-vien")], findings=[_finding("benh-vien", "Một."), _finding("khac", "Hai.")])
    assert told == {"_chua-ro-don-vi/2026-bao-cao": ["Hai."], "so-y-te-minh-hoa/2026-q1/benh-vien": ["Một."]}


def test_counts_of_a_table_of_many_are_called_those_of_the_file() -> None:
    rows = clerks.Feedback([_report("benh-vien"), _report("trung-tam")], [], [_finding("benh-vien", "Sai.")], [])
    (one,) = feedback.of_reports(rows).values()
    assert one.accepted.startswith("Cả tệp, gồm nhiều đơn vị")


def test_the_day_of_receipt_is_a_day_at_home() -> None:
    rows = clerks.Feedback([_report("benh-vien")], [], [_finding("benh-vien", "Sai.")], [])
    (one,) = feedback.of_reports(rows).values()
    assert f"{one.received_on:%d/%m/%Y}" == "20/03/2026"


def test_a_night_publishes_a_workbook_and_a_text_for_each_report_to_mend(sample_night: Workspace) -> None:
    folder = sample_night.current / "feedback"
    workbooks = sorted(path.relative_to(folder) for path in folder.rglob("*.xlsx"))
    texts = sorted(path.relative_to(folder).with_suffix(".xlsx") for path in folder.rglob("*.txt"))
    assert workbooks == texts != []
    rows = clerks.feedback(sample_night.current / "warehouse.duckdb")
    errors = {row["source_path"] for row in rows.findings if row["severity"] == "error"}
    standing = {row["source_path"] for row in (*rows.reports, *rows.unread)}
    told = {_file_named_in(folder / path) for path in workbooks}
    assert errors & standing <= told
    assert {path.parts[0] for path in workbooks} <= {"_chua-ro-don-vi", *(row["agency_key"] for row in rows.reports)}


def _file_named_in(path: Path) -> str:
    sheet = load_workbook(path).worksheets[0]
    return next(str(row[2]) for row in sheet.iter_rows(values_only=True) if row[0] == "Tệp")


def test_every_file_that_the_pages_lead_to_beside_them_is_published(sample_night: Workspace) -> None:
    pages = (sample_night.current / "dashboards").rglob("*.html")
    ways = {(page.parent / way).resolve() for page in pages for way in _WAY.findall(page.read_text(encoding="utf-8"))}
    assert ways
    assert [way for way in ways if not way.is_file()] == []
