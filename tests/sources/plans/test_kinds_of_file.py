"""A letter is no plan, and one plan sent in two forms counts once."""

from pathlib import Path

from sources.plans.reader import read
from tests.sources.plans.writing import HEAD, TITLE, found_in
from tests.sources.received import receive

LETTER = (
    "SỞ Y TẾ TỈNH CÀ MAU\n\nSố: 245/SYT-VP\n\nCà Mau, ngày 02 tháng 03 năm 2025\n\nV/v đôn đốc báo cáo quý I\n\n"
    "Kính gửi: Các đơn vị trực thuộc.\n\nSở Y tế đề nghị 100% đơn vị báo cáo trước ngày 10/3/2025.\n"
)
BODY = "I. MỤC TIÊU\n\n- 95% hồ sơ trả sớm.\n"


def test_a_letter_gives_no_rows_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cong_van.txt"
    path.write_text(LETTER, encoding="utf-8")
    rows = read([receive(path, "plans/cong_van.txt")])
    assert [row.kind for row in rows["plans_findings"]] == ["not_a_plan"]
    assert not rows["plans_plans"]
    assert not rows["plans_targets"]


def test_a_plan_whose_title_is_lost_is_still_read(tmp_path: Path) -> None:
    assert [row["value"] for row in found_in(tmp_path, BODY, title="")["targets"]] == [95]


def test_one_plan_in_two_files_counts_once_and_the_other_is_named(tmp_path: Path) -> None:
    for name, extra in (("a.txt", ""), ("b.md", "- Gọn hơn.\n")):
        (tmp_path / name).write_text(HEAD + TITLE + BODY + extra, encoding="utf-8")
    rows = read([receive(tmp_path / name, f"plans/{name}") for name in ("b.md", "a.txt")])
    assert [row.plan_key for row in rows["plans_plans"]] == ["a"]
    (finding,) = [row for row in rows["plans_findings"] if row.kind == "same_plan"]
    assert "plans/a.txt" in finding.message
    assert {row.source_path: row.status for row in rows["plans_files"]} == {
        "plans/a.txt": "read",
        "plans/b.md": "ignored",
    }
