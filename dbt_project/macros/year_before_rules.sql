{#- Rules by which a figure is set beside that of the same window of the year before. -#}

{#- Two windows, a year apart, that begin and end on the same day of the year; a new regime moves them. Relations:
    window_from, window_to. -#}
{% macro is_same_window(one, other) -%}
    (
        strftime({{ one }}.window_from, '%m-%d') = strftime({{ other }}.window_from, '%m-%d')
        -- February ends where March begins.
        and strftime({{ one }}.window_to + 1, '%m-%d') = strftime({{ other }}.window_to + 1, '%m-%d')
    )
{%- endmacro %}

{#- Why there is no figure of the year before, or none that this year's may be held against; first that applies. Columns of
    the relation `b`: reading_reason (of the target), before_period_key, is_same_window, state, units_concerned,
    figure_reason (all of the year before), is_read (this year's figure stands), is_same_units (that reported). -#}
{% macro year_before_reason(b) -%}
    case
        when {{ b }}.reading_reason is not null then {{ b }}.reading_reason
        when {{ b }}.before_period_key is null then 'no_window'
        when {{ b }}.state = 'not_due' and {{ b }}.units_concerned = 0 then 'no_result_expected'
        when {{ b }}.state = 'quarantined' then 'held_back'
        when {{ b }}.state <> 'reported' then {{ b }}.state
        when {{ b }}.figure_reason is not null then {{ b }}.figure_reason
        when not {{ b }}.is_same_window then 'other_window'
        when {{ b }}.is_read and not {{ b }}.is_same_units then 'other_units'
    end
{%- endmacro %}

{#- A figure of that year stands, whether or not it may be compared. -#}
{% macro has_figure_of_year_before(b) -%}
    {{ b }}.state = 'reported' and {{ b }}.figure_reason is null and {{ b }}.reading_reason is null
{%- endmacro %}

{#- What a mart says of the year before. -#}
{% macro year_before_columns() -%}
    {{ return([
        'previous_year_period_key', 'previous_year_period_name', 'previous_year_actual', 'previous_year_numerator',
        'previous_year_denominator', 'previous_year_is_simulated', 'previous_year_is_comparable', 'previous_year_reason',
    ]) }}
{%- endmacro %}
