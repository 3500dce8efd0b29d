{#- Rules by which a target is read and judged (design: data model, Rules). A target is compared unrounded: `measure` is
    held against `value * measure_base`, so that 95.99996 % never passes for 96 %. -#}

{#- How a printed comparator is read. A bare figure is a floor where more is better and a ceiling where less is better; the
    figure of a cut or a rise is a floor of an indicator that is itself a change; a range is met from its lower end. -#}
{% macro comparator_read(comparator, direction) -%}
    case
        when {{ comparator }} in ('ge', 'gt', 'le', 'lt') then {{ comparator }}
        when {{ comparator }} in ('increase_ge', 'increase_eq', 'decrease_ge', 'decrease_eq') then 'ge'
        when {{ direction }} = 'higher_better' then 'ge'
        when {{ direction }} = 'lower_better' then 'le'
        when {{ comparator }} = 'between' then 'ge'
        else 'eq'
    end
{%- endmacro %}

{#- The end of a range that decides: the lower one, save where less is better. "About 90" is met from the tolerance on. -#}
{% macro threshold(comparator, direction, value, value_max, tolerance) -%}
    case
        when {{ comparator }} = 'between' and {{ direction }} = 'lower_better' then coalesce({{ value_max }}, {{ value }})
        when {{ comparator }} = 'approx' and {{ direction }} = 'higher_better' then {{ value }} - {{ tolerance }}
        when {{ comparator }} = 'approx' and {{ direction }} = 'lower_better' then {{ value }} + {{ tolerance }}
        else {{ value }}
    end
{%- endmacro %}

{% macro satisfies(comparator, measure, threshold, measure_base) -%}
    case {{ comparator }}
        when 'ge' then {{ measure }} >= {{ threshold }} * {{ measure_base }}
        when 'gt' then {{ measure }} > {{ threshold }} * {{ measure_base }}
        when 'le' then {{ measure }} <= {{ threshold }} * {{ measure_base }}
        when 'lt' then {{ measure }} < {{ threshold }} * {{ measure_base }}
        else {{ measure }} = {{ threshold }} * {{ measure_base }}
    end
{%- endmacro %}

{#- More was reached than was asked: over the upper end of a range, else over a floor. Staying under a ceiling, or over a
    share that had to be passed anyway ("trên 90 %"), is what was asked. -#}
{% macro surpasses(comparator, measure, ceiling, measure_base) -%}
    coalesce({{ comparator }} = 'ge' and {{ measure }} > {{ ceiling }} * {{ measure_base }}, false)
{%- endmacro %}

{#- Within the tolerance on the wrong side; there is none at 100 %. -#}
{% macro nearly_satisfies(comparator, measure, threshold, measure_base, tolerance) -%}
    case
        when {{ comparator }} in ('ge', 'gt', 'eq')
            then {{ measure }} >= ({{ threshold }} - {{ tolerance }}) * {{ measure_base }}
        else {{ measure }} <= ({{ threshold }} + {{ tolerance }}) * {{ measure_base }}
    end and {{ tolerance }} > 0 and {{ threshold }} <> 100
{%- endmacro %}

{#- Nothing arose in this window, nor in those before it: one that is missing may have had something. -#}
{% macro is_all_known_to_be_nothing(r) -%}
    {{ r }}.state = 'nothing_arose' and coalesce({{ r }}.figure_reason <> 'earlier_windows_missing', true)
{%- endmacro %}

{#- A measure held against what was asked, as `target_status` wants it. Columns: comparator_read, threshold, value,
    value_max, tolerance_points. -#}
{% macro compared_with_target(measure, measure_base) -%}
    coalesce({{ satisfies('comparator_read', measure, 'threshold', measure_base) }}, false) as is_met,
    {{ surpasses('comparator_read', measure, 'coalesce(value_max, value)', measure_base) }} as is_surpassed,
    coalesce(
        {{ nearly_satisfies('comparator_read', measure, 'threshold', measure_base, 'tolerance_points') }}, false
    ) as is_near
{%- endmacro %}

{#- Something can be said about a window: it is over, or somebody has spoken. What a unit adds to a count of its agency has a
    state alone. Relation `p`: rows of fct_target_progress. -#}
{% macro is_spoken_of(p) -%}
    coalesce({{ p }}.status, {{ p }}.state) <> 'not_due'
    and ({{ p }}.window_to <= {{ as_of() }} or {{ p }}.units_reported > 0)
{%- endmacro %}

{#- Nobody is concerned with this window, as of an agency that has ceased: whatever else is said of it, it holds no word. -#}
{% macro is_owed_by_nobody(state, units_concerned) -%}
    {{ state }} = 'not_due' and coalesce({{ units_concerned }} = 0, false)
{%- endmacro %}

{#- Order in which windows speak for a target: the newest about which something can be said, one that nobody owes after any
    other, also where the target can never be assessed; before the first, the one that comes first. -#}
{% macro newest_window_first() -%}
    is_spoken_of desc,
    {{ is_owed_by_nobody('state', 'units_concerned') }} asc,
    case when is_spoken_of then window_to end desc,
    window_to asc,
    period_key asc
{%- endmacro %}

{#- Status of a target in a window, first that applies. Columns of the relation `r`: reading_reason (why it can never be
    assessed), is_later_year, state (of the figure), is_past_due (over, and the reports too: what is not due even then nobody owes),
    figure_reason (why these figures cannot be assessed), is_final, is_met, is_surpassed, is_near, is_count (adds up over the
    year), is_floor. -#}
{% macro target_status(r) -%}
    case
        when {{ r }}.reading_reason is not null then 'not_assessable'
        when {{ r }}.is_later_year then 'in_progress'
        when {{ r }}.state = 'not_due' and {{ r }}.is_past_due then 'not_assessable'
        when {{ r }}.state in ('not_due', 'not_reported', 'not_applicable') then {{ r }}.state
        when {{ r }}.state = 'quarantined' then 'not_assessable'
        when {{ is_all_known_to_be_nothing(r) }} then {{ r }}.state
        when {{ r }}.figure_reason is not null then 'not_assessable'
        when {{ r }}.is_count and {{ r }}.is_floor and {{ r }}.is_surpassed then 'exceeded'
        when {{ r }}.is_count and {{ r }}.is_floor and {{ r }}.is_met then 'met'
        when {{ r }}.is_final and {{ r }}.is_surpassed then 'exceeded'
        when {{ r }}.is_final and {{ r }}.is_met then 'met'
        when {{ r }}.is_final then 'missed'
        when {{ r }}.is_count and {{ r }}.is_floor then 'in_progress'
        when {{ r }}.is_met then 'on_track'
        when {{ r }}.is_near then 'at_risk'
        else 'off_track'
    end
{%- endmacro %}

{% macro target_status_reason(r) -%}
    case
        when {{ r }}.reading_reason is not null then {{ r }}.reading_reason
        when {{ r }}.is_later_year then 'later_year'
        when {{ is_owed_by_nobody(r ~ '.state', r ~ '.units_concerned') }} then 'no_result_expected'
        when {{ r }}.state in ('not_due', 'not_reported', 'not_applicable') then null
        when {{ r }}.state = 'quarantined' then 'held_back'
        when {{ is_all_known_to_be_nothing(r) }} then null
        else {{ r }}.figure_reason
    end
{%- endmacro %}
