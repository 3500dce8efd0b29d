select
    source_path,
    source_place,
    source_sha256,
    agency_key,
    unit_key,
    unit_name,
    coalesce(period_name, period_key) as period_name,
    indicator_code,
    indicator_name,
    column_name,
    value,
    rule,
    rule_name
from reporting.rpt_quality_quarantine
order by source_path, source_place
