-- No percentage without its counts: a share is its numerator by its denominator, in the same row, give or take the four
-- decimals that are shown; a count is its numerator; and a figure without counts says that it was typed, or is a mean.
-- What each column is a share of stands here once; a test holds that no column with a percentage is missing.
{{ config(meta={'dagster': {'ref': {'name': 'fct_target_progress'}}}) }}
{%- set task_rates = {
    'tasks_done_percent': 'tasks_done', 'tasks_on_time_percent': 'tasks_done_on_time',
    'tasks_past_due_percent': 'tasks_past_due_open',
} %}
{%- set all_tasks = {
    'fct_unit_period': 'tasks_led', 'rpt_unit': 'tasks_led', 'rpt_agency': 'tasks', 'rpt_plan': 'tasks',
} %}
{%- set points = {
    'fct_index_score': ('percent_of_max', 'value', 'max_points', 'unit'),
    'rpt_index_score': ('percent_of_max', 'value', 'max_points', 'unit'),
    'rpt_yardstick': ('province_percent_of_max', 'province_score', 'province_max_points', 'province_score_unit'),
} %}
{%- set figures = {
    'fct_target_progress': 'actual', 'fct_target_status': 'actual', 'rpt_plan_target': 'actual',
    'rpt_plan_target_period': 'actual', 'rpt_attention': 'actual', 'rpt_yardstick_item': 'actual',
    'fct_indicator_result': 'value', 'fct_indicator_result_history': 'value', 'rpt_unit_result': 'value',
} %}
with shares as (
    {%- for relation, whole in all_tasks.items() %}
    {%- for column, part in task_rates.items() %}
    select
        '{{ relation }}.{{ column }}' as shown_in,
        {{ column }} as shown,
        cast({{ part }} as decimal(18, 4)) as numerator,
        cast({{ 'tasks_done_or_past_due' if part == 'tasks_done_on_time' else whole }} as decimal(18, 4)) as denominator
    from {{ ref(relation) }}
    union all
    {%- endfor %}
    {%- endfor %}
    {%- for relation, (column, part, whole, unit) in points.items() %}
    select
        '{{ relation }}.{{ column }}' as shown_in,
        {{ column }} as shown,
        {{ part }} as numerator,
        case when {{ unit }} = 'percent' then 100 else {{ whole }} end as denominator
    from {{ ref(relation) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

figures as (
    {%- for relation, column in figures.items() %}
    select
        '{{ relation }}.{{ column }}' as shown_in,
        {{ column }} as shown,
        numerator,
        denominator,
        figure_basis
    from {{ ref(relation) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select
    shown_in,
    shown,
    numerator,
    denominator,
    null as figure_basis
from shares
where
    (shown is null) <> (coalesce(denominator, 0) = 0 or numerator is null)
    or abs(100 * numerator - shown * denominator) > 0.0001 * denominator
union all
select
    shown_in,
    shown,
    numerator,
    denominator,
    figure_basis
from figures
where
    (shown is null) <> (figure_basis is null)
    or case
        -- In percent, or so much per piece.
        when figure_basis in ('ratio', 'share_of_units')
            then coalesce(
                least(abs(100 * numerator - shown * denominator), abs(numerator - shown * denominator))
                > 0.0001 * denominator,
                true
            )
        when figure_basis = 'total' then numerator is distinct from shown
        else coalesce(denominator > 0 and figure_basis = 'as_typed', false)
    end
