select
    agency_key,
    indicator_code,
    period_key,
    string_agg(unit_key, ' ' order by unit_key) as units_heard
from {{ ref('int_contributions_read') }}
where state in ('reported', 'nothing_arose')
group by agency_key, indicator_code, period_key
