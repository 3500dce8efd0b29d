-- A figure sent for a window is reported there, whatever else of the year is missing: no target may count fewer units
-- than sent one, nor be "not reported" where any of them did.
{{ config(meta={'dagster': {'ref': {'name': 'fct_target_progress'}}}) }}
with said as (
    select
        results.agency_key,
        results.unit_key,
        results.indicator_code,
        results.period_key
    from {{ ref('fct_indicator_result') }} as results
    inner join {{ ref('int_contributions_read') }} as contributions
        on
            results.unit_key = contributions.unit_key
            and results.indicator_code = contributions.indicator_code
            and results.period_key = contributions.period_key
    where results.state in ('reported', 'nothing_arose')
)

select
    progress.plan_key,
    progress.target_no,
    progress.period_key,
    progress.scope_key,
    progress.state,
    progress.units_reported,
    count(*) as units_said
from {{ ref('fct_target_progress') }} as progress
inner join said
    on
        progress.agency_key = said.agency_key
        and progress.indicator_code = said.indicator_code
        and progress.period_key = said.period_key
        and (progress.scope = 'agency' or progress.scope_key = said.unit_key)
group by all
having count(*) > progress.units_reported or progress.state = 'not_reported'
