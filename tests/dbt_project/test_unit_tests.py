"""The dbt unit tests of the rules, run as dbt runs them: with the night of the tests, never with a night at work."""

import json

from orchestration.resources import Workspace


def test_every_rule_does_what_its_unit_tests_say(sample_night: Workspace) -> None:
    results = json.loads((sample_night.dbt_target / "run_results.json").read_text(encoding="utf-8"))["results"]
    unit_tests = {result["unique_id"]: result for result in results if result["unique_id"].startswith("unit_test.")}
    failed = {name: result["message"] for name, result in unit_tests.items() if result["status"] != "pass"}
    assert failed == {}
    manifest = json.loads((sample_night.dbt_target / "manifest.json").read_text(encoding="utf-8"))
    assert unit_tests.keys() == manifest["unit_tests"].keys()
