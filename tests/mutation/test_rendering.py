"""Rendering as a unit test sees it: fixtures for relations, macros that call macros, values that are no text."""

from tests.mutation.rendering import Renderer, macros_in

FILE = """
{#- A rule. -#}
{% macro outer(a) -%} {{ inner(a) }} + 1 {%- endmacro %}

{% macro inner(a) -%} {{ return(adapter.dispatch('inner', 'thuocdo')(a)) }} {%- endmacro %}
{% macro default__inner(a) -%} abs({{ a }}) {%- endmacro %}
{% macro words() -%} {{ return(['x', 'y']) }} {%- endmacro %}
"""


def test_macros_are_found_by_name() -> None:
    assert sorted(macros_in(FILE)) == ["default__inner", "inner", "outer", "words"]


def test_relations_have_the_names_of_their_fixtures() -> None:
    rendered = Renderer({}).render("from {{ ref('a') }}, {{ source('raw', 'b') }}")
    assert rendered == "from __dbt__cte__a, __dbt__cte__raw__b"


def test_a_macro_calls_others_and_returns_what_it_likes() -> None:
    renderer = Renderer(macros_in(FILE))
    assert renderer.render("{{ outer('n') }}") == "abs(n) + 1"
    assert renderer.render("{% for word in words() %}{{ word }};{% endfor %}") == "x;y;"


def test_a_unit_test_may_say_what_a_macro_says() -> None:
    assert Renderer(macros_in(FILE)).render("{{ outer('n') }}", {"outer": "date '2026-01-01'"}) == "date '2026-01-01'"
