{#- Rules of published indices: what belongs to one series, and out of how many a rank is. -#}

{#- Figures with one series key may be compared from year to year: same index, component, framework version, territory with
    its boundaries, unit and maximum. Points of 9.5 and percent of a maximum are different series. -#}
{% macro series_key(index_code, component_code, framework_version, territory, unit, max_points) -%}
    concat_ws(
        ':',
        {{ index_code }},
        {{ component_code }},
        {{ framework_version }},
        {{ territory }},
        coalesce({{ unit }}, 'rank')
        || coalesce('_of_' || rtrim(rtrim(cast({{ max_points }} as varchar), '0'), '.'), '')
    )
{%- endmacro %}

{#- "rank out of 10", "among 63 scored provinces", "last of 61": the number that the source itself names. -#}
{% macro rank_of_stated(note) -%}
    try_cast(
        nullif(regexp_extract({{ note }}, '(?:rank out of|rank among|last of|hạng trong số|hạng trên tổng số) ([0-9]+)', 1), '') as integer
    )
{%- endmacro %}
