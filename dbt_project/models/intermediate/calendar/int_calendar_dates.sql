-- The years that plans and reports speak of: from the first PAPI year to five past the programmes of 2021-2030.
select cast(day_at as date) as calendar_date
from generate_series(timestamp '2009-01-01', timestamp '2035-12-31', interval 1 day) as series (day_at)
