{%- set judged = ['status_reason', 'actual', 'numerator', 'denominator', 'figure_basis', 'gap'] -%}
with described as (
    select
        items.*,
        agencies.agency_name,
        units.unit_name,
        coalesce(owners.unit_name, units.unit_name) as owner_name,
        coalesce(targets.statement, tasks.description, periods.period_name, items.period_key) as title,
        {%- for column in judged %}
        case when items.kind = 'target' then target_status.{{ column }} end as {{ column }},
        {%- endfor %}
        targets.value as target_value,
        targets.comparator,
        targets.unit,
        case
            -- What serves a target has days of its own: the target has the years that its plan gives it.
            when items.kind in ('target', 'conflict') then make_date(targets.year_to, 12, 31)
            else coalesce(task_status.last_day_given, reports.due_date)
        end as due_date,
        coalesce(task_status.days_late, reports.days_late) as days_late,
        agencies.is_simulated
        or coalesce(
            case when items.kind = 'target' then target_status.is_simulated end,
            task_status.is_simulated, reports.is_simulated, false
        ) as is_simulated,
        coalesce(targets.source_path, tasks.source_path, reports.source_path) as source_path,
        coalesce(targets.source_place, tasks.source_place) as source_place
    from {{ ref('fct_attention') }} as items
    inner join {{ ref('dim_agency') }} as agencies
        on items.agency_key = agencies.agency_key
    left join {{ ref('dim_unit') }} as units
        on items.unit_key = units.unit_key
    left join {{ ref('fct_target') }} as targets
        on items.plan_key = targets.plan_key and items.item_no = targets.target_no
    left join {{ ref('dim_unit') }} as owners
        on targets.owner_unit_key = owners.unit_key
    left join {{ ref('fct_target_status') }} as target_status
        on items.plan_key = target_status.plan_key and items.item_no = target_status.target_no
    left join {{ ref('fct_task') }} as tasks
        on items.plan_key = tasks.plan_key and items.item_no = tasks.task_no
    left join {{ ref('fct_task_status') }} as task_status
        on items.plan_key = task_status.plan_key and items.item_no = task_status.task_no
    left join {{ ref('fct_report_submission') }} as reports
        on items.unit_key = reports.unit_key and items.period_key = reports.period_key
    left join {{ ref('dim_agency_period') }} as periods
        on items.agency_key = periods.agency_key and items.period_key = periods.period_key
)

select
    agency_key,
    agency_name,
    cast(
        row_number() over (
            order by
                {{ attention_rank('kind', 'status') }} asc,
                days_late desc nulls last,
                abs(gap) desc nulls last,
                agency_key asc, plan_key asc, item_no asc, unit_key asc, due_date asc
        ) as integer
    ) as attention_rank,
    kind,
    plan_key,
    item_no,
    unit_key,
    unit_name,
    owner_name,
    title,
    status,
    {%- for column in judged %}
    {{ column }},
    {%- endfor %}
    target_value,
    comparator,
    unit,
    due_date,
    days_late,
    is_simulated,
    source_path,
    source_place
from described
