import json
from collections.abc import Iterator
from decimal import Decimal

import plotly.graph_objects as go
import pytest

from dashboards import site as site_module
from dashboards.blocks import layout
from dashboards.figures.index_series import scores
from dashboards.figures.spec import Figure, chart_text, script_json, share_range
from dashboards.pages import index, overview
from dashboards.pages.book import Book, Page
from dashboards.theme.states import FAMILIES
from dashboards.theme.template import PAPER, SERIES_COLOURS, TEMPLATE, configuration, contrast, series_look, text_on
from dashboards.theme.words import words


def figures(pages: Iterator[Page]) -> list[Figure]:
    found: list[Figure] = []
    for page in pages:
        found += layout.figures(page.sections)
        for item in page.figures.values():
            found += [item] if isinstance(item, Figure) else list(item or ())
        found += layout.figures(page.sections)
    return found


def all_figures(book: Book) -> list[Figure]:
    return [figure for section in site_module._SECTIONS for figure in figures(section(book))]


def papi(book: Book, name: str) -> Figure:
    page = next(page for page in index.pages(book) if page.path.endswith("papi.html"))
    figure = page.figures[name]
    assert isinstance(figure, Figure)
    return figure


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


def test_a_line_stops_at_the_change_of_framework(book: Book) -> None:
    lines = [trace for trace in papi(book, "total").data if trace["name"] == "Đông Lâm"]
    assert [(trace["x"][0], trace["x"][-1]) for trace in lines] == [(2018, 2021), (2022, 2025)]
    assert [trace["showlegend"] for trace in lines] == [True, False]
    assert [shape["x0"] for shape in papi(book, "total").layout["shapes"]] == [2021.5]


def test_a_year_that_was_not_published_is_a_gap_and_a_cross_outside_the_axis_of_scores(book: Book) -> None:
    figure = papi(book, "total")
    line = next(trace for trace in figure.data if trace["name"] == "An Hòa" and 2023 in trace["x"])
    assert line["y"][line["x"].index(2023)] is None
    assert line["connectgaps"] is False
    cross = next(trace for trace in figure.data if trace["name"] == words().index.not_published)
    assert cross["x"] == [2023]
    assert cross["customdata"] == ["An Hòa, 2023: chưa công bố"]
    assert cross["yaxis"] == "y2"
    assert figure.layout["yaxis2"]["domain"][1] <= figure.layout["yaxis"]["domain"][0]
    assert "chưa công bố" in figure.caption


def test_a_chart_without_a_gap_keeps_its_whole_height(book: Book) -> None:
    figure = papi(book, "ranks")
    assert "yaxis2" not in figure.layout
    assert "domain" not in figure.layout["yaxis"]


def test_bands_of_two_frameworks_do_not_touch(book: Book) -> None:
    bands = [trace for trace in papi(book, "total").data if trace.get("fill") == "toself"]
    assert len(bands) == 4
    assert max(bands[0]["x"]) < 2021.5 < min(bands[1]["x"])


def test_a_province_keeps_its_colour_and_sign_on_every_chart_of_a_page(book: Book) -> None:
    page = next(page for page in index.pages(book) if page.path.endswith("papi.html"))
    looks = {
        (trace["name"], trace["line"]["color"], trace["marker"]["symbol"])
        for figure in figures(iter([page]))
        for trace in figure.data
        if trace["name"] in {"An Hòa", "Đông Lâm"}
    }
    assert len(looks) == 2


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


def test_a_component_with_one_year_stands_in_a_table_and_not_in_a_chart(book: Book) -> None:
    page = next(page for page in index.pages(book) if page.path.endswith("par-index.html"))
    assert page.figures["components"] == []
    assert [row["component_code"] for row in page.context["single_years"]] == ["F1"]


def test_points_of_a_maximum_and_percent_of_it_are_never_joined(book: Book) -> None:
    rows = [row for row in book.marts.rows("index_scores") if row["component_code"] == "D1"]
    mixed = [{**row, "unit": "percent" if row["year"] > 2023 else "points"} for row in rows]
    looks = {"An Hòa": series_look(0)}
    figure = scores("mixed", "", "", mixed, [], [], looks, book.phrases)
    assert [trace["x"] for trace in figure.data] == [[2018, 2019, 2020, 2021], [2022, 2023], [2024, 2025]]
