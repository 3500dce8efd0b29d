"""A whole night on the shipped collection: what is published, and that it is the same every time."""

import json
import shutil
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
import yaml

from orchestration import dbt_session
from orchestration.resources import Workspace
from orchestration.runner import run_night
from tests.places import SAMPLE


def test_the_version_holds_warehouse_pages_exports_and_record(sample_night: Workspace) -> None:
    names = {path.name for path in sample_night.current.iterdir()}
    assert names == {"warehouse.duckdb", "dashboards", "exports", "feedback", "raw", "run.json"}
    assert (sample_night.current / "dashboards" / "index.html").exists()


def test_the_record_says_what_came_in_and_what_was_held_back(sample_night: Workspace) -> None:
    record = json.loads((sample_night.current / "run.json").read_text(encoding="utf-8"))
    assert record["as_of"] == "2026-10-15"
    assert record["collection"]["is_sample"] is True
    assert record["went_out"]["plans"] == 7
    assert record["held_back"]["values_quarantined"] > 0
    assert record["held_back"]["files_unreadable"] > 0
    assert record["data_tests"]["fail"] == 0
    assert record["data_tests"]["pass"] > 100
    assert all(len(digest) == 64 for digest in (*record["contents"].values(), *record["code"].values()))
    assert record["known_until"] is None
    exports = sample_night.current / "exports"
    hashes = {
        name: sha256((exports / name).read_bytes()).hexdigest() for name in ("dictionary.parquet", "thuocdo.xlsx")
    }
    assert record["files"] == hashes


def test_the_warehouse_opens_read_only_for_any_client(sample_night: Workspace) -> None:
    file = sample_night.current / "warehouse.duckdb"
    assert stat.S_IMODE(file.stat().st_mode) == 0o444
    query = f"import duckdb; print(duckdb.connect({str(file)!r}, read_only=True).sql('from core.dim_plan').shape[0])"
    done = subprocess.run([sys.executable, "-c", query], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "7"


def test_no_view_of_the_published_file_depends_on_the_name_it_is_opened_under(sample_night: Workspace) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_night.current / 'warehouse.duckdb'}' as elsewhere (read_only)")
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'elsewhere'"
        ).fetchall()
        views = connection.execute("select view_name from duckdb_views() where database_name = 'elsewhere'").fetchall()
        for schema, table in tables:
            connection.execute(f"select count(*) from elsewhere.{schema}.{table}")
    assert views == []


@pytest.mark.slow
def test_a_second_night_elsewhere_in_another_order_on_other_threads_gives_the_same_tables_and_pages(
    sample_night: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected = tmp_path / "other" / "place"
    for file in sorted((path for path in SAMPLE.rglob("*") if path.is_file()), reverse=True):
        place = collected / file.relative_to(SAMPLE)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    _run_on_other_threads(tmp_path / "profiles", monkeypatch)
    workspace = Workspace(collected, tmp_path / "published", tmp_path / "state")
    assert run_night(workspace, None, None).status == "published"
    first, second = (
        json.loads((place.current / "run.json").read_text(encoding="utf-8")) for place in (sample_night, workspace)
    )
    assert second["contents"] == first["contents"]
    assert second["pages"] == first["pages"]


def _run_on_other_threads(profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three models at a time, each query on one thread; a night has one model at a time on all cores."""
    profile = yaml.safe_load((dbt_session.DBT_PROJECT / "profiles.yml").read_text(encoding="utf-8"))
    target = profile["thuocdo"]["outputs"]["warehouse"]
    target["threads"] = 3
    target["settings"]["threads"] = 1
    profiles.mkdir()
    (profiles / "profiles.yml").write_text(yaml.safe_dump(profile), encoding="utf-8")
    usual = dbt_session.environment
    monkeypatch.setattr(dbt_session, "environment", lambda *given: {**usual(*given), "DBT_PROFILES_DIR": str(profiles)})


def test_every_received_content_is_kept_by_its_hash(sample_night: Workspace) -> None:
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        hashes = [row[0] for row in connection.execute("select source_sha256 from raw.receipts_files").fetchall()]
    kept = {path.name.split(".")[0] for path in sample_night.received.rglob("*") if path.is_file()}
    assert hashes
    assert set(hashes) <= kept


def test_every_published_column_of_the_contract_is_explained(sample_night: Workspace) -> None:
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        silent = connection.execute(
            "select schema_name, table_name, column_name from duckdb_columns()"
            " where schema_name in ('core', 'reporting', 'raw') and coalesce(comment, '') = ''"
        ).fetchall()
    assert silent == []
