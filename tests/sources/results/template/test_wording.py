"""Notes of indicators and words of units of measure."""

import csv
from datetime import date

from sources.results.template.wording import definition, measure
from tests.places import PROJECT


def test_every_unit_of_measure_of_the_catalogue_has_its_word() -> None:
    with (PROJECT / "dbt_project/seeds/indicators.csv").open(encoding="utf-8", newline="") as stream:
        units = {row["unit"] for row in csv.DictReader(stream)}
    assert {unit for unit in units if measure(unit) == unit} == set()


def test_a_note_says_what_is_counted_and_what_the_plans_ask_for() -> None:
    note = definition("số hồ sơ đúng hạn", "số hồ sơ", ["15/KH-SYT: trên 95 %"])
    assert note == ("Số đạt: số hồ sơ đúng hạn.\nMẫu số: số hồ sơ.\nMức kế hoạch giao:\n- 15/KH-SYT: trên 95 %")


def test_a_note_of_a_plain_count_knows_no_denominator() -> None:
    assert definition("số cuộc đối thoại", None, []) == "Số liệu: số cuộc đối thoại."
    assert definition(None, None, []) is None


def test_a_note_says_up_to_which_day_an_older_figure_reaches() -> None:
    assert definition("số cuộc", None, [], date(2026, 6, 14)) == (
        "Số liệu: số cuộc.\nKỳ trước: lũy kế đến hết ngày 14/06/2026."
    )


def test_a_long_clause_is_cut_and_says_so() -> None:
    note = definition(None, None, ["15/KH-SYT: " + "rất dài " * 60])
    assert note is not None
    assert len(note) < 300
    assert note.endswith(" …")
