"""`make bench`: a whole night beside the same models built by dbt alone, and its pages beside the same as Plotly writes
them, on this machine, medians side by side."""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from orchestration.dbt_session import BUILD, environment
from orchestration.resources import Workspace, today
from tests.benchmarks import pages
from tests.places import PROJECT, SAMPLE

# Five rounds: the first of each pair pays for cold caches, and the median forgets it.
ROUNDS = 5


def _seconds(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def main() -> None:
    """Print a Markdown table with the machine and the date, ready for the README."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        workspace = Workspace(SAMPLE, root / "published", root / "state")
        night_environment = {
            **os.environ,
            "THUOCDO_COLLECTED": str(workspace.collected),
            "THUOCDO_PUBLISHED": str(workspace.published),
            "THUOCDO_STATE": str(workspace.state),
        }
        dbt = Path(sys.executable).with_name("dbt")

        def night() -> None:
            command = [sys.executable, "-m", "orchestration.cli", "run"]
            subprocess.run(command, env=night_environment, check=True, capture_output=True)

        def dbt_alone() -> None:
            subprocess.run(
                [dbt, *BUILD],
                env=environment(workspace, workspace.dbt_target),
                check=True,
                capture_output=True,
                cwd=PROJECT,
            )

        nights, builds = [], []
        for _ in range(ROUNDS):
            nights.append(_seconds(night))
            builds.append(_seconds(dbt_alone))
        charts = pages.lines(workspace.current / "dashboards", root)
    night_median, build_median = statistics.median(nights), statistics.median(builds)
    machine = f"{platform.platform()} · {os.cpu_count()} cores · Python {platform.python_version()}"
    print(f"{today():%Y-%m-%d} · {machine}")
    print("\n| what | median of five |\n|---|---|")
    print(f"| a whole night on the shipped collection | {night_median:.1f} s |")
    print(f"| `dbt build` alone, the same models and tests | {build_median:.1f} s |")
    print(f"| ratio | {night_median / build_median:.2f} |")
    print(*charts, sep="\n")


if __name__ == "__main__":
    main()
