import shutil
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from dashboards.pages.book import Book
from dashboards.queries import marts
from dashboards.queries.columns import COLUMNS


def changed(warehouse: Path, folder: Path, statement: str) -> Path:
    copy = folder / "changed.duckdb"
    shutil.copy(warehouse, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute(statement)
    return copy


@pytest.mark.parametrize("name", COLUMNS)
def test_every_query_brings_its_declared_columns_from_the_reporting_schema_alone(name: str, book: Book) -> None:
    assert set(book.marts.frames[name].columns) == set(COLUMNS[name])
    assert marts.query(name).count("from reporting.rpt_") == 1


def test_every_query_file_is_declared_and_every_declaration_has_its_file() -> None:
    files = {path.stem for path in Path(marts.__file__).parent.glob("*.sql")}
    assert files == set(COLUMNS)


def test_figures_stay_decimal_and_missing_ones_stay_none(book: Book) -> None:
    values = [row["actual"] for row in book.marts.rows("plan_targets")]
    assert {type(value) for value in values} == {Decimal, type(None)}
    assert all(frame.dtypes.astype(str).eq("object").all() for frame in book.marts.frames.values())


def test_a_figure_that_became_a_float_is_refused(warehouse: Path, tmp_path: Path) -> None:
    copy = changed(warehouse, tmp_path, "alter table reporting.rpt_plan_target alter actual type double")
    with pytest.raises(marts.ColumnsChangedError, match=r"plan_targets\.actual: DOUBLE is not a decimal"):
        marts.read(copy)


def test_a_column_that_went_away_stops_the_build(warehouse: Path, tmp_path: Path) -> None:
    copy = changed(warehouse, tmp_path, "alter table reporting.rpt_plan_target drop column gap")
    with pytest.raises(duckdb.Error, match="gap"):
        marts.read(copy)


def test_a_column_that_came_along_disturbs_nobody(warehouse: Path, tmp_path: Path) -> None:
    copy = changed(warehouse, tmp_path, "alter table reporting.rpt_plan_target add column later integer")
    assert marts.read(copy).rows("plan_targets")


def test_the_warehouse_is_only_read(warehouse: Path, tmp_path: Path) -> None:
    copy = tmp_path / "locked.duckdb"
    shutil.copy(warehouse, copy)
    copy.chmod(0o444)
    before = copy.read_bytes()
    marts.read(copy)
    assert copy.read_bytes() == before
    assert list(tmp_path.iterdir()) == [copy]
