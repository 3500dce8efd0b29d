with targets as (
    select
        targets.plan_key,
        targets.target_no,
        plans.agency_key,
        targets.indicator_code,
        targets.subject,
        targets.comparator,
        targets.value,
        targets.value_max,
        targets.unit,
        indicators.direction,
        indicators.value_kind,
        indicators.unit as indicator_unit,
        coalesce(indicators.is_change, false) as is_change,
        -- A share of what stands at the end of a window: what lacks today can still be put right.
        coalesce(
            indicators.aggregation_over_periods = 'last_value' and indicators.unit in ('percent', 'flag'), false
        ) as is_mendable,
        {{ is_counted_whole('indicators', 'numerator_vi') }} as is_counted_whole,
        coalesce(indicators.frequency, 'period') as frequency,
        coalesce(indicators.tolerance_points, 0) as tolerance_points,
        coalesce(targets.period_start, plans.period_start) as year_from,
        -- A figure with a first year of its own and no last one holds for every year from then on.
        case
            when targets.period_start is not null then targets.period_end
            else coalesce(targets.period_end, {{ plan_last_year('plans') }})
        end as year_to,
        plans.period_start as plan_year_from,
        {{ full_date('plans.issued_date') }} as plan_issued_date
    from {{ ref('stg_plans__targets') }} as targets
    inner join {{ ref('stg_plans__plans') }} as plans
        on targets.plan_key = plans.plan_key
    left join {{ ref('indicators') }} as indicators
        on targets.indicator_code = indicators.code
),

read_targets as (
    select
        *,
        {{ comparator_read('comparator', 'direction') }} as comparator_read,
        {{ threshold('comparator', 'direction', 'value', 'value_max', 'tolerance_points') }} as threshold,
        comparator = 'eq' and unit = 'percent' and value < 100 and coalesce(direction = 'higher_better', false)
            as is_floor_assumed,
        value_kind = 'count' and unit not in ('times_per_quarter', 'sessions_per_month') as is_count,
        case
            -- A code that the catalogue does not know is as good as none.
            when indicator_unit is null then 'no_indicator'
            when comparator in ('increase_ge', 'increase_eq', 'decrease_ge', 'decrease_eq') and not is_change
                then 'missing_base'
            when unit = 'percent' and value_kind in ('count', 'stock') then 'missing_denominator'
            when unit <> 'percent' and indicator_unit = 'percent' then 'other_unit'
            -- Windows of several months cannot show that each month had its own.
            when unit = 'sessions_per_month' then 'months_unknown'
            when year_from is null then 'no_year'
        end as reading_reason,
        -- One plan, one indicator, one period, one unit of measure: one commitment, however often it is printed.
        case
            when indicator_code is null then plan_key || '/' || target_no
            else
                plan_key || '/' || indicator_code || '/' || unit || '/'
                || coalesce(cast(year_from as varchar), '') || '-' || coalesce(cast(year_to as varchar), '')
        end as commitment_key
    from targets
)

select
    *,
    count(distinct concat_ws(' ', comparator_read, value, value_max)) over (partition by commitment_key) > 1
        as has_conflict
from read_targets
