{#- A name as units are matched by it: small letters, no signs, d for đ. Where to put the tone of "Hòa" and "Hoà" only the
    readers know; what they matched comes with their rows. -#}
{% macro name_match(name) -%}
    replace({{ subject_match(name) }}, 'đ', 'd')
{%- endmacro %}

{#- Does a name speak of several units? "Trưởng các phòng", "02 chi cục". -#}
{% macro names_several(match_key) -%}
    regexp_matches({{ match_key }}, '(^| )(các|những|mọi|tất cả|toàn thể|toàn bộ|một số)( |$)|^[0-9]+ ')
{%- endmacro %}

{#- The day at which the units of a plan are looked up: the day of the run while the plan runs, its last day afterwards,
    its first one before. Relation `p`: effective_date, period_end. -#}
{% macro units_day(p, as_of) -%}
    greatest(
        {{ p }}.effective_date,
        least({{ as_of }}, coalesce(make_date({{ p }}.period_end, 12, 31), {{ as_of }}))
    )
{%- endmacro %}
