with regime as (
    select
        period_key,
        period_name,
        regime,
        window_from,
        window_to,
        due_date,
        is_cumulative,
        legal_basis,
        confidence
    from {{ ref('reporting_periods') }}
),

own as (
    select
        windows.agency_key,
        windows.period_key,
        windows.period_name,
        'own' as regime,
        windows.window_from,
        windows.window_to,
        -- What the regime says of the day on which the province is due does not change with an agency's window.
        regime.due_date,
        windows.is_cumulative,
        windows.legal_basis,
        'source' as confidence
    from {{ ref('stg_registers__periods') }} as windows
    inner join {{ ref('int_agencies') }} as agencies
        on windows.agency_key = agencies.agency_key
    left join regime
        on windows.period_key = regime.period_key
),

unioned as (
    select * from own
    union all by name
    select
        agencies.agency_key,
        regime.*
    from regime
    cross join {{ ref('int_agencies') }} as agencies
    left join own
        on agencies.agency_key = own.agency_key and regime.period_key = own.period_key
    where own.period_key is null
    union all by name
    -- The regime itself, of no agency.
    select
        cast(null as varchar) as agency_key,
        regime.*
    from regime
)

select
    *,
    cast(left(period_key, 4) as integer) as period_year,
    substring(period_key, 6) as report_type,
    is_cumulative
    or window_from = min(window_from) filter (where is_cumulative)
        over (partition by agency_key, left(period_key, 4)) as is_from_year_start,
    -- A window that is asked for once may reach past the year; it does not end it.
    is_cumulative
    and window_to = max(window_to) filter (where is_cumulative)
        over (partition by agency_key, left(period_key, 4)) as is_year_end
from unioned
