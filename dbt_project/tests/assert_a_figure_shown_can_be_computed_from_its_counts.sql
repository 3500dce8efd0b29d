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
    'rpt_unit_period': 'tasks_led',
} %}
{%- set points = {
    'fct_index_score': ('percent_of_max', 'value', 'max_points', 'unit'),
    'rpt_index_score': ('percent_of_max', 'value', 'max_points', 'unit'),
    'rpt_yardstick': ('province_percent_of_max', 'province_score', 'province_max_points', 'province_score_unit'),
} %}
{%- set of_counts = {
    'rpt_dossier': ('on_time_percent', 'resolved_in_time', 'judged'),
    'rpt_dossier_line': ('on_time_percent', 'resolved_in_time', 'judged'),
} %}
{%- set figures = {
    'fct_target_progress': 'actual', 'rpt_plan_target': 'actual', 'rpt_yardstick_item': 'actual',
    'rpt_target_unit': 'actual', 'rpt_unit_target': 'actual',
    'fct_indicator_result': 'value', 'fct_indicator_result_history': 'value', 'rpt_unit_result': 'value',
} %}
{#- Figures of targets that do not name their indicator: the column of the target's number. -#}
{%- set figures_of_targets = {
    'fct_target_status': ('actual', 'target_no'), 'rpt_plan_target_period': ('actual', 'target_no'),
    'rpt_attention': ('actual', 'item_no'),
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
    {%- for relation, (column, part, whole) in of_counts.items() %}
    select
        '{{ relation }}.{{ column }}' as shown_in,
        {{ column }} as shown,
        {{ part }} as numerator,
        {{ whole }} as denominator
    from {{ ref(relation) }}
    union all
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
        indicator_code,
        {{ column }} as shown,
        numerator,
        denominator,
        figure_basis
    from {{ ref(relation) }}
    union all
    {%- endfor %}
    {%- for relation, (column, number) in figures_of_targets.items() %}
    select
        '{{ relation }}.{{ column }}' as shown_in,
        targets.indicator_code,
        shown.{{ column }} as shown,
        shown.numerator,
        shown.denominator,
        shown.figure_basis
    from {{ ref(relation) }} as shown
    left join {{ ref('fct_target') }} as targets
        on shown.plan_key = targets.plan_key and shown.{{ number }} = targets.target_no
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

measured as (
    select
        figures.*,
        -- In percent, or so much per piece: minutes a file.
        case when figures.figure_basis = 'share_of_units' or indicators.unit = 'percent' then 100 else 1 end as factor
    from figures
    left join {{ ref('indicators') }} as indicators
        on figures.indicator_code = indicators.code
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
from measured
where
    (shown is null) <> (figure_basis is null)
    or case
        when figure_basis in ('ratio', 'share_of_units')
            then coalesce(abs(factor * numerator - shown * denominator) > 0.0001 * denominator, true)
        when figure_basis = 'total' then numerator is distinct from shown
        else coalesce(denominator > 0 and figure_basis = 'as_typed', false)
    end
