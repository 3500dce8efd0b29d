select
    periods.agency_key,
    periods.period_key,
    before.period_key as before_period_key,
    before.reading_name as before_period_name,
    before.window_to as before_window_to,
    {{ is_same_window('periods', 'before') }} as is_same_window
from {{ ref('dim_agency_period') }} as periods
inner join {{ ref('dim_agency_period') }} as before
    on
        periods.agency_key = before.agency_key
        and periods.report_type = before.report_type
        and periods.period_year = before.period_year + 1
