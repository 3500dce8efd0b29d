with days as (
    select * from {{ ref('int_calendar_dates') }}
),

days_off as (
    select
        days.calendar_date,
        isodow(days.calendar_date) in (6, 7) or holidays.holiday_date is not null as is_day_off
    from days
    left join {{ ref('holidays') }} as holidays
        on days.calendar_date = holidays.holiday_date
)

select
    calendar_date,
    is_day_off,
    min(calendar_date) filter (where not is_day_off)
        over (order by calendar_date rows between current row and unbounded following) as working_date
from days_off
