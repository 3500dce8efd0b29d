select
    progress.plan_key,
    progress.target_no,
    progress.period_key,
    periods.reading_name as period_name,
    progress.window_to,
    progress.due_date,
    progress.is_final,
    progress.actual,
    progress.figure_basis,
    progress.numerator,
    progress.denominator,
    progress.units_reported,
    progress.units_concerned,
    progress.units_carried,
    progress.units_held_back,
    cast(coalesce(questions.figures_in_question, 0) as integer) as figures_in_question,
    progress.target_value,
    progress.gap,
    progress.attainment_percent,
    progress.remaining,
    progress.status,
    progress.status_reason,
    progress.state,
    {%- for column in year_before_columns() %}
    year_before.{{ column }},
    {%- endfor %}
    progress.is_simulated
from {{ ref('fct_target_progress') }} as progress
inner join {{ ref('dim_agency_period') }} as periods
    on progress.agency_key = periods.agency_key and progress.period_key = periods.period_key
left join {{ ref('int_targets_year_before') }} as year_before
    on
        progress.plan_key = year_before.plan_key
        and progress.target_no = year_before.target_no
        and progress.period_key = year_before.period_key
left join {{ ref('int_figures_in_question') }} as questions
    on
        progress.agency_key = questions.agency_key
        and progress.indicator_code = questions.indicator_code
        and progress.period_key = questions.period_key
-- A target is also judged in its last window when nobody owed a report; such a window holds no point of the line.
where progress.scope = 'agency' and (progress.units_concerned > 0 or progress.state = 'not_applicable')
