"""The graph as Dagster sees it: unbroken from file to page, every asset described, at half past one at night."""

from pathlib import Path

import dagster as dg
import pytest
import yaml

from orchestration import definitions
from orchestration.dbt_session import DbtSession
from orchestration.night import Night
from orchestration.resources import Workspace
from tests.places import PROJECT

EXPOSURES = PROJECT / "dbt_project" / "models" / "exposures.yml"


@pytest.fixture(scope="module")
def defs(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    root: Path = tmp_path_factory.mktemp("definitions")
    workspace = Workspace(root, root / "published", root / "state")
    session = DbtSession(workspace, workspace.dbt_target)
    try:
        return definitions.build(session, Night(workspace))
    finally:
        session.stop()


def _parents(defs: dg.Definitions) -> dict[dg.AssetKey, set[dg.AssetKey]]:
    return {spec.key: {dep.asset_key for dep in spec.deps} for spec in defs.resolve_all_asset_specs()}


def _ancestors(parents: dict[dg.AssetKey, set[dg.AssetKey]], key: dg.AssetKey) -> set[dg.AssetKey]:
    seen: set[dg.AssetKey] = set()
    waiting = [key]
    while waiting:
        new = parents[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


def test_every_page_and_the_switch_lead_back_to_the_collected_files(defs: dg.Definitions) -> None:
    parents = _parents(defs)
    ends = [key for key in parents if key.path[0] in {"pages", "published"}]
    exposures = yaml.safe_load(EXPOSURES.read_text(encoding="utf-8"))["exposures"]
    drawn = [item for item in exposures if item["type"] == "dashboard"]
    # A page for each exposure, the switch, and what units are told to mend.
    assert len(ends) == len(drawn) + 2
    for key in ends:
        assert dg.AssetKey(["collected", "files"]) in _ancestors(parents, key), key


def test_every_raw_table_is_read_by_a_model(defs: dg.Definitions) -> None:
    parents = _parents(defs)
    used = set().union(*parents.values())
    assert [key.to_user_string() for key in parents if key.path[0] == "raw" and key not in used] == []


def test_every_asset_says_what_it_is(defs: dg.Definitions) -> None:
    silent = [spec.key.to_user_string() for spec in defs.resolve_all_asset_specs() if not spec.description]
    assert silent == []


def test_data_tests_are_asset_checks_and_the_last_checks_block(defs: dg.Definitions) -> None:
    keys = {key.name for key in defs.resolve_asset_graph().asset_check_keys}
    assert {"every_file_balances", "every_plan_and_unit_has_its_page"} <= keys
    assert len(keys) > 100


def test_the_night_begins_at_half_past_one_in_vietnam(defs: dg.Definitions) -> None:
    schedule = defs.resolve_schedule_def("nightly_at_half_past_one")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("30 1 * * *", "Asia/Ho_Chi_Minh")
