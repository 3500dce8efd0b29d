"""The dbt unit tests of the rules, run as dbt runs them: here and in CI, never at night."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from orchestration.dbt_session import environment
from orchestration.resources import Workspace
from orchestration.warehouse import building

# Unit tests need the models they stand on; data tests of the same build are the night's own.
BUILD = ["build", "--exclude-resource-type", "test"]


def test_every_rule_does_what_its_unit_tests_say(sample_night: Workspace, tmp_path: Path) -> None:
    workspace = Workspace(sample_night.collected, tmp_path / "published", tmp_path / "state")
    workspace.clear_build()
    context = building.RunContext(date(2026, 10, 15), "Bộ mẫu", is_sample=True)
    building.load(workspace.build_warehouse, sample_night.current / "raw", context)
    dbt = Path(sys.executable).with_name("dbt")
    done = subprocess.run(
        [dbt, *BUILD], env=environment(workspace, workspace.dbt_target), capture_output=True, text=True, check=False
    )
    results = json.loads((workspace.dbt_target / "run_results.json").read_text(encoding="utf-8"))["results"]
    unit_tests = {result["unique_id"]: result for result in results if result["unique_id"].startswith("unit_test.")}
    failed = {name: result["message"] for name, result in unit_tests.items() if result["status"] != "pass"}
    assert failed == {}
    assert done.returncode == 0, done.stdout[-3000:]
    assert len(unit_tests) >= 70
