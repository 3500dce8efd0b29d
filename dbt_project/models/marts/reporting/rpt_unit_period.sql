select
    scores.unit_key,
    scores.period_key,
    scores.agency_key,
    units.unit_name,
    units.unit_kind,
    coalesce(periods.period_name, scores.period_key) as period_name,
    scores.window_to,
    {%- for column in unit_counts() %}
    scores.{{ column }},
    {%- endfor %}
    scores.tasks_done_or_past_due,
    scores.tasks_done_percent,
    scores.tasks_on_time_percent,
    scores.tasks_past_due_percent,
    scores.is_simulated
from {{ ref('fct_unit_period') }} as scores
inner join {{ ref('dim_unit') }} as units
    on scores.unit_key = units.unit_key
left join {{ ref('dim_agency_period') }} as periods
    on scores.agency_key = periods.agency_key and scores.period_key = periods.period_key
