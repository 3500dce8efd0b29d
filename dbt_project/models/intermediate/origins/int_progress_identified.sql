select
    {{ row_id('fct_target_progress', [
        'rows.plan_key', 'rows.target_no', 'rows.period_key', 'rows.scope', 'rows.scope_key'
    ]) }} as row_id,
    {{ row_id('fct_target', ['rows.plan_key', 'rows.target_no']) }} as target_id,
    rows.scope,
    rows.scope_key,
    rows.agency_key,
    rows.indicator_code,
    rows.period_key,
    rows.window_to,
    rows.numerator,
    rows.denominator,
    rows.figure_basis,
    periods.period_year,
    targets.unit = 'times_per_quarter' as is_by_quarter
from {{ ref('fct_target_progress') }} as rows
inner join {{ ref('stg_plans__targets') }} as targets
    on rows.plan_key = targets.plan_key and rows.target_no = targets.target_no
inner join {{ ref('int_reporting_periods') }} as periods
    on rows.agency_key = periods.agency_key and rows.period_key = periods.period_key
