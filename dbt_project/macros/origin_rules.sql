{#- Origins: what a row of a fact was read or computed from. -#}

{#- The ID of a row of a fact: its table and its primary key in order. Keys hold slashes: IDs are compared whole. -#}
{% macro row_id(table, keys) -%}
    concat_ws('/', '{{ table }}', {{ keys | join(', ') }})
{%- endmacro %}

{#- The place a row was read from: columns of the relation `r`. -#}
{% macro place_of(r) -%}
    {{ r }}.source_path,
    {{ r }}.source_sha256,
    {{ r }}.source_place,
    {{ r }}.parser_version,
    {{ r }}.received_at
{%- endmacro %}

{#- The state of a task in the word that the form offers for it. -#}
{% macro task_state_text(state) -%}
    case {{ state }}
        when 'not_started' then 'Chưa triển khai'
        when 'in_progress' then 'Đang thực hiện'
        when 'done' then 'Hoàn thành'
        when 'stopped' then 'Dừng'
    end
{%- endmacro %}

{#- Primary key of every fact whose rows lead back to an origin. -#}
{% macro fact_keys() -%}
    {{ return({
        'fct_attention': ['attention_key'],
        'fct_dossier': ['unit_key', 'period_key', 'line_no'],
        'fct_duty': ['plan_key', 'duty_no'],
        'fct_finding': ['finding_key'],
        'fct_goal': ['plan_key', 'goal_no'],
        'fct_index_score': ['index_score_key'],
        'fct_indicator_result': ['unit_key', 'indicator_code', 'period_key'],
        'fct_indicator_result_history': ['unit_key', 'indicator_code', 'period_key', 'version_no', 'spell_no'],
        'fct_measure': ['plan_key', 'measure_no'],
        'fct_own_task': ['unit_key', 'period_key', 'line_no'],
        'fct_plan_correction': ['plan_key', 'correction_no'],
        'fct_report_narrative': ['unit_key', 'period_key', 'section'],
        'fct_report_submission': ['unit_key', 'period_key'],
        'fct_target': ['plan_key', 'target_no'],
        'fct_target_progress': ['plan_key', 'target_no', 'period_key', 'scope', 'scope_key'],
        'fct_target_status': ['plan_key', 'target_no'],
        'fct_task': ['plan_key', 'task_no'],
        'fct_task_progress': ['plan_key', 'task_no', 'unit_key', 'period_key'],
        'fct_task_status': ['plan_key', 'task_no'],
        'fct_task_word': ['plan_key', 'task_no', 'unit_key', 'period_key'],
        'fct_unit_period': ['unit_key', 'period_key'],
    }) }}
{%- endmacro %}

{#- Facts whose rows pages show one by one, with the rows of them that are shown (all where none are named). What pages
    only count, and what only analysts read, stays in the bridge. -#}
{% macro facts_on_pages() -%}
    {{ return({
        'fct_dossier': none,
        'fct_duty': none,
        'fct_finding': none,
        'fct_goal': none,
        'fct_index_score': none,
        'fct_indicator_result': none,
        'fct_measure': none,
        'fct_plan_correction': none,
        'fct_report_submission': none,
        'fct_target': none,
        'fct_target_progress': "scope = 'agency'",
        'fct_target_status': none,
        'fct_task': none,
        'fct_task_progress': 'is_today',
        'fct_task_status': none,
    }) }}
{%- endmacro %}
