"""What a careful clerk notes in the margin of a plan: each finding where it is true, and not where it only looks so."""

from pathlib import Path
from typing import Any

import pytest

from sources.plans.checks.broken_text import broken_words
from sources.plans.extract import extract
from tests.places import PROJECT
from tests.sources.plans.writing import HEAD, TITLE, found_in, kinds, table

SHARED = Path(__file__).parents[4] / "shared"


def said(found: dict[str, Any], kind: str) -> list[str]:
    return [row["value"] for row in found["findings"] if row["kind"] == kind]


def body(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


LONG = "Các khoa, phòng giữ nếp làm việc đúng giờ và đón tiếp người bệnh chu đáo ở từng bàn {}"


def test_a_page_of_the_body_printed_twice_is_named_with_both_places(tmp_path: Path) -> None:
    page = [f"- {LONG.format(n)};" for n in ("một", "hai", "ba")]
    found = found_in(tmp_path, body("I. NHIỆM VỤ", "1. Cải cách thể chế", *page, *page))
    (finding,) = [row for row in found["findings"] if row["kind"] == "repeated_passage"]
    assert finding["value"] == "3"
    assert (finding["place_a"], finding["place_b"]) == ("dòng 15", "dòng 21")


def test_one_sentence_that_stands_twice_is_no_page(tmp_path: Path) -> None:
    line = f"- {LONG.format('một')};"
    found = found_in(tmp_path, body("I. NHIỆM VỤ", "1. Cải cách thể chế", line, "2. Cải cách tài chính công", line))
    assert "repeated_passage" not in kinds(found)


def heads(*numbers: str) -> str:
    return body("I. NHIỆM VỤ", *(line for n in numbers for line in (f"{n} Cải cách số {n}", f"- {LONG.format(n)};")))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1.", "2.", "4."), ["từ 2 sang 4"]),
        (("2.", "3."), ["bắt đầu từ 2"]),
        (("1.", "1.1.", "1.3.", "2."), ["từ 1.1 sang 1.3"]),
        (("1.", "a)", "b)", "d)", "2."), ["từ b sang d"]),
        (("1.", "a)", "b)", "c)", "d)", "e)", "g)", "2."), []),
        (("1.", "a)", "b)", "c)", "d)", "đ)", "e)", "2.", "a)", "b)"), []),
        (("1.", "1.1.", "1.2.", "2.", "2.1.", "2.2."), []),
    ],
)
def test_a_number_that_jumps_may_be_a_lost_section(
    tmp_path: Path, numbers: tuple[str, ...], expected: list[str]
) -> None:
    assert said(found_in(tmp_path, heads(*numbers)), "section_missing") == expected


def test_a_number_used_twice_is_said_once_for_its_run(tmp_path: Path) -> None:
    found = found_in(tmp_path, heads("1.", "2.", "3.", "2.", "3.", "4."))
    (finding,) = [row for row in found["findings"] if row["kind"] == "numbering_repeated"]
    assert finding["value"] == "2, 3"
    assert finding["place_a"] != finding["place_b"]
    assert all(place in finding["message"] for place in (finding["place_a"], finding["place_b"]))


def _row(number: str, goal: str = "Quy chế đủ", work: str = "Rà lại quy chế") -> str:
    return f"{number}|{goal}|{work} {number}|Quy chế|Văn phòng Sở||Quý I/2025"


def test_rows_of_the_annex_whose_number_jumps_or_comes_again(tmp_path: Path) -> None:
    rows = ("I|Cải cách thể chế|||||", _row("1.1"), _row("1.3", "Nề nếp tốt"), _row("1.1", "Sổ sách gọn"))
    found = found_in(tmp_path, "PHỤ LỤC\n\n" + table(*rows))
    assert said(found, "lost_page") == ["từ 1.1 sang 1.3"]
    assert said(found, "numbering_repeated") == ["1.1"]


def test_rows_that_share_a_merged_number_are_one(tmp_path: Path) -> None:
    rows = ("I|Cải cách thể chế|||||", _row("1"), _row("1", work="Đăng quy chế"), _row("2"))
    found = found_in(tmp_path, "PHỤ LỤC\n\n" + table(*rows))
    assert not {"numbering_repeated", "lost_page"} & set(kinds(found))


def test_two_groups_of_the_annex_under_one_number(tmp_path: Path) -> None:
    first = ("I|Cải cách thể chế|||||", _row("1"))
    other = found_in(tmp_path, "PHỤ LỤC\n\n" + table(*first, "I|Cải cách tài chính công|||||", _row("1", "Chi đúng")))
    again = found_in(tmp_path, "PHỤ LỤC\n\n" + table(*first, "I|Cải cách thể chế|||||", _row("2")))
    assert said(other, "numbering_repeated") == ["I"]
    assert said(again, "numbering_repeated") == []


ANNOUNCED = ("I. NHIỆM VỤ", "1. Cải cách thể chế", f"- {LONG.format('một')} (có Phụ lục phân công kèm theo);")


def test_an_annex_that_is_announced_and_absent(tmp_path: Path) -> None:
    found = found_in(tmp_path, body(*ANNOUNCED))
    assert len(said(found, "annex_missing")) == 1
    assert "plan_without_tasks" not in kinds(found)


def test_an_annex_that_is_there_or_belongs_to_another_document_is_not_missed(tmp_path: Path) -> None:
    there = found_in(tmp_path, body(*ANNOUNCED, "PHỤ LỤC", table("I|Cải cách thể chế|||||", _row("1"))))
    other = "- Thu đúng mức tại phụ lục ban hành kèm theo Thông tư số 11/2023/TT-BYT và niêm yết tại quầy;"
    assert said(there, "annex_missing") == []
    assert said(found_in(tmp_path, body(*ANNOUNCED[:2], other)), "annex_missing") == []


def test_a_blank_number_or_date_of_the_plan_or_of_a_document_it_names(tmp_path: Path) -> None:
    head = HEAD.replace("Số: 7/KH-SYT", "Số:      /KH-SYT").replace("ngày 02 tháng", "ngày      tháng")
    named = "- Làm theo Quyết định số      /QĐ-UBND ngày      tháng 3 năm 2024 của UBND tỉnh;"
    found = found_in(tmp_path, body("I. NHIỆM VỤ", "1. Cải cách thể chế", named), head=head)
    assert {"number_missing", "date_missing", "document_blank"} <= set(kinds(found))
    assert "document_blank" not in kinds(
        found_in(tmp_path, body("I. NHIỆM VỤ", "1. Thể chế", named.replace("     ", "5")))
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trước ngày 30/02/2025", ["30/02/2025"]),
        ("trước ngày 31 tháng 4 năm 2025", ["ngày 31 tháng 4 năm 2025"]),
        ("trong tháng 13", ["tháng 13"]),
        ("trước ngày 12/13/2025", ["12/13/2025"]),
        ("từ ngày 01/01/0205", ["01/01/0205"]),
        ("trong quý V/2025", ["quý V"]),
        ("trước ngày 29/02/2024, trong 15 tháng 18 ngày, quý IV/2025, tháng 12", []),
        ("theo tỷ lệ 1/2/3 và số 12.13.2025.7", []),
    ],
)
def test_a_day_that_no_calendar_has(tmp_path: Path, words: str, expected: list[str]) -> None:
    found = found_in(tmp_path, body("I. NHIỆM VỤ", "1. Cải cách thể chế", f"- Gửi báo cáo {words};"))
    assert said(found, "impossible_date") == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("Nghị định số 15/2024/NĐ-CP ngày 03/02/2025", 1),
        ("Nghị định số 15/2026/NĐ-CP", 1),
        ("Nghị định số 15/2024/NĐ-CP ngày 02/01/2025", 0),
        ("Nghị định số 15/2024/NĐ-CP", 0),
    ],
)
def test_a_document_younger_than_the_plan_that_cites_it(tmp_path: Path, document: str, expected: int) -> None:
    found = found_in(tmp_path, body("I. NHIỆM VỤ", "1. Cải cách thể chế", f"- Làm theo {document} của Chính phủ;"))
    assert len(said(found, "document_after_plan")) == expected


def test_a_deadline_before_the_years_of_the_plan(tmp_path: Path) -> None:
    duty = "- Văn phòng Sở gửi báo cáo trước ngày 05/12/{};"
    rows = ("I|Cải cách thể chế|||||", _row("1").replace("Quý I/2025", "Quý I/2024"), _row("2"))
    text = body("I. TỔ CHỨC THỰC HIỆN", duty.format(2024), "PHỤ LỤC", table(*rows))
    assert len(said(found_in(tmp_path, text), "deadline_outside_plan")) == 2
    assert said(found_in(tmp_path, text.replace("2024", "2025")), "deadline_outside_plan") == []


def test_a_target_that_no_indicator_of_the_catalogue_fits(tmp_path: Path) -> None:
    found = found_in(tmp_path, body("I. MỤC TIÊU", "- 60% vườn thuốc mẫu được cắm biển tên cây."))
    assert said(found, "no_indicator") == ["60% vườn thuốc mẫu được cắm biển tên cây"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phấn đấu đạt l00% hồ sơ", ["l00%"]),
        ("đạt 9O% và 1O %", ["9O%", "1O %"]),
        ("gửi trước ngày O5/12/2025", ["O5/12/2025"]),
        ("kế hoạch năm 2O25", ["2O25"]),
        ("các đ0n vị trực thuộc", ["đ0n"]),
        ("cải cách hànhchính của ngành", ["hànhchính"]),
        ("doanh ngiệp và người dân", ["ngiệp"]),
        ("Bệnhviện tuyến tỉnh", ["Bệnhviện"]),
        ("hồ s\ufffd công việc", ["s\ufffd"]),
        ("thá»§ tục", ["thá»§"]),
        ("c¶i c¸ch hµnh chÝnh", ["c¶i", "c¸ch", "hµnh"]),
        (
            "Thu tuc hanh chinh duoc cong khai day du tren cong dich vu cong cua tinh",
            ["Thu tuc hanh chinh duoc cong …"],
        ),
    ],
)
def test_text_that_a_scan_or_a_change_of_fonts_broke(text: str, expected: list[str]) -> None:
    assert broken_words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Duy trì 5S, xét nghiệm SARS-CoV-2, cúm A/H5N1, thuốc B12, bình O2, nhóm A1 và mức B2",
        "Quý I/2025, quý II/2025, mức 10l nước, khổ A4, tầng 1, phòng 3B, 24/7",
        "Sở Y tế tỉnh Đắk Lắk, huyện Krông Pắc, Bắc Kạn, ông Y Moan Êban",
        "ĐVSN, CQHC, HĐND, BVĐK, QĐ-UBND, QLVBĐH, gửi tới so_y_te@tinh.gov.vn hoặc https://dịchvụcông.vn/trangchủ",
        "đo nồng độ ôxy, glucôzơ và prôtêin; tiêm vắcxin; ghi lôgic",
        "The quick survey of patients is to be answered online by every visitor of the hospital website",
        "phí 500.000đ/lượt; điểm đ khoản 2; số 02-KL/TW; 1.000 tr.đ",
    ],
)
def test_names_abbreviations_and_foreign_words_are_not_broken(text: str) -> None:
    assert broken_words(text) == []


def test_a_figure_beside_broken_text_is_to_be_confirmed(tmp_path: Path) -> None:
    goals = ("- Tỷ lệ hồ sơ giải quyêt đúng hạn đạt 95%.", "- Tỷ lệ hồ sơ trực tuyến đạt 70%.")
    found = found_in(tmp_path, body("I. MỤC TIÊU", *goals))
    assert said(found, "broken_text") == ["“quyêt”"]
    assert said(found, "figure_in_broken_text") == ["Tỷ lệ hồ sơ giải quyêt đúng hạn đạt 95%"]


def test_a_file_broken_all_over_is_not_said_line_by_line(tmp_path: Path) -> None:
    found = found_in(tmp_path, body("I. NHIỆM VỤ", "1. Thể chế", *(f"- Giải quyêt việc số {n};" for n in range(30))))
    assert len(said(found, "broken_text")) == 21
    assert said(found, "broken_text")[-1] == "10 chỗ khác"


CHECKED_BY_EYE = {"annex_missing": {"hoa_binh_2024"}, "numbering_repeated": {"da_nang_lung_2021_2030"}}
NEW = {
    "repeated_passage",
    "section_missing",
    "numbering_repeated",
    "annex_missing",
    "impossible_date",
    "document_after_plan",
    "document_blank",
    "broken_text",
    "figure_in_broken_text",
}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans are not beside the project")
def test_real_plans_get_these_findings_only_where_they_are_true() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted((SHARED / "plans").glob("*.txt")):
        for kind in NEW & set(kinds(extract(path))):
            found.setdefault(kind, set()).add(path.stem)
    assert found == CHECKED_BY_EYE


def test_the_shipped_plans_get_no_finding_that_is_not_true() -> None:
    paths = sorted(path for path in (PROJECT / "sources" / "sample" / "plans").iterdir() if path.suffix != ".yml")
    found = {(path.stem, kind) for path in paths for kind in NEW & set(kinds(extract(path)))}
    assert len(paths) >= 6
    assert found == {("da_nang_lung_2021_2030", "numbering_repeated")}


def test_a_plan_in_good_order_has_nothing_in_its_margin(tmp_path: Path) -> None:
    text = body("I. MỤC TIÊU", "- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95%.", "PHỤ LỤC")
    signed = "GIÁM ĐỐC\n\nĐặng Thu Mai\n\n"
    found = found_in(
        tmp_path, text.replace("PHỤ LỤC", signed + "PHỤ LỤC") + table("I|Thể chế|||||", _row("1")), title=TITLE
    )
    assert kinds(found) == []
