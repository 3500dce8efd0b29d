-- A report due on a day off may come on the next working day: the day it may come must be one, and the nearest.
select
    days.calendar_date,
    days.working_date
from {{ ref('int_calendar_days') }} as days
left join {{ ref('int_calendar_days') }} as working_days
    on days.working_date = working_days.calendar_date
where
    working_days.is_day_off
    or days.working_date < days.calendar_date
    or (not days.is_day_off and days.working_date <> days.calendar_date)
