{#- Three rates of tasks, each beside what it is a share of: done of all; done on time of what is done or should be (late
    work that is still open counts, so that "100 % on time" never stands beside "overdue"); open past due of all. Relation
    `r`: tasks_done, tasks_done_on_time, tasks_past_due_open and the column of all of them. -#}
{% macro task_rates(r, all='tasks') -%}
    cast(coalesce({{ r }}.tasks_done + {{ r }}.tasks_past_due_open, 0) as integer) as tasks_done_or_past_due,
    {{ percent(r ~ '.tasks_done', r ~ '.' ~ all) }} as tasks_done_percent,
    {{ percent(r ~ '.tasks_done_on_time', '(' ~ r ~ '.tasks_done + ' ~ r ~ '.tasks_past_due_open)') }}
        as tasks_on_time_percent,
    {{ percent(r ~ '.tasks_past_due_open', r ~ '.' ~ all) }} as tasks_past_due_percent
{%- endmacro %}
