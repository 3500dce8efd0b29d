with items as (
    select * from {{ ref('int_yardstick_items_linked') }}
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
        cast(items.target_value as decimal(18, 4)) as target_value,
        items.unit,
        items.is_current,
        items.is_simulated,
        items.source_path,
        items.source_place
    from items
)

select * from final
