with periods as (
    select * from {{ ref('int_reporting_periods') }}
    where agency_key is not null
),

asked as (
    select
        periods.agency_key,
        periods.period_key,
        targets.indicator_code,
        string_agg(
            distinct coalesce(plans.number, plans.title) || ': ' || printed.statement, chr(10)
            order by coalesce(plans.number, plans.title) || ': ' || printed.statement
        ) as targets
    from periods
    inner join {{ ref('int_targets_read') }} as targets
        on
            periods.agency_key = targets.agency_key
            and periods.period_year >= targets.year_from
            and (periods.period_year <= targets.year_to or targets.year_to is null)
            -- As with what is expected: nothing before the plan was issued, nor what another plan has taken over.
            and (periods.window_to >= targets.plan_issued_date or targets.plan_issued_date is null)
            and (periods.window_to <= targets.valid_to or targets.valid_to is null)
            and (targets.frequency = 'period' or periods.is_year_end)
    inner join {{ ref('stg_plans__targets') }} as printed
        on targets.plan_key = printed.plan_key and targets.target_no = printed.target_no
    inner join {{ ref('stg_plans__plans') }} as plans
        on targets.plan_key = plans.plan_key
    inner join {{ ref('indicators') }} as indicators
        on targets.indicator_code = indicators.code
    group by periods.agency_key, periods.period_key, targets.indicator_code
),

-- Where no plan asks for anything, the catalogue does.
unplanned as (
    select
        periods.agency_key,
        periods.period_key,
        indicators.code as indicator_code
    from periods
    cross join {{ ref('indicators') }} as indicators
    left join asked
        on periods.agency_key = asked.agency_key and periods.period_key = asked.period_key
    where asked.agency_key is null and (indicators.frequency = 'period' or periods.is_year_end)
)

select
    agency_key,
    period_key,
    indicator_code,
    targets
from asked
union all
select
    agency_key,
    period_key,
    indicator_code,
    null as targets
from unplanned
