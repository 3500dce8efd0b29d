"""Which reform area a sentence under no heading of an area is about: own wordings in area_phrasings.csv."""

import csv
from pathlib import Path

import pytest

from sources.plans.headings import area_of_text
from sources.plans.vocabulary import table
from sources.vietnamese.abbreviations import expanded_key

with (Path(__file__).with_name("area_phrasings.csv")).open(encoding="utf-8", newline="") as lines:
    PHRASINGS = list(csv.DictReader(lines))


@pytest.mark.parametrize("area", sorted({row["reform_area"] for row in PHRASINGS}))
def test_every_wording_of_an_area_leads_to_it(area: str) -> None:
    statements = [row["statement"] for row in PHRASINGS if row["reform_area"] == area]
    found = {statement: area_of_text(statement) for statement in statements}
    assert found == dict.fromkeys(statements, area)


def test_a_phrase_stands_under_one_area_alone() -> None:
    keys = [expanded_key(row["phrase"]) for row in table("area_phrases")]
    assert sorted(keys) == sorted(set(keys))
    assert {row["weak"] for row in table("area_phrases")} == {"yes", "no"}


def test_who_acts_decides_only_where_nothing_says_what_is_done() -> None:
    assert area_of_text("100% viên chức dùng chữ ký số") == "digital_government"
    assert area_of_text("100% viên chức có mặt đủ") == "civil_service"
    assert area_of_text("Bố trí kinh phí cho phần mềm") == "digital_government"
    assert area_of_text("Bố trí kinh phí hằng năm") == "public_finance"


def test_the_earliest_phrase_decides_and_at_one_place_the_longest() -> None:
    assert area_of_text("Tập huấn sử dụng phần mềm") == "civil_service"
    assert area_of_text("Thời gian chờ khám bệnh") == "organisation"
    assert area_of_text("Thời gian chờ lấy thuốc") == "procedures"


def test_a_sentence_of_no_area_is_filed_under_the_general_one() -> None:
    assert area_of_text("Khống chế tỷ số giới tính khi sinh") == "direction"
    assert area_of_text("") == "direction"
