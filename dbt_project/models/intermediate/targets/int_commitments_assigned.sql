with commitments as (
    select
        targets.plan_key,
        targets.target_no,
        readings.commitment_key,
        targets.indicator_code,
        targets.source,
        targets.section,
        targets.source_place,
        {{ words_of('targets.statement') }} as statement_words
    from {{ ref('stg_plans__targets') }} as targets
    inner join {{ ref('int_targets_worded') }} as readings
        on targets.plan_key = readings.plan_key and targets.target_no = readings.target_no
),

tasks as (
    select
        plan_key,
        task_no,
        area_code,
        source_place,
        {{ words_of('goal') }} as goal_words,
        {{ words_of("concat_ws(' ', goal, description, product)") }} as all_words
    from {{ ref('stg_plans__tasks') }}
),

annex_rows as (
    -- The row that states the figure, or one whose goal cell does: a cell over several rows is read for each of them.
    select distinct
        commitments.plan_key,
        commitments.commitment_key,
        commitments.indicator_code,
        tasks.task_no
    from commitments
    inner join tasks
        on
            commitments.plan_key = tasks.plan_key and commitments.source = 'annex'
            and (
                commitments.source_place = tasks.source_place
                or (
                    commitments.section = 'annex ' || tasks.area_code
                    and contains(tasks.goal_words, commitments.statement_words)
                )
            )
),

indicator_tasks as (
    select distinct
        plan_key,
        indicator_code,
        task_no
    from annex_rows
    where indicator_code is not null
    union
    -- Named in full, as the catalogue calls it; a few words in common are no evidence.
    select
        tasks.plan_key,
        indicators.code as indicator_code,
        tasks.task_no
    from tasks
    inner join {{ ref('indicators') }} as indicators
        on contains(tasks.all_words, {{ words_of('indicators.name_vi') }})
)

select
    plan_key,
    commitment_key,
    task_no,
    'annex_row' as basis
from annex_rows
union
select
    commitments.plan_key,
    commitments.commitment_key,
    indicator_tasks.task_no,
    'indicator' as basis
from commitments
inner join indicator_tasks
    on commitments.plan_key = indicator_tasks.plan_key and commitments.indicator_code = indicator_tasks.indicator_code
where commitments.commitment_key not in (select annex_rows.commitment_key from annex_rows)
