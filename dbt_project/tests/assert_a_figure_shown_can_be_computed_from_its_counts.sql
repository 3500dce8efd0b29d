-- A share is its numerator by its denominator: where both are shown, a hundred times the one is the actual times the
-- other, give or take the four decimals that are shown.
{{ config(meta={'dagster': {'ref': {'name': 'fct_target_progress'}}}) }}
select
    progress.plan_key,
    progress.target_no,
    progress.period_key,
    progress.actual
from {{ ref('fct_target_progress') }} as progress
inner join {{ ref('dim_indicator') }} as indicators
    on progress.indicator_code = indicators.indicator_code
where
    indicators.unit = 'percent'
    and progress.denominator is not null
    and progress.actual is not null
    and abs(100 * progress.numerator - progress.actual * progress.denominator) > 0.0001 * progress.denominator
