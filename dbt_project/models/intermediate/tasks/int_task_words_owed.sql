with speakers as (
    select distinct
        plan_key,
        task_no,
        speaker_unit_key as unit_key
    from {{ ref('int_task_leads') }}
    where speaker_unit_key is not null
),

plans as (
    select
        *,
        case when is_dated then effective_date end as issued_date
    from {{ ref('int_plans_bounded') }}
)

select
    speakers.plan_key,
    speakers.task_no,
    speakers.unit_key,
    reports.period_key,
    reports.due_date,
    coalesce(periods.period_year > plans.last_year, false) as is_after_plan
from speakers
inner join plans
    on speakers.plan_key = plans.plan_key
inner join {{ ref('int_obligations') }} as reports
    on speakers.unit_key = reports.unit_key and reports.is_expected
inner join {{ ref('int_reporting_periods') }} as periods
    on reports.agency_key = periods.agency_key and reports.period_key = periods.period_key
where
    plans.period_start <= periods.period_year
    and (plans.issued_date <= periods.window_to or plans.issued_date is null)
    and (plans.replaced_date > periods.window_to or plans.replaced_date is null)
    and periods.window_to <= {{ as_of() }}
