"""The review workbook's lists of words are held to the row types and to the seeds that name the same codes."""

import csv
from typing import get_args

import pytest

from sources.plans.reviews.kinds import KIND
from sources.plans.reviews.words import code_of, words
from sources.plans.rows import Comparator, DeadlineKind, PapiDimension, PlanKind, ReformArea
from tests.places import PROJECT

SEEDS = PROJECT / "dbt_project" / "seeds"


@pytest.mark.parametrize(
    ("seed", "code", "name"),
    [
        ("indicators.csv", "code", "indicator"),
        ("reform_areas.csv", "code", "reform_area"),
        ("papi_dimensions.csv", "gold_code", "papi_dimension"),
    ],
)
def test_names_of_catalogues_are_those_of_the_seed(seed: str, code: str, name: str) -> None:
    with (SEEDS / seed).open(encoding="utf-8", newline="") as lines:
        assert {row[code]: row["name_vi"] for row in csv.DictReader(lines)} == words(name)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("comparator", Comparator),
        ("deadline_kind", DeadlineKind),
        ("papi_dimension", PapiDimension),
        ("plan_kind", PlanKind),
        ("reform_area", ReformArea),
    ],
)
def test_every_code_of_a_closed_vocabulary_has_its_word(name: str, codes: object) -> None:
    assert set(words(name)) == set(get_args(codes))


def test_every_list_that_a_field_names_has_words_and_each_word_leads_back_to_its_code() -> None:
    for kind in KIND.values():
        for field in kind.fields:
            assert (field.type == "code") == bool(words(field.words)), field.name
            assert {code_of(field.words, word): code for code, word in words(field.words).items()} == {
                code: code for code in words(field.words)
            }


def test_a_field_that_is_reviewed_is_a_column_of_its_row_or_made_into_its_units() -> None:
    for kind in KIND.values():
        assert set(kind.field) - set(kind.row_type.model_fields) <= {"lead_units", "coordinating_units"}
        assert kind.clause in kind.field
        assert set(kind.told_apart_by) <= set(kind.field)
