select
    finding_key,
    severity,
    severity_order,
    kind,
    kind_name,
    agency_key,
    plan_key,
    unit_key,
    source_path,
    source_place,
    value,
    value_a,
    place_a,
    value_b,
    place_b,
    message,
    remedy
from reporting.rpt_quality_finding
order by severity_order, kind_name, kind, source_path, source_place, finding_key
