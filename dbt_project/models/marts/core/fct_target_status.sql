with windows as (
    select
        progress.*,
        {{ is_spoken_of('progress') }} as is_spoken_of
    from {{ ref('fct_target_progress') }} as progress
    where progress.scope = 'agency'
),

latest as (
    select * from windows
    qualify row_number() over (partition by plan_key, target_no order by {{ newest_window_first() }}) = 1
),

targets as (
    select
        *,
        year({{ as_of() }}) as as_of_year
    from {{ ref('int_targets_read') }}
)

select
    targets.plan_key,
    targets.target_no,
    targets.agency_key,
    targets.commitment_key,
    latest.period_key,
    latest.window_to,
    latest.due_date,
    coalesce(latest.is_final, false) as is_final,
    latest.actual,
    latest.figure_basis,
    latest.numerator,
    latest.denominator,
    coalesce(latest.units_reported, 0) as units_reported,
    coalesce(latest.units_carried, 0) as units_carried,
    coalesce(latest.units_held_back, 0) as units_held_back,
    coalesce(latest.units_concerned, 0) as units_concerned,
    latest.gap,
    latest.attainment_percent,
    latest.remaining,
    -- A target no window of which has come, or is known: judged by its years alone.
    case
        when latest.status is not null then latest.status
        when not targets.is_current then 'not_applicable'
        when targets.reading_reason is not null then 'not_assessable'
        when targets.plan_year_from > targets.as_of_year then 'not_due'
        when targets.year_to > targets.as_of_year then 'in_progress'
        when targets.year_to < targets.as_of_year then 'not_assessable'
        else 'not_due'
    end as status,
    case
        when latest.status is not null then latest.status_reason
        when not targets.is_current then 'amended'
        when targets.reading_reason is not null then targets.reading_reason
        when targets.year_to > targets.as_of_year then 'later_year'
        else 'no_result_expected'
    end as status_reason,
    coalesce(targets.is_current, true) as is_current,
    coalesce(targets.is_repeat, false) as is_repeat,
    coalesce(latest.is_simulated, false) as is_simulated
from targets
left join latest
    on targets.plan_key = latest.plan_key and targets.target_no = latest.target_no
