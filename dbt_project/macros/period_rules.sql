{#- The quarter of the year that a window of this type ends with; NULL where it ends with none. -#}
{% macro quarter_of(report_type) -%}
    case {{ report_type }}
        when 'q1' then 1
        when 'q2' then 2
        when 'h1' then 2
        when 'q3' then 3
        when '9m' then 3
        when 'q4' then 4
        when 'h2' then 4
        when 'annual' then 4
    end
{%- endmacro %}

{#- What the year to date is called at the end of a window: the third quarter alone has no such reading, nine months do.
    Columns of the relation `r`: period_name, period_year, report_type, is_cumulative, has_year_to_date. -#}
{% macro reading_name(r) -%}
    case
        when {{ r }}.is_cumulative or {{ r }}.report_type = 'q1' or not {{ r }}.has_year_to_date then {{ r }}.period_name
        when {{ r }}.report_type = 'q2' then '6 tháng đầu năm ' || {{ r }}.period_year
        when {{ r }}.report_type = 'q3' then '9 tháng đầu năm ' || {{ r }}.period_year
        when {{ r }}.report_type in ('q4', 'h2') then 'Năm ' || {{ r }}.period_year
        else 'Lũy kế đến hết ' || {{ r }}.period_name
    end
{%- endmacro %}

{#- The last year of a plan: without an end printed its first one, unless its title says "and the years after". -#}
{% macro plan_last_year(p) -%}
    coalesce({{ p }}.period_end, case when not {{ p }}.is_open_ended then {{ p }}.period_start end)
{%- endmacro %}

{#- What came in one quarter alone: what a window of its own says, else the year to date less what had come by the quarter
    before (`before`). Only of counts that add up, and where the window applies to the unit. -#}
{% macro single_quarter(count) -%}
    case
        when not readings.is_additive or readings.quarter_no is null or readings.is_not_applicable then null
        when readings.report_type = 'q1' or not (readings.is_from_year_start or readings.report_type = 'h2')
            then readings.window_{{ count }}
        else readings.{{ count }} - before.{{ count }}
    end
{%- endmacro %}
