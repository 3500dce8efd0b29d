{%- set others = {
    'goals': 'fct_goal', 'tasks': 'fct_task', 'measures': 'fct_measure', 'duties': 'fct_duty', 'findings': 'fct_finding'
} -%}

with items as (
    select
        plan_key,
        -- A figure that the plan prints again counts once.
        case when is_repeat then 'targets_repeated' else 'targets' end as item
    from {{ ref('fct_target') }}
    {%- for column, model in others.items() %}
    union all
    select
        plan_key,
        '{{ column }}' as item
    from {{ ref(model) }}
    {%- endfor %}
),

counts as (
    select
        {%- for column in ['targets', 'targets_repeated'] + others | list %}
        count(*) filter (where item = '{{ column }}') as {{ column }},
        {%- endfor %}
        plan_key
    from items
    group by plan_key
)

select
    plans.plan_key,
    plans.agency_key,
    agencies.agency_name,
    plans.province_name,
    plans.number,
    plans.issued_date_text,
    plans.issued_date,
    plans.issued_place,
    plans.title,
    plans.plan_kind,
    plans.period_start,
    plans.period_end,
    plans.is_open_ended,
    plans.signer,
    plans.signer_title,
    plans.signed_for,
    plans.is_in_force,
    plans.is_asked,
    plans.is_counted,
    plans.is_digest,
    plans.is_simulated,
    cast(coalesce(counts.targets, 0) as integer) as targets,
    cast(coalesce(counts.goals, 0) as integer) as goals,
    cast(coalesce(counts.tasks, 0) as integer) as tasks,
    {%- for column in ['tasks_done', 'tasks_done_on_time', 'tasks_past_due_open'] %}
    coalesce(standing.{{ column }}, 0) as {{ column }},
    {%- endfor %}
    {{ task_rates('standing', 'tasks') }},
    cast(coalesce(counts.measures, 0) as integer) as measures,
    cast(coalesce(counts.duties, 0) as integer) as duties,
    cast(coalesce(counts.findings, 0) as integer) as findings,
    cast(coalesce(counts.targets_repeated, 0) as integer) as targets_repeated,
    plans.review_state,
    plans.is_corrected,
    plans.reviewed_by,
    plans.reviewed_on,
    plans.review_reason,
    plans.is_unconfirmed,
    plans.source_path,
    plans.source_sha256,
    plans.received_at
from {{ ref('dim_plan') }} as plans
inner join {{ ref('dim_agency') }} as agencies
    on plans.agency_key = agencies.agency_key
left join counts
    on plans.plan_key = counts.plan_key
left join {{ ref('int_plan_tasks_counted') }} as standing
    on plans.plan_key = standing.plan_key
