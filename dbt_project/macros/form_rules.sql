{#- Rules of the forms that units fill in. -#}

{#- What a unit types for an indicator: two counts of a share or a quotient, one figure, or nothing but a rate that somebody
    else works out (a published score in percent). -#}
{% macro form_entry(i) -%}
    case
        when {{ i }}.value_kind = 'ratio' then 'counts'
        when {{ i }}.unit <> 'percent' then 'figure'
        when {{ i }}.value_kind = 'index' and {{ i }}.denominator_definition is null then 'rate'
        when {{ i }}.denominator_definition is not null then 'counts'
        else 'figure'
    end
{%- endmacro %}

{#- Things that are counted come in whole pieces; money, time and points do not. The catalogue says so in its words: the
    relation `i`, and its column that says what is counted. -#}
{% macro is_counted_whole(i, counted='numerator_definition') -%}
    not coalesce(
        regexp_extract({{ i }}.{{ counted }}, '(số vốn|số tiền|mức chi|số ngày|số giờ|số phút)') <> ''
        or {{ i }}.unit in ('percent', 'points') and {{ i }}.value_kind = 'index',
        false
    )
{%- endmacro %}
