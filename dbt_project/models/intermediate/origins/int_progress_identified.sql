with progress as (
    select * from {{ ref('fct_target_progress') }}
),

targets as (
    select * from {{ ref('stg_plans__targets') }}
),

periods as (
    select * from {{ ref('int_reporting_periods') }}
),

results as (
    select * from {{ ref('int_yardstick_items_linked') }}
    where item = 'result'
)

select
    {{ row_id('fct_target_progress', [
        'progress.plan_key', 'progress.target_no', 'progress.period_key', 'progress.scope', 'progress.scope_key'
    ]) }} as row_id,
    {{ row_id('fct_target', ['progress.plan_key', 'progress.target_no']) }} as target_id,
    progress.scope,
    progress.scope_key,
    progress.agency_key,
    progress.indicator_code,
    progress.period_key,
    progress.window_to,
    progress.numerator,
    progress.denominator,
    progress.figure_basis,
    periods.period_year,
    targets.unit = 'times_per_quarter' as is_by_quarter
from progress
inner join targets
    on progress.plan_key = targets.plan_key and progress.target_no = targets.target_no
inner join periods
    on progress.agency_key = periods.agency_key and progress.period_key = periods.period_key
union all by name
-- What the units of an agency add up to where an index is looked at, no target asking for it.
select
    {{ row_id('rpt_yardstick_item', [
        'results.agency_key', 'results.index_code', 'results.component_code', 'results.year', 'results.item',
        'results.item_key'
    ]) }} as row_id,
    'agency' as scope,
    results.agency_key as scope_key,
    results.agency_key,
    results.indicator_code,
    results.period_key,
    periods.window_to,
    results.numerator,
    results.denominator,
    results.figure_basis,
    periods.period_year,
    false as is_by_quarter
from results
inner join periods
    on results.agency_key = periods.agency_key and results.period_key = periods.period_key
