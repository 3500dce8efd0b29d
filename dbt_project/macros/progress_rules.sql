{#- Rules by which progress is told: whom a figure binds, how far it was reached, what is still missing. -#}

{#- Units are shown beside their agency where its figure is made of theirs. Distinct things, published scores are not;
    what only the office counts is the agency's own figure by another name. Relation `i`: catalogue of indicators. -#}
{% macro is_broken_down(i) -%}
    (
        {{ i }}.aggregation_over_units in ('ratio_of_sums', 'sum', 'mean')
        and {{ i }}.contributing_unit_kinds <> 'office'
    )
{%- endmacro %}

{#- A share or a time per piece asks the same of every unit. A number of events is the agency's: ten inspections of the
    agency are not ten of each unit. Of "units that have a plan", each one is bound where all have to. Relation `t`:
    value_kind, threshold. -#}
{% macro binds_each_unit(t) -%}
    coalesce(
        {{ t }}.value_kind = 'ratio' or ({{ t }}.value_kind = 'flag' and {{ t }}.threshold = 100), false
    )
{%- endmacro %}

{#- 100 and more: attained, in either direction. Of a floor the figure as percent of what it had to reach, of a ceiling
    the ceiling as percent of the figure; NULL of an exact figure, and where there is nothing to divide by: a floor of zero,
    a ceiling of which nothing was used. -#}
{% macro attainment(comparator, measure, threshold, measure_base) -%}
    case
        when {{ comparator }} in ('ge', 'gt') and {{ threshold }} > 0
            then {{ percent(measure, threshold ~ ' * ' ~ measure_base) }}
        when {{ comparator }} in ('le', 'lt') and {{ measure }} > 0
            then {{ percent(threshold ~ ' * ' ~ measure_base, measure) }}
    end
{%- endmacro %}

{#- What is still missing to a floor: of a count the rest of it; of a share of things that stand, and can still be put
    right, how many more of the present ones, in whole pieces where they are counted. Of a share of what flows by nobody
    knows how much is still to come, of a share typed without its counts how much a point is: NULL. Relation `r`: is_floor,
    is_count, is_mendable, is_counted_whole, figure_basis, measure, threshold, measure_base (of a share, `measure` is in
    percent of its base). -#}
{% macro remaining(r) -%}
    {%- set pieces = quotient('greatest(' ~ r ~ '.threshold * ' ~ r ~ '.measure_base - ' ~ r ~ '.measure, 0)', 100) -%}
    case
        when not {{ r }}.is_floor then null
        when {{ r }}.is_count then greatest({{ r }}.threshold - {{ r }}.measure, 0)
        when not {{ r }}.is_mendable or {{ r }}.figure_basis not in ('ratio', 'share_of_units') then null
        when {{ r }}.is_counted_whole then ceil({{ pieces }})
        else {{ pieces }}
    end
{%- endmacro %}
