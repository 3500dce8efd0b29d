select
    agency_key,
    other_province_key,
    other_province_name,
    relation,
    succession_date,
    is_same_territory,
    is_same_name,
    steps,
    source_url
from reporting.rpt_province_predecessor
order by agency_key, province_key, relation, succession_date, other_province_key
