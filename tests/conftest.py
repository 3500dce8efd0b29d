"""One warehouse a session: whole nights that many tests look at, run once and shared by all workers."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock
import pytest
from hypothesis import settings

from orchestration import dbt_session
from orchestration.resources import Workspace
from orchestration.runner import run_night
from tests.places import SAMPLE, SHARED

# A busy machine is no fault of what is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this session see."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def once(shared_folder: Path) -> Callable[[str, Path], Workspace]:
    """Run one published night on a collection, once a session: `once(name, collected)` gives its workspace."""

    def night(name: str, collected: Path) -> Workspace:
        root = shared_folder / name
        workspace = Workspace(collected, root / "published", root / "state")
        with filelock.FileLock(shared_folder / f"{name}.lock"):
            if not workspace.current.exists():
                run = run_night(workspace, None, None)
                assert run.status == "published", run.reason
        return workspace

    return night


@pytest.fixture(scope="session")
def sample_night(once: Callable[[str, Path], Workspace]) -> Workspace:
    """A night on the shipped collection."""
    return once("sample", SAMPLE)


@pytest.fixture
def small_collection(tmp_path: Path) -> Path:
    """A part of the shipped collection, for nights that only have to run: a plan, the registers, one report."""
    collected = tmp_path / "collected"
    for pattern in ("collection.yml", "plans/minh_hoa_2026.*", "registers/*", "results/2026/q1/van-phong-so.xlsx"):
        for file in sorted(SAMPLE.glob(pattern)):
            place = collected / file.relative_to(SAMPLE)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)
    return collected


@contextmanager
def without_data_tests() -> Iterator[None]:
    """Nights whose models are built and not tested: for what a night does around them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dbt_session, "BUILD", [*dbt_session.BUILD, "--exclude-resource-type", "test"])
        yield


@pytest.fixture
def models_alone() -> Iterator[None]:
    """The same for one test."""
    with without_data_tests():
        yield


@pytest.fixture(scope="session")
def shared_collection(shared_folder: Path) -> Path:
    """A collected folder made of the five real plans and the index files, as the reference keeps them."""
    if not SHARED.exists():
        pytest.skip("the real plans (../shared) are not on this machine")
    collected = shared_folder / "collected"
    with filelock.FileLock(shared_folder / "collected.lock"):
        if not collected.exists():
            shutil.copytree(SHARED / "plans", collected / "plans")
            shutil.copytree(SHARED / "reference" / "indices", collected / "indices")
    return collected


@pytest.fixture(scope="session")
def shared_night(once: Callable[[str, Path], Workspace], shared_collection: Path) -> Workspace:
    """A night on the real plans and indices."""
    return once("shared", shared_collection)
