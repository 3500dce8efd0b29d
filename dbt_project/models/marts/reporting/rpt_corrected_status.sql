with former as (
    select
        *,
        {{ compared_with_target('measure_then', 'measure_base_then') }}
    from {{ ref('int_targets_remeasured') }}
),

judged as (
    select
        former.*,
        {{ quotient('former.measure_then', 'former.measure_base_then') }} as actual_then,
        {{ target_status('former') }} as status_then
    from former
)

select
    judged.plan_key,
    judged.target_no,
    judged.period_key,
    judged.scope,
    judged.scope_key,
    judged.unit_key,
    judged.version_no,
    judged.spell_no,
    judged.agency_key,
    judged.indicator_code,
    judged.known_from,
    judged.known_to,
    judged.closed_by,
    judged.value_then as unit_value_then,
    judged.value_now as unit_value_now,
    judged.actual_then,
    progress.actual as actual_now,
    progress.target_value,
    judged.status_then,
    progress.status as status_now,
    judged.status_then <> progress.status as is_status_changed,
    judged.is_repeat,
    progress.is_simulated
from judged
inner join {{ ref('fct_target_progress') }} as progress
    on
        judged.plan_key = progress.plan_key
        and judged.target_no = progress.target_no
        and judged.period_key = progress.period_key
        and judged.scope = progress.scope
        and judged.scope_key = progress.scope_key
