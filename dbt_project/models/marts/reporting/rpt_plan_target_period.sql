select
    progress.plan_key,
    progress.target_no,
    progress.period_key,
    periods.reading_name as period_name,
    progress.window_to,
    progress.actual,
    progress.figure_basis,
    progress.numerator,
    progress.denominator,
    progress.units_reported,
    progress.units_concerned,
    progress.units_carried,
    cast(coalesce(questions.figures_in_question, 0) as integer) as figures_in_question,
    progress.target_value,
    progress.status,
    progress.state,
    progress.is_simulated
from {{ ref('fct_target_progress') }} as progress
inner join {{ ref('dim_agency_period') }} as periods
    on progress.agency_key = periods.agency_key and progress.period_key = periods.period_key
left join {{ ref('int_figures_in_question') }} as questions
    on
        progress.agency_key = questions.agency_key
        and progress.indicator_code = questions.indicator_code
        and progress.period_key = questions.period_key
-- A target is also judged in its last window when nobody owed a report; such a window holds no point of the line.
where progress.scope = 'agency' and (progress.units_concerned > 0 or progress.state = 'not_applicable')
