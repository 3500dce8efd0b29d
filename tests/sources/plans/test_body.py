"""Goals, measures and duties by the part they stand in."""

from pathlib import Path

import pytest

from sources.plans.unit_cells import unit_match_key
from tests.sources.plans.writing import found_in, kinds


def test_goals_requirements_tasks_and_duties_are_told_by_their_headings(tmp_path: Path) -> None:
    body = """I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Giữ thái độ hòa nhã với người bệnh.

2. Yêu cầu

- Làm việc có kế hoạch từng tuần.

II. NỘI DUNG

1. Cải cách thủ tục hành chính

- Dán quy trình ở quầy đón tiếp;

+ In cỡ chữ lớn;

III. TỔ CHỨC THỰC HIỆN

- Văn phòng Sở đôn đốc mỗi tuần.
"""
    found = found_in(tmp_path, body)
    assert [goal["statement"] for goal in found["goals"]] == ["Giữ thái độ hòa nhã với người bệnh"]
    said = [(row["section"], row["reform_area"], row["parent_no"], row["description"]) for row in found["measures"]]
    assert said == [
        ("II.1", "procedures", None, "Dán quy trình ở quầy đón tiếp"),
        ("II.1", "procedures", "B001", "In cỡ chữ lớn"),
    ]
    assert [(duty["unit"], duty["duty"]) for duty in found["duties"]] == [("Văn phòng Sở", "đôn đốc mỗi tuần")]


def test_the_same_roman_number_may_come_twice(tmp_path: Path) -> None:
    body = "III. MỤC TIÊU\n\n- Đạt 80% hồ sơ đúng hạn.\n\nIII. NHIỆM VỤ\n\n- Sửa bàn ghế chờ.\n"
    found = found_in(tmp_path, body)
    assert (len(found["targets"]), len(found["measures"])) == (1, 1)


def test_a_period_in_a_heading_holds_for_what_stands_under_it(tmp_path: Path) -> None:
    body = """I. MỤC TIÊU CỤ THỂ

1. Giai đoạn 2021 - 2025

- Tỷ lệ hồ sơ đúng hạn đạt 90%.

2. Giai đoạn 2026 - 2030

a) Cải cách thể chế

- 100% văn bản quy phạm pháp luật được rà soát.

II. NHIỆM VỤ

- Việc chung.
"""
    title = "KẾ HOẠCH\n\n**Cải cách hành chính giai đoạn 2021 - 2030**\n\n"
    found = found_in(tmp_path, body, title=title)
    assert [(row["section"], row["period_start"], row["period_end"]) for row in found["targets"]] == [
        ("I.1", 2021, 2025),
        ("I.2.a", 2026, 2030),
    ]


def test_a_mixed_bullet_gives_its_figures_and_its_wish(tmp_path: Path) -> None:
    body = "I. MỤC TIÊU\n\n- Giữ sạch khu chờ; Trên 85% người bệnh hài lòng. Bớt giấy tờ ở mọi khâu.\n"
    found = found_in(tmp_path, body)
    assert [(row["comparator"], row["value"]) for row in found["targets"]] == [("gt", 85)]
    assert [goal["statement"] for goal in found["goals"]] == ["Giữ sạch khu chờ", "Bớt giấy tờ ở mọi khâu"]


def test_two_figures_of_one_sentence_are_two_targets(tmp_path: Path) -> None:
    sentences = (
        "Tỷ lệ nộp qua mạng đạt tối thiểu 40%, mức độ hài lòng của người dân đạt tối thiểu 88%.",
        "100% quy trình được niêm yết và 35% quy trình được rút gọn.",
        "Tối thiểu 60% khoản thu qua mạng, trong đó, tỷ lệ trả bằng thẻ đạt từ 20% trở lên.",
    )
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n" + "\n\n".join(f"- {sentence}" for sentence in sentences))
    assert [row["value"] for row in found["targets"]] == [40, 88, 100, 35, 60, 20]
    assert found["targets"][3]["statement"] == "35% quy trình được rút gọn"
    assert found["targets"][5]["statement"] == "tỷ lệ trả bằng thẻ đạt từ 20% trở lên"


def test_what_cannot_be_read_in_one_way_is_a_finding_not_a_figure(tmp_path: Path) -> None:
    body = "I. MỤC TIÊU\n\n- Tỷ lệ nộp qua mạng đạt 96.5%.\n\n- Đứng thứ 10/34 tỉnh.\n"
    found = found_in(tmp_path, body)
    assert found["targets"] == []
    assert kinds(found).count("figure_not_understood") == 2


def test_years_beside_figures_hold_for_their_figure(tmp_path: Path) -> None:
    body = "I. MỤC TIÊU\n\n- Tỷ lệ trạm y tế có mạng: năm 2022 đạt 50%; đến năm 2025 đạt 90%.\n"
    title = "KẾ HOẠCH\n\n**Cải cách hành chính giai đoạn 2021 - 2025**\n\n"
    found = found_in(tmp_path, body, title=title)
    assert [(row["period_start"], row["period_end"], row["value"]) for row in found["targets"]] == [
        (2022, 2022, 50),
        (2021, 2025, 90),
    ]
    assert {row["subject"] for row in found["targets"]} == {"Tỷ lệ trạm y tế có mạng"}


def test_a_figure_in_a_task_is_a_commitment_and_one_in_a_requirement_is_asked_about(tmp_path: Path) -> None:
    body = "I. YÊU CẦU\n\n- 100% đơn vị cử người.\n\nII. NHIỆM VỤ\n\n- Triển khai bệnh án số tại 3 huyện.\n"
    found = found_in(tmp_path, body)
    assert [(row["kind"], row["unit"], row["value"]) for row in found["targets"]] == [("commitment", "count", 3)]
    assert "figure_outside_goals" in kinds(found)


def test_a_part_that_no_rule_knows_is_held_back_with_a_finding(tmp_path: Path) -> None:
    body = "I. MỤC TIÊU\n\n- Vui vẻ.\n\nII. LỜI NHẮN\n\n- Cảm ơn mọi người.\n"
    found = found_in(tmp_path, body)
    assert "unknown_part" in kinds(found)


def test_a_heading_of_an_area_without_a_role_holds_tasks(tmp_path: Path) -> None:
    found = found_in(tmp_path, "I. CẢI CÁCH THỂ CHẾ\n\n- Gộp hai quy chế làm một.\n")
    assert [(row["reform_area"], row["description"]) for row in found["measures"]] == [
        ("institutions", "Gộp hai quy chế làm một")
    ]


def test_headings_without_numbers_are_parts_too(tmp_path: Path) -> None:
    body = "## Mục tiêu\n\n- Đạt 70% hồ sơ đúng hạn.\n\n## Giải pháp\n\n- Thêm một quầy.\n"
    found = found_in(tmp_path, body, name="ca_mau_2025.md")
    assert [row["section"] for row in (*found["targets"], *found["measures"])] == ["Mục tiêu", "Giải pháp"]


def test_papi_headings_give_the_dimension_and_the_content_gives_the_area(tmp_path: Path) -> None:
    body = "I. NHIỆM VỤ\n\n1. Đẩy mạnh “công khai, minh bạch”\n\n- Trên 90% văn bản điện tử trao đổi qua mạng.\n"
    title = "KẾ HOẠCH\n\n**Nâng cao Chỉ số PAPI năm 2025**\n\n"
    (target,) = found_in(tmp_path, body, title=title)["targets"]
    assert (target["papi_dimension"], target["reform_area"]) == ("transparency", "digital_government")


def test_a_plan_that_is_no_reform_plan_has_no_reform_areas(tmp_path: Path) -> None:
    title = "KẾ HOẠCH\n\n**Công tác dân số năm 2025**\n\n"
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n- Mức sinh đạt 2,1 con/phụ nữ.\n\n- Giữ mức sinh.\n", title=title)
    assert [row["reform_area"] for row in (*found["targets"], *found["goals"])] == [None, None]


def test_duties_are_split_where_unit_or_deadline_differs(tmp_path: Path) -> None:
    body = """IV. TỔ CHỨC THỰC HIỆN

1. Phòng Kế hoạch - Tài chính: Lo kinh phí; gửi quyết toán trước ngày 20/12/2025.

2. Các đơn vị trực thuộc

- Báo cáo mỗi quý về Văn phòng Sở.

Trên đây là kế hoạch của Sở. Trong quá trình thực hiện, nếu vướng thì báo Văn phòng Sở.
"""
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n- Tốt hơn.\n\n" + body)
    said = [(row["unit"], row["deadline_kind"], row["due_date"]) for row in found["duties"]]
    assert said == [
        ("Phòng Kế hoạch - Tài chính", "none", None),
        ("Phòng Kế hoạch - Tài chính", "before_date", "2025-12-20"),
        ("Các đơn vị trực thuộc", "per_schedule", None),
        ("Các đơn vị trực thuộc", "conditional", None),
    ]


def test_two_figures_for_one_commitment_are_shown_with_both_places(tmp_path: Path) -> None:
    body = (
        "I. MỤC TIÊU\n\n1. Cải cách thủ tục hành chính\n\n- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95%.\n\n"
        "2. Cải cách thể chế\n\n- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97%.\n\n"
        "II. NHIỆM VỤ\n\n- Theo Nghị định số 9/2021/NĐ-CP ngày 1/2/2021.\n\n"
        "- Theo Nghị định số 9/2021/NĐ-CP ngày 3/2/2021.\n"
    )
    found = found_in(tmp_path, body)
    figures, dates = [finding for finding in found["findings"] if finding["kind"] == "conflict"]
    assert ("95%" in figures["value_a"], "97%" in figures["value_b"]) == (True, True)
    assert (figures["place_a"], figures["place_b"]) == ("mục I.1, dòng 15", "mục I.2, dòng 19")
    assert (dates["value_a"], dates["value_b"]) == ("01/02/2021", "03/02/2021")


def test_figures_for_different_levels_do_not_contradict(tmp_path: Path) -> None:
    body = "I. MỤC TIÊU\n\n- Tỷ lệ hồ sơ đúng hạn cấp tỉnh đạt 95%.\n\n- Tỷ lệ hồ sơ đúng hạn cấp xã đạt 85%.\n"
    assert "conflict" not in kinds(found_in(tmp_path, body))


def test_numbers_with_a_slash_or_a_dash_are_headings_too(tmp_path: Path) -> None:
    goals = "A/ MỤC TIÊU\n\n1/ Mục tiêu chung\n\n- 95% hồ sơ trả sớm.\n\n"
    found = found_in(tmp_path, goals + "B - NHIỆM VỤ\n\n1/ Cải cách thể chế\n\n- Gộp quy chế.\n")
    assert [(row["section"], row["value"]) for row in found["targets"]] == [("A.1", 95)]
    assert [row["section"] for row in found["measures"]] == ["B.1"]


def test_what_stands_under_no_heading_is_held_back_and_said(tmp_path: Path) -> None:
    found = found_in(tmp_path, "- 95% hồ sơ trả sớm.\n\n- Gộp quy chế.\n")
    assert found["targets"] == []
    assert "unknown_part" in kinds(found)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Phòng TCCB", "Phòng Tổ chức cán bộ"),
        ("Trung tâm Kiểm soát bệnh tật (KSBT)", "Trung tâm Kiểm soát bệnh tật"),
        ("TTPVHCC tỉnh", "Trung tâm Phục vụ hành chính công tỉnh (TTPVHCC)"),
    ],
)
def test_a_unit_has_one_key_in_full_and_in_short(short: str, long: str) -> None:
    assert unit_match_key(short) == unit_match_key(long)


def test_what_stands_in_brackets_and_is_no_short_form_belongs_to_the_name() -> None:
    assert unit_match_key("Phòng Nghiệp vụ (cơ sở 2)") != unit_match_key("Phòng Nghiệp vụ")


def test_a_duty_carries_the_key_by_which_units_of_tasks_are_matched(tmp_path: Path) -> None:
    found = found_in(tmp_path, "III. TỔ CHỨC THỰC HIỆN\n\n- Phòng TCCB đôn đốc mỗi tuần.\n")
    assert [duty["unit_match_key"] for duty in found["duties"]] == [unit_match_key("Phòng Tổ chức cán bộ")]
