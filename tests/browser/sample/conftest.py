"""The site of the night on the shipped collection, and which pages of it a test looks at."""

from pathlib import Path

import pytest

from orchestration.resources import Workspace
from tests.browser.opened import every_page, one_of_each_kind


@pytest.fixture(scope="session")
def site(sample_night: Workspace) -> Path:
    """The published pages."""
    return sample_night.current / "dashboards"


@pytest.fixture(params=["one of each kind", pytest.param("every page", marks=pytest.mark.slow)])
def pages(request: pytest.FixtureRequest, site: Path) -> list[Path]:
    """One page of each kind in the quick tests, every page in the long ones."""
    chosen = one_of_each_kind(site) if request.param == "one of each kind" else every_page(site)
    assert len(chosen) >= 8
    return chosen
