-- Where the figure of an agency is made of its units, those shown beside it make it: their counts add up, and so do
-- those who have reported. A share is its counts; a mean, a distinct count, the lowest of four quarters are no sums.
{{ config(meta={'dagster': {'ref': {'name': 'fct_target_progress'}}}) }}
with additive as (
    select progress.*
    from {{ ref('fct_target_progress') }} as progress
    inner join {{ ref('indicators') }} as indicators
        on progress.indicator_code = indicators.code
    where
        indicators.aggregation_over_units in ('ratio_of_sums', 'sum')
        and {{ is_broken_down('indicators') }}
),

units as (
    select
        plan_key,
        target_no,
        period_key,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        sum(units_concerned) as units_concerned,
        sum(units_reported) as units_reported,
        sum(units_carried) as units_carried,
        sum(units_held_back) as units_held_back
    from additive
    where scope = 'unit'
    group by plan_key, target_no, period_key
)

select
    agencies.plan_key,
    agencies.target_no,
    agencies.period_key,
    agencies.numerator,
    units.numerator as numerator_of_units,
    agencies.denominator,
    units.denominator as denominator_of_units
from additive as agencies
left join units
    on
        agencies.plan_key = units.plan_key
        and agencies.target_no = units.target_no
        and agencies.period_key = units.period_key
where
    agencies.scope = 'agency'
    and agencies.figure_basis in ('ratio', 'total')
    and (
        agencies.numerator is distinct from units.numerator
        or agencies.denominator is distinct from units.denominator
        or agencies.units_concerned is distinct from units.units_concerned
        or agencies.units_reported is distinct from units.units_reported
        or agencies.units_carried is distinct from units.units_carried
        or agencies.units_held_back is distinct from units.units_held_back
    )
