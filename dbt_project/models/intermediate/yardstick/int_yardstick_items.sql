with years as (
    select distinct year(calendar_date) as year
    from {{ ref('int_calendar_days') }}
    where calendar_date <= {{ as_of() }}
),

items as (
    select
        'target' as item,
        targets.agency_key,
        targets.plan_key,
        targets.target_no as item_no,
        targets.indicator_code,
        targets.reform_area,
        targets.papi_dimension,
        judged.year,
        judged.status,
        judged.status_reason,
        judged.period_key,
        judged.actual,
        judged.numerator,
        judged.denominator,
        judged.figure_basis,
        targets.value as target_value,
        targets.unit,
        targets.statement,
        concat_ws('|', targets.commitment_key, targets.comparator_read, targets.value, targets.value_max) as repeat_key,
        targets.is_current,
        judged.is_simulated or plans.is_simulated as is_simulated,
        targets.source_path,
        targets.source_place
    from {{ ref('fct_target') }} as targets
    inner join {{ ref('int_target_years_judged') }} as judged
        on targets.plan_key = judged.plan_key and targets.target_no = judged.target_no
    inner join {{ ref('dim_plan') }} as plans
        on targets.plan_key = plans.plan_key
    union all by name
    select
        plan_items.item,
        plan_items.agency_key,
        plan_items.plan_key,
        plan_items.item_no,
        plan_items.reform_area,
        plan_items.papi_dimension,
        years.year,
        plan_items.status,
        plan_items.statement,
        plan_items.is_current,
        plan_items.is_simulated,
        plan_items.source_path,
        plan_items.source_place
    from {{ ref('int_plan_items') }} as plan_items
    inner join years
        on years.year between plan_items.year_from and plan_items.year_to
    union all by name
    select
        'result' as item,
        results.agency_key,
        results.indicator_code as item_no,
        results.indicator_code,
        results.year,
        results.actual_reason as status_reason,
        results.period_key,
        results.actual,
        results.numerator,
        results.denominator,
        results.figure_basis,
        indicators.unit,
        indicators.indicator_name as statement,
        true as is_current,
        results.is_simulated
    from {{ ref('int_result_years_read') }} as results
    inner join {{ ref('dim_indicator') }} as indicators
        on results.indicator_code = indicators.indicator_code
)

select
    *,
    concat_ws('/', plan_key, item_no) as item_key
from items
