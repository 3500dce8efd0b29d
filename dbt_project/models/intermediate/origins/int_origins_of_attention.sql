-- What wants attention leads where the row leads that it was taken from; a conflict, to all places of its commitment.
with items as (
    select
        {{ row_id('fct_attention', ['items.attention_key']) }} as row_id,
        case items.kind
            when 'target' then {{ row_id('fct_target_status', ['items.plan_key', 'items.item_no']) }}
            when 'conflict' then {{ row_id('fct_target', ['places.plan_key', 'places.target_no']) }}
            when 'task' then {{ row_id('fct_task_status', ['items.plan_key', 'items.item_no']) }}
            when 'report' then {{ row_id('fct_report_submission', ['items.unit_key', 'items.period_key']) }}
        end as from_id
    from {{ ref('fct_attention') }} as items
    left join {{ ref('fct_target') }} as targets
        on items.kind = 'conflict' and items.plan_key = targets.plan_key and items.item_no = targets.target_no
    left join {{ ref('fct_target') }} as places
        on targets.commitment_key = places.commitment_key
),

sources as (
    select * from {{ ref('int_origins_of_target_status') }}
    union all by name
    select * from {{ ref('int_origins_of_plan_rows') }}
    where table_name = 'fct_target'
    union all by name
    select * from {{ ref('int_origins_of_tasks') }}
    union all by name
    select * from {{ ref('int_origins_of_reports') }}
),

origins as (
    select
        * exclude (row_id, from_id),
        row_id as from_id
    from sources
)

select
    items.row_id,
    origins.*
from items
inner join origins
    on items.from_id = origins.from_id
