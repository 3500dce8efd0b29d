with reports as (
    select
        agency_key,
        unit_key,
        unit_name,
        is_standing
    from {{ ref('int_submissions_versioned') }}
    union all by name
    select
        agency_key,
        unit_key
    from {{ ref('stg_registers__obligations') }}
)

select
    unit_key,
    min(agency_key) as agency_key,
    -- A name in a version that no longer stands may be the mistake that was corrected; an obligation gives but the key.
    coalesce(min(unit_name) filter (where is_standing), min(unit_name), unit_key) as unit_name
from reports
group by unit_key
