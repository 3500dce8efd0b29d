with told as (
    select
        unit_key,
        period_key,
        agency_key
    from {{ ref('fct_dossier') }}
    union
    select
        unit_key,
        period_key,
        agency_key
    from {{ ref('int_dossiers_held_back') }}
),

dated as (
    select
        told.*,
        {{ window_length('periods.report_type') }} as window_length,
        periods.window_to
    from told
    inner join {{ ref('dim_agency_period') }} as periods
        on told.agency_key = periods.agency_key and told.period_key = periods.period_key
)

select distinct
    windows.agency_key,
    windows.period_key,
    earlier.unit_key
from dated as windows
inner join dated as earlier
    on
        windows.agency_key = earlier.agency_key
        and windows.window_length = earlier.window_length
        and earlier.window_to between windows.window_to - {{ dossier_days_awaited() }} and windows.window_to
