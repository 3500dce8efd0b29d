{#- How many rows of `items` are of one kind and, where statuses are named, in one of these. -#}
{% macro count_items(item, statuses) -%}
    cast(count(*) filter (where {{ is_item(item, statuses) }}) as integer)
{%- endmacro %}

{% macro is_item(item, statuses) -%}
    items.item = '{{ item }}'{% if statuses %} and {{ in_list('items.status', statuses) }}{% endif %}
{%- endmacro %}

{% macro in_list(column, codes) -%}
    {{ column }} in ('{{ codes | join("', '") }}')
{%- endmacro %}

{#- Columns of the overview: column -> item it counts, and the statuses that count (all where none are named). -#}
{% macro agency_counts() -%}
    {{ return({
        'plans': ('plan', []),
        'targets': ('target', []),
        'targets_met': ('target', ['met', 'exceeded']),
        'targets_missed': ('target', ['missed']),
        'targets_on_track': ('target', ['on_track']),
        'targets_at_risk': ('target', ['at_risk']),
        'targets_off_track': ('target', ['off_track']),
        'targets_in_progress': ('target', ['in_progress']),
        'targets_not_due': ('target', ['not_due']),
        'targets_not_reported': ('target', ['not_reported']),
        'targets_not_assessable': ('target', ['not_assessable']),
        'targets_other': ('target', ['nothing_arose', 'not_applicable']),
        'goals': ('goal', []),
        'measures': ('measure', []),
        'tasks': ('task', []),
        'tasks_done': ('task', ['done_on_time', 'done_late']),
        'tasks_done_on_time': ('task', ['done_on_time']),
        'tasks_past_due_open': ('task', ['overdue', 'overdue_unconfirmed']),
        'tasks_overdue': ('task', ['overdue']),
        'tasks_overdue_unconfirmed': ('task', ['overdue_unconfirmed']),
        'tasks_ongoing': ('task', ['ongoing_with_result', 'ongoing_without_result']),
        'tasks_other': ('task', [
            'in_progress', 'not_started', 'not_reported', 'extended', 'stopped', 'condition_not_arisen', 'no_due_date',
        ]),
        'reports_due': ('report', ['on_time', 'late', 'not_reported', 'unreadable', 'unknown']),
        'reports_on_time': ('report', ['on_time']),
        'reports_late': ('report', ['late']),
        'reports_missing': ('report', ['not_reported', 'unreadable']),
        'reports_unreadable': ('report', ['unreadable']),
        'findings_error': ('finding', ['error']),
        'findings_warning': ('finding', ['warning']),
        'findings_info': ('finding', ['info']),
    }) }}
{%- endmacro %}

{#- Columns of the yardstick: what plans and results have to show beside a published score, counted as on the overview. -#}
{% macro yardstick_counts() -%}
    {%- set counts = {} -%}
    {%- for column, (item, statuses) in agency_counts().items() if item in ('target', 'goal', 'measure', 'task') -%}
        {%- do counts.update({column: (item, statuses)}) -%}
    {%- endfor -%}
    {%- do counts.update({'indicators_reported': ('result', [])}) -%}
    {{ return(counts) }}
{%- endmacro %}

{#- Columns of a unit's scorecard: what the overview counts of reports, tasks, targets and findings. -#}
{% macro unit_counts() -%}
    {%- set counts = {} -%}
    {%- for column, (item, statuses) in agency_counts().items() if item in ('report', 'task', 'target', 'finding') -%}
        {%- do counts.update({'tasks_led' if column == 'tasks' else column: (item, statuses)}) -%}
    {%- endfor -%}
    {{ return(counts) }}
{%- endmacro %}

{#- What became of a file, as far as its sender must know: name -> the states that count. -#}
{% macro file_fates() -%}
    {{ return({
        'read': ['read'],
        'unreadable': ['unreadable', 'refused'],
        'ignored': ['ignored', 'withdrawn'],
        'superseded': ['superseded'],
    }) }}
{%- endmacro %}
