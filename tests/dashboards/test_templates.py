import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from jinja2 import UndefinedError
from lxml import html

from dashboards import site as builder
from dashboards.blocks.layout import Block, Section, Sheet
from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.pages.book import Book
from dashboards.pages.page import Page


def test_every_class_that_a_sheet_styles_stands_on_a_page_or_in_a_template(site: Path) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (site / "assets" / "site.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    styled = {name for chosen in re.findall(r"([^{}]*)\{", sheet) for name in re.findall(r"\.([a-z][a-z-]*)", chosen)}
    drawn = [*site.rglob("*.html"), *Path(builder.__file__).parent.glob("templates/*.j2")]
    pages = "".join(path.read_text(encoding="utf-8") for path in drawn)
    used = {name for found in re.findall(r'class="([^"]*)"', pages) for name in found.split()}
    assert styled - used == set()


def test_a_block_that_no_macro_draws_stops_the_build(book: Book) -> None:
    odd = cast(Block, SimpleNamespace(kind="carousel"))
    page = Page("index.html", "", sections=[Section("odd", "", [odd])])
    with pytest.raises(UndefinedError, match="carousel"):
        builder._html(page, book, frozenset(), builder._environment(book), ())


def test_a_choice_of_a_filter_is_the_very_text_of_its_rows(book: Book) -> None:
    """An option without a value has its text for one, with blanks gathered: no row would be found by it."""
    name = '  Phòng  Tổ chức "A" '
    table = Table("t", "", [Column("Đơn vị", "name")], [Group([Line([Cell("x")], facets=[[name]])])])
    table = replace(table, filters=[("Đơn vị", [name])])
    page = Page("index.html", "", sections=[Section("s", "", [Sheet(table)])])
    drawn = html.fromstring(builder._html(page, book, frozenset(), builder._environment(book), ()))
    chosen = drawn.xpath("//select/option[text() != $all]/@value", all=book.words.table.all)
    row = json.loads(drawn.xpath("//tr[@data-facets]/@data-facets")[0])
    assert [chosen] == row
