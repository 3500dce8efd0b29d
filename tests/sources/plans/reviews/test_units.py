"""Every unit that the readers can give has a word in the workbook's list and on the pages."""

import itertools

import pytest

from dashboards.theme.words import words as page_words
from sources.plans.reviews.words import words
from sources.plans.tables.value_cells import read_value_cell
from sources.vietnamese.quantities import find_quantities
from sources.vietnamese.quantity_words import count_unit, counted, rates

PERIODS = ("", "/quý", "/tháng", "/năm", "/tuần", " mỗi quý", " trong tháng", " trong năm", " trong tuần", " trong quý")
# What a clause names itself stands there without a word of its own: "tối thiểu 2 sáng kiến".
NAMED_BY_THE_CLAUSE = {"count"}


def _units() -> set[str]:
    """Of sentences, of rates, and of cells under a column of units."""
    nouns = counted()[1]
    found = {unit for _, unit in rates()} | set(nouns.values()) - {"times", "sessions"}
    for stem, period in itertools.product(set(nouns.values()), PERIODS):
        found.add(count_unit(f"02 lần{period}", len("02 lần"), stem))
    for noun, period in itertools.product((*nouns, "%", "đồng", "triệu đồng", "hạng", "thứ hạng", "ca"), PERIODS):
        cell = read_value_cell("5", f"{noun}{period}", "")
        found |= {cell.unit} if cell else set()
    for sentence in ("đạt tối thiểu 95%", "đạt 5 triệu đồng", "thuộc nhóm 20 tỉnh dẫn đầu"):
        found |= {quantity.unit for quantity in find_quantities(sentence)[0]}
    return found


def test_the_readers_give_the_units_that_this_test_is_about() -> None:
    some = {"percent", "count", "rank", "points", "vnd", "minutes", "days", "per_mille", "days_per_month"}
    assert some | {"count_per_quarter", "times_per_quarter", "sessions_per_month", "count_per_week"} <= _units()


@pytest.mark.parametrize("unit", sorted(_units()))
def test_every_unit_has_its_word_in_the_workbook_and_on_the_pages(unit: str) -> None:
    assert words("unit").get(unit)
    shown = page_words().unit.mapping().get(unit)
    assert shown is not None
    assert bool(shown) == (unit not in NAMED_BY_THE_CLAUSE)
