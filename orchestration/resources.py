"""The only reader of the environment: where things lie, and the tools the assets share.

The paths of a night belong here, and nothing that computes.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import sources

HOME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Workspace:
    """The three folders of the contract with the outside, and what lies where inside them.

    collected is only read; published is only switched; state holds the ledger, kept files and the build in progress.
    """

    collected: Path
    published: Path
    state: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Workspace":
        """THUOCDO_COLLECTED, THUOCDO_PUBLISHED and THUOCDO_STATE, with the defaults of the README."""
        sample = Path(str(files(sources) / "sample"))
        return cls(
            collected=Path(environment.get("THUOCDO_COLLECTED") or sample).resolve(),
            published=Path(environment.get("THUOCDO_PUBLISHED") or "published").absolute(),
            state=Path(environment.get("THUOCDO_STATE") or "state").absolute(),
        )

    @property
    def lock(self) -> Path:
        """Held for a whole night, by whichever process runs it."""
        return self.state / "night.lock"

    @property
    def receipts(self) -> Path:
        """The ledger of received files."""
        return self.state / "receipts.jsonl"

    @property
    def folder_findings(self) -> Path:
        """What each night found about the collected folder itself."""
        return self.state / "receipts_findings.jsonl"

    @property
    def received(self) -> Path:
        """Every content ever received, by hash."""
        return self.state / "received"

    @property
    def runs(self) -> Path:
        """The run ledger: one line a night, published or held back."""
        return self.state / "runs.jsonl"

    @property
    def build(self) -> Path:
        """The build in progress. One fixed place: dbt keeps its parsed project only while its paths stand still."""
        return self.state / "build"

    def clear_build(self) -> None:
        """Remove what an earlier night left in the build: only what a night itself makes lies there."""
        if self.build.exists():
            shutil.rmtree(self.build)
        self.build.mkdir(parents=True)

    @property
    def build_raw(self) -> Path:
        """Parquet files of the build, one a raw table."""
        return self.build / "raw"

    @property
    def build_warehouse(self) -> Path:
        """Database file of the build. Views name their catalogue, so it is called as the published one is."""
        return self.build / "warehouse.duckdb"

    @property
    def build_site(self) -> Path:
        """Pages of the build."""
        return self.build / "dashboards"

    @property
    def build_feedback(self) -> Path:
        """What to mend in each report of the build."""
        return self.build / "feedback"

    @property
    def build_exports(self) -> Path:
        """Parquet copies of the marts of the build."""
        return self.build / "exports"

    @property
    def dbt_target(self) -> Path:
        """What dbt writes about the project: manifest, partial parse, run results."""
        return self.state / "dbt"

    @property
    def dbt_definitions(self) -> Path:
        """The same for Dagster's own tools, which may look at the project while a night runs."""
        return self.state / "dbt_definitions"

    @property
    def current(self) -> Path:
        """The link that readers open."""
        return self.published / "current"

    def version(self, run_id: str) -> Path:
        """What one night published; versions are kept for a month."""
        return self.published / "versions" / run_id


def now() -> datetime:
    """The clock of the ledgers, at home. Nothing that ends up on a page or in a mart may call it."""
    return datetime.now(HOME_ZONE)


def today() -> date:
    """Default as-of date of a night that is given none."""
    return now().date()


def end_of_day(day: date) -> datetime:
    """The last instant of a day at home."""
    return datetime.combine(day, time.max, HOME_ZONE)
