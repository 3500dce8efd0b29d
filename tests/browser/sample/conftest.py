"""The site of the night on the shipped collection, and which pages of it a test looks at."""

from pathlib import Path

import pytest

from orchestration.resources import Workspace
from tests.browser.opened import every_page, heaviest_others, one_of_each_kind


@pytest.fixture(scope="session")
def site(sample_night: Workspace) -> Path:
    """The published pages."""
    return sample_night.current / "dashboards"


@pytest.fixture(params=["one of each kind", pytest.param("the heaviest others", marks=pytest.mark.slow)])
def pages(request: pytest.FixtureRequest, site: Path) -> list[Path]:
    """The largest page of each kind in the quick tests, the heaviest others in the long ones: pages of units and of
    targets are many and of one make, so that what one template does is seen on the largest of them."""
    chosen = one_of_each_kind(site) if request.param == "one of each kind" else heaviest_others(site)
    assert len(chosen) >= 8
    return chosen


@pytest.fixture(params=["one of each kind", pytest.param("every page", marks=pytest.mark.slow)])
def all_pages(request: pytest.FixtureRequest, site: Path) -> list[Path]:
    """For what is cheap to see and depends on the words of a page: in the long tests on every one."""
    chosen = one_of_each_kind(site) if request.param == "one of each kind" else every_page(site)
    assert len(chosen) >= 8
    return chosen
