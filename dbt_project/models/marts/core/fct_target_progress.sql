with compared as (
    select
        *,
        coalesce({{ satisfies('comparator_read', 'measure', 'threshold', 'measure_base') }}, false) as is_met,
        {{ surpasses('comparator_read', 'measure', 'coalesce(value_max, value)', 'measure_base') }} as is_surpassed,
        coalesce(
            {{ nearly_satisfies('comparator_read', 'measure', 'threshold', 'measure_base', 'tolerance_points') }}, false
        ) as is_near,
        {{ quotient('measure', 'measure_base') }} as measured
    from {{ ref('int_targets_measured') }}
),

judged as (
    select
        compared.*,
        compared.reading_reason is null and compared.figure_reason is null as is_assessable,
        {{ target_status('compared') }} as status,
        {{ target_status_reason('compared') }} as status_reason
    from compared
),

shown as (
    -- A figure that is not judged is not shown.
    select
        *,
        case when is_assessable then numerator end as shown_numerator,
        case when is_assessable then denominator end as shown_denominator,
        case when is_assessable and state = 'reported' then measured end as actual
    from judged
)

select
    plan_key,
    target_no,
    period_key,
    'agency' as scope,
    agency_key,
    commitment_key,
    indicator_code,
    window_to,
    due_date,
    is_final,
    cast(units_concerned as integer) as units_concerned,
    cast(units_reported as integer) as units_reported,
    cast(units_carried as integer) as units_carried,
    cast(shown_numerator as decimal(18, 4)) as numerator,
    cast(shown_denominator as decimal(18, 4)) as denominator,
    actual,
    cast(value as decimal(18, 4)) as target_value,
    comparator_read,
    cast(actual - value as decimal(18, 4)) as gap,
    case when is_floor then {{ percent('actual', 'threshold') }} end as attainment_percent,
    cast(
        case when is_count and is_floor and actual is not null then greatest(threshold - actual, 0) end
        as decimal(18, 4)
    ) as remaining,
    state,
    status,
    status_reason,
    is_simulated
from shown
