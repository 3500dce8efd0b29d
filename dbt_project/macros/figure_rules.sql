{#- The figure of an indicator in its own measure. A rate is computed from its counts; the one typed is shown only where no
    counts came. Relation `f`: state, numerator, denominator, value; relation `i`: unit, value_kind. -#}
{% macro figure_value(f, i) -%}
    case
        when {{ f }}.state <> 'reported' then null
        when {{ f }}.denominator is not null and {{ i }}.unit = 'percent'
            then {{ percent(f ~ '.numerator', f ~ '.denominator') }}
        when {{ f }}.denominator is not null and {{ i }}.value_kind = 'ratio'
            then {{ quotient(f ~ '.numerator', f ~ '.denominator') }}
        when {{ i }}.value_kind = 'ratio' then cast({{ f }}.value as decimal(18, 4))
        else cast(coalesce({{ f }}.numerator, {{ f }}.value) as decimal(18, 4))
    end
{%- endmacro %}

{#- How that figure was made: ratio (of its counts), total (the count itself) or as_typed (a figure typed without counts). -#}
{% macro own_figure_basis(f, i) -%}
    case
        when {{ figure_value(f, i) }} is null then null
        when {{ f }}.denominator is not null and ({{ i }}.unit = 'percent' or {{ i }}.value_kind = 'ratio') then 'ratio'
        when {{ i }}.value_kind = 'ratio' or {{ f }}.numerator is null then 'as_typed'
        else 'total'
    end
{%- endmacro %}

{#- 0 of 0 says that nothing arose, whatever word was ticked. -#}
{% macro figure_state(f) -%}
    case
        when {{ f }}.state = 'reported' and {{ f }}.numerator = 0 and {{ f }}.denominator = 0 then 'nothing_arose'
        else {{ f }}.state
    end
{%- endmacro %}

{#- A figure in words of a report: 735/1.842, 96,5 %, "không phát sinh". Relation `i` as above. -#}
{% macro figure_text(f, i) -%}
    case
        when {{ f }}.state = 'nothing_arose' then 'không phát sinh'
        when {{ f }}.state = 'not_applicable' then 'không áp dụng'
        when {{ f }}.numerator is not null and {{ f }}.denominator is not null
            then {{ plain_number(f ~ '.numerator') }} || '/' || {{ plain_number(f ~ '.denominator') }}
        when {{ f }}.numerator is not null then {{ plain_number(f ~ '.numerator') }}
        else {{ plain_number(f ~ '.value') }} || case when {{ i }}.unit = 'percent' then ' %' else '' end
    end
{%- endmacro %}

{#- A number as Vietnamese write it: 14.349, 96,5, -0,25. -#}
{% macro plain_number(number) -%}
    {%- set exact = 'cast(' ~ number ~ ' as decimal(18, 4))' -%}
    if({{ exact }} < 0, '-', '') || format('{:t.}', cast(trunc(abs({{ exact }})) as bigint))
    || rtrim(rtrim(',' || split_part(cast(abs({{ exact }}) as varchar), '.', 2), '0'), ',')
{%- endmacro %}

{#- Do two figures of one indicator say the same? Counts are the same or they are not; a rate that was typed without its
    counts may carry the rounding of its last digit. What one of them leaves out, the other does not contradict.
    Relations `a`, `b`: state, numerator, denominator, value (as `figure_value` gives it). -#}
{% macro figures_agree(a, b) -%}
    (
        {{ a }}.state = {{ b }}.state
        and coalesce({{ a }}.numerator = {{ b }}.numerator, true)
        and coalesce({{ a }}.denominator = {{ b }}.denominator, true)
        and (
            ({{ a }}.numerator is not null and {{ b }}.numerator is not null)
            or coalesce(
                abs({{ a }}.value - {{ b }}.value) <= greatest({{ typed_rounding(a) }}, {{ typed_rounding(b) }}), true
            )
        )
    )
{%- endmacro %}

{#- Half of the last digit typed: as the reader allows a rate beside its counts, never more than half a point. -#}
{% macro typed_rounding(f) -%}
    case
        when {{ f }}.numerator is not null then 0
        when {{ f }}.value = floor({{ f }}.value) then 0.5
        when {{ f }}.value * 10 = floor({{ f }}.value * 10) then 0.05
        when {{ f }}.value * 100 = floor({{ f }}.value * 100) then 0.005
        else 0
    end
{%- endmacro %}
