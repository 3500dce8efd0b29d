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
        regexp_extract({{ note }}, '(?:rank out of|rank among|last of|hạng trong số|hạng trên tổng số) ([0-9]+)', 1) as integer
    )
{%- endmacro %}

{#- Whether a figure stands in no source as such: deduced from others, or computed from a file of data. -#}
{% macro is_computed_figure(basis) -%}
    {{ basis }} in ('derived', 'dataset-derived')
{%- endmacro %}

{#- The quarter of the provinces that a score lies in, 4 the highest, by the quartiles of that year. A score equal to a
    quartile belongs to the group above it, as "from the 75th percentile on" is the highest group. -#}
{% macro quartile_group(value, q1, median, q3) -%}
    1
    + cast({{ value }} >= {{ q1 }} as integer)
    + cast({{ value }} >= {{ median }} as integer)
    + cast({{ value }} >= {{ q3 }} as integer)
{%- endmacro %}

{#- May a figure (relation `c`) be held against that of the year before (`p`), and if not, why; first that applies. A
    framework without a found break is not proven comparable: its figures are not compared, and the reason says so. Its
    flag speaks of the first year of the version alone. -#}
{% macro comparability(c, p) -%}
    case
        when {{ p }}.year is null then 'no_year_before'
        when {{ c }}.value is null or {{ p }}.value is null then 'no_score'
        when not {{ c }}.is_placed or not {{ p }}.is_placed then 'province_unclear'
        when {{ c }}.series_territory <> {{ p }}.series_territory then 'boundaries_changed'
        when
            {{ c }}.framework_version <> {{ p }}.framework_version
            and {{ c }}.has_no_break_found and {{ c }}.year = {{ c }}.framework_year_from
            then 'framework_changed_no_break_found'
        when {{ c }}.framework_version <> {{ p }}.framework_version then 'framework_changed'
        when {{ c }}.series_key <> {{ p }}.series_key then 'scale_changed'
        else 'comparable'
    end
{%- endmacro %}

{#- What there is to say of the province's score: nothing where the agency's name means no province in that year (`c`, the
    cell), nothing where nobody collected a figure (`s`, the score); an absent figure is not an unpublished one. -#}
{% macro yardstick_state(c, s) -%}
    case
        when {{ c }}.province_key is null then 'no_province'
        when {{ s }}.state is null then 'not_collected'
        else {{ s }}.state
    end
{%- endmacro %}
