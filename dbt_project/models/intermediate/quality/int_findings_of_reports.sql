select
    finding_key,
    unit_key,
    period_key,
    kind,
    severity
from {{ ref('fct_finding') }}
where is_open and source in ('results', 'rules')
