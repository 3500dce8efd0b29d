"""One warehouse a session: whole nights that many tests look at, run once and shared by all workers.

Two workers share the tests: what needs one night goes to one worker, so that none waits for the other's.
"""

import fcntl
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import filelock
import pytest
from hypothesis import settings

from orchestration import dbt_session, definitions
from orchestration.dbt_session import DbtSession
from orchestration.resources import Workspace
from orchestration.runner import run_night
from tests.places import SAMPLE, SHARED

# A busy machine is no fault of what is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


# Nights other than that on the shipped collection, and what else takes long without it, are the second worker's.
_SECOND_WORKER = (
    "tests/browser/test_",
    "tests/chaos/",
    "tests/orchestration/test_bad_input.py",
    "tests/orchestration/test_real_plans.py",
    "tests/orchestration/test_scheduled_night.py",
    "tests/sources/simulation/",
    "tests/sources/documents/",
    "tests/sources/plans/reviews/",
    "tests/sources/results/",
)


# Last, when what is not asked for has been left out: the halves are halves of what will run.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long things first, on both workers: each begins with one half of the list, and takes from the other's end.

    What looks at the night on the shipped collection begins the first half, so that nobody waits while it runs.
    """
    of_sample, second, quick = [], [], []
    for item in items:
        is_of_sample = "sample_night" in getattr(item, "fixturenames", ())
        is_second = item.nodeid.startswith(_SECOND_WORKER)
        (of_sample if is_of_sample else second if is_second else quick).append(item)
    filling = max(0, len(items) // 2 - len(of_sample))
    items[:] = [*of_sample, *quick[:filling], *second, *quick[filling:]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tests of all workers are in one room; those that measure time wait until nobody else is in it."""
    if item.get_closest_marker("alone"):
        return (yield)
    with _room(item.config, fcntl.LOCK_SH):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """What a measurement needs has been made by now: only the measurement itself is alone."""
    if not item.get_closest_marker("alone"):
        return (yield)
    with _room(item.config, fcntl.LOCK_EX):
        return (yield)


@contextmanager
def _room(config: pytest.Config, lock: int) -> Iterator[None]:
    """Whoever waits for the room holds its door: nobody goes in before those who wait to be alone."""
    if not hasattr(config, "workerinput"):
        yield
        return
    folder = Path(config.option.basetemp).parent
    with (folder / "door.lock").open("a+") as door, (folder / "room.lock").open("a+") as room:
        fcntl.lockf(door, fcntl.LOCK_EX)
        fcntl.lockf(room, lock)
        fcntl.lockf(door, fcntl.LOCK_UN)
        yield


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
                log = workspace.state / "last_night.log"
                assert run.status == "published", f"{run.reason}\n{log.read_text(encoding='utf-8')[-3000:]}"
        return workspace

    return night


@pytest.fixture(scope="session")
def sample_night(request: pytest.FixtureRequest, once: Callable[[str, Path], Workspace]) -> Workspace:
    """A night on the shipped collection, with the unit tests of dbt: they need the same models. The long tests come
    after the others and leave those out."""
    is_long = request.config.getoption("markexpr") == "slow"
    with _dbt_builds(*(dbt_session.BUILD if is_long else ["build"])):
        return once("sample", SAMPLE)


@pytest.fixture(scope="session")
def small_collection(shared_folder: Path) -> Path:
    """A part of the shipped collection, for nights that only have to run: a plan, the registers, one report."""
    collected = shared_folder / "small"
    with filelock.FileLock(shared_folder / "small.lock"):
        if not collected.exists():
            for pattern in (
                "collection.yml",
                "plans/minh_hoa_2026.*",
                "registers/*",
                "results/2026/q1/van-phong-so.xlsx",
            ):
                for file in sorted(SAMPLE.glob(pattern)):
                    place = collected / file.relative_to(SAMPLE)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(file, place)
    return collected


@contextmanager
def _dbt_builds(*command: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dbt_session, "BUILD", list(command))
        yield


@contextmanager
def without_data_tests() -> Iterator[None]:
    """Nights whose models are built and not tested: for what a night does around them."""
    with _dbt_builds(*dbt_session.BUILD, "--exclude-resource-type", "test"):
        yield


@pytest.fixture(scope="session")
def small_night(shared_folder: Path, small_collection: Path) -> Workspace:
    """A published night on the small collection, which Dagster opened itself: a test that goes on from it copies it."""
    workspace = Workspace(small_collection, shared_folder / "by_dagster/published", shared_folder / "by_dagster/state")
    with filelock.FileLock(shared_folder / "by_dagster.lock"):
        if not workspace.current.exists():
            left_over = workspace.build_site / "so-y-te-cu" / "ke-hoach-cu.html"
            left_over.parent.mkdir(parents=True)
            left_over.write_text("trang của một đêm trước", encoding="utf-8")
            with without_data_tests():
                _run_by_dagster(workspace)
    return workspace


def _run_by_dagster(workspace: Workspace) -> None:
    """The nightly job as the schedule starts it: nobody opened a night for it."""
    session = DbtSession(workspace, workspace.dbt_definitions)
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("collected", "published", "state"):
                patch.setenv(f"THUOCDO_{name.upper()}", str(getattr(workspace, name)))
            job = definitions.build(session, definitions.workspace_night).resolve_job_def("nightly")
            with dg.DagsterInstance.ephemeral() as instance:
                assert job.execute_in_process(instance=instance).success
    finally:
        session.stop()


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
