"""A plan that amends another names it, in its title or in a sentence of its own."""

from pathlib import Path
from typing import Any

import pytest

from sources.plans.reader import read
from tests.sources.plans.writing import HEAD
from tests.sources.received import kinds, receive

GOAL = "I. MỤC TIÊU\n\n- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97%.\n\n"
PLAIN = "Cải cách hành chính năm 2025"


def amendments(
    folder: Path, title: str, text: str = "", *, head: str = HEAD
) -> tuple[list[tuple[Any, ...]], list[str]]:
    """(relation, number, date) of every plan amended, and the kinds of findings."""
    path = folder / "sua_doi_2025.txt"
    path.write_text(f"{head}KẾ HOẠCH\n\n**{title}**\n\n{GOAL}{text}", encoding="utf-8")
    rows: Any = read([receive(path, "plans/sua_doi_2025.txt")])
    found = [(row.relation, row.number, row.document_date) for row in rows["plans_amendments"]]
    return found, kinds(rows, "plans")


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Sửa đổi, bổ sung một số nội dung của", "amends"),
        ("Điều chỉnh", "amends"),
        ("Bổ sung", "supplements"),
        ("Cải cách hành chính năm 2025 (thay thế", "replaces"),
    ],
)
def test_the_title_says_which_plan_is_amended_and_how(tmp_path: Path, words: str, relation: str) -> None:
    found, _ = amendments(tmp_path, f"{words} Kế hoạch số 3/KH-SYT ngày 02/01/2025 của Sở Y tế")
    assert found == [(relation, "3/KH-SYT", "2025-01-02")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 3/KH-SYT ngày 02/01/2025 của Sở Y tế.", "replaces"),
        ("Bãi bỏ Kế hoạch số 3/KH-SYT ngày 02/01/2025.", "replaces"),
        ("Sửa đổi khoản 2 Mục I của Kế hoạch số 3/KH-SYT ngày 02/01/2025 như sau:", "amends"),
        ("Các đơn vị rà soát, sửa đổi Kế hoạch số 3/KH-SYT ngày 02/01/2025 khi cần.", None),
        ("Kế hoạch này thay thế Kế hoạch số 3/KH-UBND ngày 02/01/2025 của UBND tỉnh.", None),
        ("Tiếp tục thực hiện Kế hoạch số 3/KH-SYT ngày 02/01/2025.", None),
    ],
)
def test_a_sentence_speaks_of_this_plan_only_where_it_begins_so(
    tmp_path: Path, sentence: str, expected: str | None
) -> None:
    found, _ = amendments(tmp_path, PLAIN, f"II. TỔ CHỨC THỰC HIỆN\n\n1. Hiệu lực\n\n{sentence}\n")
    assert [relation for relation, _, _ in found] == ([expected] if expected else [])


def test_what_the_title_says_of_a_plan_is_not_said_again_by_a_sentence(tmp_path: Path) -> None:
    title = "Sửa đổi, bổ sung Kế hoạch số 3/KH-SYT ngày 02/01/2025 của Sở Y tế"
    found, _ = amendments(tmp_path, title, "II. HIỆU LỰC\n\nBổ sung mục 4 vào Kế hoạch số 3/KH-SYT.\n")
    assert [relation for relation, _, _ in found] == ["amends"]


def test_an_amendment_that_names_no_plan_is_a_finding(tmp_path: Path) -> None:
    found, said = amendments(tmp_path, "Sửa đổi, bổ sung Kế hoạch cải cách hành chính năm 2025")
    assert found == []
    assert "amended_plan_unnamed" in said
    assert "amended_plan_unnamed" not in amendments(tmp_path, PLAIN)[1]


def test_an_amendment_whose_own_number_is_blank_is_read_by_its_symbol(tmp_path: Path) -> None:
    head = HEAD.replace("Số: 7/KH-SYT", "Số:     /KH-SYT")
    found, _ = amendments(tmp_path, "Điều chỉnh Kế hoạch số 3/KH-SYT ngày 02/01/2025", head=head)
    assert [number for _, number, _ in found] == ["3/KH-SYT"]


def test_the_amended_plan_and_the_amendment_are_both_kept(tmp_path: Path) -> None:
    first, second = tmp_path / "goc.txt", tmp_path / "sua_doi.txt"
    first.write_text(f"{HEAD}KẾ HOẠCH\n\n**{PLAIN}**\n\n{GOAL}", encoding="utf-8")
    amending = HEAD.replace("7/KH-SYT", "31/KH-SYT").replace("tháng 01", "tháng 7")
    title = "Sửa đổi, bổ sung Kế hoạch số 7/KH-SYT ngày 02/01/2025 của Sở Y tế về cải cách hành chính năm 2025"
    second.write_text(f"{amending}KẾ HOẠCH\n\n**{title}**\n\n{GOAL.replace('97', '99')}", encoding="utf-8")
    rows: Any = read([receive(first, "plans/goc.txt"), receive(second, "plans/sua_doi.txt")])
    assert [(row.plan_key, row.issued_date) for row in rows["plans_plans"]] == [
        ("goc", "2025-01-02"),
        ("sua_doi", "2025-07-02"),
    ]
    assert [(row.plan_key, row.number) for row in rows["plans_amendments"]] == [("sua_doi", "7/KH-SYT")]
    assert [(row.value, row.period_start) for row in rows["plans_targets"]] == [(97, 2025), (99, 2025)]


ENCLOSED = "Kế hoạch cải cách hành chính năm 2025 ban hành kèm theo Quyết định số 18/QĐ-SYT ngày 12/01/2025 của Sở Y tế"


def called_plans(folder: Path, title: str, text: str = "") -> list[tuple[str, str, bool]]:
    """(number, relation, is_called_plan) of every document amended."""
    path = folder / "sua_doi_2025.txt"
    path.write_text(f"{HEAD}KẾ HOẠCH\n\n**{title}**\n\n{GOAL}{text}", encoding="utf-8")
    rows: Any = read([receive(path, "plans/sua_doi_2025.txt")])
    return [(row.number, row.relation, row.is_called_plan) for row in rows["plans_amendments"]]


def test_a_plan_enclosed_with_a_decision_is_amended_by_the_number_of_the_decision(tmp_path: Path) -> None:
    sentence = f"II. HIỆU LỰC\n\nSửa đổi {ENCLOSED} như sau:\n"
    assert called_plans(tmp_path, PLAIN, sentence) == [("18/QĐ-SYT", "amends", True)]
    assert called_plans(tmp_path, f"Sửa đổi, bổ sung {ENCLOSED}") == [("18/QĐ-SYT", "amends", True)]


def test_a_decision_that_nothing_calls_a_plan_is_kept_for_the_plan_that_may_bear_its_number(tmp_path: Path) -> None:
    sentence = "II. HIỆU LỰC\n\nKế hoạch này thay thế Quyết định số 18/QĐ-SYT ngày 12/01/2025.\n"
    assert called_plans(tmp_path, PLAIN, sentence) == [("18/QĐ-SYT", "replaces", False)]


def test_the_decision_that_this_plan_is_enclosed_with_is_not_amended_by_it(tmp_path: Path) -> None:
    path = tmp_path / "sua_doi_2025.txt"
    own = "(Ban hành kèm theo Quyết định số 40/QĐ-SYT ngày 01/07/2025 của Giám đốc Sở Y tế)"
    head = HEAD.replace("Số: 7/KH-SYT\n\n", "")
    path.write_text(f"{head}KẾ HOẠCH\n\n**Sửa đổi {ENCLOSED}**\n\n{own}\n\n{GOAL}", encoding="utf-8")
    rows: Any = read([receive(path, "plans/sua_doi_2025.txt")])
    assert [row.number for row in rows["plans_amendments"]] != []
    assert "40/QĐ-SYT" not in [row.number for row in rows["plans_amendments"]]


def test_two_plans_with_one_number_in_two_years_are_two_plans(tmp_path: Path) -> None:
    sentence = (
        "II. HIỆU LỰC\n\nKế hoạch này thay thế Kế hoạch số 3/KH-SYT ngày 05/01/2023.\n\n"
        "Kế hoạch này thay thế Kế hoạch số 3/KH-SYT ngày 02/01/2024.\n\n"
        "Kế hoạch này thay thế Kế hoạch số 7/KH-SYT ngày 09/01/2024.\n"
    )
    found, _ = amendments(tmp_path, PLAIN, sentence)
    assert [(number, day) for _, number, day in found] == [
        ("3/KH-SYT", "2023-01-05"),
        ("3/KH-SYT", "2024-01-02"),
        # The number of this very plan, of another year.
        ("7/KH-SYT", "2024-01-09"),
    ]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Bãi bỏ chỉ tiêu tại điểm c khoản 2 Mục I Kế hoạch số 3/KH-SYT ngày 02/01/2025.", "amends"),
        ("Thay thế khoản 2 Mục I của Kế hoạch số 3/KH-SYT ngày 02/01/2025 như sau:", "amends"),
        ("Thay thế Kế hoạch thực hiện nhiệm vụ cải cách hành chính số 3/KH-SYT ngày 02/01/2025.", "replaces"),
    ],
)
def test_what_replaces_or_strikes_out_a_part_of_a_plan_does_not_replace_the_whole(
    tmp_path: Path, sentence: str, relation: str
) -> None:
    found, _ = amendments(tmp_path, PLAIN, f"II. HIỆU LỰC\n\n{sentence}\n")
    assert [words for words, _, _ in found] == [relation]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Bãi bỏ chỉ tiêu tại điểm c khoản 2 Mục I.",
        "Bãi bỏ chỉ tiêu tại điểm c khoản 2 Mục I Kế hoạch số 3/KH-SYT ngày 02/01/2025.",
        "- Bỏ gạch đầu dòng thứ hai khoản 1 Mục II.",
    ],
)
def test_a_repeal_by_place_is_a_finding_with_its_clause(tmp_path: Path, sentence: str) -> None:
    title = "Sửa đổi, bổ sung Kế hoạch số 3/KH-SYT ngày 02/01/2025 của Sở Y tế"
    path = tmp_path / "sua_doi_2025.txt"
    path.write_text(f"{HEAD}KẾ HOẠCH\n\n**{title}**\n\n{GOAL}II. SỬA ĐỔI\n\n{sentence}\n", encoding="utf-8")
    rows: Any = read([receive(path, "plans/sua_doi_2025.txt")])
    messages = [row.message for row in rows["plans_findings"] if row.kind == "repeal_not_applied"]
    assert len(messages) == 1
    assert sentence.lstrip("1.- ").rstrip(".") in messages[0]


def test_a_plan_that_amends_nothing_repeals_nothing(tmp_path: Path) -> None:
    _, said = amendments(tmp_path, PLAIN, "II. NHIỆM VỤ\n\n- Bãi bỏ các nội dung không còn phù hợp.\n")
    assert "repeal_not_applied" not in said
