"""The plan reader's lexicon and the dbt seeds describe the same catalogue: codes, areas and units must agree."""

import csv
from pathlib import Path

from tests.places import PROJECT

SEEDS = PROJECT / "dbt_project" / "seeds"
LEXICON = PROJECT / "sources" / "plans" / "lexicon"


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_indicator_a_plan_can_name_is_in_the_seed_with_the_same_area_and_unit() -> None:
    seed = {row["code"]: (row["reform_area"], row["unit"]) for row in _rows(SEEDS / "indicators.csv")}
    kinds = {row["indicator_code"]: (row["reform_area"], row["unit"]) for row in _rows(LEXICON / "indicator_kinds.csv")}
    assert {code: seed.get(code) for code in kinds} == kinds


def test_every_rule_leads_to_an_indicator_of_the_seed() -> None:
    codes = {row["code"] for row in _rows(SEEDS / "indicators.csv")}
    assert {row["indicator_code"] for row in _rows(LEXICON / "indicators.csv")} <= codes


def test_every_province_a_plan_can_name_is_in_the_seed() -> None:
    names = {row["province_name"] for row in _rows(SEEDS / "provinces.csv")}
    ours = {next(iter(row.values())) for row in _rows(LEXICON / "provinces.csv")}
    assert ours
    assert ours <= names
