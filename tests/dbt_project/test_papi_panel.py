"""The whole PAPI panel, 63 provinces over fourteen years, through the reader and dbt to the marts of the indices.

The panel is not part of the project. What it shows: no cell is lost, totals are the sums of their dimensions, and the
distribution that is shipped is that of the panel.
"""

import csv
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pytest

from orchestration.dbt_session import environment
from orchestration.raw import write_tables
from orchestration.resources import Workspace
from orchestration.warehouse.building import RunContext, load
from sources.indices.reader import read
from sources.tables import RAW_TABLES
from tests.places import SHARED
from tests.sources.received import accounts, assert_balanced, receive

pytestmark = [pytest.mark.shared, pytest.mark.slow]

INDICES = SHARED / "reference" / "indices"
# Files are read by name: the panel stands first, and what the shorter table says again is not loaded twice.
FILES = {
    "papi.csv": "papi_full_panel.csv",
    "papi_distribution.csv": "papi_distribution.csv",
    "papi_not_published.csv": "papi_not_published.csv",
    "papi_ranks.csv": "papi.csv",
}
BUILD = ["build", "--exclude-resource-type", "unit_test", "--indirect-selection", "cautious", "--select"]
MODELS = ["+fct_index_score", "+rpt_index_statistic", "int_index_cells_unplaced", "int_index_cells_out_of_range"]
HALF_A_DIGIT = Fraction(1, 20_000)
Cell = tuple[str, int, str]


def _lines(name: str) -> list[dict[str, str]]:
    with (INDICES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse with the index models alone, made of the panel."""
    if not INDICES.exists():
        pytest.skip("the full PAPI panel (../shared/reference) is not on this machine")
    root = tmp_path_factory.mktemp("panel")
    rows = read([receive(INDICES / file, f"indices/{name}") for name, file in FILES.items()])
    assert_balanced(rows, "indices")
    assert accounts(rows, "indices")["indices/papi.csv"] == ("read", 6963, 6963, 0, 0)
    write_tables({table: rows.get(table, []) for table in RAW_TABLES}, root / "raw")
    workspace = Workspace(root, root / "published", root / "state")
    workspace.build_warehouse.parent.mkdir(parents=True)
    context = RunContext(date(2026, 10, 15), "PAPI", is_sample=False)
    load(workspace.build_warehouse, root / "raw", context)
    dbt = Path(sys.executable).with_name("dbt")
    done = subprocess.run(
        [dbt, *BUILD, *MODELS], env=environment(workspace, root / "target"), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
    with duckdb.connect(str(workspace.build_warehouse), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def scores(built: duckdb.DuckDBPyConnection) -> dict[Cell, Decimal]:
    """Every score of the mart."""
    found = built.execute(
        "select territory, year, component_code, value from core.fct_index_score where value is not null"
    ).fetchall()
    return {(territory, year, component): value for territory, year, component, value in found}


@pytest.fixture(scope="module")
def by_component(scores: dict[Cell, Decimal]) -> dict[tuple[int, str], list[Fraction]]:
    """The scores of the provinces by year and component, from the lowest to the highest."""
    groups: defaultdict[tuple[int, str], list[Fraction]] = defaultdict(list)
    for (_, year, component), value in scores.items():
        groups[year, component].append(Fraction(value))
    return {key: sorted(values) for key, values in groups.items()}


def _quantile(values: list[Fraction], share: Fraction) -> Fraction:
    """By linear interpolation between the neighbours, exactly."""
    place = share * (len(values) - 1)
    lower = int(place)
    upper = min(lower + 1, len(values) - 1)
    return values[lower] + (place - lower) * (values[upper] - values[lower])


def test_every_cell_of_the_panel_stands_in_the_mart_and_none_is_a_finding(
    built: duckdb.DuckDBPyConnection, scores: dict[Cell, Decimal]
) -> None:
    panel = {
        (line["province"], int(line["year"]), line["component_code"]): Decimal(line["value"])
        for line in _lines("papi_full_panel.csv")
    }
    assert len(panel) == 6963
    assert scores == panel
    found = built.execute(
        "select (select count(*) from intermediate.int_index_cells_unplaced)"
        " + (select count(*) from intermediate.int_index_cells_out_of_range)"
    ).fetchone()
    assert found == (0,)


def test_what_was_not_published_is_said_with_its_reason_and_is_neither_zero_nor_absent(
    built: duckdb.DuckDBPyConnection,
) -> None:
    said = {
        (line["province"], int(line["year"]), component): line["note"]
        for line in _lines("papi_not_published.csv")
        for component in line["components"].split("|")
    }
    shown = built.execute(
        "select territory, year, component_code, state_reason from core.fct_index_score"
        " where state = 'not_published' and value is null"
    ).fetchall()
    assert {(province, year, component): reason for province, year, component, reason in shown} == said
    cells = built.execute("select count(*) from core.fct_index_score").fetchone()
    assert cells == (6963 + len(said),)


def test_every_total_is_the_sum_of_its_dimensions(scores: dict[Cell, Decimal]) -> None:
    totals = {cell[:2]: value for cell, value in scores.items() if cell[2] == "TOTAL"}
    sums: Counter[tuple[str, int]] = Counter()
    dimensions: Counter[tuple[str, int]] = Counter()
    for (province, year, component), value in scores.items():
        if component != "TOTAL":
            sums[province, year] += value  # type: ignore[assignment]
            dimensions[province, year] += 1
    assert len(totals) == 869
    assert {dimensions[cell] - (6 if cell[1] < 2018 else 8) for cell in totals} == {0}
    # No exception: published rounding leaves two ten-thousandths at most, far within 0.02.
    assert max(abs(value - sums[cell]) for cell, value in totals.items()) == Decimal("0.0002")


def test_the_national_statistics_are_those_of_the_panel_to_half_a_digit(
    built: duckdb.DuckDBPyConnection, by_component: dict[tuple[int, str], list[Fraction]]
) -> None:
    shares = {"min": 0, "q1": 1, "median": 2, "q3": 3, "max": 4}
    found = built.execute(
        "select year, component_code, statistic, value, n_provinces from reporting.rpt_index_statistic"
        " where basis = 'dataset-derived'"
    ).fetchall()
    off = []
    for year, component, statistic, value, provinces in found:
        values = by_component[year, component]
        assert provinces == len(values)
        exact = (
            sum(values, Fraction(0)) / len(values)
            if statistic == "mean"
            else _quantile(values, Fraction(shares[statistic], 4))
        )
        if abs(Fraction(value) - exact) > HALF_A_DIGIT:
            off.append((year, component, statistic))
    assert off == []
    # Six statistics of 112 components and years; three means that the publisher made another way stand as published.
    published = built.execute(
        "select year, component_code, statistic from reporting.rpt_index_statistic where basis = 'stated' order by all"
    ).fetchall()
    assert published == [(2018, "TOTAL", "mean"), (2022, "D4", "mean"), (2023, "D4", "mean")]
    assert len(found) == 6 * 112 - len(published)


def test_the_quartile_group_of_a_province_is_its_quarter_of_the_panel(
    built: duckdb.DuckDBPyConnection, by_component: dict[tuple[int, str], list[Fraction]]
) -> None:
    shown = built.execute(
        "select year, component_code, value, quartile_group from core.fct_index_score where value is not null"
    ).fetchall()
    sizes: defaultdict[tuple[int, str], Counter[int]] = defaultdict(Counter)
    for year, component, value, group in shown:
        bounds = [_quantile(by_component[year, component], Fraction(quarter, 4)) for quarter in (1, 2, 3)]
        assert group == 1 + sum(Fraction(value) >= bound for bound in bounds), (year, component, value)
        sizes[year, component][group] += 1
    # Every group is a quarter of the provinces, give or take the one on a border.
    assert max(max(groups.values()) - min(groups.values()) for groups in sizes.values()) == 1


def test_every_rank_is_marked_as_computed_and_is_that_among_the_provinces_with_a_score(
    built: duckdb.DuckDBPyConnection,
    scores: dict[Cell, Decimal],
    by_component: dict[tuple[int, str], list[Fraction]],
) -> None:
    ranks = built.execute(
        "select territory, year, component_code, rank, rank_of, is_rank_computed"
        " from core.fct_index_score where rank is not null"
    ).fetchall()
    assert len(ranks) == 154
    for province, year, component, rank, rank_of, is_computed in ranks:
        values = by_component[year, component]
        better = sum(value > scores[province, year, component] for value in values)
        assert (rank, rank_of, is_computed) == (better + 1, len(values), True), (province, year, component)


def test_no_province_is_compared_over_a_break(built: duckdb.DuckDBPyConnection) -> None:
    compared = built.execute(
        "select distinct year from core.fct_index_score"
        " where component_code = 'TOTAL' and is_comparable_with_previous order by 1"
    ).fetchall()
    # The totals broke in 2016, 2018, 2019, 2020 and 2021, and 2011 has no year before.
    assert [year for (year,) in compared] == [2012, 2013, 2014, 2015, 2017, 2022, 2023, 2024]
    silent = built.execute(
        "select count(*) from core.fct_index_score"
        " where comparability <> 'comparable' and change_from_previous is not null"
    ).fetchone()
    assert silent == (0,)
