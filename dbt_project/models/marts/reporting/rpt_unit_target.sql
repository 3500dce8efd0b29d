with windows as (
    select
        progress.*,
        {{ is_spoken_of('progress') }} as is_spoken_of
    from {{ ref('fct_target_progress') }} as progress
    where progress.scope = 'unit'
),

latest as (
    select * from windows
    qualify
        row_number() over (partition by plan_key, target_no, scope_key order by {{ newest_window_first() }}) = 1
)

select
    figures.unit_key,
    figures.plan_key,
    figures.target_no,
    figures.period_key,
    figures.period_name,
    figures.window_to,
    figures.indicator_code,
    figures.comparator_read,
    figures.target_value,
    figures.actual,
    figures.figure_basis,
    figures.numerator,
    figures.denominator,
    figures.gap,
    figures.state,
    figures.status,
    figures.status_reason,
    targets.is_current,
    figures.is_carried,
    figures.is_simulated,
    figures.row_id
from latest
inner join {{ ref('rpt_target_unit') }} as figures
    on
        latest.plan_key = figures.plan_key
        and latest.target_no = figures.target_no
        and latest.scope_key = figures.unit_key
        and latest.period_key = figures.period_key
inner join {{ ref('fct_target_status') }} as targets
    on latest.plan_key = targets.plan_key and latest.target_no = targets.target_no
