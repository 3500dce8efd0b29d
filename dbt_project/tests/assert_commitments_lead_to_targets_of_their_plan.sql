-- The plan of a commitment is the plan of its targets and of its tasks.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_target_task'}}}) }}
select
    bridged.plan_key,
    bridged.commitment_key
from {{ ref('bridge_target_task') }} as bridged
left join {{ ref('fct_target') }} as targets
    on bridged.plan_key = targets.plan_key and bridged.commitment_key = targets.commitment_key
where targets.target_no is null
