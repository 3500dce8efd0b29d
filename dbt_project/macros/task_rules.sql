{#- Rules by which a task is judged (design: data model, Rules). -#}

{#- "Trước ngày X" asks for the day before X; every other deadline includes its last day. -#}
{% macro last_day_in_time(due_to, is_strict) -%}
    case when {{ is_strict }} then {{ due_to }} - 1 else {{ due_to }} end
{%- endmacro %}

{#- Status of a task for one lead at `as_of`, first that applies. `state`: how far the lead is by its last word, NULL when
    there is none (default: the column of that name). Columns of the relation `r`: word_date, done_date,
    has_evidence, deadline_kind, due_from, due_to, last_day (the first due date), last_day_given (the day up to which
    a document gives more time, else the first due date). -#}
{% macro task_status(r, as_of, state=none) -%}
    {%- set state = state or r ~ '.state' -%}
    case
        when {{ state }} = 'stopped' then 'stopped'
        when {{ r }}.deadline_kind = 'ongoing' and {{ r }}.due_to is null
            then case when {{ r }}.has_evidence then 'ongoing_with_result' else 'ongoing_without_result' end
        when {{ state }} = 'done' and {{ r }}.done_date > {{ r }}.last_day_given then 'done_late'
        when {{ state }} = 'done' then 'done_on_time'
        when {{ r }}.deadline_kind in ('on_guidance', 'conditional') and {{ r }}.due_to is null
            then case when {{ state }} = 'in_progress' then 'in_progress' else 'condition_not_arisen' end
        when {{ r }}.due_to is null then 'no_due_date'
        when {{ as_of }} > {{ r }}.last_day_given and {{ r }}.word_date > {{ r }}.last_day_given then 'overdue'
        when {{ as_of }} > {{ r }}.last_day_given then 'overdue_unconfirmed'
        when {{ as_of }} > {{ r }}.last_day then 'extended'
        when {{ state }} = 'not_started' then 'not_started'
        when {{ state }} is null and {{ r }}.due_from > {{ as_of }} then 'not_started'
        when {{ state }} is null then 'not_reported'
        else 'in_progress'
    end
{%- endmacro %}

{% macro task_days_late(r, as_of) -%}
    case
        when {{ r }}.status = 'done_late' then {{ r }}.done_date - {{ r }}.last_day_given
        when {{ r }}.status in ('overdue', 'overdue_unconfirmed') then {{ as_of }} - {{ r }}.last_day_given
    end
{%- endmacro %}

{#- Several leads: done when all are, else the worst of them speaks for the task. Who stopped speaks for it only where all did. -#}
{% macro task_status_rank(status) -%}
    case {{ status }}
        when 'overdue' then 12
        when 'overdue_unconfirmed' then 11
        when 'ongoing_without_result' then 10
        when 'not_started' then 9
        when 'not_reported' then 8
        when 'in_progress' then 7
        when 'extended' then 6
        when 'no_due_date' then 6
        when 'condition_not_arisen' then 5
        when 'ongoing_with_result' then 4
        when 'done_late' then 3
        when 'done_on_time' then 2
        else 1
    end
{%- endmacro %}

{#- Order in which leads speak for their task: the worst first. -#}
{% macro slowest_lead_first(unit_key='lead_unit_key') -%}
    {{ task_status_rank('status') }} desc, days_late desc, {{ unit_key }}
{%- endmacro %}

{#- A lead has done its part of a task. -#}
{% macro is_part_done(status) -%}
    {{ status }} in ('done_on_time', 'done_late', 'ongoing_with_result')
{%- endmacro %}

{#- How far a unit is at `as_of` by its word (columns: state, named_done_date): a day that is yet to come makes nothing done. -#}
{% macro state_by(as_of) -%}
    case when state = 'done' and named_done_date > {{ as_of }} then 'in_progress' else state end
{%- endmacro %}

{#- Not yet done, nor stopped; who has said nothing (NULL) is at work. -#}
{% macro is_at_work(state) -%}
    coalesce({{ state }} not in ('done', 'stopped'), true)
{%- endmacro %}

{#- A group is as far as the slowest of its members: done when all who answer for it are, the silent ones (NULL) included;
    not known while nobody has spoken. Members that stopped are left out before, unless all did. -#}
{% macro group_state(state) -%}
    case
        when count({{ state }}) = 0 then null
        when bool_and(coalesce({{ state }} = 'done', false)) then 'done'
        when bool_and(coalesce({{ state }} = 'stopped', false)) then 'stopped'
        when bool_and(coalesce({{ state }} = 'not_started', true)) then 'not_started'
        else 'in_progress'
    end
{%- endmacro %}

{#- What was said once and is not asked again: that it is done, or stopped. Ongoing work is never done for good. -#}
{% macro is_said_for_good(state, deadline_kind) -%}
    ({{ state }} = 'stopped' or ({{ state }} = 'done' and {{ deadline_kind }} is distinct from 'ongoing'))
{%- endmacro %}

{#- Open after its last day in time, with a word of the lead or without one. -#}
{% macro is_overdue(status) -%}
    {{ status }} in ('overdue', 'overdue_unconfirmed')
{%- endmacro %}

{#- The day on which a unit said something of a task: that of its report, else the day on which it first came. -#}
{% macro word_day(s) -%}
    coalesce({{ s }}.sent_date, {{ local_date(s ~ '.first_received_at') }})
{%- endmacro %}

{#- Does a place in a workbook lie on the sheet of tasks ("Biểu 2 Nhiệm vụ!F11"), or is it that sheet (trang “Biểu 2 …”)?
    Of a sheet that a unit named otherwise nothing is known. -#}
{% macro lies_on_sheet_of_tasks(place) -%}
    regexp_matches({{ place }}, '^(trang “)?Biểu 2\b')
{%- endmacro %}
