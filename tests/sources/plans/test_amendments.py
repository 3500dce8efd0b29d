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
