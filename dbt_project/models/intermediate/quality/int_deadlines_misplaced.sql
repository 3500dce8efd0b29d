with tasks as (
    select * from {{ ref('stg_plans__tasks') }}
),

plans as (
    select * from {{ ref('stg_plans__plans') }}
),

-- A date with blanks counts from its first possible day: only what is surely too early is said.
final as (
    select
        'deadline_before_issue' as kind,
        tasks.task_no as subject,
        tasks.deadline_text as value,
        strftime(tasks.due_to, '%d/%m/%Y') as value_a,
        array_to_string(list_reverse(string_split(plans.issued_date, '-')), '/') as value_b,
        plans.agency_key,
        tasks.plan_key,
        tasks.source_sha256,
        tasks.source_path,
        tasks.source_place,
        tasks.received_at
    from tasks
    inner join plans
        on tasks.plan_key = plans.plan_key
    where tasks.due_to < try_cast(left(plans.issued_date || '-01-01', 10) as date)
)

select * from final
