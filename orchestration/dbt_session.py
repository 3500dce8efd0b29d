"""One dbt child process for one night: parse first, build when the raw tables stand."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from orchestration.resources import PROJECT, Workspace

DBT_PROJECT = PROJECT / "dbt_project"
# Unit tests prove the rules, not tonight's data: they run in CI, and would cost every night their time.
BUILD = ["build", "--exclude-resource-type", "unit_test"]


class DbtFailedError(RuntimeError):
    """dbt could not read the project, with dbt's own messages."""


def environment(workspace: Workspace, target: Path) -> dict[str, str]:
    """The environment of a dbt process: where the project, its output (`target`) and the warehouse are."""
    return {
        **os.environ,
        "DBT_PROJECT_DIR": str(DBT_PROJECT),
        "DBT_PROFILES_DIR": str(DBT_PROJECT),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(target),
        "DBT_LOG_FORMAT": "json",
        # The file is for what went wrong; all events would be ten megabytes a night, and a tenth of its time.
        "DBT_LOG_LEVEL_FILE": "info",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "THUOCDO_WAREHOUSE": str(workspace.build_warehouse),
        "PYTHONUNBUFFERED": "1",
    }


class DbtSession:
    """A running child: start it early, `wait_parsed` for the manifest, `start_build` to hand the process over."""

    def __init__(self, workspace: Workspace, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        self.target = target
        self._parsed = False
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "orchestration.dbt_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment(workspace, target),
            cwd=PROJECT,
        )
        self._send(["parse"])

    @property
    def manifest(self) -> Path:
        """The manifest that `parse` writes."""
        return self.target / "manifest.json"

    def wait_parsed(self) -> Path:
        """Wait for the parsed project; returns the manifest. DbtFailedError where dbt cannot read the project."""
        if self._parsed:
            return self.manifest
        messages: list[str] = []
        for line in self.process.stdout or ():
            event = _event(line)
            if event.get("finished") is True:
                self._parsed = True
                return self.manifest
            if event.get("finished") is False:
                break
            if event.get("info", {}).get("level") == "error":
                messages.append(str(event["info"].get("msg", "")))
            elif "raw" in event:
                messages.append(event["raw"])
        raise DbtFailedError("\n".join(messages) or "dbt ended without a word")

    def start_build(self) -> "subprocess.Popen[bytes]":
        """Start the build and close the conversation: the process streams its events and ends with dbt's exit code."""
        self.wait_parsed()
        self._send(BUILD)
        if self.process.stdin:
            self.process.stdin.close()
        return self.process

    def read_manifest(self) -> dict[str, Any]:
        """The parsed project."""
        manifest: dict[str, Any] = json.loads(self.wait_parsed().read_bytes())
        return manifest

    def test_results(self) -> dict[str, int]:
        """After the build: how many data tests ended with pass, warn, fail or error."""
        results = json.loads((self.target / "run_results.json").read_bytes())["results"]
        statuses = Counter(result["status"] for result in results if result["unique_id"].startswith("test."))
        return {status: statuses[status] for status in ("pass", "warn", "fail", "error")}

    def stop(self) -> None:
        """End the child, whatever it is doing."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _send(self, arguments: list[str]) -> None:
        if self.process.stdin is None:
            raise DbtFailedError("dbt child without standard input")
        self.process.stdin.write(json.dumps(arguments).encode() + b"\n")
        self.process.stdin.flush()


def _event(line: bytes) -> dict[str, Any]:
    """A JSON event, or the bare line where something else (a traceback) was printed."""
    try:
        event = json.loads(line)
    except ValueError:
        return {"raw": line.decode(errors="replace").rstrip()}
    return event if isinstance(event, dict) else {"raw": str(event)}
