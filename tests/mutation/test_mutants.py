"""What counts as a small change, on texts small enough to see that it is one."""

from tests.mutation.mutants import mutants


def _changed(text: str) -> set[str]:
    return {mutant.text for mutant in mutants(text)}


def _changes(text: str) -> list[str]:
    return [mutant.change for mutant in mutants(text)]


def test_a_comparison_loses_its_boundary_and_turns_round() -> None:
    assert {"select a > b", "select a < b"} <= _changed("select a >= b")
    assert _changed("select a = b") == {"select a <> b"}


def test_a_constant_is_one_more_and_one_less_in_its_last_digit() -> None:
    assert _changed("select 0.05") == {"select 0.06", "select 0.04"}
    assert _changed("select 'met'") == {"select 'met~'"}


def test_types_comments_and_blanks_stay() -> None:
    assert _changes("select cast(a as decimal(18, 4)) -- 1 > 0\n{# not 'this' #}") == []


def test_each_side_of_a_condition_falls_in_turn() -> None:
    found = _changed("select 1 where a and b and c")
    assert {"select 1 where  b and c", "select 1 where a  and c", "select 1 where a and b ", "select 1 "} <= found


def test_the_and_of_between_joins_no_conditions() -> None:
    assert _changes("select a between b and c") == []


def test_is_distinct_from_is_one_comparison() -> None:
    assert "select a is not distinct from b or c" in _changed("select a is distinct from b or c")
    assert "select c" in {" ".join(text.split()) for text in _changed("select a is distinct from b or c")}


def test_branches_fall_and_change_places() -> None:
    found = {" ".join(text.split()) for text in _changed("case when a then x when b then y else z end")}
    assert "case when b then y else z end" in found
    assert "case when b then y when a then x else z end" in found
    assert "case when a then x when b then y end" in found


def test_branches_that_exclude_each_other_keep_their_places() -> None:
    assert not [change for change in _changes("case a when 'x' then b when 'y' then c end") if "swapped" in change]
    both = "case when a = 'x' then b when a = 'y' then c end"
    assert not [change for change in _changes(both) if "swapped" in change]
    either = "case when a in ('x', 'z') and e then b when a is null then c end"
    assert not [change for change in _changes(either) if "swapped" in change]
    for apart in (
        "a = 'x' or e then b when a = 'y'",
        "a = 'x' then b when d = 'y'",
        "a in ('x', 'y') then b when a = 'y'",
    ):
        assert [change for change in _changes(f"case when {apart} then c end") if "swapped" in change], apart


def test_the_only_branch_leaves_what_else_says() -> None:
    assert "select z" in _changed("select case when a then x else z end")


def test_arguments_fall_and_change_places() -> None:
    found = _changed("coalesce(a, b)")
    assert found == {"(a)", "(b)", "coalesce(b, a)"}
    assert "least(a, b)" in _changed("greatest(a, b)")
    assert _changed("nullif(a, b)") == {"(a)"}


def test_not_and_null_turn_round() -> None:
    assert "select  a" in _changed("select not a")
    assert _changed("select a is not null") == {"select a is  null"}
    assert _changed("select a is null") == {"select a is not null"}


def test_filters_and_windows_fall_whole() -> None:
    assert "select count(*) " in _changed("select count(*) filter (where a)")
    assert "from t\n" in _changed("from t\nqualify row_number() over (partition by a order by b) = 1")


def test_each_alternative_of_a_pattern_falls() -> None:
    assert {"'(b|c)'", "'(a|c)'", "'(a|b)'"} <= _changed("'(a|b|c)'")


def test_an_order_turns_round() -> None:
    assert "order by a desc, b" in _changed("order by a, b")
    assert "order by a, b desc" in _changed("order by a, b")
    assert "order by a asc" in _changed("order by a desc")


def test_signs_that_are_no_operators_stay() -> None:
    assert _changes("select -a, count(*), t.*") == []
    assert {"select a + b"} == _changed("select a - b")


def test_lists_within_jinja_are_constants_and_names_given_to_macros_are_not() -> None:
    assert "{{ return(['met~']) }}" in _changed("{{ return(['met']) }}")
    assert _changes("{{ last_day('due_to') }} {{ ref('model') }}") == []


def test_a_string_with_jinja_in_it_is_one_string() -> None:
    assert _changed("""in ('{{ names | join("', '") }}')""") == {"""in ('{{ names | join("', '") }}~')"""}


def test_equal_changes_of_one_line_have_names_of_their_own() -> None:
    assert _changes("a = b, c = d") == ["= → <>", "= → <> (2)"]


def test_the_same_text_has_the_same_mutants_in_the_order_of_their_places() -> None:
    text = "select a\nwhere b > 1\norder by c"
    assert mutants(text) == mutants(text)
    assert [mutant.line_no for mutant in mutants(text)] == sorted(mutant.line_no for mutant in mutants(text))
