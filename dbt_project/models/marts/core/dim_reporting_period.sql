select
    period_key,
    period_name,
    -- What adds up from the beginning of the year: the third quarter alone has no such reading, nine months do.
    case
        when report_type = 'q3' then '9 tháng đầu năm ' || period_year
        else period_name
    end as reading_name,
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
