import json
from collections.abc import Iterator
from decimal import Decimal

import plotly.graph_objects as go
import pytest

from dashboards import site as site_module
from dashboards.blocks import layout
from dashboards.figures.spec import Figure, chart_text, script_json, share_range
from dashboards.pages.book import Book
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.theme.states import FAMILIES
from dashboards.theme.template import PAPER, SERIES_COLOURS, TEMPLATE, configuration, contrast, text_on
from dashboards.theme.words import words


def figures(pages: Iterator[Page]) -> list[Figure]:
    return [figure for page in pages for figure in layout.figures(page.sections)]


def all_figures(book: Book) -> list[Figure]:
    return [figure for section in site_module._SECTIONS for figure in figures(section(book))]


def test_every_figure_is_one_that_plotly_accepts(book: Book) -> None:
    shown = all_figures(book)
    assert len(shown) > 10
    for figure in shown:
        body = json.loads(figure.json())
        go.Figure(data=body["data"], layout={**body["layout"], **(body["narrow"] or {})})
    go.layout.Template(TEMPLATE)


def test_no_figure_carries_the_template_that_stands_once_beside_the_pages(book: Book) -> None:
    assert not any("template" in figure.layout for figure in all_figures(book))


def test_every_figure_says_its_conclusion(book: Book) -> None:
    assert all(figure.title for figure in all_figures(book))
    assert all(figure.caption for figure in figures(overview.pages(book)))


def test_a_line_across_a_chart_of_marks_stands_behind_them(book: Book) -> None:
    lines = [
        line for figure in all_figures(book) if figure.figure_id == "thoi-han-thang" for line in figure.layout["shapes"]
    ]
    assert lines
    assert {line["layer"] for line in lines} == {"below"}


def test_json_in_a_page_can_neither_close_the_script_nor_open_a_comment() -> None:
    text = script_json({"name": "</script><!-- & \u2028 <b>"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["name"] == "</script><!-- & \u2028 <b>"


def test_tags_in_names_are_text_to_plotly_too(book: Book) -> None:
    assert chart_text("<a href='x'>&") == "&lt;a href='x'&gt;&amp;"
    for figure in all_figures(book):
        assert "<img" not in json.dumps(json.loads(figure.json()), ensure_ascii=False)
        assert "</script" not in figure.json()


def test_only_figures_of_numbers_go_into_json() -> None:
    assert script_json({"x": Decimal("80.08")}) == '{"x":80.08}'
    with pytest.raises(TypeError, match="cannot hold"):
        script_json({"x": object()})


def test_a_chart_has_no_menu_and_nothing_that_leaves_the_machine() -> None:
    config = configuration(words()["plotly"].mapping())
    assert config["displayModeBar"] is False
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""
    assert config["displaylogo"] is False


def test_figures_in_bars_and_lines_on_paper_can_be_read() -> None:
    bars = {state.colour for family in FAMILIES.values() for state in family.values()}
    assert all(contrast(text_on(colour), colour) >= 4.5 for colour in bars)
    assert all(contrast(colour, PAPER) >= 3 for colour in SERIES_COLOURS)


def test_a_small_change_of_a_share_does_not_look_like_a_leap() -> None:
    low, high = share_range([Decimal("97.05"), Decimal("97.24")])
    assert high - low >= 6
    assert high <= 102
    assert share_range([Decimal(1), Decimal(2)])[0] == 0
