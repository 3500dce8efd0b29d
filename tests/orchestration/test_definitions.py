"""The graph as Dagster sees it: unbroken from file to page, every asset described, at half past one at night."""

from pathlib import Path

import dagster as dg
import pytest

from orchestration import definitions
from orchestration.dbt_session import DbtSession
from orchestration.night import Night
from orchestration.resources import Workspace


@pytest.fixture(scope="module")
def defs(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    root: Path = tmp_path_factory.mktemp("definitions")
    workspace = Workspace(root, root / "published", root / "state")
    session = DbtSession(workspace)
    try:
        return definitions.build(session, Night(workspace))
    finally:
        session.stop()


def _ancestors(graph: dg.AssetGraph, key: dg.AssetKey) -> set[dg.AssetKey]:
    seen: set[dg.AssetKey] = set()
    waiting = [key]
    while waiting:
        for parent in graph.get(waiting.pop()).parent_keys:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return seen


def test_every_page_and_the_switch_lead_back_to_the_collected_files(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    ends = [key for key in graph.get_all_asset_keys() if key.path[0] in {"pages", "published"}]
    assert len(ends) >= 8
    for key in ends:
        assert dg.AssetKey(["collected", "files"]) in _ancestors(graph, key), key


def test_nothing_is_made_that_no_page_and_no_analyst_uses(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    loose = [
        key.to_user_string()
        for key in graph.get_all_asset_keys()
        if not graph.get(key).child_keys and key.path[0] not in {"published", "core", "reporting"}
    ]
    assert loose == []


def test_every_asset_says_what_it_is(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    silent = [key.to_user_string() for key in graph.get_all_asset_keys() if not graph.get(key).description]
    assert silent == []


def test_data_tests_are_asset_checks_and_the_last_checks_block(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    keys = {key.name for key in graph.asset_check_keys}
    assert {"every_file_balances", "every_plan_and_unit_has_its_page"} <= keys
    assert len(keys) > 100


def test_the_night_begins_at_half_past_one_in_vietnam(defs: dg.Definitions) -> None:
    schedule = defs.resolve_schedule_def("nightly_at_half_past_one")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("30 1 * * *", "Asia/Ho_Chi_Minh")
