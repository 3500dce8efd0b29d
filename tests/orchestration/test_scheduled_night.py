"""A night that Dagster starts itself, by its schedule or by hand, is the same night: lock, empty build, ledger.

Slow: a night of its own. The quick tests hold the job and its schedule in test_definitions, and what a night does on
the shipped collection.
"""

import pytest

from orchestration import runs
from orchestration.resources import Workspace

pytestmark = pytest.mark.slow


def test_the_job_opens_its_own_night_and_enters_it_in_the_ledger(small_night: Workspace) -> None:
    assert [run.status for run in runs.history(small_night.runs)] == ["published"]


def test_what_an_earlier_night_left_in_the_build_is_not_published(small_night: Workspace) -> None:
    assert (small_night.current / "dashboards" / "so-y-te-minh-hoa").exists()
    assert not (small_night.current / "dashboards" / "so-y-te-cu").exists()
