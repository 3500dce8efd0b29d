with windows as (
    select
        targets.plan_key,
        targets.target_no,
        targets.agency_key,
        targets.indicator_code,
        periods.period_key,
        periods.window_to,
        periods.is_year_end,
        targets.reading_reason,
        -- A figure for a later year is not judged yet; an open-ended one is judged every year.
        coalesce(targets.year_to > periods.period_year, false) as is_later_year
    from {{ ref('int_targets_read') }} as targets
    inner join {{ ref('int_reporting_periods') }} as periods
        on
            targets.agency_key = periods.agency_key
            and targets.year_from <= periods.period_year
            and (targets.year_to >= periods.period_year or targets.year_to is null)
            and periods.period_year <= year({{ as_of() }})
            -- A window that ends after an amendment is judged by what the amendment says, and by nothing else.
            and (targets.valid_to is null or targets.valid_to >= periods.window_to)
            and (targets.valid_from <= periods.window_to or not coalesce(targets.is_amending, false))
    -- What is measured once a year is judged at the end of the year.
    where targets.frequency is distinct from 'year' or periods.is_year_end
)

select
    *,
    'agency' as scope,
    agency_key as scope_key
from windows
union all by name
select
    windows.*,
    readings.scope,
    readings.scope_key
from windows
inner join {{ ref('indicators') }} as indicators
    on windows.indicator_code = indicators.code
inner join {{ ref('int_readings_by_scope') }} as readings
    on
        windows.agency_key = readings.agency_key
        and windows.indicator_code = readings.indicator_code
        and windows.period_key = readings.period_key
        and readings.scope = 'unit'
-- Where nobody can tell what the agency is held to, nor can its units be.
where windows.reading_reason is null and {{ is_broken_down('indicators') }}
