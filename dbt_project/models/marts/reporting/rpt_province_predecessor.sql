select
    related.agency_key,
    related.province_key,
    related.other_province_key,
    related.province_name,
    related.other_province_name,
    related.relation,
    related.succession_date,
    related.is_same_territory,
    related.is_same_name,
    related.steps,
    related.source_url
from {{ ref('int_provinces_related') }} as related
