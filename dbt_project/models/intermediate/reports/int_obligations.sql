with obligations as (
    select
        obligations.*,
        periods.window_to,
        periods.period_year,
        coalesce(days.working_date, obligations.due_date) as effective_due_date
    from {{ ref('stg_registers__obligations') }} as obligations
    left join {{ ref('int_reporting_periods') }} as periods
        on obligations.agency_key = periods.agency_key and obligations.period_key = periods.period_key
    left join {{ ref('int_calendar_days') }} as days
        on obligations.due_date = days.calendar_date
),

-- The plans of the agency for that year: any of them may be why the report is asked for.
asking as (
    select
        obligations.unit_key,
        obligations.period_key,
        min(dates.effective_date) as first_plan_date,
        bool_and(dates.is_dated and dates.effective_date > obligations.window_to) as is_before_all_plans
    from obligations
    inner join {{ ref('stg_plans__plans') }} as plans
        on
            obligations.agency_key = plans.agency_key
            and obligations.period_year >= plans.period_start
            and coalesce(obligations.period_year <= {{ plan_last_year('plans') }}, true)
    inner join {{ ref('int_plans_effective') }} as dates
        on plans.plan_key = dates.plan_key
    group by obligations.unit_key, obligations.period_key
)

select
    obligations.agency_key,
    obligations.unit_key,
    obligations.period_key,
    obligations.window_to,
    obligations.due_date as due_date_printed,
    obligations.effective_due_date as due_date,
    obligations.legal_basis,
    obligations.level,
    obligations.report_to,
    asking.first_plan_date,
    -- A document of its own asks for the report whatever plans say; a plan asks for nothing before its day.
    obligations.legal_basis is not null or not coalesce(asking.is_before_all_plans, false) as is_expected,
    obligations.source_sha256,
    obligations.source_path,
    obligations.source_place,
    obligations.received_at
from obligations
left join asking
    on obligations.unit_key = asking.unit_key and obligations.period_key = asking.period_key
