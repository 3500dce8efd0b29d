with words as (
    select * from {{ ref('int_task_words') }}
),

final as (
    select
        'done_after_report' as kind,
        plan_key || '/' || task_no as subject,
        plan_key || '/' || task_no as value,
        strftime(named_done_date, '%d/%m/%Y') as value_a,
        strftime(word_date, '%d/%m/%Y') as value_b,
        agency_key,
        unit_key,
        period_key,
        source_sha256,
        source_path,
        source_place,
        received_at
    from words
    where named_done_date > word_date
)

select * from final
