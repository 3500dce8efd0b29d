"""Review workbooks in a collection: beside their plan, twice, alone, unreadable."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sources.contract import Rows, SourceFile
from sources.plans.extract import extract
from sources.plans.reader import read
from sources.plans.reviews.issuing import UnreadablePlanError, look_through
from tests.places import SAMPLE
from tests.sources.plans.reviews.desk import Clerk
from tests.sources.received import accounts, assert_balanced, kinds, receive

PLAN = "plans/minh_hoa_2026.docx"
REVIEW = "plans/minh_hoa_2026.review.xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The simulated plan alone, and a first review that makes 60 % of target T011 into 65 %."""
    plans = tmp_path / "plans"
    plans.mkdir()
    shutil.copy(SAMPLE / PLAN, plans)
    look_through(plans / "minh_hoa_2026.docx").issue(tmp_path / REVIEW)
    Clerk(tmp_path / REVIEW, day=date(2026, 1, 20)).type("target", "T011", Con_số=65).save()
    return tmp_path


def _read(folder: Path, names: Sequence[str] = (PLAN, REVIEW)) -> list[SourceFile]:
    return [receive(folder / name, name) for name in names]


def _value(rows: Rows, number: str = "T011") -> Any:
    return next(row.value for row in rows["plans_targets"] if row.target_no == number)  # type: ignore[attr-defined]


def test_a_review_beside_its_plan_is_applied_and_both_files_are_accounted_for(folder: Path) -> None:
    rows = read(_read(folder))
    assert _value(rows) == 65
    assert len(rows["plans_corrections"]) == 1
    assert accounts(rows, "plans")[REVIEW] == ("read", 1, 1, 0, 0)
    assert_balanced(rows, "plans")


def test_the_plan_alone_reads_the_same_as_before_any_review(folder: Path) -> None:
    alone, beside = read(_read(folder, [PLAN])), read(_read(folder))
    assert _value(alone) == 60
    assert alone["plans_corrections"] == []
    changed = [a for a, b in zip(alone["plans_targets"], beside["plans_targets"], strict=True) if a != b]
    assert len(changed) == 1
    assert {table for table in alone if alone[table] != beside[table]} == {
        "plans_targets", "plans_corrections", "plans_files"}  # fmt: skip


def test_two_reviews_both_stand_and_the_same_one_twice_is_read_once(folder: Path) -> None:
    other, copy = "plans/phan-hai.xlsx", "plans/chep.xlsx"
    shutil.copy(folder / REVIEW, folder / copy)
    shutil.copy(folder / REVIEW, folder / other)
    Clerk(folder / other, "Lê Văn C", date(2026, 2, 1)).type("target", "T001", Thao_tác="xóa").save()
    rows = read(_read(folder, [PLAN, REVIEW, other, copy]))
    assert _value(rows) == 65
    assert not any(row.target_no == "T001" for row in rows["plans_targets"])  # type: ignore[attr-defined]
    assert kinds(rows, "plans").count("duplicate_file") == 1
    assert_balanced(rows, "plans")


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_review_that_cannot_be_opened_costs_the_plan_nothing(folder: Path, broken: bytes) -> None:
    (folder / REVIEW).write_bytes(broken)
    rows = read(_read(folder))
    assert _value(rows) == 60
    assert "unreadable_review" in kinds(rows, "plans")
    assert accounts(rows, "plans")[REVIEW][0] == "unreadable"


def test_a_review_without_its_plan_and_a_plan_that_cannot_be_read_are_told(folder: Path) -> None:
    assert kinds(read(_read(folder, [REVIEW])), "plans") == ["review_without_plan"]
    (folder / PLAN).write_bytes(b"hong")
    rows = read(_read(folder))
    assert "review_without_plan" in kinds(rows, "plans")
    with pytest.raises(UnreadablePlanError, match="minh_hoa_2026"):
        look_through(folder / PLAN)


def test_a_corrected_year_of_the_plan_is_the_year_of_its_deadlines(folder: Path) -> None:
    clerk = Clerk(folder / REVIEW, day=date(2026, 1, 21))
    clerk.type("plan", "Đến năm", Giá_trị_đúng=2027, Lý_do="kế hoạch hai năm").save()
    rows = read(_read(folder))
    plan = rows["plans_plans"][0]
    assert (plan.period_end, plan.review_state) == (2027, "corrected")  # type: ignore[attr-defined]
    assert "deadline_outside_plan" not in kinds(rows, "plans")
    assert {row.field: row.value_before for row in rows["plans_corrections"]} == {  # type: ignore[attr-defined]
        "value": "60", "period_end": "2026"}  # fmt: skip


def test_extract_shows_what_the_night_would_read_and_a_second_workbook_begins_there(folder: Path) -> None:
    found = extract(folder / PLAN)
    assert {row["value"] for row in found["targets"] if row["target_no"] == "T011"} == {65}
    again = folder / "lan-hai.xlsx"
    look_through(folder / PLAN).issue(again)
    clerk = Clerk(again)
    row, columns = clerk.row("target", "T011"), clerk.columns("target")
    assert clerk.sheet("target").cell(row, columns["Con số"]).value == 65
    assert clerk.sheet("target").cell(row, columns["Thao tác"]).value == "sửa"
