select
    period_key,
    period_name,
    period_year,
    report_type,
    regime,
    window_from,
    window_to,
    due_date,
    effective_due_date,
    is_cumulative,
    is_year_end,
    preceding_period_key,
    legal_basis,
    confidence
from {{ ref('int_reporting_periods') }}
