"""The reader against plans annotated by hand: floors that must not be lost, and no wrong figure at all."""

import importlib.util
from typing import Any

import pytest

from sources.plans.extract import extract
from sources.plans.indicators import area_of_indicator
from sources.plans.vocabulary import table
from tests.places import SHARED

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the annotated plans (../shared) are not on this machine"),
]
PLANS = ("bac_giang_papi_2019", "dong_nai_2023", "thanh_hoa_2020")
# Field -> least F1. The rest of a plan's goals hang on where a sentence is cut, which is a matter of taste.
FLOORS = {"targets": 0.99, "tasks": 0.99, "goals": 0.95, "measures": 0.95, "duties": 0.95, "citations": 0.99}


@pytest.fixture(scope="module")
def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=PLANS)
def scored(request: pytest.FixtureRequest, scorer: Any) -> dict[str, Any]:
    found = extract(SHARED / "plans" / f"{request.param}.txt")
    figures: dict[str, Any] = scorer.score_plan(SHARED / "gold" / request.param, found)
    return figures


def test_plan_fields_are_as_annotated(scored: dict[str, Any]) -> None:
    assert scored["plan_fields"] == 1


def test_floors_are_held(scored: dict[str, Any]) -> None:
    assert {
        name: scored[name]["f1"] for name, floor in FLOORS.items() if name in scored and scored[name]["f1"] < floor
    } == {}


def test_no_figure_is_wrong(scored: dict[str, Any]) -> None:
    assert scored["targets"]["precision"] == 1
    assert all(share in (None, 1) for share in scored["target_fields"].values())


def test_fields_of_tasks_are_as_annotated(scored: dict[str, Any]) -> None:
    assert all(share is None or share >= 0.95 for share in scored["task_fields"].values())


def test_contradictions_of_value_are_found_and_none_is_invented(scored: dict[str, Any]) -> None:
    if "conflicts" in scored:
        assert scored["conflicts"]["matched"] >= 4
        assert scored["conflicts"]["precision"] == 1


def test_a_plan_of_two_periods_keeps_its_figures_apart() -> None:
    found = extract(SHARED / "plans" / "da_nang_lung_2021_2030.txt")
    by_period: dict[tuple[int, int], int] = {}
    for target in found["targets"]:
        period = target["period_start"], target["period_end"]
        by_period[period] = by_period.get(period, 0) + 1
    assert by_period == {(2021, 2025): 9, (2026, 2030): 8}
    assert [row["value"] for row in found["targets"] if row["comparator"] == "decrease_eq"] == [10, 15]
    assert (found["plan"]["number"], found["plan"]["issued_date"]) == (None, "2022")


def test_a_plan_without_figures_gives_none_and_its_blanks_stay_blank() -> None:
    found = extract(SHARED / "plans" / "hoa_binh_2024.txt")
    assert found["targets"] == []
    assert (found["plan"]["number"], found["plan"]["issued_date"]) == (None, "2024-01")
    assert (len(found["goals"]), len(found["measures"])) == (4, 33)


def test_codes_of_the_lexicon_are_those_of_the_catalogue(scorer: Any) -> None:
    catalogue = {row["code"]: row for row in scorer.read(SHARED / "reference" / "indicators.csv")}
    assert {row["indicator_code"] for row in table("indicators")} <= set(catalogue)
    assert {row["indicator_code"]: row["reform_area"] for row in table("indicator_kinds")} == {
        code: row["reform_area"] for code, row in catalogue.items()
    }
    assert area_of_indicator("dossier_on_time_rate") == "procedures"
