with periods as (
    select * from {{ ref('int_reporting_periods') }}
    where agency_key is not null
)

select
    periods.agency_key,
    periods.period_key,
    periods.period_name,
    {{ reading_name('periods') }} as reading_name,
    periods.period_year,
    periods.report_type,
    periods.regime,
    periods.window_from,
    periods.window_to,
    periods.is_cumulative,
    periods.is_year_end,
    periods.has_year_to_date,
    periods.preceding_period_key,
    periods.legal_basis,
    periods.confidence
from periods
