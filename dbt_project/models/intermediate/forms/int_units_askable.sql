with as_of_day as (
    select as_of_date from {{ ref('stg_run__context') }}
),

units as (
    select
        *,
        max(is_in_register) over (partition by agency_key) as has_register
    from {{ ref('int_units') }}
    -- The leaders whom a plan gives a duty hand in no form.
    where unit_kind <> 'agency' and not is_collective and not is_only_in_duties
)

-- Who may be asked without owing it: units of the register, or those that plans name where there is no register.
select
    units.agency_key,
    units.unit_key,
    periods.period_key
from units
inner join {{ ref('int_reporting_periods') }} as periods
    on units.agency_key = periods.agency_key
cross join as_of_day
where
    units.is_in_register = units.has_register
    -- A form is filled in this year, handed in late for the last one, or made ready for the next.
    and periods.period_year between year(as_of_day.as_of_date) - 1 and year(as_of_day.as_of_date) + 1
    and (units.valid_from <= periods.window_to or units.valid_from is null)
    and (units.valid_to >= periods.window_from or units.valid_to is null)
