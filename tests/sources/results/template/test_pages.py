"""How lines fall on pages: worked out without any program that prints."""

from hypothesis import given
from hypothesis import strategies as st

from sources.results.template.pages import heights

WIDTHS = (5.0, 0.0, 36.0, 21.0, 14.0, 13.0, 13.0, 15.0, 12.0, 22.0, 13.0, 15.0)
ABOVE, HEAD, FOOT, USUAL = 145.0, 47.0, 110.0, 32.0
# Height of a lying A4 page in the points of the sheet, which is made smaller to fit across.
PAGE = 508 / 0.77


def _last_page(lines: list[float], page: float) -> tuple[int, float]:
    """Lines on the page of the last line, and the room left under it."""
    room, on_page = page - ABOVE - HEAD, 0
    for height in lines:
        if height > room and on_page:
            room, on_page = page - HEAD, 0
        room -= height
        on_page += 1
    return on_page, room


def _chosen(needed: list[float]) -> list[float]:
    return heights(WIDTHS, needed, above=ABOVE, head=HEAD, foot=FOOT, usual=USUAL, landscape=True)


@given(st.integers(min_value=2, max_value=60))
def test_signatures_stand_under_two_lines_at_least_on_the_first_pages(count: int) -> None:
    on_page, room = _last_page(_chosen([17.0] * count), PAGE)
    assert room >= FOOT
    assert on_page >= 2


@given(st.lists(st.sampled_from([17.0, 32.0, 62.0, 92.0]), max_size=60))
def test_no_line_is_lower_than_its_words_need(needed: list[float]) -> None:
    assert all(chosen >= wanted for chosen, wanted in zip(_chosen(needed), needed, strict=True))


def test_lines_that_fit_keep_their_usual_height() -> None:
    assert _chosen([17.0, 17.0]) == [USUAL, USUAL]
    assert _chosen([]) == []
