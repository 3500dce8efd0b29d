with items as (
    select
        plan_key,
        -- A figure that the plan prints again counts once.
        case when is_repeat then 'repeat' else 'target' end as item
    from {{ ref('fct_target') }}
    union all
    {%- for item, model in [
        ('goal', 'fct_goal'),
        ('task', 'fct_task'),
        ('measure', 'fct_measure'),
        ('duty', 'fct_duty'),
        ('finding', 'fct_finding'),
    ] %}
    select
        plan_key,
        '{{ item }}' as item
    from {{ ref(model) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

counts as (
    select
        plan_key,
        count(*) filter (where item = 'target') as targets,
        count(*) filter (where item = 'repeat') as targets_repeated,
        count(*) filter (where item = 'goal') as goals,
        count(*) filter (where item = 'task') as tasks,
        count(*) filter (where item = 'measure') as measures,
        count(*) filter (where item = 'duty') as duties,
        count(*) filter (where item = 'finding') as findings
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
    plans.is_digest,
    plans.is_simulated,
    cast(coalesce(counts.targets, 0) as integer) as targets,
    cast(coalesce(counts.goals, 0) as integer) as goals,
    cast(coalesce(counts.tasks, 0) as integer) as tasks,
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
