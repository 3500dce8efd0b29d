-- A figure that leads nowhere cannot be trusted, and an origin of no row is a wrong ID.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_row_origin'}}}) }}
{%- set facts = {
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
    'fct_unit_period': ['unit_key', 'period_key']
} %}
with fact_rows as (
    {%- for fact, keys in facts.items() %}
    select {{ row_id(fact, keys) }} as row_id
    from {{ ref(fact) }}
    union all
    {%- endfor %}
    -- What the units of an agency add up to beside an index is no row of any fact.
    select
        {{ row_id('rpt_yardstick_item', [
            'agency_key', 'index_code', 'component_code', 'year', 'item', 'item_key'
        ]) }} as row_id
    from {{ ref('rpt_yardstick_item') }}
    where item = 'result'
),

led_back as (
    select distinct row_id
    from {{ ref('bridge_row_origin') }}
)

select
    fact_rows.row_id,
    led_back.row_id as id_of_the_origin
from fact_rows
full outer join led_back
    on fact_rows.row_id = led_back.row_id
where fact_rows.row_id is null or led_back.row_id is null
