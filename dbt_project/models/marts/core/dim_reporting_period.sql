with periods as (
    select * from {{ ref('int_reporting_periods') }}
),

-- Periods that only agencies' own registers know; days are given where all of them agree.
own as (
    select
        period_key,
        min(period_name) as period_name,
        min(period_year) as period_year,
        min(report_type) as report_type,
        'own' as regime,
        case when min(window_from) = max(window_from) then min(window_from) end as window_from,
        case when min(window_to) = max(window_to) then min(window_to) end as window_to,
        bool_and(is_cumulative) as is_cumulative,
        false as is_year_end,
        bool_and(has_year_to_date) as has_year_to_date,
        case when min(legal_basis) = max(legal_basis) then min(legal_basis) end as legal_basis,
        'source' as confidence
    from periods
    where agency_key is not null
    group by period_key
    having bool_and(regime = 'own')
),

described as (
    select * exclude (agency_key)
    from periods
    where agency_key is null
    union all by name
    select own.*
    from own
    left join {{ ref('reporting_periods') }} as regime
        on own.period_key = regime.period_key
    where regime.period_key is null
)

select
    described.period_key,
    described.period_name,
    {{ reading_name('described') }} as reading_name,
    described.period_year,
    described.report_type,
    described.regime,
    described.window_from,
    described.window_to,
    described.due_date,
    described.effective_due_date,
    described.is_cumulative,
    described.is_year_end,
    described.preceding_period_key,
    described.legal_basis,
    described.confidence
from described
