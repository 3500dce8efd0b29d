{#- Origins: what a row was read or computed from. -#}

{#- The ID of a row: its table and its primary key in order. Keys hold slashes: IDs are compared whole. -#}
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

{#- What a cell is to what was computed from it: an answer that brought no figure entered no sum. -#}
{% macro role_of_cell(state, role) -%}
    case when {{ state }} in ('nothing_arose', 'not_applicable') then 'answer' else {{ role }} end
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

{#- Tables whose rows pages show one by one, each with its primary key and which of its rows are shown (all where it is not
    said). What pages only count, and what only analysts read, stays in the bridge. -#}
{% macro rows_on_pages() -%}
    {{ return({
        'fct_dossier': (['unit_key', 'period_key', 'line_no'], none),
        'fct_duty': (['plan_key', 'duty_no'], none),
        'fct_finding': (['finding_key'], none),
        'fct_goal': (['plan_key', 'goal_no'], none),
        'fct_index_score': (['index_score_key'], none),
        'fct_indicator_result': (['unit_key', 'indicator_code', 'period_key'], none),
        'fct_measure': (['plan_key', 'measure_no'], none),
        'fct_own_task': (['unit_key', 'period_key', 'line_no'], 'is_last_word'),
        'fct_plan_correction': (['plan_key', 'correction_no'], none),
        'fct_report_submission': (['unit_key', 'period_key'], none),
        'fct_target': (['plan_key', 'target_no'], none),
        'fct_target_progress': (
            ['plan_key', 'target_no', 'period_key', 'scope', 'scope_key'],
            "scope = 'agency' or state in ('reported', 'nothing_arose', 'not_applicable')"
        ),
        'fct_target_status': (['plan_key', 'target_no'], none),
        'fct_task': (['plan_key', 'task_no'], none),
        'fct_task_progress': (['plan_key', 'task_no', 'unit_key', 'period_key'], 'is_today'),
        'fct_task_status': (['plan_key', 'task_no'], none),
        'rpt_yardstick_item': (
            ['agency_key', 'index_code', 'component_code', 'year', 'item', 'item_key'], "item = 'result'"
        ),
    }) }}
{%- endmacro %}
