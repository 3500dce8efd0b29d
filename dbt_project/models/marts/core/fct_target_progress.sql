with compared as (
    select
        *,
        {{ compared_with_target('measure', 'measure_base') }},
        {{ quotient('measure', 'measure_base') }} as measured
    from {{ ref('int_targets_measured') }}
),

judged as (
    select
        compared.*,
        compared.reading_reason is null and compared.figure_reason is null as is_assessable,
        coalesce(compared.is_contribution, false) as is_part,
        {{ target_status('compared') }} as status,
        {{ target_status_reason('compared') }} as status_reason,
        {{ attainment('compared.comparator_read', 'compared.measure', 'compared.threshold', 'compared.measure_base') }}
            as attained_percent,
        {{ remaining('compared') }} as left_to_do
    from compared
),

shown as (
    -- A figure that is not judged is not shown, save what a unit adds to a count of its agency.
    select
        *,
        is_assessable and state = 'reported' as is_shown,
        case when not is_part then value end as target_value
    from judged
)

select
    plan_key,
    target_no,
    period_key,
    scope,
    scope_key,
    agency_key,
    commitment_key,
    indicator_code,
    window_to,
    due_date,
    is_final,
    cast(units_concerned as integer) as units_concerned,
    cast(units_reported as integer) as units_reported,
    cast(units_carried as integer) as units_carried,
    cast(units_held_back as integer) as units_held_back,
    cast(case when is_assessable then numerator end as decimal(18, 4)) as numerator,
    cast(case when is_assessable then denominator end as decimal(18, 4)) as denominator,
    case when is_shown then measured end as actual,
    case when is_shown then figure_basis end as figure_basis,
    cast(target_value as decimal(18, 4)) as target_value,
    comparator_read,
    cast(case when is_shown and not is_part then measured - threshold end as decimal(18, 4)) as gap,
    case when is_shown and not is_part then attained_percent end as attainment_percent,
    cast(case when is_shown and not is_part then left_to_do end as decimal(18, 4)) as remaining,
    state,
    case when not is_part then status end as status,
    case when is_part then 'agency_count' else status_reason end as status_reason,
    is_simulated
from shown
