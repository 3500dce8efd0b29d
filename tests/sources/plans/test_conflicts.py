"""Contradictions inside one plan, and what only looks like one."""

from pathlib import Path
from typing import Any

import pytest

from sources.plans.extract import extract
from tests.sources.plans.writing import found_in, table

SHARED = Path(__file__).parents[4] / "shared"
HEADER = "STT\tMục tiêu\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời hạn"


def conflicts(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["value_a"], row["value_b"]) for row in found["findings"] if row["kind"] == "conflict"]


def plan(folder: Path, *goals: str, rows: tuple[str, ...] = (), after: str = "") -> list[tuple[str, str]]:
    """Conflicts of a plan with these goals in the body and these goal cells in the annex."""
    body = "I. MỤC TIÊU\n\n" + "\n\n".join(f"- {goal}." for goal in goals) + "\n\n" + after
    annex = [
        f"{number}|{cell}|Việc số {number}|Báo cáo|Văn phòng Sở||Quý II/2025" for number, cell in enumerate(rows, 1)
    ]
    return conflicts(
        found_in(folder, body + "\n\nPHỤ LỤC\n\n" + table("I|Cải cách thể chế|||||", *annex) if rows else body)
    )


def test_body_and_annex_set_two_figures_for_one_indicator(tmp_path: Path) -> None:
    goal, cell = "Tỷ lệ giải quyết hồ sơ đúng hạn đạt tối thiểu 95%", "98% hồ sơ đúng hạn"
    assert plan(tmp_path, goal, rows=(cell,)) == [("tối thiểu 95%", "98%")]


def test_a_bare_figure_agrees_with_a_floor_of_the_same_size(tmp_path: Path) -> None:
    assert plan(tmp_path, "Tỷ lệ giải quyết hồ sơ đúng hạn đạt tối thiểu 95%", rows=("Hồ sơ đúng hạn đạt 95%",)) == []


def test_figures_for_two_levels_of_government_are_two_commitments(tmp_path: Path) -> None:
    first = "100% hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng"
    assert plan(tmp_path, first, rows=("80% hồ sơ công việc cấp xã được xử lý trên môi trường mạng",)) == []


def test_scopes_set_out_one_after_the_other_are_not_held_against_each_other(tmp_path: Path) -> None:
    inpatients = "Tỷ lệ hài lòng của người bệnh nội trú đạt 95%"
    assert plan(tmp_path, inpatients, "Tỷ lệ hài lòng của người bệnh ngoại trú đạt 90%") == []


def test_one_clause_said_twice_in_the_body_with_two_figures_is_a_contradiction(tmp_path: Path) -> None:
    found = plan(tmp_path, "Tỷ lệ giải quyết hồ sơ đúng hạn đạt 95%", "97% hồ sơ giải quyết đúng hạn")
    assert [(a[-3:], b[:3]) for a, b in found] == [("95%", "97%")]


def test_without_an_indicator_the_same_words_make_one_commitment(tmp_path: Path) -> None:
    goal = "Tỷ lệ vườn thuốc mẫu được cắm biển tên cây đạt 60%"
    assert plan(tmp_path, goal, rows=("70% vườn thuốc mẫu được cắm biển tên cây",)) == [("60%", "70%")]
    assert plan(tmp_path, goal, rows=("70% vườn rau mẫu được cắm biển tên cây",)) == []


def test_a_share_of_dossiers_is_not_a_share_of_procedures(tmp_path: Path) -> None:
    goal, cell = "60% hồ sơ thủ tục hành chính có hồ sơ mẫu", "60% TTHC có hồ sơ mẫu"
    assert plan(tmp_path, goal, rows=(cell,)) == [(goal, cell)]


def test_all_of_two_things_is_no_contradiction(tmp_path: Path) -> None:
    assert plan(tmp_path, "100% hồ sơ thủ tục hành chính có hồ sơ mẫu", rows=("100% TTHC có hồ sơ mẫu",)) == []


def test_to_propose_is_not_to_decide(tmp_path: Path) -> None:
    goal, cell = "Phê duyệt phương án đơn giản hóa tối thiểu 15% số TTHC", "15% TTHC kiến nghị đơn giản hóa"
    assert plan(tmp_path, goal, rows=(cell,)) == [(goal, cell)]
    assert plan(tmp_path, goal, rows=("15% TTHC được phê duyệt phương án đơn giản hóa",)) == []


PAID = "tỷ lệ giao dịch thanh toán {} của các hồ sơ tại bộ phận một cửa đạt tối thiểu 35%"


def test_one_word_put_for_another_between_body_and_annex_is_a_contradiction(tmp_path: Path) -> None:
    online, cashless = PAID.format("trực tuyến"), PAID.format("không tiền mặt")
    assert plan(tmp_path, cashless, rows=(online,)) == [(cashless, online)]


def test_two_commitments_that_both_parts_print_are_not_held_against_each_other(tmp_path: Path) -> None:
    both = (PAID.format("trực tuyến"), PAID.format("không tiền mặt"))
    assert plan(tmp_path, *both, rows=both) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Nghị định số 15/2022/NĐ-CP ngày 03/02/2022", "Nghị định số 15/2022/NĐ-CP ngày 03/12/2022", 1),
        ("Quyết định số 77/QĐ-TTg ngày 03/02/2022", "Quyết định số 77/QĐ-TTg ngày 13/02/2022", 1),
        ("Kế hoạch số 12/KH-UBND ngày 03/02/2022", "Kế hoạch số 12/KH-UBND ngày 05/03/2023", 0),
        ("Nghị định số 15/2022/NĐ-CP ngày 03/02/2022", "Nghị định số 16/2022/NĐ-CP ngày 03/02/2022", 0),
        ("Nghị định số 15/2022/NĐ-CP ngày 03/02/2022", "Nghị định số 15/2022/NĐ-CP", 0),
    ],
)
def test_a_document_has_one_date(tmp_path: Path, first: str, second: str, expected: int) -> None:
    body = f"I. NHIỆM VỤ\n\n1. Cải cách thể chế\n\n- Làm theo {first} của Chính phủ;\n\n- Làm tiếp theo {second}.\n"
    assert len(conflicts(found_in(tmp_path, body))) == expected


def test_one_title_and_one_day_with_two_numbers_is_a_slip(tmp_path: Path) -> None:
    said = "- Thực hiện Quyết định số {} ngày 07/05/2022 của Thủ tướng Chính phủ về đổi mới cách trả kết quả tại nhà;"
    body = "I. NHIỆM VỤ\n\n1. Cải cách thể chế\n\n" + "\n\n".join(said.format(n) for n in ("412/QĐ-TTg", "421/QĐ-TTg"))
    assert conflicts(found_in(tmp_path, body)) == [("412/QĐ-TTg", "421/QĐ-TTg")]


def test_the_annex_bears_the_number_and_the_day_of_the_plan(tmp_path: Path) -> None:
    body = "I. MỤC TIÊU\n\n- Giữ giờ làm.\n\nPHỤ LỤC\n\n(Kèm theo Kế hoạch số {}/KH-SYT ngày {} của Sở Y tế)\n"
    assert conflicts(found_in(tmp_path, body.format(7, "02/01/2025"))) == []
    assert conflicts(found_in(tmp_path, body.format(17, "02/01/2025"))) == [("7/KH-SYT", "17/KH-SYT")]
    assert conflicts(found_in(tmp_path, body.format(7, "12/01/2025"))) == [("02/01/2025", "12/01/2025")]


def _tasks(folder: Path, *rows: str) -> list[tuple[str, str]]:
    return conflicts(found_in(folder, "PHỤ LỤC\n\n" + table(*rows)))


WORK = "Rà soát quy chế làm việc của các phòng thuộc Sở"


def test_one_task_in_two_groups_has_one_deadline_and_one_lead(tmp_path: Path) -> None:
    first = f"1|Quy chế đủ|{WORK}|Quy chế|Văn phòng Sở||Quý I/2025"
    second = f"1|Nề nếp tốt|{WORK}|Quy chế|Thanh tra Sở||Quý III/2025"
    found = _tasks(tmp_path, "I|Cải cách thể chế|||||", first, "II|Cải cách chế độ công vụ|||||", second)
    assert found == [("Quý I/2025", "Quý III/2025"), ("Văn phòng Sở", "Thanh tra Sở")]


def test_a_task_that_comes_back_in_its_own_group_is_a_series(tmp_path: Path) -> None:
    rows = [f"{n}|Việc {n}|{WORK}|Quy chế|Văn phòng Sở||Quý {quarter}/2025" for n, quarter in ((1, "I"), (2, "III"))]
    assert _tasks(tmp_path, "I|Cải cách thể chế|||||", *rows) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sắp xếp 20 đơn vị, gồm 12 bệnh viện và 7 trung tâm", 1),
        ("Sắp xếp 20 đơn vị, gồm 12 bệnh viện và 8 trung tâm", 0),
        ("Sắp xếp 20 đơn vị, trong đó 12 bệnh viện và 7 trung tâm", 0),
        ("Sắp xếp 20 đơn vị, trong đó 12 bệnh viện và 9 trung tâm", 1),
        ("Lập 2 đoàn gồm 10 người và 3 xe", 0),
        ("Mở 20 lớp, gồm 12 lớp mới, các lớp cũ và 7 lớp thử", 0),
    ],
)
def test_the_parts_add_up_to_the_whole(tmp_path: Path, sentence: str, expected: int) -> None:
    assert len(plan(tmp_path, sentence)) == expected


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real plans are not beside the project")
def test_real_plans_contradict_themselves_only_where_people_found_it() -> None:
    found = {path.stem: conflicts(extract(path)) for path in sorted((SHARED / "plans").glob("*.txt"))}
    assert {name: len(pairs) for name, pairs in found.items() if pairs} == {"dong_nai_2023": 6}
