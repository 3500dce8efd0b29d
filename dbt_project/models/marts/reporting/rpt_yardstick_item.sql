with items as (
    select * from {{ ref('int_yardstick_items_linked') }}
),

targets as (
    select
        'target' as item,
        plan_key,
        target_no as item_no,
        comparator,
        value_max,
        is_floor_assumed
    from {{ ref('fct_target') }}
),

final as (
    select
        items.agency_key,
        items.index_code,
        items.component_code,
        cast(items.year as integer) as year,
        items.item,
        items.item_key,
        items.link,
        items.plan_key,
        items.item_no,
        items.indicator_code,
        items.statement,
        items.status,
        items.status_reason,
        items.period_key,
        cast(items.actual as decimal(18, 4)) as actual,
        cast(items.numerator as decimal(18, 4)) as numerator,
        cast(items.denominator as decimal(18, 4)) as denominator,
        items.figure_basis,
        targets.comparator,
        cast(items.target_value as decimal(18, 4)) as target_value,
        targets.value_max,
        targets.is_floor_assumed,
        items.unit,
        items.is_current,
        items.is_simulated,
        items.source_path,
        items.source_place
    from items
    left join targets
        on
            items.item = targets.item
            and items.plan_key = targets.plan_key
            and items.item_no = targets.item_no
)

select * from final
