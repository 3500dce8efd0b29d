"""On the real plans: whatever is confirmed finds its own row again, and an untouched workbook says nothing."""

from datetime import date
from pathlib import Path

import pytest

from sources.plans.reviews.entries import Entry
from sources.plans.reviews.issuing import look_through
from sources.plans.reviews.matching import find_entry
from sources.plans.reviews.reading import read_review
from sources.plans.reviews.statements import Said, Statement
from tests.places import SHARED
from tests.sources.plans.reviews.desk import Clerk
from tests.sources.received import receive

PLANS = sorted(path.name for path in (SHARED / "plans").glob("*.txt")) if SHARED.exists() else []
SAID = Said("Trần Thị B", date(2026, 2, 1))


def _alike(one: Entry, other: Entry) -> bool:
    """Printed twice at one place with nothing that tells them apart: either may be meant."""
    return (one.kind, one.read, one.place) == (other.kind, other.read, other.place)


@pytest.mark.shared
@pytest.mark.skipif(not PLANS, reason="the real plans (../shared) are not on this machine")
@pytest.mark.parametrize("name", PLANS)
def test_every_row_of_a_real_plan_is_found_again_and_an_untouched_workbook_is_silent(name: str, tmp_path: Path) -> None:
    found = look_through(SHARED / "plans" / name)
    for entry in found.entries:
        statement = Statement(entry.kind.name, "keep", SAID, "x", entry.read, entry.read, entry.number, entry.place)
        again = find_entry(statement, found.entries)
        assert again is not None, (entry.number, entry.read)
        assert again is entry or _alike(again, entry)
    found.issue(tmp_path / "a.xlsx")
    path = Clerk(tmp_path / "a.xlsx").save()
    review = read_review(receive(path, path.name))
    assert (review.refusal, review.remarks, review.statements) == (None, (), ())
