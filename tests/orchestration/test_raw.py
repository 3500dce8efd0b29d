"""Rows into Parquet: declared schema, equal bytes whatever the order."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from orchestration import raw
from sources.contract import RawRow, arrow_schema
from sources.indices.rows import IndexScoreRow
from sources.tables import RAW_TABLES


def _score(year: int, path: str = "indices/papi.csv") -> IndexScoreRow:
    return IndexScoreRow(
        index_code="PAPI",
        territory="Tỉnh Minh Họa",
        statistic="score",
        year=year,
        component_code="D1",
        value=Decimal("5.1234"),
        unit="points",
        basis="stated",
        source_title=None,
        source_url="—",
        published_date=None,
        note=None,
        source_sha256="0" * 64,
        source_path=path,
        source_place=f"dòng {year}",
        parser_version="indices 1",
        received_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_rows_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    rows = [_score(2020), _score(2021), _score(2020, "indices/a.csv")]
    raw.write_tables({"indices_scores": rows}, tmp_path / "a")
    raw.write_tables({"indices_scores": rows[::-1]}, tmp_path / "b")
    assert (tmp_path / "a/indices_scores.parquet").read_bytes() == (tmp_path / "b/indices_scores.parquet").read_bytes()


def test_figures_stay_decimal_and_missing_words_stay_missing(tmp_path: Path) -> None:
    raw.write_tables({"indices_scores": [_score(2020)]}, tmp_path)
    row = pq.read_table(tmp_path / "indices_scores.parquet").to_pylist()[0]
    assert row["value"] == Decimal("5.1234")
    assert row["note"] is None


@pytest.mark.parametrize("row_type", RAW_TABLES.values(), ids=RAW_TABLES.keys())
def test_an_empty_table_still_has_its_declared_columns(row_type: type[RawRow], tmp_path: Path) -> None:
    raw.write_tables({row_type.table: []}, tmp_path)
    assert pq.read_schema(tmp_path / f"{row_type.table}.parquet").equals(arrow_schema(row_type))


def test_a_table_that_no_contract_declares_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        raw.write_tables({"plans_rumours": []}, tmp_path)
