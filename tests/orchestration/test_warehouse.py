"""The warehouse file: made from Parquet, closed, exported; readable by older clients, deaf to the network."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration import raw
from orchestration.warehouse import building, exports
from sources.tables import RAW_TABLES


@pytest.fixture
def database(tmp_path: Path) -> Path:
    raw.write_tables({name: [] for name in RAW_TABLES}, tmp_path / "raw")
    known_until, previous = datetime(2026, 10, 16, tzinfo=UTC), datetime(2026, 10, 14, tzinfo=UTC)
    context = building.RunContext(date(2026, 10, 15), "Bộ 'thử'", True, known_until, previous)
    file = tmp_path / "warehouse.duckdb"
    building.load(file, tmp_path / "raw", context)
    return file


def test_every_raw_table_is_loaded_with_its_rows_and_columns_explained(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        silent = connection.execute(
            "select table_name, column_name from duckdb_columns()"
            " where schema_name = 'raw' and coalesce(comment, '') = ''"
        ).fetchall()
        tables = "select table_name from duckdb_tables() where coalesce(comment, '') <> ''"
        names = {row[0] for row in connection.execute(tables).fetchall()}
    assert silent == []
    assert names == {*RAW_TABLES, "run_context"}


def test_the_file_keeps_the_storage_format_of_older_clients(database: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema core; create table core.t as select 1::decimal(18, 4) as n")
    building.close(database)
    with duckdb.connect(str(database), read_only=True) as connection:
        tags = connection.execute("select tags from duckdb_databases() where not internal").fetchone()
    assert tags is not None
    assert tags[0]["storage_version"].startswith(building.STORAGE_VERSION)
    assert not database.with_name(database.name + ".wal").exists()


def test_the_run_context_is_kept_as_given(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        kept = connection.execute(
            "select * replace (epoch(known_until) as known_until, epoch(previous_night_at) as previous_night_at)"
            " from raw.run_context"
        ).fetchall()
    days = [datetime(2026, 10, day, tzinfo=UTC).timestamp() for day in (16, 14)]
    assert kept == [(date(2026, 10, 15), "Bộ 'thử'", True, *days)]


def test_rows_of_two_exports_are_compared_with_their_repetitions(tmp_path: Path) -> None:
    files = [tmp_path / "then.parquet", tmp_path / "now.parquet"]
    for file, figures in zip(files, ([1, 1, 2], [1, 3]), strict=True):
        pq.write_table(pa.table({"figure": figures}), file)
    assert exports.rows_apart(*files) == (2, 1)
    assert exports.rows_apart(files[0], tmp_path / "none.parquet") == (3, 0)


def test_a_stale_write_ahead_log_beside_the_build_does_not_spoil_it(database: Path, tmp_path: Path) -> None:
    database.with_name(database.name + ".wal").write_bytes(b"left over from a power cut")
    building.load(database, tmp_path / "raw", building.RunContext(date(2026, 1, 1), "x", is_sample=False))
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("select count(*) from raw.plans_plans").fetchone() == (0,)


def test_exports_have_equal_hashes_for_equal_contents_in_any_order(tmp_path: Path) -> None:
    digests = []
    for name, order in (("a", "asc"), ("b", "desc")):
        file = tmp_path / f"{name}.duckdb"
        with duckdb.connect(str(file)) as connection:
            connection.execute(f"create schema core; create table core.t as from range(1000) t(n) order by n {order}")
        digests.append(exports.export(file, tmp_path / name))
    assert digests[0] == digests[1]
    assert list(digests[0]) == ["core.t"]
