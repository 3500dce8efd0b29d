"""The one-stop system's table: dossiers by unit and field, its identities, and the rates that follow from it."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Rows
from tests.sources.received import accounts, assert_balanced, kinds
from tests.sources.results.tables.workshop import column_of, figures, fill, read_sheet, read_text

ON_TIME, OVERDUE = "dossier_on_time_rate", "overdue_dossier_rate"
_PATH = "results/2026/q1/van-phong-so.csv"
_HEAD = (
    "STT,Lĩnh vực,Tiếp nhận,,Đã giải quyết,,,Đang giải quyết,\n"
    ",,Kỳ trước chuyển sang,Mới tiếp nhận,Trước hạn,Đúng hạn,Quá hạn,Trong hạn,Quá hạn\n"
)


def _write(sheet: Worksheet) -> None:
    """The table as the one-stop system prints it: a title, two rows of head, column numbers, a total."""
    fill(
        sheet,
        ("BẢNG TỔNG HỢP KẾT QUẢ GIẢI QUYẾT HỒ SƠ",),
        ("(Từ ngày 15/12/2025 đến ngày 14/03/2026)",),
        (),
        ("STT", "Đơn vị", "Tiếp nhận", None, None, "Đã giải quyết", None, None, None, "Đang giải quyết", None, None),
        (
            None,
            None,
            "Tổng số",
            "Kỳ trước",
            "Trong kỳ",
            "Tổng số",
            "Trước hạn",
            "Đúng hạn",
            "Quá hạn",
            "Tổng số",
            "Trong hạn",
            "Quá hạn",
        ),
        tuple(range(1, 13)),
        (1, "Văn phòng Sở", 100, 10, 90, 80, 30, 48, 2, 20, 19, 1),
        (2, "Bệnh viện đa khoa tỉnh", 50, None, 50, 40, 0, 40, 0, 10, 10, 0),
        (None, "Tổng cộng", 150, 10, 140, 120, 30, 88, 2, 30, 29, 1),
    )
    for area in ("A1:L1", "A4:A5", "B4:B5", "C4:E4", "F4:I4", "J4:L4"):
        sheet.merge_cells(area)


def _shares(rows: Rows) -> dict[tuple[str, str], tuple[int, int]]:
    return {(unit, code): (int(row.numerator), int(row.denominator)) for (unit, _, code), row in figures(rows).items()}


def test_the_printed_table_is_read_under_its_merged_head(tmp_path: Path) -> None:
    rows = read_sheet(tmp_path, _write)
    assert kinds(rows, "results") == []
    first = rows["results_dossiers"][0].model_dump()
    assert [
        int(first[name]) for name in ("opening", "received", "resolved_early", "resolved_on_time", "resolved_late")
    ] == [
        10,
        90,
        30,
        48,
        2,
    ]
    assert (first["open_in_time"], first["open_overdue"], first["field_name"]) == (19, 1, None)
    assert (first["period_key"], first["source_place"]) == ("2026-q1", "Số liệu!C7")
    assert column_of(rows, "results_submissions", "layout") == ["dossier_table"] * 2
    assert accounts(rows, "results")["results/bang.xlsx"] == ("read", 29, 19, 0, 10)


def test_both_rates_follow_from_the_counts(tmp_path: Path) -> None:
    assert _shares(read_sheet(tmp_path, _write)) == {
        ("van-phong-so", ON_TIME): (78, 80),
        ("van-phong-so", OVERDUE): (3, 100),
        ("benh-vien-da-khoa-tinh", ON_TIME): (40, 40),
        ("benh-vien-da-khoa-tinh", OVERDUE): (0, 50),
    }


def test_fields_of_a_unit_are_summed_for_its_rates(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{_HEAD}1,Dược,1,9,3,5,0,2,0\n2,Y,0,5,3,1,1,0,0\nTổng,,1,14,6,6,1,2,0\n", _PATH)
    assert kinds(rows, "results") == []
    assert column_of(rows, "results_dossiers", "field_name") == ["Dược", "Y"]
    assert _shares(rows) == {("van-phong-so", ON_TIME): (12, 13), ("van-phong-so", OVERDUE): (1, 15)}


def test_in_time_may_hold_what_was_before_time(tmp_path: Path) -> None:
    head = "Lĩnh vực;Tiếp nhận;Đã giải quyết đúng hạn;Đã giải quyết quá hạn;Đang giải quyết trong hạn"
    rows = read_text(tmp_path, f"{head};Đang giải quyết quá hạn\nDược;10;8;1;1;0\n", _PATH)
    assert (column_of(rows, "results_dossiers", "received"), column_of(rows, "results_dossiers", "opening")) == (
        [10],
        [None],
    )
    assert _shares(rows)["van-phong-so", ON_TIME] == (8, 9)


def test_received_online_and_directly_are_received_in_the_period(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        fill(
            sheet,
            (
                "TT",
                "Đơn vị",
                "Số hồ sơ tiếp nhận",
                None,
                None,
                None,
                "Số hồ sơ đã giải quyết",
                None,
                None,
                None,
                "Số hồ sơ đang giải quyết",
                None,
                None,
            ),
            (
                None,
                None,
                "Tổng số",
                "Trong kỳ",
                None,
                "Từ kỳ trước",
                "Tổng số",
                "Trước hạn",
                "Đúng hạn",
                "Quá hạn",
                "Tổng số",
                "Trong hạn",
                "Quá hạn",
            ),
            (None, None, None, "Trực tuyến", "Trực tiếp", None, None, None, None, None, None, None, None),
            (1, "Văn phòng Sở", 10, 6, 3, 1, 9, 4, 5, 0, 1, 1, 0),
        )
        for area in ("C1:F1", "D2:E2", "G1:J1", "K1:M1", "A1:A3", "B1:B3", "C2:C3", "F2:F3"):
            sheet.merge_cells(area)

    rows = read_sheet(tmp_path, write, beside={"period_key": "2026-q1"})
    assert kinds(rows, "results") == []
    assert (column_of(rows, "results_dossiers", "received"), column_of(rows, "results_dossiers", "opening")) == (
        [9],
        [1],
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1,Dược,1,9,3,5,0,1,0", "dossiers_do_not_balance"),
        ("1,Dược,1,9,3,vài,0,2,0", "not_a_number"),
        ("1,Dược,1,9,3,4.5,0,2,0", "decimal_point"),
        ("1,Dược,1,9,-3,11,0,2,0", "negative_count"),
    ],
)
def test_a_line_that_breaks_a_rule_is_held_back_whole_and_no_rate_is_made_without_it(
    tmp_path: Path, line: str, kind: str
) -> None:
    rows = read_text(tmp_path, f"{_HEAD}{line}\n2,Y,0,5,3,1,1,0,0\n", _PATH)
    assert kinds(rows, "results") == [kind]
    assert column_of(rows, "results_dossiers", "field_name") == ["Y"]
    assert figures(rows) == {}
    assert len(rows["results_quarantine"]) == 7
    assert_balanced(rows, "results")


def test_a_printed_total_that_is_not_the_sum_of_its_parts_holds_the_line_back(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        _write(sheet)
        sheet["F7"] = 81

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["dossier_parts_differ"]
    assert rows["results_findings"][0].model_dump()["source_place"] == "Số liệu!F7"
    assert len(rows["results_dossiers"]) == 1


def test_a_wrong_total_line_is_told_and_never_loaded(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        _write(sheet)
        sheet["F9"] = 121

    rows = read_sheet(tmp_path, write)
    assert kinds(rows, "results") == ["total_differs"]
    assert len(rows["results_dossiers"]) == 2


def test_a_blank_part_is_zero_only_where_the_total_says_so(tmp_path: Path) -> None:
    blank = read_text(tmp_path, f"{_HEAD}1,Dược,1,9,3,5,,2,0\n", _PATH)
    assert kinds(blank, "results") == ["dossier_rate_unknown"] * 2
    assert column_of(blank, "results_dossiers", "resolved_late") == [None]
    assert figures(blank) == {}
    totals = _HEAD.replace(",Trước hạn", ",Tổng số,Trước hạn").replace("Đã giải quyết,,,", "Đã giải quyết,,,,")
    proven = read_text(tmp_path, f"{totals}1,Dược,1,9,8,3,5,,2,0\n", _PATH)
    assert _shares(proven) == {("van-phong-so", ON_TIME): (8, 8), ("van-phong-so", OVERDUE): (0, 10)}


def test_no_dossiers_at_all_is_nothing_arose(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{_HEAD}1,Dược,0,0,0,0,0,0,0\n", _PATH)
    assert {row.state for row in figures(rows).values()} == {"nothing_arose"}


def test_a_field_met_twice_keeps_the_first(tmp_path: Path) -> None:
    rows = read_text(tmp_path, f"{_HEAD}1,Dược,1,9,3,5,0,2,0\n1,Dược,1,9,3,5,0,2,0\n2,Dược,1,9,3,4,1,2,0\n", _PATH)
    assert kinds(rows, "results") == ["duplicate_dossier_line"]
    assert accounts(rows, "results")[_PATH] == ("read", 21, 7, 7, 7)
