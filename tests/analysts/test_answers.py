"""Answers of docs/analysts.md computed a second time, in Python from the raw tables and the catalogues."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pyarrow.parquet as pq
import pytest

from orchestration.dbt_session import DBT_PROJECT
from orchestration.resources import Workspace
from tests.analysts.page import QUESTIONS, answer

Row = dict[str, Any]
Ask = Callable[[int], list[Row]]
Raw = Callable[[str], list[Row]]
TODAY = date(2026, 10, 15)
# The last instant of 30 September 2026 at home, which question 11 asks about.
CUT = datetime(2026, 9, 30, 17, tzinfo=UTC)
PLAN_2023 = "dong_nai_2023"


@pytest.fixture
def ask(sample_night: Workspace) -> Ask:
    """The answer to a question, by its number."""
    return lambda number: answer(sample_night, QUESTIONS[number - 1])


@pytest.fixture
def raw(sample_night: Workspace) -> Raw:
    """A raw table of the same night."""
    return lambda table: pq.read_table(sample_night.current / "raw" / f"{table}.parquet").to_pylist()


def _seed(name: str) -> list[Row]:
    with (DBT_PROJECT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _names(raw: Raw) -> dict[str, str]:
    return {row["unit_key"]: row["unit_name"] for row in raw("registers_units")}


def _share(numerator: Decimal, denominator: Decimal) -> Decimal:
    return (100 * numerator / denominator).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def _standing(raw: Raw, until: datetime | None = None) -> dict[tuple[str, str, str], Row]:
    """By unit, indicator and period the figure received last of the files that had come and were not taken back."""
    withdrawn = {file["source_sha256"]: file["withdrawn_at"] for file in raw("receipts_files")}
    forms = {row["source_sha256"] for row in raw("results_submissions") if row["layout"] == "form"}
    found: dict[tuple[str, str, str], Row] = {}
    for figure in sorted(raw("results_figures"), key=lambda row: (row["source_sha256"] in forms, row["received_at"])):
        gone = withdrawn[figure["source_sha256"]]
        if (until is None and gone) or (until and (figure["received_at"] >= until or (gone and gone < until))):
            continue
        found[figure["unit_key"], figure["indicator_code"], figure["period_key"]] = figure
    return found


def test_1_the_missed_targets_of_2023_are_those_whose_counts_fall_short(ask: Ask, raw: Raw) -> None:
    better = {row["code"]: row["direction"] for row in _seed("indicators")}
    counts: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for (_, indicator, period), figure in _standing(raw).items():
        if period == "2023-annual" and figure["agency_key"] == "so-y-te-dong-nai" and figure["denominator"]:
            counts[indicator][0] += figure["numerator"]
            counts[indicator][1] += figure["denominator"]
    targets = [row for row in raw("plans_targets") if row["plan_key"] == PLAN_2023 and row["unit"] == "percent"]
    floors = {
        row["target_no"]: row
        for row in targets
        if better[row["indicator_code"]] == "higher_better" and counts[row["indicator_code"]][1]
    }
    short = {
        (row["indicator_code"], row["value"], _share(*counts[row["indicator_code"]]) - row["value"])
        for row in floors.values()
        if 100 * counts[row["indicator_code"]][0] < row["value"] * counts[row["indicator_code"]][1]
    }
    told = [row for row in ask(1) if row["target_no"] in floors]
    assert len(told) > 10
    assert {(floors[row["target_no"]]["indicator_code"], row["target_value"], row["gap"]) for row in told} == short


def test_2_the_score_moves_against_the_median_inside_one_framework(ask: Ask, raw: Raw) -> None:
    scores = {
        row["year"]: row["value"]
        for row in raw("indices_scores")
        if (row["territory"], row["component_code"], row["statistic"]) == ("Thanh Hóa", "D6", "score")
    }
    medians = {row["year"]: row["median"] for row in raw("indices_distribution") if row["component_code"] == "D6"}
    first_years = {2011, 2016, 2018, 2019, 2020, 2021}
    expected = [
        (
            year,
            score - medians[year],
            None if year in first_years else score - scores[year - 1],
            None if year in first_years else medians[year] - medians[year - 1],
        )
        for year, score in sorted(scores.items())
    ]
    names = ("year", "above_median", "change_of_score", "change_of_median")
    assert [tuple(row[name] for name in names) for row in ask(2)] == expected


def test_3_a_corrected_figure_changes_a_judgement_when_the_sums_cross_the_target(ask: Ask, raw: Raw) -> None:
    standing = _standing(raw)
    told = [row for row in ask(3) if (row["indicator_code"], row["scope"]) == ("dossier_on_time_rate", "agency")]
    assert told
    (unit,) = {row["unit_name"] for row in told}
    key = next(key for key, name in _names(raw).items() if name == unit and key.startswith("so-y-te-minh-hoa/"))
    former = [
        row
        for row in raw("results_figures")
        if (row["unit_key"], row["indicator_code"], row["period_key"]) == (key, "dossier_on_time_rate", "2026-h1")
        and row["source_sha256"] != standing[key, "dossier_on_time_rate", "2026-h1"]["source_sha256"]
    ]
    assert len(former) == 1
    (kinds,) = {row["contributing_unit_kinds"] for row in _seed("indicators") if row["code"] == "dossier_on_time_rate"}
    contributors = {row["unit_key"] for row in raw("registers_units") if row["unit_kind"] in kinds.split("|")}
    others = [
        row
        for (who, indicator, period), row in standing.items()
        if (indicator, period) == ("dossier_on_time_rate", "2026-h1")
        and who in contributors - {key}
        and row["agency_key"] == "so-y-te-minh-hoa"
        and row["state"] == "reported"
    ]
    for name, mine in (("actual_then", former[0]), ("actual_now", standing[key, "dossier_on_time_rate", "2026-h1"])):
        share = _share(*(sum(row[count] for row in (*others, mine)) for count in ("numerator", "denominator")))
        assert {row[name] for row in told} == {share}
    assert all(row["actual_then"] < row["target_value"] <= row["actual_now"] for row in told)


def test_4_who_has_not_reported_owes_and_has_no_report_that_stands(ask: Ask, raw: Raw) -> None:
    withdrawn = {row["source_sha256"] for row in raw("receipts_files") if row["withdrawn_at"]}
    came = {
        (row["unit_key"], row["period_key"])
        for row in raw("results_submissions")
        if row["source_sha256"] not in withdrawn
    }
    names = _names(raw)
    missing = {
        (names[row["unit_key"]], row["due_date"])
        for row in raw("registers_obligations")
        if row["due_date"] < TODAY and (row["unit_key"], row["period_key"]) not in came
    }
    assert {(row["unit_name"], row["due_date_printed"]) for row in ask(4)} == missing


def test_8_what_is_held_back_is_counted_by_the_rule_that_held_it(ask: Ask, raw: Raw) -> None:
    held = Counter(row["rule"] for row in raw("results_quarantine"))
    assert {row["rule"]: row["cells"] for row in ask(8)} == held


def test_11_what_was_known_then_is_what_had_come_and_was_not_taken_back(ask: Ask, raw: Raw) -> None:
    then, now = _standing(raw, CUT), _standing(raw)
    names = _names(raw)
    counts = ("numerator", "denominator", "value")
    differs = {
        (names[key[0]], key[1])
        for key in then.keys() | now.keys()
        if key[2] == "2026-q3"
        and [then.get(key, {}).get(n) for n in counts] != [now.get(key, {}).get(n) for n in counts]
    }
    assert differs
    assert {(row["unit_name"], row["indicator_code"]) for row in ask(11)} == differs


def test_12_every_province_that_ended_leads_to_the_one_that_took_its_territory(ask: Ask) -> None:
    provinces = _seed("provinces")
    names = {row["province_key"]: row["province_name"] for row in provinces}
    expected = {
        (row["province_name"], names[row["successor_key"]])
        for row in provinces
        if row["successor_key"] and row["change_type"] != "unchanged"
    }
    assert {(row["name_before"], row["name_after"]) for row in ask(12)} == expected
    assert {row["is_same_name"] for row in ask(12) if row["name_before"] == row["name_after"]} == {True}


def test_13_a_change_is_told_only_inside_a_framework(ask: Ask, raw: Raw) -> None:
    means = {
        row["year"]: row["value"]
        for row in raw("indices_scores")
        if (row["index_code"], row["component_code"], row["statistic"]) == ("SIPAS", "TOTAL", "mean")
    }
    first_years = {2017, 2022, 2023}
    expected = [
        (year, mean, None if year in first_years else mean - means[year - 1]) for year, mean in sorted(means.items())
    ]
    assert [(row["year"], row["mean"], row["change"]) for row in ask(13)] == expected


def test_14_indicators_of_a_dimension_are_those_of_the_catalogue(ask: Ask, raw: Raw) -> None:
    codes = {row["code"] for row in _seed("indicators") if row["papi_dimension"] == "D4"}
    plans = {(row["indicator_code"], row["plan_key"]) for row in raw("plans_targets") if row["indicator_code"] in codes}
    told = ask(14)
    assert {row["indicator_code"] for row in told} == codes
    assert {(row["indicator_code"], plan) for row in told for plan in (row["plans"] or "").split(", ") if plan} == plans


def test_16_files_that_changed_are_those_of_the_ledger(ask: Ask, raw: Raw) -> None:
    changed = {row["source_path"] for row in raw("receipts_files") if row["withdrawn_at"] or row["superseded_at"]}
    assert changed
    assert {row["source_path"] for row in ask(16)} == changed


def test_17_a_plan_without_figures_is_told_whole(ask: Ask, raw: Raw) -> None:
    with_figures = {row["plan_key"] for row in raw("plans_targets")}
    parts = {"goal": "plans_goals", "measure": "plans_measures", "duty": "plans_duties"}
    expected = {
        part: sum(1 for row in raw(table) if row["plan_key"] not in with_figures) for part, table in parts.items()
    }
    assert Counter(row["part"] for row in ask(17)) == expected


def test_18_documents_are_counted_over_the_plans_that_cite_them(ask: Ask, raw: Raw) -> None:
    cited = Counter(row["number"] for row in raw("plans_citations") if row["number"])
    told: Counter[str] = Counter()
    for row in ask(18):
        told[row["number"]] += row["places"]
    assert sum(told.values()) == len(raw("plans_citations"))
    assert {number: count for number, count in told.items() if number in cited} == cited


def test_22_what_is_not_published_has_its_reason_from_the_source(ask: Ask, raw: Raw) -> None:
    keys = ("index_code", "territory", "year", "component_code")
    gaps = {tuple(row[key] for key in keys): row["reason"] for row in raw("indices_gaps")}
    assert {tuple(row[key] for key in keys): row["state_reason"] for row in ask(22)} == gaps
