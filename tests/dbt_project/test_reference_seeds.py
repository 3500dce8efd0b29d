"""Seeds hold to the vocabularies of the row types, and to the founders' catalogues where these are at hand."""

import csv
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from sources.plans.rows import ReformArea
from sources.plans.unit_cells import unit_match_key
from sources.registers.rows import UnitKind
from sources.vietnamese.legal_documents import find_documents
from tests.places import PROJECT, SAMPLE, SHARED

SEEDS = PROJECT / "dbt_project" / "seeds"


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _catalogue(name: str) -> list[dict[str, str]]:
    file = SHARED / "reference" / name
    if not file.exists():
        pytest.skip("the founders' catalogues (../shared) are not on this machine")
    return _rows(file)


def test_reform_areas_are_those_that_readers_give() -> None:
    assert {row["code"] for row in _rows(SEEDS / "reform_areas.csv")} == set(get_args(ReformArea))


def test_indicators_name_known_areas_and_known_kinds_of_unit() -> None:
    kinds = set(get_args(UnitKind))
    for row in _rows(SEEDS / "indicators.csv"):
        assert row["reform_area"] in get_args(ReformArea), row["code"]
        named = row["contributing_unit_kinds"]
        assert named == "all" or set(named.split("|")) <= kinds, row["code"]


def test_a_tolerance_is_given_to_shares_only() -> None:
    for row in _rows(SEEDS / "indicators.csv"):
        assert (row["tolerance_points"] == "0") == (row["unit"] != "percent"), row["code"]


def test_windows_follow_each_other_and_no_day_off_is_listed_twice() -> None:
    windows = {row["period_key"]: row for row in _rows(SEEDS / "reporting_periods.csv")}
    for row in windows.values():
        assert row["window_from"] < row["window_to"]
        assert row["period_key"] == f"{row['year']}-{row['report_type']}"
    days = [row["holiday_date"] for row in _rows(SEEDS / "holidays.csv")]
    assert days == sorted(set(days))


@pytest.mark.shared
def test_indicators_are_those_of_the_catalogue() -> None:
    taken = ("code", "name_vi", "unit", "direction", "value_kind", "aggregation_over_units", "aggregation_over_periods")
    ours = [tuple(row[column] for column in taken) for row in _rows(SEEDS / "indicators.csv")]
    assert ours == [tuple(row[column] for column in taken) for row in _catalogue("indicators.csv")]


@pytest.mark.shared
def test_reporting_windows_begin_with_those_of_the_catalogue_and_carry_the_last_year_on() -> None:
    taken = ("year", "report_type", "window_from", "window_to", "due_date")
    ours = [tuple(row[column] for column in taken) for row in _rows(SEEDS / "reporting_periods.csv")]
    theirs = [tuple(row[column] for column in taken) for row in _catalogue("reporting_periods.csv")]
    assert ours[: len(theirs)] == theirs
    last = [(kind, *(day[4:] for day in days)) for year, kind, *days in theirs if year == "2026"]
    carried = [(kind, *(day[4:] for day in days)) for _, kind, *days in ours[len(theirs) :]]
    assert carried == last * 4


def test_a_group_of_units_is_named_by_its_match_key_and_by_known_kinds() -> None:
    kinds = set(get_args(UnitKind)) - {"agency"}
    for row in _rows(SEEDS / "collective_unit_kinds.csv"):
        assert row["match_key"] == unit_match_key(row["collective_name"])
        assert set(row["unit_kinds"].split("|")) <= kinds, row["match_key"]


def _coverage() -> dict[tuple[str, int, str], dict[str, str]]:
    """Rows of the list of coverage by index, year and component."""
    return {
        (row["index_code"], year, row["component_code"]): row
        for row in _rows(SEEDS / "index_coverage.csv")
        for year in range(int(row["year_from"]), int(row["year_to"]) + 1)
    }


def test_all_provinces_are_as_many_as_there_were_at_the_end_of_the_year() -> None:
    provinces = _rows(SEEDS / "provinces.csv")
    for (index, year, component), row in _coverage().items():
        day = f"{year}-12-31"
        there = sum(item["valid_from"] <= day <= (item["valid_to"] or "9999-12-31") for item in provinces)
        assert (int(row["n_provinces"]) == there) == (row["is_all_provinces"] == "true"), (index, year, component)


def test_a_number_that_a_source_states_has_its_address_and_any_other_says_how_it_came_about() -> None:
    for key, row in _coverage().items():
        assert row["evidence"], key
        assert row["source_url"] or (row["is_stated"] == "false" and row["note"]), key


def test_papi_covers_as_many_provinces_as_the_shipped_distribution_counts() -> None:
    coverage = _coverage()
    distribution = _rows(SAMPLE / "indices" / "papi_distribution.csv")
    assert len(distribution) == 112
    for row in distribution:
        year, component = int(row["year"]), row["component"]
        known = coverage.get(("PAPI", year, component)) or coverage["PAPI", year, "*"]
        assert known["n_provinces"] == row["n_provinces"], (year, component)


def test_a_province_that_alone_becomes_another_is_said_to_be_unchanged_and_merged_ones_are_not() -> None:
    provinces = _rows(SEEDS / "provinces.csv")
    heirs = Counter(row["successor_key"] for row in provinces if row["successor_key"])
    merged = {"merged_absorbed", "merged_kept_name"}
    for row in provinces:
        if row["unit_set"] == "63" and row["successor_key"]:
            assert (heirs[row["successor_key"]] > 1) == (row["change_type"] in merged), row["province_key"]


def test_symbols_of_the_centre_are_symbols_as_numbers_of_documents_print_them() -> None:
    for row in _rows(SEEDS / "central_issuers.csv"):
        assert [found.number for found in find_documents(f"Quyết định số 12/QĐ-{row['symbol']} về việc")] == [
            f"12/QĐ-{row['symbol']}"
        ]
