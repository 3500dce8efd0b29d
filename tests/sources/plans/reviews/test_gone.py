"""A review that was deleted does not go unnoticed: what people confirmed in it stands no more."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sources.plans.reviews.gone import gone_reviews
from sources.receipts import ledger
from sources.receipts.rows import ReceiptRow

NIGHT = datetime(2026, 3, 1, 20, tzinfo=UTC)
NAME = "plans/a.review.xlsx"


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    folder = tmp_path / "collected"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans" / "a.md").write_text("kế hoạch", encoding="utf-8")
    (folder / NAME).write_bytes(b"bang ra soat")
    return folder


def _night(collected: Path, previous: list[ReceiptRow], number: int = 0) -> list[ReceiptRow]:
    return ledger.update(previous, ledger.scan(collected), NIGHT + timedelta(days=number))


def _told(rows: list[ReceiptRow]) -> list[tuple[str, str, str]]:
    return [(found.kind, found.severity, found.source_path) for found in gone_reviews(rows, [])]


def test_a_review_that_was_deleted_is_told_every_night_until_it_is_back(collected: Path) -> None:
    first = _night(collected, [])
    assert _told(first) == []
    content = (collected / NAME).read_bytes()
    (collected / NAME).unlink()
    second = _night(collected, first, 1)
    third = _night(collected, second, 2)
    assert _told(second) == _told(third) == [("review_gone", "info", NAME)]
    (collected / NAME).write_bytes(content)
    assert _told(_night(collected, third, 3)) == []


def test_a_review_that_was_renamed_replaced_or_withdrawn_is_not_gone(collected: Path) -> None:
    first = _night(collected, [])
    (collected / NAME).rename(collected / "plans" / "b.xlsx")
    assert _told(_night(collected, first, 1)) == []
    (collected / NAME).write_bytes(b"bang khac")
    (collected / "plans" / "b.xlsx").unlink()
    assert _told(_night(collected, first, 1)) == []
    (collected / NAME).unlink()
    sha256 = next(row.source_sha256 for row in first if row.source_path == NAME)
    line = f"sha256,withdrawn_at,withdrawn_by,reason\n{sha256},2026-03-02T08:00:00+07:00,Sở,rút lại\n"
    (collected / "withdrawn.csv").write_text(line, encoding="utf-8")
    assert _told(_night(collected, first, 1)) == []


def test_a_plan_that_is_gone_and_a_review_with_a_finding_of_its_own_are_left_alone(collected: Path) -> None:
    first = _night(collected, [])
    (collected / "plans" / "a.md").unlink()
    assert _told(_night(collected, first, 1)) == []
    (collected / NAME).unlink()
    rows = _night(collected, first, 1)
    assert gone_reviews(rows, gone_reviews(rows, [])) == []
