with reported as (
    select * from {{ ref('stg_results__tasks') }}
),

tasks as (
    select * from {{ ref('stg_plans__tasks') }}
),

final as (
    select
        'unknown_task' as kind,
        reported.plan_key || '/' || reported.task_no as subject,
        reported.plan_key || '/' || reported.task_no as value,
        reported.agency_key,
        reported.unit_key,
        reported.period_key,
        reported.source_sha256,
        reported.source_path,
        reported.source_place,
        reported.received_at
    from reported
    left join tasks
        on reported.plan_key = tasks.plan_key and reported.task_no = tasks.task_no
    where tasks.task_no is null
)

select * from final
