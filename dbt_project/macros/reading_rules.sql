{#- What a target reads of an indicator, in any window: its own year and the year before alike. Relation `t`: targets (unit);
    relation `r`: int_readings_by_scope. "Mỗi quý ít nhất một lần" is held against the lowest quarter, not the sum. -#}
{% macro reading_measure(t, r) -%}
    case when {{ t }}.unit = 'times_per_quarter' then {{ r }}.lowest_quarter else {{ r }}.measure end
{%- endmacro %}

{% macro reading_measure_base(t, r) -%}
    case when {{ t }}.unit = 'times_per_quarter' then 1 else {{ r }}.measure_base end
{%- endmacro %}

{% macro reading_basis(t, r) -%}
    case when {{ t }}.unit = 'times_per_quarter' then 'lowest_quarter' else {{ r }}.figure_basis end
{%- endmacro %}

{#- Why such a figure says nothing. -#}
{% macro reading_reason(t, r) -%}
    case
        when {{ r }}.figure_reason = 'earlier_windows_missing' then {{ r }}.figure_reason
        when {{ t }}.unit = 'times_per_quarter' and {{ r }}.lowest_quarter is null then 'quarters_unknown'
        else {{ r }}.figure_reason
    end
{%- endmacro %}

{#- State of the figure of a scope in a window. Relation `r`: units_with_figures, units_reported, units_not_applicable,
    units_concerned, units_held_back, is_past_due. -#}
{% macro reading_state(r) -%}
    case
        when {{ r }}.units_with_figures > 0 then 'reported'
        when {{ r }}.units_reported > 0 then 'nothing_arose'
        when {{ r }}.units_not_applicable > 0 and {{ r }}.units_concerned = 0 then 'not_applicable'
        -- Something came: whoever sent it is not silent.
        when {{ r }}.units_held_back > 0 then 'quarantined'
        -- Where nobody owed a result none is lacking, however long ago the window was over.
        when {{ r }}.is_past_due and {{ r }}.units_concerned > 0 then 'not_reported'
        else 'not_due'
    end
{%- endmacro %}
