{#- A name of a place, an issuer or a document: small letters, no signs, d for đ. What units are matched by,
    abbreviations and the place of a tone included, only the readers know; it comes with their rows. -#}
{% macro name_match(name) -%}
    replace({{ subject_match(name) }}, 'đ', 'd')
{%- endmacro %}

{#- Does a name speak of several units? "Trưởng các phòng", "02 chi cục". -#}
{% macro names_several(match_key) -%}
    regexp_matches({{ match_key }}, '(^| )(các|những|mọi|tất cả|toàn thể|toàn bộ|một số)( |$)|^[0-9]+ ')
{%- endmacro %}

{#- How many units a name of several speaks of: the number it prints, else two or more. -#}
{% macro units_meant(match_key) -%}
    coalesce(cast(nullif(regexp_extract({{ match_key }}, '^([0-9]{1,3}) ', 1), '') as integer), 2)
{%- endmacro %}

{#- Does the register hold the whole group? As many as are printed; of a group without a number at least two. -#}
{% macro is_whole_group(units_meant, is_counted, units_registered) -%}
    ({{ units_registered }} = {{ units_meant }} or (not {{ is_counted }} and {{ units_registered }} > {{ units_meant }}))
{%- endmacro %}

{#- The day at which the units of a plan are looked up: the day of the run while the plan runs, its last day afterwards,
    its first one before. Relation `p`: effective_date, last_year. -#}
{% macro units_day(p, as_of) -%}
    greatest(
        {{ p }}.effective_date,
        least({{ as_of }}, coalesce(make_date({{ p }}.last_year, 12, 31), {{ as_of }}))
    )
{%- endmacro %}
