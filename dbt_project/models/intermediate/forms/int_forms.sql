with owed as (
    select
        agency_key,
        unit_key,
        period_key,
        min(due_date) as due_date
    from {{ ref('int_obligations') }}
    -- What the agency itself reports upward is put together from the forms, not asked for by one.
    where is_expected and level = 'unit'
    group by agency_key, unit_key, period_key
),

askable as (
    select * from {{ ref('int_units_askable') }}
),

asked as (
    select
        coalesce(owed.agency_key, askable.agency_key) as agency_key,
        coalesce(owed.unit_key, askable.unit_key) as unit_key,
        coalesce(owed.period_key, askable.period_key) as period_key,
        owed.unit_key is not null as is_owed,
        owed.due_date
    from owed
    full outer join askable
        on owed.unit_key = askable.unit_key and owed.period_key = askable.period_key
),

-- The window of the year that ends last before this one; where figures add up, the one that ends the day before it.
earlier as (
    select
        periods.agency_key,
        periods.period_key,
        max(before.window_to) as previous_to
    from {{ ref('int_reporting_periods') }} as periods
    inner join {{ ref('int_reporting_periods') }} as before
        on
            periods.agency_key = before.agency_key
            and periods.period_year = before.period_year
            and before.has_year_to_date
            and periods.window_to > before.window_to
            and (periods.is_cumulative or periods.window_from = before.window_to + 1)
    group by periods.agency_key, periods.period_key
)

select
    asked.agency_key,
    asked.unit_key,
    asked.period_key,
    units.unit_name,
    units.short_name,
    units.unit_kind,
    units.head,
    periods.period_name,
    periods.period_year,
    periods.window_from,
    periods.window_to,
    periods.is_cumulative,
    periods.is_year_end,
    earlier.previous_to,
    asked.is_owed,
    asked.due_date
from asked
inner join {{ ref('int_units') }} as units
    on asked.unit_key = units.unit_key
inner join {{ ref('int_reporting_periods') }} as periods
    on asked.agency_key = periods.agency_key and asked.period_key = periods.period_key
left join earlier
    on asked.agency_key = earlier.agency_key and asked.period_key = earlier.period_key
